import { html, nothing, type TemplateResult } from 'lit';
import type { PageChannel } from '../../page-server/wire.ts';
import { openPersonaMenu } from '../dialogs/persona-menu.ts';
import { icons } from '../drawing/icons.ts';
import { avatarOf } from '../drawing/names.ts';
import type { State } from '../state.ts';
import { type AppActions, closeDrawer } from './app-view.ts';

/** The server, its channels, the direct messages, and who one is. */
export function sidebar(state: State, actions: AppActions): TemplateResult {
  const { snapshot } = state;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !state.drawerOpen) return;
    closeDrawer(state);
    state.focusComposer();
  };
  if (snapshot === null) return html`<div class="sidebar"></div>`;
  const { guild, channels, me } = snapshot;
  const openMenu = (event: Event) => openPersonaMenu(state, event.currentTarget as HTMLElement);
  return html`<div class="sidebar" @keydown=${onKey}>
    <div class="rail" aria-hidden="true"><img src=${avatarOf(guild.name)} alt="" /></div>
    <div class="side">
      <header class="guild-name">${guild.name}</header>
      <nav aria-label="Channels">
        <h2 class="section">Text channels</h2>
        <ul>${channels.filter(({ kind }) => kind === 'guild').map((one) => channelItem(state, one, actions))}</ul>
        <h2 class="section">Direct messages</h2>
        <ul>${channels.filter(({ kind }) => kind === 'direct').map((one) => channelItem(state, one, actions))}</ul>
      </nav>
      <button type="button" class="me" aria-haspopup="menu" aria-expanded=${state.menu?.kind === 'personas'} @click=${openMenu}>
        <img src=${avatarOf(me.name)} alt="" />
        <span class="names"><strong>${me.name}</strong><small>${me.title} · switch person</small></span>
        ${icons.chevron}
      </button>
    </div>
  </div>`;
}

function channelItem(state: State, channel: PageChannel, actions: AppActions): TemplateResult {
  const { key, kind, name, isPrivate } = channel;
  const isCurrent = state.channel?.key === key;
  const isUnread = state.unread.has(key);
  return html`<li>
    <button type="button" class="channel ${isUnread ? 'unread' : ''}" aria-current=${isCurrent ? 'page' : nothing} @click=${() => actions.goTo(key)}>
      ${kind === 'direct' ? html`<img src=${avatarOf(name)} alt="" />` : isPrivate ? icons.lock : icons.hash}
      <span>${name}</span>
      ${isUnread ? html`<span class="sr-only">, new messages</span>` : nothing}
    </button>
  </li>`;
}
