import type { ShownMessage } from '../events.ts';
import type { LiveEvent, PageOutcome, Snapshot } from '../page-server/wire.ts';
import { plainText } from './drawing/markdown.ts';
import { namesIn } from './drawing/names.ts';
import { fetchLibrary } from './requests.ts';
import type { State } from './state.ts';

/** How long someone counts as typing, in milliseconds, as in Discord. */
const TYPING = 10_000;
/** Traffic entries that the page keeps. */
const MOST_TRAFFIC = 1_000;

/** Takes in what happened. */
export function receive(state: State, event: LiveEvent): void {
  const { snapshot } = state;
  if (event.type === 'snapshot') takeSnapshot(state, event.snapshot);
  else if (snapshot !== null) takeChange(state, snapshot, event);
}

function takeChange(
  state: State,
  snapshot: Snapshot,
  event: Exclude<LiveEvent, { readonly type: 'snapshot' }>,
): void {
  switch (event.type) {
    case 'message':
      takeMessage(state, snapshot, event.shown, event.isNew);
      break;
    case 'messageDelete': {
      const messages = (snapshot.messages[event.channelId] ?? []).filter(
        ({ message }) => message.id !== event.id,
      );
      state.snapshot = withMessages(snapshot, event.channelId, messages);
      break;
    }
    case 'typing':
      state.typing = new Map(state.typing).set(`${event.channelId} ${event.userId}`, Date.now() + TYPING);
      setTimeout(() => state.changed(), TYPING + 50);
      break;
    case 'outcome':
      takeOutcome(state, event.outcome);
      break;
    case 'surroundings': {
      const { channels, messages, commands } = event;
      state.snapshot = { ...snapshot, channels, messages, commands };
      break;
    }
    case 'presence':
      state.snapshot = { ...snapshot, presence: event.presence };
      break;
    case 'traffic': {
      const traffic = [...(snapshot.traffic ?? []), event.entry].slice(-MOST_TRAFFIC);
      state.snapshot = { ...snapshot, traffic };
      break;
    }
    case 'library':
      refreshLibrary(state);
      break;
    case 'alive':
      return;
  }
  state.changed();
}

function takeSnapshot(state: State, snapshot: Snapshot): void {
  const restarted = state.snapshot !== null && state.snapshot.run !== snapshot.run;
  if (state.connection === 'lost') state.announcement = 'Connected again.';
  if (restarted) {
    // Another server's interactions and forms are gone with it.
    state.pending = [];
    state.modal = null;
  }
  // One can type at once, but on a phone that would raise its keyboard.
  if (state.snapshot === null && matchMedia('(hover: hover)').matches) state.focusComposer();
  state.snapshot = snapshot;
  state.connection = 'live';
  state.personaKey = snapshot.me.key;
  if (snapshot.hasLibrary && (state.panel === 'library' || state.library !== null)) refreshLibrary(state);
  state.changed();
}

/** Fetches anew what the index knows. */
export function refreshLibrary(state: State): void {
  void fetchLibrary()
    .then((library) => {
      state.library = library;
      state.changed();
    })
    .catch(() => {});
}

function takeMessage(state: State, snapshot: Snapshot, shown: ShownMessage, isNew: boolean): void {
  const { message } = shown;
  const { channel_id: channelId } = message;
  const old = snapshot.messages[channelId] ?? [];
  const at = old.findIndex((one) => one.message.id === message.id);
  const messages = at < 0 ? [...old, shown] : old.map((one, index) => (index === at ? shown : one));
  state.snapshot = withMessages(snapshot, channelId, messages);
  if (isNew) {
    const typing = new Map(state.typing);
    typing.delete(`${channelId} ${message.author.id}`);
    state.typing = typing;
    const channel = snapshot.channels.find(({ id }) => id === channelId);
    if (
      channel !== undefined &&
      channel.key !== state.channel?.key &&
      message.author.id !== snapshot.me.userId
    ) {
      state.unread = new Set(state.unread).add(channel.key);
      state.announcement = `New message in ${channel.name}: ${plainText(message.content, namesIn(state)).slice(0, 100)}`;
    }
  }
  state.changed();
}

function withMessages(snapshot: Snapshot, channelId: string, messages: readonly ShownMessage[]): Snapshot {
  return { ...snapshot, messages: { ...snapshot.messages, [channelId]: messages } };
}

function takeOutcome(state: State, outcome: PageOutcome): void {
  const { nonce, change, failure, modal } = outcome;
  const pending = state.pending.find((one) => one.nonce === nonce);
  if (pending === undefined) return;
  const others = state.pending.filter((one) => one !== pending);
  if (change === 'failed') {
    const reason = failure ?? 'This interaction failed';
    // A form that failed stays open with what was typed, as Discord's does.
    if (pending.kind === 'modal' && state.modal !== null) {
      state.modal = { ...state.modal, error: 'Something went wrong. Try again.' };
      state.pending = others;
    } else {
      state.pending = [...others, { ...pending, failure: reason }];
    }
  } else if (change !== 'created') {
    state.pending = others;
    if (pending.kind === 'modal') state.modal = null;
    if (modal !== null) state.modal = { outcomeId: outcome.id, modal, error: null };
  }
  state.changed();
}
