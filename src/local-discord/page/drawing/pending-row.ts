import { html, nothing, type TemplateResult } from 'lit';
import { dismiss } from '../act.ts';
import type { Pending, State } from '../state.ts';
import { icons } from './icons.ts';
import { avatarOf } from './names.ts';

/** Commands that the bot has not responded to, and those that it failed to respond to. */
export function pendingRows(state: State): TemplateResult[] {
  const { channel } = state;
  return state.pending
    .filter(({ kind, channelId }) => kind === 'command' && channelId === channel?.id)
    .map((pending) => pendingRow(state, pending));
}

function pendingRow(state: State, pending: Pending): TemplateResult {
  const { snapshot } = state;
  const bot = snapshot?.bot.name ?? '';
  const me = snapshot?.me.name ?? '';
  const failed = pending.failure !== null;
  return html`<div class="row ${failed ? 'private' : ''}" role="article" aria-label=${failed ? `${bot}: ${pending.failure}` : `${pending.label}: sending`} tabindex="-1">
    <discord-message author=${bot} avatar=${avatarOf(bot)} bot .timestamp=${''}>
      <discord-command slot="reply" author=${me} avatar=${avatarOf(me)} command=${pending.label.replace(/^\//, '')} type=${pending.label.startsWith('/') ? 'slash_command' : 'message_command'} context-user-name="" context-user-image=${avatarOf(me)}></discord-command>
      ${
        failed
          ? html`<span class="failure" role="alert">${pending.failure}</span>`
          : html`<em class="thinking">Sending command…</em>`
      }
      ${
        failed
          ? html`<p slot="components" class="private-mark">${icons.eye} Only you can see this · <button type="button" class="link-button" @click=${() => dismiss(state, pending.nonce)}>Dismiss message</button></p>`
          : nothing
      }
    </discord-message>
  </div>`;
}
