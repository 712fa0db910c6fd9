import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import type { PageUser } from '../../page-server/wire.ts';
import { avatarOf } from '../drawing/names.ts';
import type { State } from '../state.ts';

/** Who is in the channel, on wide windows. The bot is online while it is connected. */
export function memberList({ snapshot, channel }: State): TemplateResult | typeof nothing {
  if (snapshot === null || channel === undefined || channel.kind === 'direct') return nothing;
  const { users, bot, presence, me } = snapshot;
  const people = users.filter(({ id, isBot }) => id !== bot.id && !isBot);
  const activity = presence?.activities[0];
  const doing = activity?.state ?? activity?.name;
  return html`<aside class="members" aria-label="Members">
    <h2 class="section">${presence === null ? 'Offline' : 'App'}</h2>
    <ul>${member(bot, presence === null ? 'offline' : 'online', doing)}</ul>
    <h2 class="section">Members</h2>
    <ul>${people.map((user) => member(user, 'online', user.id === me.userId ? 'You' : undefined))}</ul>
  </aside>`;
}

function member(
  { name, isBot, color }: PageUser,
  status: 'online' | 'offline',
  doing: string | undefined,
): TemplateResult {
  return html`<li class=${status}>
    <span class="face"><img src=${avatarOf(name)} alt="" /><i class="dot" title=${status}></i></span>
    <span class="names">
      <span class="member-name" style=${styleMap({ '--role': color ?? undefined })}>${name}${isBot ? html` <b class="tag">App</b>` : nothing}</span>
      ${doing === undefined ? nothing : html`<small class="doing">${doing}</small>`}
    </span>
  </li>`;
}
