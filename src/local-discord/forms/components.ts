import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { PlacedComponent } from '../people/components.ts';
import { ButtonStyle, ComponentType, SELECTS } from '../protocol.ts';
import { compact } from './compact.ts';
import { readCustomId, readEmoji } from './component-parts.ts';
import type { Form } from './form.ts';
import { LIMITS } from './limits.ts';
import { readSelect } from './select.ts';

/** Reads a message's rows of buttons and selects, and gives each component its number. */
export function readRows(form: Form): APIMessageTopLevelComponent[] | undefined {
  const customIds = new Set<string>();
  const rows = form.list(LIMITS.rows)?.map((row) => readRow(row, customIds));
  return rows === undefined ? undefined : (numbered(rows) as unknown as APIMessageTopLevelComponent[]);
}

function readRow(form: Form, customIds: Set<string>): PlacedComponent {
  form.object().at('type').required().oneOf([ComponentType.ActionRow]);
  const list = form.at('components').required().list(LIMITS.rowButtons) ?? [];
  const components = list.map((item) => readMessageComponent(item, customIds));
  const selects = components.filter(({ type }) => SELECTS.includes(type)).length;
  if (selects > LIMITS.rowSelects.max || (selects > 0 && components.length > selects)) {
    list
      .at(-1)
      ?.complain('COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'The specified component exceeds the maximum width');
  }
  return { type: ComponentType.ActionRow, components };
}

function readMessageComponent(form: Form, customIds: Set<string>): PlacedComponent {
  const type = form
    .object()
    .at('type')
    .required()
    .oneOf([ComponentType.Button, ...SELECTS]);
  if (type === undefined) return { type: 0 };
  return type === ComponentType.Button ? readButton(form, customIds) : readSelect(form, type, customIds);
}

/** https://docs.discord.com/developers/components/reference#button */
function readButton(form: Form, customIds: Set<string>): PlacedComponent {
  const style = form.at('style').required().oneOf(Object.values(ButtonStyle)) ?? ButtonStyle.Secondary;
  if (style === ButtonStyle.Premium) {
    form.at('style').complain('LOCAL_DISCORD_UNSUPPORTED', 'The local Discord has nothing to sell.');
    return { type: ComponentType.Button, style };
  }
  const label = form.at('label').text(LIMITS.buttonLabel);
  const emoji = readEmoji(form.at('emoji'));
  if (
    form.at('label').value === '' ? emoji === undefined : form.at('label').absent && form.at('emoji').absent
  ) {
    form.complain('BUTTON_COMPONENT_INVALID_CONTENT', 'A button needs a label or an emoji');
  }
  const isLink = style === ButtonStyle.Link;
  const [target, other] = isLink
    ? [form.at('url'), form.at('custom_id')]
    : [form.at('custom_id'), form.at('url')];
  if (!other.absent) {
    form.complain('BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE', 'A custom id and url cannot both be specified');
  }
  if (target.absent && isLink) target.complain('BUTTON_COMPONENT_URL_REQUIRED', 'A url is required');
  if (target.absent && !isLink)
    target.complain('BUTTON_COMPONENT_CUSTOM_ID_REQUIRED', 'A custom id is required');
  return {
    type: ComponentType.Button,
    style,
    ...compact({
      label: label || undefined,
      emoji,
      url: isLink ? target.url(LIMITS.buttonUrl, ['http', 'https', 'discord']) : undefined,
      custom_id: isLink ? undefined : readCustomId(target, customIds),
      disabled: form.at('disabled').boolean() || undefined,
    }),
  };
}

/** Components with an `id` each, from 1 in the order in which they are drawn. */
export function numbered(top: readonly PlacedComponent[]): PlacedComponent[] {
  let last = 0;
  const number = (one: PlacedComponent): PlacedComponent => {
    last += 1;
    return {
      ...one,
      id: last,
      ...(one.components === undefined ? {} : { components: one.components.map(number) }),
      ...(one.component === undefined ? {} : { component: number(one.component) }),
    };
  };
  return top.map(number);
}
