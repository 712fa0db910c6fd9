import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { ShownMessage } from '../../events.ts';
import { act } from '../act.ts';
import { openMessageMenu } from '../dialogs/message-menu.ts';
import type { Pending, State } from '../state.ts';
import { attachmentsView } from './attachments.ts';
import { componentRows } from './component-rows.ts';
import { embedView } from './embed-view.ts';
import { icons } from './icons.ts';
import { plainText } from './markdown.ts';
import { markdownView } from './markdown-view.ts';
import { avatarOf, nameOf, namesIn, shortTime } from './names.ts';

/** https://docs.discord.com/developers/resources/message#message-object-message-flags */
const LOADING = 1 << 7;

export interface RowMarks {
  /** Whether it stands under the name of the message before it. */
  readonly grouped: boolean;
  /** What is under way, or failed, of its buttons and selects. */
  readonly pending: readonly Pending[];
  readonly isReplyTarget: boolean;
  /** Whether Tab goes to it. */
  readonly tabStop: boolean;
  readonly menuOpen: boolean;
}

/** A message with what can be done about it. */
export function messageRow(state: State, shown: ShownMessage, marks: RowMarks): TemplateResult {
  const { message, visibleTo } = shown;
  const author = nameOf(state, message.author.id, message.author.username);
  const isLoading = ((message.flags ?? 0) & LOADING) !== 0;
  const me = state.snapshot?.me.userId;
  const mentioned = message.mention_everyone || message.mentions.some(({ id }) => id === me);
  const isPrivate = visibleTo !== 'everyone';
  const openMenu = (event: Event) => {
    event.preventDefault();
    openMessageMenu(state, message.id, event.currentTarget as HTMLElement);
  };
  return html`<div
    class="row ${marks.grouped ? 'grouped' : ''} ${mentioned ? 'mentioned' : ''} ${isPrivate ? 'private' : ''} ${marks.isReplyTarget ? 'target' : ''}"
    role="article"
    aria-label="${author}, ${shortTime(message.timestamp)}"
    tabindex=${marks.tabStop ? 0 : -1}
    data-message=${message.id}
    @contextmenu=${openMenu}
  >
    <discord-message
      author=${author}
      avatar=${avatarOf(author)}
      role-color=${ifDefined(state.user(message.author.id)?.color ?? undefined)}
      ?bot=${message.author.bot === true}
      ?edited=${message.edited_timestamp !== null}
      ?message-body-only=${marks.grouped}
      .timestamp=${shortTime(message.timestamp)}
    >
      ${replyBar(state, message)}
      ${
        isLoading
          ? html`<span class="thinking"><span class="dots" aria-hidden="true"><i></i><i></i><i></i></span><em>${author} is thinking…</em></span>`
          : html`<span class="text" dir="auto">${markdownView(state, message.content)}</span>`
      }
      ${message.embeds.map((embed) => embedView(state, embed))}
      ${attachmentsView(message)}
      <div slot="components">
        ${componentRows(state, message, marks.pending)}
        ${
          marks.pending.some(({ failure }) => failure !== null)
            ? html`<p class="failure" role="alert">This interaction failed</p>`
            : nothing
        }
        ${isPrivate ? privateMark(state, message) : nothing}
      </div>
    </discord-message>
    ${
      isLoading
        ? nothing
        : html`<div class="row-tools" role="group" aria-label="Message actions">
          ${
            isPrivate || state.channel?.maySend !== true
              ? nothing
              : html`<button type="button" aria-label="Reply" title="Reply" @click=${() => startReply(state, message)}>${icons.reply}</button>`
          }
          <button type="button" aria-label="More" title="More" aria-haspopup="menu" aria-expanded=${marks.menuOpen} @click=${openMenu}>${icons.more}</button>
        </div>`
    }
  </div>`;
}

export function startReply(state: State, message: APIMessage): void {
  state.draft.replyTo = message;
  state.changed();
  state.focusComposer();
}

function privateMark(state: State, message: APIMessage): TemplateResult {
  const remove = () => void act(state, { do: 'delete', messageId: message.id });
  return html`<p class="private-mark">
    ${icons.eye} Only you can see this ·
    <button type="button" class="link-button" @click=${remove}>Dismiss message</button>
  </p>`;
}

/** What the message answers: a command that somebody used, or another message. */
function replyBar(state: State, message: APIMessage): TemplateResult | typeof nothing {
  const used = message.interaction_metadata;
  const isCommand = message.type === 20 || message.type === 23;
  if (isCommand && used !== undefined) {
    const who = nameOf(state, used.user.id, used.user.username);
    const name =
      'name' in used && typeof used.name === 'string' ? used.name : (message.interaction?.name ?? '');
    return html`<discord-command
      slot="reply"
      author=${who}
      avatar=${avatarOf(who)}
      role-color=${ifDefined(state.user(used.user.id)?.color ?? undefined)}
      command=${name}
      type=${message.type === 20 ? 'slash_command' : 'message_command'}
      context-user-name=""
      context-user-image=${avatarOf(who)}
    ></discord-command>`;
  }
  const { referenced_message: original } = message;
  if (original === undefined) return nothing;
  if (original === null) return html`<discord-reply slot="reply" deleted></discord-reply>`;
  const who = nameOf(state, original.author.id, original.author.username);
  const text = plainText(original.content, namesIn(state)).replace(/\s+/g, ' ').slice(0, 200);
  return html`<discord-reply
    slot="reply"
    author=${who}
    avatar=${avatarOf(who)}
    role-color=${ifDefined(state.user(original.author.id)?.color ?? undefined)}
    ?bot=${original.author.bot === true}
    ?mentions=${message.mentions.some(({ id }) => id === original.author.id)}
    ?edited=${original.edited_timestamp !== null}
    >${text === '' ? html`<em>${original.embeds.length > 0 ? 'An answer with details' : 'Click to see attachment'}</em>` : text}</discord-reply
  >`;
}
