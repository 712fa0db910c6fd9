import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { Fields, Form } from './form.ts';
import { numbered, readSelect, SELECTS } from './form-components.ts';
import { LIMITS } from './limits.ts';
import { ComponentType } from './protocol.ts';

type Component = Record<string, unknown> & { type: number };

/** Reads a modal: labels with a text input or a select each, texts, or rows with a text input. */
export function readModal(form: Form, value: unknown): APIModalInteractionResponseCallbackData {
  const fields = form.fields(value) ?? {};
  for (const key of ['custom_id', 'title', 'components']) form.at(key).required(fields[key]);
  const customId = form.at('custom_id').text(fields['custom_id'], LIMITS.modalCustomId);
  const title = form.at('title').text(fields['title'], LIMITS.modalTitle);
  const list = form.at('components').list(fields['components'], LIMITS.modalComponents) ?? [];
  const customIds = new Set<string>();
  const components = list.map((item, index) =>
    readModalComponent(form.at('components', index), item, customIds),
  );
  return {
    custom_id: customId,
    title,
    components: numbered(components),
  } as unknown as APIModalInteractionResponseCallbackData;
}

function readModalComponent(form: Form, value: unknown, customIds: Set<string>): Component {
  const fields = form.fields(value) ?? {};
  const type = form
    .at('type')
    .oneOf(fields['type'], [ComponentType.ActionRow, ComponentType.TextDisplay, ComponentType.Label]);
  if (type === ComponentType.TextDisplay) {
    form.at('content').required(fields['content']);
    return { type, content: form.at('content').text(fields['content']) };
  }
  if (type === ComponentType.Label) {
    form.at('label').required(fields['label']);
    form.at('component').required(fields['component']);
    const label = form.at('label').text(fields['label'], LIMITS.labelText);
    const description = form.at('description').text(fields['description'], LIMITS.labelDescription);
    const component = readLabelled(form.at('component'), fields['component'], customIds);
    return { type, label, ...(description === undefined ? {} : { description }), component };
  }
  if (type === ComponentType.ActionRow) {
    const list =
      form.at('components').list(fields['components'], { min: 1, max: 1, of: 'items', source: 'observed' }) ??
      [];
    const components = list.map((item, index) => {
      const at = form.at('components', index);
      const inner = at.fields(item) ?? {};
      at.at('type').oneOf(inner['type'], [ComponentType.TextInput]);
      at.at('label').required(inner['label']);
      const label = at.at('label').text(inner['label'], LIMITS.inputLabel);
      return { ...readTextInput(at, inner, customIds), label };
    });
    return { type, components };
  }
  return { type: 0 };
}

function readLabelled(form: Form, value: unknown, customIds: Set<string>): Component {
  const fields = form.fields(value) ?? {};
  const type = form.at('type').oneOf(fields['type'], [ComponentType.TextInput, ...SELECTS]);
  if (type === undefined) return { type: 0 };
  return type === ComponentType.TextInput
    ? readTextInput(form, fields, customIds)
    : readSelect(form, fields, type, customIds);
}

function readTextInput(form: Form, fields: Fields, customIds: Set<string>): Component {
  form.at('custom_id').required(fields['custom_id']);
  const customId = form.at('custom_id').text(fields['custom_id'], LIMITS.customId);
  if (customId !== undefined && customIds.has(customId)) {
    form
      .at('custom_id')
      .complain('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  if (customId !== undefined) customIds.add(customId);
  form.at('style').required(fields['style']);
  const style = fields['style'] === undefined ? undefined : form.at('style').oneOf(fields['style'], [1, 2]);
  const min = form.at('min_length').integer(fields['min_length'], LIMITS.inputMinLength);
  const max = form.at('max_length').integer(fields['max_length'], LIMITS.inputMaxLength);
  const text = form.at('value').text(fields['value'], LIMITS.inputValue);
  const placeholder = form.at('placeholder').text(fields['placeholder'], LIMITS.inputPlaceholder);
  const required = form.at('required').boolean(fields['required']) ?? true;
  return {
    type: ComponentType.TextInput,
    custom_id: customId,
    style,
    required,
    ...(min === undefined ? {} : { min_length: min }),
    ...(max === undefined ? {} : { max_length: max }),
    ...(text === undefined ? {} : { value: text }),
    ...(placeholder === undefined ? {} : { placeholder }),
  };
}
