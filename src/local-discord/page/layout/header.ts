import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../drawing/icons.ts';
import type { Panel, State } from '../state.ts';
import type { AppActions } from './app-view.ts';

/** The channel's name, and the panels' switches. */
export function header(state: State, actions: AppActions): TemplateResult {
  const { channel, snapshot } = state;
  const openDrawer = () => {
    state.drawerOpen = true;
    state.changed();
    queueMicrotask(() => document.querySelector<HTMLElement>('.channel[aria-current]')?.focus());
  };
  const toggle = (panel: Panel, label: string, icon: TemplateResult) => html`<button
    type="button"
    class="tool"
    aria-pressed=${state.panel === panel}
    title=${label}
    @click=${() => actions.show(state.panel === panel ? 'none' : panel)}
  >${icon}<span>${label}</span></button>`;
  return html`<header class="top">
    <button type="button" class="tool drawer-button" aria-label="Channels" aria-expanded=${state.drawerOpen} @click=${openDrawer}>${icons.menu}</button>
    <h1>${channel === undefined ? nothing : html`${channel.kind === 'direct' ? '@' : icons.hash}<span>${channel.name}</span>`}</h1>
    ${channel?.topic ? html`<p class="topic">${channel.topic}</p>` : nothing}
    <div class="tools">
      ${snapshot?.hasLibrary === true ? toggle('library', 'Articles', icons.articles) : nothing}
      ${toggle('traffic', 'Traffic', icons.traffic)}
    </div>
  </header>`;
}
