import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import type { PlacedComponent } from '../../people/components.ts';
import { interact } from '../act.ts';
import { icons } from '../drawing/icons.ts';
import { markdownView } from '../drawing/markdown-view.ts';
import { selectView } from '../drawing/select-view.ts';
import type { OpenModal, State } from '../state.ts';

const TEXT_INPUT = 4;
const TEXT_DISPLAY = 10;
const LABEL = 18;
const SELECTS: readonly number[] = [3, 5, 6, 7, 8];

/** What has been chosen in the selects of the open form; texts stand in their fields. */
const chosen = new Map<string, readonly string[]>();

/** The form that the bot asks to be filled in. */
export function modalView(state: State): TemplateResult | typeof nothing {
  const { modal: open } = state;
  if (open === null) return nothing;
  const { title, components } = open.modal;
  const close = () => {
    chosen.clear();
    state.modal = null;
    state.changed();
    state.focusComposer();
  };
  const submit = (event: Event) => {
    event.preventDefault();
    void send(state, open, event.currentTarget as HTMLFormElement);
  };
  return html`${keyed(
    open.outcomeId,
    html`<dialog class="modal" aria-labelledby="modal-title" @cancel=${close} ${ref(show)}>
      <form method="dialog" @submit=${submit}>
        <header>
          <h2 id="modal-title">${title}</h2>
          <button type="button" aria-label="Close" @click=${close}>${icons.close}</button>
        </header>
        <div class="modal-fields">
          ${(components as unknown as readonly PlacedComponent[]).map((one) => field(state, one))}
          ${open.error === null ? nothing : html`<p class="failure" role="alert">${open.error}</p>`}
        </div>
        <footer>
          <button type="button" class="quiet" @click=${close}>Cancel</button>
          <button type="submit" class="strong">Submit</button>
        </footer>
      </form>
    </dialog>`,
  )}`;
}

/** Drawn first and put into the document after; then the first field is typed in. */
function show(element: Element | undefined): void {
  if (!(element instanceof HTMLDialogElement)) return;
  queueMicrotask(() => {
    if (!element.isConnected || element.open) return;
    element.showModal();
    element.querySelector<HTMLElement>('.modal-fields :is(input, textarea, [role="combobox"])')?.focus();
  });
}

async function send(state: State, open: OpenModal, form: HTMLFormElement): Promise<void> {
  const texts = [...new FormData(form)].map(([name, value]) => [name, String(value)] as const);
  const values = Object.fromEntries([...texts, ...chosen]);
  const about = {
    channelId: state.channel?.id ?? '',
    kind: 'modal',
    label: open.modal.title,
    source: null,
  } as const;
  const refusal = await interact(state, { do: 'submitModal', outcomeId: open.outcomeId, values }, about);
  if (refusal === null || state.modal === null) return;
  state.modal = { ...open, error: refusal };
  state.changed();
}

function field(state: State, one: PlacedComponent): TemplateResult | typeof nothing {
  if (one.type === TEXT_DISPLAY)
    return html`<div class="text">${markdownView(state, one.content ?? '')}</div>`;
  if (one.type === LABEL && one.component !== undefined) {
    const { label = '', description, component } = one;
    return control(state, component, label, description);
  }
  return html`${(one.components ?? []).map((inner) => control(state, inner, inner.label ?? '', undefined))}`;
}

function control(
  state: State,
  one: PlacedComponent,
  label: string,
  description: string | undefined,
): TemplateResult {
  const {
    custom_id: name = '',
    required = true,
    min_length: min,
    max_length: max = 4_000,
    placeholder = '',
  } = one;
  const id = `field-${name}`;
  const caption = html`${label}${required ? html`<span class="required" aria-hidden="true"> *</span>` : nothing}`;
  const isSelect = SELECTS.includes(one.type);
  const title = html`${isSelect ? html`<div class="field-name">${caption}</div>` : html`<label for=${id}>${caption}</label>`}
    ${description === undefined ? nothing : html`<p class="hint" id="${id}-hint">${description}</p>`}`;
  if (isSelect) {
    const onChoose = (values: readonly string[]) => chosen.set(name, values);
    const titled = { ...one, placeholder: placeholder === '' ? label : placeholder };
    return html`<div class="modal-field">${title}${selectView(state, id, titled, { busy: false, onChoose })}</div>`;
  }
  if (one.type !== TEXT_INPUT)
    return html`<p class="not-loaded">A field of type ${one.type}, which this page does not draw.</p>`;
  const hint = description === undefined ? nothing : `${id}-hint`;
  return html`<div class="modal-field">
    ${title}
    ${
      one.style === 2
        ? html`<textarea id=${id} name=${name} rows="5" ?required=${required} minlength=${min ?? nothing} maxlength=${max} placeholder=${placeholder} aria-describedby=${hint} .defaultValue=${one.value ?? ''}></textarea>`
        : html`<input id=${id} name=${name} type="text" autocomplete="off" ?required=${required} minlength=${min ?? nothing} maxlength=${max} placeholder=${placeholder} aria-describedby=${hint} .defaultValue=${one.value ?? ''} />`
    }
  </div>`;
}
