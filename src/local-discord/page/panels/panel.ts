import { html, type TemplateResult } from 'lit';
import { icons } from '../drawing/icons.ts';
import type { AppActions } from '../layout/app-view.ts';

/** A panel at the side, or on narrow windows over everything. Escape closes it. */
export function panelFrame(title: string, actions: AppActions, body: unknown): TemplateResult {
  const close = () => actions.show('none');
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
  };
  return html`<aside class="panel" aria-label=${title} @keydown=${onKey}>
    <header>
      <h2>${title}</h2>
      <button type="button" aria-label="Close ${title}" @click=${close}>${icons.close}</button>
    </header>
    ${body}
  </aside>`;
}
