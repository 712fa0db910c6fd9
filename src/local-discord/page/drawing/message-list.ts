import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ShownMessage } from '../../events.ts';
import type { State } from '../state.ts';
import { messageRow } from './message-row.ts';
import { pendingRows } from './pending-row.ts';

/** Messages of one author that follow within so many milliseconds stand under one name, as in Discord. */
const ONE_GROUP = 7 * 60_000;
/** Rows that are drawn; older ones come in steps, by a button. */
const STEP = 150;

const shownRows = new Map<string, number>();

/** The messages of the current channel, the newest at the bottom. */
export function messageList(state: State): TemplateResult {
  const { channel, snapshot } = state;
  if (channel === undefined || snapshot === null) return html`<div class="log empty"></div>`;
  const all = state.messages;
  const limit = shownRows.get(channel.key) ?? STEP;
  const from = Math.max(0, all.length - limit);
  const earlier = () => {
    shownRows.set(channel.key, limit + STEP);
    state.changed();
  };
  // Another key makes another element, so that a change of channel is not read out as new messages.
  return html`${keyed(
    `${snapshot.run} ${snapshot.me.key} ${channel.id}`,
    html`<div class="scroller" tabindex="-1">
      <discord-messages no-background>
        <div class="log" role="log" aria-live="polite" aria-relevant="additions" aria-label="Messages in ${channel.name}">
          ${
            from > 0
              ? html`<button type="button" class="earlier" @click=${earlier}>Show earlier messages (${from})</button>`
              : welcome(state)
          }
          ${repeat(
            all.slice(from),
            ({ message }) => message.id,
            (shown, index) => row(state, shown, all[from + index - 1], from + index === all.length - 1),
          )}
          ${pendingRows(state)}
        </div>
      </discord-messages>
    </div>`,
  )}`;
}

function row(
  state: State,
  shown: ShownMessage,
  previous: ShownMessage | undefined,
  isLast: boolean,
): unknown {
  const { id } = shown.message;
  const own = state.pending.filter(({ source }) => source?.messageId === id);
  const isReplyTarget = state.draft.replyTo?.id === id;
  const tabStop = state.focusedMessageId === null ? isLast : state.focusedMessageId === id;
  const menuOpen = state.menu?.kind === 'message' && state.menu.messageId === id;
  const grouped = previous !== undefined && belongsTo(previous, shown);
  const { snapshot } = state;
  const surroundings = [snapshot?.users, snapshot?.channels, snapshot?.commands, snapshot?.me.key];
  const parts = [shown, grouped, own.length, own[0], isReplyTarget, tabStop, menuOpen, ...surroundings];
  return guard(parts, () =>
    messageRow(state, shown, { grouped, pending: own, isReplyTarget, tabStop, menuOpen }),
  );
}

function belongsTo(previous: ShownMessage, { message, visibleTo }: ShownMessage): boolean {
  return (
    previous.message.author.id === message.author.id &&
    previous.visibleTo === visibleTo &&
    message.type === 0 &&
    message.referenced_message === undefined &&
    Date.parse(message.timestamp) - Date.parse(previous.message.timestamp) < ONE_GROUP
  );
}

function welcome({ channel, snapshot }: State): TemplateResult | typeof nothing {
  if (channel === undefined || snapshot === null) return nothing;
  const direct = channel.kind === 'direct';
  return html`<div class="welcome">
    <div class="welcome-badge" aria-hidden="true">${direct ? snapshot.bot.name.charAt(0) : '#'}</div>
    <h2>${direct ? channel.name : `Welcome to #${channel.name}!`}</h2>
    <p>
      ${
        direct
          ? html`This is the beginning of your direct messages with <strong>${channel.name}</strong>.`
          : html`Type <kbd>/</kbd> to see the commands, or <kbd>@${snapshot.bot.name}</kbd> and a question.`
      }
      Everything here lives on this machine, and goes when the program stops.
    </p>
  </div>`;
}
