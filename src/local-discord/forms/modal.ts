import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { PlacedComponent } from '../people/components.ts';
import { ComponentType, SELECTS } from '../protocol.ts';
import { compact } from './compact.ts';
import { readCustomId } from './component-parts.ts';
import { numbered } from './components.ts';
import type { Form } from './form.ts';
import { LIMITS } from './limits.ts';
import { readSelect } from './select.ts';

/** Reads a modal: labels with a text input or a select each, texts, or rows with a text input. */
export function readModal(form: Form): APIModalInteractionResponseCallbackData {
  const customIds = new Set<string>();
  const components = form.at('components').required().list(LIMITS.modalComponents) ?? [];
  return {
    custom_id: form.at('custom_id').required().text(LIMITS.modalCustomId) ?? '',
    title: form.at('title').required().text(LIMITS.modalTitle) ?? '',
    components: numbered(
      components.map((one) => readModalComponent(one, customIds)),
    ) as unknown as APIModalInteractionResponseCallbackData['components'],
  };
}

function readModalComponent(form: Form, customIds: Set<string>): PlacedComponent {
  const { ActionRow, TextDisplay, Label } = ComponentType;
  const type = form.object().at('type').required().oneOf([ActionRow, TextDisplay, Label]);
  if (type === TextDisplay) return { type, content: form.at('content').required().text() ?? '' };
  if (type === Label) {
    return {
      type,
      label: form.at('label').required().text(LIMITS.labelText) ?? '',
      ...compact({ description: form.at('description').text(LIMITS.labelDescription) }),
      component: readLabelled(form.at('component').required(), customIds),
    };
  }
  if (type === ActionRow) {
    const inputs = form.at('components').required().list(LIMITS.rowInputs) ?? [];
    return { type, components: inputs.map((input) => readInputOfRow(input, customIds)) };
  }
  return { type: 0 };
}

function readInputOfRow(form: Form, customIds: Set<string>): PlacedComponent {
  form.object().at('type').required().oneOf([ComponentType.TextInput]);
  const label = form.at('label').required().text(LIMITS.inputLabel) ?? '';
  return { ...readTextInput(form, customIds), label };
}

function readLabelled(form: Form, customIds: Set<string>): PlacedComponent {
  const type = form
    .object()
    .at('type')
    .required()
    .oneOf([ComponentType.TextInput, ...SELECTS]);
  if (type === undefined) return { type: 0 };
  return type === ComponentType.TextInput
    ? readTextInput(form, customIds)
    : readSelect(form, type, customIds);
}

function readTextInput(form: Form, customIds: Set<string>): PlacedComponent {
  return {
    type: ComponentType.TextInput,
    ...compact({
      custom_id: readCustomId(form.at('custom_id').required(), customIds),
      style: form.at('style').required().oneOf([1, 2]),
      required: form.at('required').boolean() ?? true,
      min_length: form.at('min_length').integer(LIMITS.inputMinLength),
      max_length: form.at('max_length').integer(LIMITS.inputMaxLength),
      value: form.at('value').text(LIMITS.inputValue),
      placeholder: form.at('placeholder').text(LIMITS.inputPlaceholder),
    }),
  };
}
