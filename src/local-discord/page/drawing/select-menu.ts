import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { icons } from './icons.ts';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly sign?: string | undefined;
}

/**
 * A select as Discord's, for the keyboard too: arrows, Home, End, Enter or Space, Escape. Of one value, choosing is
 * done at once; of several, when the list closes. (The library's own select cannot be reached by keyboard, and
 * knows neither several values nor people, roles and channels.)
 */
export class SelectMenu extends LitElement {
  static override properties = {
    options: { attribute: false },
    chosen: { attribute: false },
    placeholder: {},
    min: { type: Number },
    max: { type: Number },
    disabled: { type: Boolean },
    busy: { type: Boolean },
    isOpen: { state: true },
    active: { state: true },
  };
  declare options: readonly SelectOption[];
  declare chosen: readonly string[];
  declare placeholder: string;
  declare min: number;
  declare max: number;
  declare disabled: boolean;
  declare busy: boolean;
  declare isOpen: boolean;
  declare active: number;
  onChoose: (values: readonly string[]) => void = () => {};
  readonly #id = `select-${crypto.randomUUID().slice(0, 8)}`;
  #before: readonly string[] = [];

  constructor() {
    super();
    this.options = [];
    this.chosen = [];
    this.placeholder = 'Make a selection';
    this.min = 1;
    this.max = 1;
    this.disabled = false;
    this.busy = false;
    this.isOpen = false;
    this.active = 0;
  }

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render() {
    const names = this.options.filter(({ value }) => this.chosen.includes(value)).map(({ label }) => label);
    const label = names.length > 0 ? names.join(', ') : this.placeholder;
    return html`<button
        type="button"
        class="select-button ${names.length > 0 ? 'filled' : ''}"
        role="combobox"
        aria-haspopup="listbox"
        aria-label="${this.placeholder}${names.length > 0 ? `: ${label}` : ''}"
        aria-expanded=${this.isOpen}
        aria-controls="${this.#id}"
        aria-activedescendant=${this.isOpen ? `${this.#id}-${this.active}` : nothing}
        ?disabled=${this.disabled || this.busy}
        @click=${this.#toggle}
        @keydown=${this.#onKey}
        @blur=${() => this.#close()}
      >
        <span>${label}</span>${icons.chevron}
      </button>
      <ul class="select-list" id="${this.#id}" role="listbox" aria-label=${this.placeholder} aria-multiselectable=${this.max > 1} ?hidden=${!this.isOpen}>
        ${this.options.map((option, index) => this.#option(option, index))}
      </ul>`;
  }

  #option({ value, label, description, sign }: SelectOption, index: number) {
    const choose = (event: Event) => {
      event.preventDefault();
      this.#pick(index);
    };
    return html`<li
      id="${this.#id}-${index}"
      role="option"
      aria-selected=${this.chosen.includes(value)}
      class=${index === this.active ? 'active' : ''}
      @mousedown=${choose}
      @mousemove=${() => {
        this.active = index;
      }}
    >
      ${sign === undefined ? nothing : html`<span class="sign">${sign}</span>`}
      <span class="names"><span>${label}</span>${description === undefined ? nothing : html`<small>${description}</small>`}</span>
      <span class="tick" aria-hidden="true">${this.chosen.includes(value) ? '✓' : ''}</span>
    </li>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (this.isOpen && changed.has('isOpen')) this.querySelector('ul')?.scrollIntoView({ block: 'nearest' });
    if (!this.isOpen || !(changed.has('active') || changed.has('isOpen'))) return;
    this.querySelector(`#${this.#id}-${this.active}`)?.scrollIntoView({ block: 'nearest' });
  }

  #toggle(): void {
    if (this.isOpen) this.#close();
    else this.#open();
  }

  #open(): void {
    this.#before = this.chosen;
    this.active = Math.max(
      0,
      this.options.findIndex(({ value }) => this.chosen.includes(value)),
    );
    this.isOpen = true;
  }

  #close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    const changed = this.chosen.join('\n') !== this.#before.join('\n');
    if (this.max > 1 && changed) this.#settle();
  }

  #settle(): void {
    if (this.chosen.length >= this.min) this.onChoose(this.chosen);
    else this.chosen = this.#before;
  }

  #pick(index: number): void {
    const option = this.options[index];
    if (option === undefined) return;
    if (this.max === 1) {
      const again = this.min === 0 && this.chosen.includes(option.value);
      this.chosen = again ? [] : [option.value];
      this.isOpen = false;
      this.onChoose(this.chosen);
      return;
    }
    const without = this.chosen.filter((value) => value !== option.value);
    if (without.length < this.chosen.length) this.chosen = without;
    else if (this.chosen.length < this.max) this.chosen = [...this.chosen, option.value];
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.options.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(last, this.active + 1),
      ArrowUp: Math.max(0, this.active - 1),
      Home: 0,
      End: last,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      if (this.isOpen) this.active = target;
      else this.#open();
    } else if (event.key === 'Escape' && this.isOpen) {
      this.#close();
      event.stopPropagation();
    } else if ((event.key === 'Enter' || event.key === ' ') && this.isOpen) {
      this.#pick(this.active);
    } else if (this.isOpen && event.key.length === 1 && /\S/.test(event.key)) {
      const key = event.key.toLowerCase();
      const found = this.options.findIndex(({ label }) => label.toLowerCase().startsWith(key));
      if (found >= 0) this.active = found;
    } else {
      return;
    }
    event.preventDefault();
  }
}

customElements.define('select-menu', SelectMenu);
