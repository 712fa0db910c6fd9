import { html, nothing, type TemplateResult } from 'lit';
import type { Composer } from '../composer/composer.ts';
import { composerView } from '../composer/composer-view.ts';
import { messageMenu } from '../dialogs/message-menu.ts';
import { modalView } from '../dialogs/modal.ts';
import { personaMenu } from '../dialogs/persona-menu.ts';
import { messageList } from '../drawing/message-list.ts';
import { nameOf } from '../drawing/names.ts';
import { libraryPanel } from '../panels/library-panel.ts';
import { trafficPanel } from '../panels/traffic-panel.ts';
import type { Panel, State } from '../state.ts';
import { header } from './header.ts';
import { memberList } from './member-list.ts';
import { sidebar } from './sidebar.ts';

export interface AppActions {
  become(personaKey: string): void;
  goTo(channelKey: string): void;
  show(panel: Panel): void;
}

/** The whole page. */
export function appView(state: State, composer: Composer, actions: AppActions): TemplateResult {
  const { panel, connection } = state;
  return html`<div class="app ${state.drawerOpen ? 'drawer-open' : ''} ${panel === 'none' ? '' : 'panel-open'}">
      ${
        connection === 'lost'
          ? html`<p class="banner" role="status">The connection is lost. Reconnecting… What you typed stays.</p>`
          : nothing
      }
      ${sidebar(state, actions)}
      <div class="drawer-veil" @click=${() => closeDrawer(state)}></div>
      <main aria-label=${state.channel?.name ?? 'Local Discord'}>
        ${header(state, actions)}
        ${messageList(state)}
        <p class="typing" aria-live="off">${typingText(state)}</p>
        ${composerView(state, composer)} ${messageMenu(state)} ${personaMenu(state, actions.become)}
      </main>
      ${panel === 'traffic' ? trafficPanel(state, actions) : panel === 'library' ? libraryPanel(state, actions) : memberList(state)}
    </div>
    ${modalView(state)}
    <div class="sr-only" role="status">${state.announcement}</div>`;
}

export function closeDrawer(state: State): void {
  state.drawerOpen = false;
  state.changed();
}

function typingText(state: State): TemplateResult | typeof nothing {
  const now = Date.now();
  const names = [...state.typing].flatMap(([key, until]) => {
    const [channelId, userId = ''] = key.split(' ');
    return until > now && channelId === state.channel?.id ? [nameOf(state, userId)] : [];
  });
  if (names.length === 0) return nothing;
  return html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span> <strong>${names.join(', ')}</strong> ${names.length === 1 ? 'is' : 'are'} typing…`;
}
