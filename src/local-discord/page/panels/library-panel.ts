import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { LibraryOverview } from '../../page-server/wire.ts';
import { longTime, relativeTime } from '../drawing/names.ts';
import type { AppActions } from '../layout/app-view.ts';
import { fetchPassages } from '../requests.ts';
import type { State } from '../state.ts';
import { panelFrame } from './panel.ts';

/** Articles and problems that are drawn at once; the field above narrows them. */
const MOST_SHOWN = 100;
let typed = '';

/** What the bot answers from: articles with their passages, and the problems of their folder. */
export function libraryPanel(state: State, actions: AppActions): TemplateResult {
  const { library } = state;
  const search = (event: InputEvent) => {
    typed = (event.target as HTMLInputElement).value;
    state.changed();
  };
  return panelFrame(
    'Articles',
    actions,
    library === null
      ? html`<p class="quiet-note" role="status">Loading…</p>`
      : html`<div class="panel-body" tabindex="0" role="group" aria-label="What the index knows">
          ${summary(library)} ${problems(library)}
          <label class="search">Find an article <input type="search" .value=${typed} @input=${search} /></label>
          ${articles(library)}
        </div>`,
  );
}

function summary({ title, articles: all, indexedAt }: LibraryOverview): TemplateResult {
  const passages = all.reduce((sum, one) => sum + one.passages, 0);
  const publishers = new Set(all.map(({ publisher }) => publisher)).size;
  const date = new Date(indexedAt);
  return html`<h3 dir="auto">${title}</h3>
    <p class="facts">
      ${all.length} articles by ${publishers} publishers, ${passages} passages.
      Read <time datetime=${indexedAt} title=${longTime(date)}>${relativeTime(date)}</time>, at ${date.toLocaleTimeString()}.
    </p>`;
}

function problems({ problems: all }: LibraryOverview): TemplateResult | typeof nothing {
  if (all.length === 0) return html`<p class="facts good">No problems in the folder.</p>`;
  return html`<details class="problems" open>
    <summary>${all.length} ${all.length === 1 ? 'problem' : 'problems'}</summary>
    <ul>
      ${all.slice(0, MOST_SHOWN).map(({ severity, where, message }) => html`<li class=${severity}><b>${severity}</b> <code>${where}</code> ${message}</li>`)}
      ${all.length > MOST_SHOWN ? html`<li>and ${all.length - MOST_SHOWN} more</li>` : nothing}
    </ul>
  </details>`;
}

function articles({ articles: all, indexedAt }: LibraryOverview): TemplateResult {
  const query = typed.trim().toLowerCase();
  const found = all.filter(({ title, publisher, published, id }) =>
    `${title} ${publisher} ${published} ${id}`.toLowerCase().includes(query),
  );
  return html`${repeat(
    found.slice(0, MOST_SHOWN),
    ({ id }) => `${id} ${indexedAt}`,
    (one) => articleView(one),
  )}
    ${found.length > MOST_SHOWN ? html`<p class="quiet-note">and ${found.length - MOST_SHOWN} more; the field above narrows them</p>` : nothing}
    ${found.length === 0 ? html`<p class="quiet-note">No article matches.</p>` : nothing}`;
}

function articleView(article: LibraryOverview['articles'][number]): TemplateResult {
  const { id, title, publisher, published, url, passages, form, retracted } = article;
  const fill = (event: Event) => {
    const details = event.currentTarget as HTMLDetailsElement;
    const list = details.querySelector('ol');
    if (!details.open || list === null || list.childElementCount > 0) return;
    fetchPassages(id).then(
      (texts) => {
        list.replaceChildren(...texts.map(passageItem));
        for (const text of list.children) text.setAttribute('dir', 'auto');
      },
      () => {
        list.replaceChildren(passageItem('The passages could not be fetched.'));
      },
    );
  };
  return html`<details class="article" @toggle=${fill}>
    <summary>
      <span class="article-title ${retracted === null ? '' : 'retracted'}" dir="auto">${title}</span>
      <small>${publisher} · ${published} · ${form} · ${passages} ${passages === 1 ? 'passage' : 'passages'}</small>
      ${retracted === null ? nothing : html`<small class="bad">Retracted: ${retracted}</small>`}
    </summary>
    <p class="facts"><code>${id}</code>${url === null ? nothing : html` · <a href=${url} target="_blank" rel="noopener noreferrer">Open the article</a>`}</p>
    <ol></ol>
  </details>`;
}

function passageItem(text: string): HTMLLIElement {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}
