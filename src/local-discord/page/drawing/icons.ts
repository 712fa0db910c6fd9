import { html, type TemplateResult } from 'lit';

/** Drawn here, of our own; hidden from screen readers, since what holds them has a name. */
const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

export const icons = {
  hash: icon('M9 3 7.5 21M16.5 3 15 21M4 8.5h17M3 15.5h17'),
  lock: icon('M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3'),
  menu: icon('M3 6h18M3 12h18M3 18h18'),
  close: icon('M5 5l14 14M19 5 5 19'),
  reply: icon('M10 5 4 11l6 6M4 11h9a7 7 0 0 1 7 7v1'),
  more: icon('M5 12h.01M12 12h.01M19 12h.01'),
  articles: icon('M5 4h11l3 3v13H5zM8.5 10h7M8.5 14h7M8.5 17h4'),
  traffic: icon('M7 20V5M3.5 8.5 7 5l3.5 3.5M17 4v15M13.5 15.5 17 19l3.5-3.5'),
  chevron: icon('M7 10l5 5 5-5'),
  send: icon('M4 4l17 8-17 8 3-8zM7 12h14'),
  eye: icon(
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.3a2.7 2.7 0 1 1 0 5.4 2.7 2.7 0 0 1 0-5.4z',
  ),
  external: icon('M13 4h7v7M20 4 11 13M18 14v6H4V6h6'),
};
