import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Fields, Form } from './form.ts';
import { LIMITS } from './limits.ts';
import { ButtonStyle, ComponentType } from './protocol.ts';

/** A component as read: its own fields, sound or noted as not. */
type Component = Record<string, unknown> & { type: number };

export const SELECTS: readonly number[] = [
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
];

/** Reads a message's rows of buttons and selects, and gives each component its number. */
export function readRows(form: Form, value: unknown): APIMessageTopLevelComponent[] | undefined {
  const list = form.list(value, LIMITS.rows);
  if (list === undefined) return undefined;
  const customIds = new Set<string>();
  const rows = list.map((item, index) => readRow(form.at(index), item, customIds));
  return numbered(rows) as unknown as APIMessageTopLevelComponent[];
}

function readRow(form: Form, value: unknown, customIds: Set<string>): Component {
  const fields = form.fields(value) ?? {};
  const type = form.at('type').oneOf(fields['type'], [ComponentType.ActionRow]);
  if (type === undefined) return { type: ComponentType.ActionRow, components: [] };
  const within = form.at('components');
  within.required(fields['components']);
  const list = within.list(fields['components'], LIMITS.rowButtons) ?? [];
  const components = list.map((item, index) => readMessageComponent(within.at(index), item, customIds));
  const selects = components.filter((component) => SELECTS.includes(component.type)).length;
  if (selects > LIMITS.rowSelects.max || (selects > 0 && components.length > selects)) {
    within
      .at(components.length - 1)
      .complain('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
  }
  return { type, components };
}

function readMessageComponent(form: Form, value: unknown, customIds: Set<string>): Component {
  const fields = form.fields(value) ?? {};
  const type = form.at('type').oneOf(fields['type'], [ComponentType.Button, ...SELECTS]);
  if (type === undefined) return { type: 0 };
  return type === ComponentType.Button
    ? readButton(form, fields, customIds)
    : readSelect(form, fields, type, customIds);
}

function readButton(form: Form, fields: Fields, customIds: Set<string>): Component {
  const style = form.at('style').oneOf(fields['style'], Object.values(ButtonStyle)) ?? ButtonStyle.Secondary;
  const label = form.at('label').text(fields['label'], LIMITS.buttonLabel);
  const emoji = readEmoji(form.at('emoji'), fields['emoji']);
  const disabled = form.at('disabled').boolean(fields['disabled']) ?? false;
  const base = {
    type: ComponentType.Button,
    style,
    ...(label ? { label } : {}),
    ...(emoji ? { emoji } : {}),
  };
  const off = disabled ? { disabled } : {};
  if (style === ButtonStyle.Premium) {
    form.at('style').complain('BUTTON_COMPONENT_PREMIUM_UNSUPPORTED', 'The local Discord sells nothing.');
    return base;
  }
  if (!label && emoji === undefined && fields['label'] === undefined) {
    form.complain('BUTTON_COMPONENT_INVALID_CONTENT', 'A button needs a label or an emoji');
  }
  if (style === ButtonStyle.Link) {
    if (fields['custom_id'] !== undefined && fields['custom_id'] !== null) {
      form.complain(
        'BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE',
        'A custom id and url cannot both be specified',
      );
    }
    if (fields['url'] === undefined || fields['url'] === null) {
      form.at('url').complain('BUTTON_COMPONENT_URL_REQUIRED', 'A url is required');
    }
    return {
      ...base,
      url: form.at('url').url(fields['url'], LIMITS.buttonUrl, ['http', 'https', 'discord']),
      ...off,
    };
  }
  if (fields['url'] !== undefined && fields['url'] !== null) {
    form.complain('BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE', 'A custom id and url cannot both be specified');
  }
  if (fields['custom_id'] === undefined || fields['custom_id'] === null) {
    form.at('custom_id').complain('BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required');
  }
  return { ...base, custom_id: readCustomId(form, fields, customIds), ...off };
}

/** Reads a select of a message or, under a label, of a modal. */
export function readSelect(form: Form, fields: Fields, type: number, customIds: Set<string>): Component {
  form.at('custom_id').required(fields['custom_id']);
  const customId = readCustomId(form, fields, customIds);
  const placeholder = form.at('placeholder').text(fields['placeholder'], LIMITS.selectPlaceholder);
  const min = form.at('min_values').integer(fields['min_values'], LIMITS.selectMinValues) ?? 1;
  const max = form.at('max_values').integer(fields['max_values'], LIMITS.selectMaxValues) ?? 1;
  const disabled = form.at('disabled').boolean(fields['disabled']) ?? false;
  const required = form.at('required').boolean(fields['required']);
  if (min > max) {
    form
      .at('min_values')
      .complain('SELECT_COMPONENT_MIN_VALUES', `Must be fewer or equal to max_values, which is ${max}`);
  }
  const component = {
    type,
    custom_id: customId,
    ...(placeholder === undefined ? {} : { placeholder }),
    min_values: min,
    max_values: max,
    ...(disabled ? { disabled } : {}),
    ...(required === undefined ? {} : { required }),
  };
  if (type !== ComponentType.StringSelect) {
    const kept = ['default_values', 'channel_types'].filter((key) => fields[key] !== undefined);
    return { ...component, ...Object.fromEntries(kept.map((key) => [key, fields[key]])) };
  }
  const within = form.at('options');
  within.required(fields['options']);
  const options = within.list(fields['options'], LIMITS.selectOptions) ?? [];
  const values = new Set<string>();
  const read = options.map((option, index) => readSelectOption(within.at(index), option, values));
  if (form.sound && max > options.length) {
    form
      .at('max_values')
      .complain(
        'SELECT_COMPONENT_MAX_VALUES',
        `Must be fewer or equal to the number of options, ${options.length}`,
      );
  }
  return { ...component, options: read };
}

function readSelectOption(form: Form, value: unknown, values: Set<string>): Record<string, unknown> {
  const fields = form.fields(value) ?? {};
  form.at('label').required(fields['label']);
  form.at('value').required(fields['value']);
  const label = form.at('label').text(fields['label'], LIMITS.optionLabel);
  const text = form.at('value').text(fields['value'], LIMITS.optionValue);
  const description = form.at('description').text(fields['description'], LIMITS.optionDescription);
  const emoji = readEmoji(form.at('emoji'), fields['emoji']);
  const chosen = form.at('default').boolean(fields['default']);
  if (text !== undefined && values.has(text)) {
    form
      .at('value')
      .complain('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used');
  }
  values.add(text ?? '');
  return {
    label,
    value: text,
    ...(description ? { description } : {}),
    ...(emoji ? { emoji } : {}),
    ...(chosen === true ? { default: true } : {}),
  };
}

function readCustomId(form: Form, fields: Fields, customIds: Set<string>): string | undefined {
  const customId = form.at('custom_id').text(fields['custom_id'], LIMITS.customId);
  if (customId === undefined) return undefined;
  if (customIds.has(customId)) {
    form
      .at('custom_id')
      .complain('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  customIds.add(customId);
  return customId;
}

function readEmoji(form: Form, value: unknown): Record<string, unknown> | undefined {
  const fields = form.fields(value);
  if (fields === undefined) return undefined;
  const name = form.at('name').text(fields['name']);
  const id = form.at('id').snowflake(fields['id']);
  if (
    id === undefined &&
    (name === undefined || !/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(name))
  ) {
    form.at('name').complain('BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji');
    return undefined;
  }
  return { ...(name === undefined ? {} : { name }), ...(id === undefined ? {} : { id }) };
}

/** Components with an `id` each, from 1 in the order in which they are drawn. */
export function numbered(rows: readonly Component[]): Component[] {
  let last = 0;
  const number = (component: Component): Component => {
    last += 1;
    const id = last;
    const children = component['components'];
    const child = component['component'];
    return {
      ...component,
      id,
      ...(Array.isArray(children) ? { components: children.map((one: Component) => number(one)) } : {}),
      ...(typeof child === 'object' && child !== null ? { component: number(child as Component) } : {}),
    };
  };
  return rows.map(number);
}
