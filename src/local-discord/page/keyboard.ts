import { openMessageMenu } from './dialogs/message-menu.ts';
import type { State } from './state.ts';

/** Keys that work outside of fields: through the messages by arrows, to the composer by typing. */
export function onKey(state: State, event: KeyboardEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLElement) || state.menu !== null || state.modal !== null) return;
  if (target.matches('.row[data-message]')) {
    onRow(state, target, event);
    return;
  }
  const isFree = target === document.body || target.matches('.scroller, .panel-body');
  const isTyping = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isFree && isTyping && event.key !== ' ') state.focusComposer();
}

function onRow(state: State, row: HTMLElement, event: KeyboardEvent): void {
  const rows = [...document.querySelectorAll<HTMLElement>('.row[data-message]')];
  const at = rows.indexOf(row);
  const moves: Readonly<Record<string, HTMLElement | undefined>> = {
    ArrowUp: rows[at - 1],
    ArrowDown: rows[at + 1],
    Home: rows[0],
    End: rows.at(-1),
  };
  if (event.key in moves) {
    const next = moves[event.key];
    if (next === undefined) return;
    state.focusedMessageId = next.dataset.message ?? null;
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
    state.changed();
  } else if (event.key === 'Enter' || (event.key === 'F10' && event.shiftKey)) {
    openMessageMenu(state, row.dataset.message ?? '', row);
  } else if (event.key === 'Escape') {
    state.focusComposer();
  } else {
    return;
  }
  event.preventDefault();
}
