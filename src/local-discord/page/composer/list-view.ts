import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { avatarOf } from '../drawing/names.ts';
import type { State } from '../state.ts';
import type { List, ListItem } from './lists.ts';

export const LIST_ID = 'composer-list';

/** The list above the composer. The focus stays where one types; the list is pressed without taking it. */
export function listView(
  state: State,
  list: List,
  choice: number,
  pick: (item: ListItem) => void,
): TemplateResult {
  const press = (event: Event, item: ListItem) => {
    event.preventDefault();
    pick(item);
  };
  return html`<div class="picker">
    <p class="picker-heading" id="picker-heading">${list.heading}</p>
    ${list.note === null ? nothing : html`<p class="picker-note">${list.note}</p>`}
    <ul id=${LIST_ID} role="listbox" aria-labelledby="picker-heading" ?hidden=${list.items.length === 0} tabindex="0">
      ${list.items.map(
        (item, index) => html`<li
          id="${LIST_ID}-${index}"
          role="option"
          aria-selected=${index === choice}
          @mousedown=${(event: Event) => press(event, item)}
          ${index === choice ? ref(intoView) : nothing}
        >
          ${itemView(state, item)}
        </li>`,
      )}
    </ul>
  </div>`;
}

function intoView(element: Element | undefined): void {
  queueMicrotask(() => element?.scrollIntoView({ block: 'nearest' }));
}

function itemView(state: State, item: ListItem): TemplateResult {
  switch (item.kind) {
    case 'command': {
      const { name, description, options } = item.entry;
      return html`<img src=${avatarOf(state.snapshot?.bot.name ?? '')} alt="" />
        <span class="names">
          <span><strong>/${name}</strong> ${options.map((one) => html`<span class="option ${one.required ? 'needed' : ''}">${one.name}</span>`)}</span>
          <small>${description}</small>
        </span>
        <small class="aside">${state.snapshot?.bot.name}</small>`;
    }
    case 'option':
      return html`<span class="names"><strong>${item.option.name}</strong><small>${item.option.description}</small></span>
        ${item.option.required ? html`<small class="aside">Required</small>` : nothing}`;
    case 'value':
      return html`<span class="names"><span dir="auto">${item.suggestion.label}</span></span>`;
    case 'mention':
      return html`<img src=${avatarOf(item.name)} alt="" /><span class="names"><span>@${item.name}</span></span><small class="aside">${item.about}</small>`;
  }
}
