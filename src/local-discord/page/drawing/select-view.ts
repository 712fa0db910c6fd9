import { html, type TemplateResult } from 'lit';
import type { PlacedComponent } from '../../people/components.ts';
import type { State } from '../state.ts';
import './select-menu.ts';
import type { SelectOption } from './select-menu.ts';

/** A select of whatever kind: of the bot's own options, or of people, roles and channels. */
export function selectView(
  state: State,
  key: string,
  component: PlacedComponent,
  { busy, onChoose }: { readonly busy: boolean; readonly onChoose: (values: readonly string[]) => void },
): TemplateResult {
  const { placeholder = 'Make a selection', min_values: min = 1, max_values: max = 1, disabled } = component;
  const options = optionsOf(state, component);
  const preset = (component.options ?? []).filter((one) => one.default === true).map(({ value }) => value);
  return html`<select-menu
    data-key=${key}
    data-custom-id=${component.custom_id ?? ''}
    .options=${options}
    .chosen=${preset}
    .placeholder=${placeholder}
    .min=${min}
    .max=${max}
    .disabled=${disabled === true}
    .busy=${busy}
    .onChoose=${onChoose}
  ></select-menu>`;
}

function optionsOf({ snapshot }: State, { type, options = [] }: PlacedComponent): readonly SelectOption[] {
  const users = (snapshot?.users ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const roles = (snapshot?.roles ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const channels = (snapshot?.channels ?? [])
    .filter(({ kind }) => kind === 'guild')
    .map(({ id, name }) => ({ value: id, label: `#${name}` }));
  switch (type) {
    case 5:
      return users;
    case 6:
      return roles;
    case 7:
      return [...users, ...roles];
    case 8:
      return channels;
    default:
      return options.map(({ value, label, description, emoji }) => ({
        value,
        label,
        description,
        sign: emoji?.name,
      }));
  }
}
