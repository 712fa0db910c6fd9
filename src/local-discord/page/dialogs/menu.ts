import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { State } from '../state.ts';

export interface MenuItem {
  readonly label: string;
  readonly about?: string;
  /** A heading that stands over the items of one group. */
  readonly group?: string;
  readonly danger?: boolean;
  /** Whether it is the one chosen of several; absent where there is nothing to choose. */
  readonly checked?: boolean;
  run(): void;
}

interface MenuParts {
  readonly label: string;
  readonly note?: string;
  readonly items: readonly MenuItem[];
  readonly anchor: HTMLElement | null;
}

/** A menu beside what opened it. Arrows move in it, Escape and a press elsewhere close it. */
export function menuView(state: State, { label, note, items, anchor }: MenuParts): TemplateResult {
  const close = (goBack = true) => {
    state.menu = null;
    state.changed();
    if (goBack) anchor?.focus();
  };
  const choose = (item: MenuItem) => {
    close();
    item.run();
  };
  const onKey = (event: KeyboardEvent) => {
    const entries = [
      ...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role^="menuitem"]'),
    ];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next !== undefined) entries.at(next % entries.length)?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  let group: string | undefined;
  return html`<div class="veil" @mousedown=${() => close(false)} @contextmenu=${(event: Event) => event.preventDefault()}></div>
    <div class="menu" role="menu" aria-label=${label} @keydown=${onKey} ${ref((element) => place(element, anchor))}>
      ${note === undefined ? nothing : html`<p class="menu-note" role="presentation">${note}</p>`}
      ${items.map((item) => {
        const heading = item.group === group ? undefined : item.group;
        group = item.group;
        const text = html`<span>${item.label}</span>${item.about === undefined ? nothing : html`<small>${item.about}</small>`}`;
        const style = `menu-item ${item.danger === true ? 'danger' : ''}`;
        return html`${heading === undefined ? nothing : html`<p class="menu-group" role="presentation">${heading}</p>`}
          ${
            item.checked === undefined
              ? html`<button type="button" class=${style} role="menuitem" tabindex="-1" @click=${() => choose(item)}>${text}</button>`
              : html`<button type="button" class=${style} role="menuitemradio" aria-checked=${item.checked} tabindex="-1" @click=${() => choose(item)}>${text}</button>`
          }`;
      })}
    </div>`;
}

const placed = new WeakSet<Element>();

/** Puts the menu beside its anchor, within the window, and the focus into it; once. */
function place(element: Element | undefined, anchor: HTMLElement | null): void {
  if (!(element instanceof HTMLElement) || placed.has(element)) return;
  placed.add(element);
  // The menu's own items are drawn after the menu is.
  requestAnimationFrame(() => {
    const from = anchor?.getBoundingClientRect() ?? new DOMRect(0, 0, 0, 0);
    const { width, height } = element.getBoundingClientRect();
    const wanted = from.left < window.innerWidth / 3 ? from.left : from.right - width;
    const left = Math.max(8, Math.min(wanted, window.innerWidth - width - 8));
    const below = from.bottom + 4;
    const top = below + height < window.innerHeight - 8 ? below : from.top - height - 4;
    element.style.left = `${left}px`;
    element.style.top = `${Math.max(8, top)}px`;
    (
      element.querySelector<HTMLElement>('[aria-checked="true"]') ??
      element.querySelector<HTMLElement>('.menu-item')
    )?.focus();
  });
}
