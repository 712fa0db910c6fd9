import type { APIMessage, APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { ButtonStyle, ComponentType } from '../protocol.ts';

/** A component as it stands in a message or modal, of whatever type. */
export interface PlacedComponent {
  readonly type: number;
  readonly id?: number;
  readonly custom_id?: string;
  readonly style?: number;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly min_values?: number;
  readonly max_values?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly value?: string;
  readonly label?: string;
  readonly description?: string;
  readonly content?: string;
  readonly url?: string;
  readonly placeholder?: string;
  readonly emoji?: { readonly name?: string; readonly id?: string };
  readonly options?: readonly PlacedOption[];
  readonly components?: readonly PlacedComponent[];
  readonly component?: PlacedComponent;
}

export interface PlacedOption {
  readonly label: string;
  readonly value: string;
  readonly description?: string;
  readonly emoji?: { readonly name?: string; readonly id?: string };
  readonly default?: boolean;
}

/** The component of a message with this custom id, which a person can use, and which is of one of these types. */
export function usableComponent(
  message: APIMessage,
  customId: string,
  types: readonly number[],
): PlacedComponent {
  const rows = (message.components ?? []) as readonly PlacedComponent[];
  const found = rows.flatMap((row) => row.components ?? []).find((one) => one.custom_id === customId);
  if (found === undefined) throw new Error(`The message has no component "${customId}".`);
  if (!types.includes(found.type)) throw new Error(`The component "${customId}" cannot be used so.`);
  if (found.disabled === true) throw new Error(`The component "${customId}" is disabled.`);
  if (found.type === ComponentType.Button && found.style === ButtonStyle.Link) {
    throw new Error(`The button "${customId}" is a link.`);
  }
  return found;
}

/** Refuses what a select does not offer. */
export function checkSelection(component: PlacedComponent, values: readonly string[]): void {
  const { min_values: min = 1, max_values: max = 1, custom_id: name = '' } = component;
  if (values.length < min || values.length > max) {
    throw new Error(`The select "${name}" takes ${min} to ${max} values, not ${values.length}.`);
  }
  if (component.type !== ComponentType.StringSelect) return;
  const unknown = values.find((value) => !component.options?.some((option) => option.value === value));
  if (unknown !== undefined) throw new Error(`The select "${name}" has no option "${unknown}".`);
}

/** What a person fills into a modal: a text or the values of a select, by custom id. */
export type ModalValues = Readonly<Record<string, string | readonly string[]>>;

/** A filled-in modal as an interaction carries it. A field that is not filled in keeps what stands in it. */
export function submittedComponents(
  modal: APIModalInteractionResponseCallbackData,
  values: ModalValues,
): unknown[] {
  const top = modal.components as unknown as readonly PlacedComponent[];
  const fields = top.flatMap((one) => one.components ?? one.component ?? []);
  const unknown = Object.keys(values).find((name) => !fields.some((field) => field.custom_id === name));
  if (unknown !== undefined) throw new Error(`The modal has no field "${unknown}".`);
  return top.map((one) => {
    if (one.components !== undefined) {
      return {
        type: one.type,
        id: one.id,
        components: one.components.map((field) => submitted(field, values)),
      };
    }
    if (one.component !== undefined) {
      return { type: one.type, id: one.id, component: submitted(one.component, values) };
    }
    return { type: one.type, id: one.id };
  });
}

function submitted(field: PlacedComponent, values: ModalValues): unknown {
  const name = field.custom_id ?? '';
  const given = values[name];
  const base = { type: field.type, id: field.id, custom_id: name };
  if (field.type === ComponentType.TextInput) {
    const text = given === undefined ? (field.value ?? '') : given;
    if (typeof text !== 'string') throw new Error(`The field "${name}" takes a text.`);
    const { min_length: min = 0, max_length: max = 4_000 } = field;
    if (text === '' && field.required !== false) throw new Error(`The field "${name}" is required.`);
    if (text !== '' && (text.length < min || text.length > max)) {
      throw new Error(`The field "${name}" takes ${min} to ${max} characters.`);
    }
    return { ...base, value: text };
  }
  const preset = (field.options ?? [])
    .filter((option) => option.default === true)
    .map((option) => option.value);
  const chosen = given === undefined ? preset : [given].flat();
  if (chosen.length > 0 || field.required !== false) checkSelection(field, chosen);
  return { ...base, values: chosen };
}
