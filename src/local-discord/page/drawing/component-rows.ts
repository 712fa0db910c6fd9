import type { APIMessage } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { PlacedComponent } from '../../people/components.ts';
import { interact } from '../act.ts';
import type { Pending, State } from '../state.ts';
import { selectView } from './select-view.ts';

const BUTTON = 2;
const SELECTS: readonly number[] = [3, 5, 6, 7, 8];
const STYLES = ['primary', 'primary', 'secondary', 'success', 'destructive', 'secondary'] as const;

/** The buttons and selects under a message. */
export function componentRows(
  state: State,
  message: APIMessage,
  pending: readonly Pending[],
): TemplateResult | typeof nothing {
  const rows = (message.components ?? []) as readonly PlacedComponent[];
  if (rows.length === 0) return nothing;
  const isBusy = (id: string | undefined) =>
    pending.some(({ source, failure }) => failure === null && source?.customId === id);
  return html`${rows.map(
    ({ components = [] }) => html`<discord-action-row>
      ${components.map((one) => {
        if (one.type === BUTTON) return button(state, message, one, isBusy(one.custom_id));
        if (SELECTS.includes(one.type)) return select(state, message, one, isBusy(one.custom_id));
        return html`<span class="not-loaded">A component of type ${one.type}, which this page does not draw.</span>`;
      })}
    </discord-action-row>`,
  )}`;
}

function button(state: State, message: APIMessage, one: PlacedComponent, busy: boolean): TemplateResult {
  const { style = 2, label = '', emoji, disabled = false, url, custom_id: customId } = one;
  const press = () => {
    if (disabled || busy || customId === undefined) return;
    const source = { messageId: message.id, customId };
    void interact(
      state,
      { do: 'press', ...source },
      { channelId: message.channel_id, kind: 'component', label, source },
    );
  };
  const sign = emoji?.name === undefined ? '' : `${emoji.id === undefined ? emoji.name : `:${emoji.name}:`} `;
  if (style === 5) {
    const target = url !== undefined && /^https?:\/\//i.test(url) ? url : undefined;
    return html`<discord-button type="secondary" .url=${target} ?disabled=${disabled}>${sign}${label}</discord-button>`;
  }
  return html`<discord-button
    type=${STYLES[style] ?? 'secondary'}
    ?disabled=${disabled}
    ?data-busy=${busy}
    data-custom-id=${customId ?? ''}
    @click=${press}
    >${sign}${label}</discord-button
  >`;
}

function select(state: State, message: APIMessage, one: PlacedComponent, busy: boolean): TemplateResult {
  const { custom_id: customId = '' } = one;
  const choose = (values: readonly string[]) => {
    const source = { messageId: message.id, customId };
    const label = one.placeholder ?? 'Select';
    void interact(
      state,
      { do: 'select', ...source, values },
      { channelId: message.channel_id, kind: 'component', label, source },
    );
  };
  return selectView(state, `${message.id} ${customId}`, one, { busy, onChoose: choose });
}
