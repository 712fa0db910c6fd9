import type { PlacedComponent, PlacedOption } from '../people/components.ts';
import { ComponentType } from '../protocol.ts';
import { compact } from './compact.ts';
import { readCustomId, readEmoji } from './component-parts.ts';
import type { Form } from './form.ts';
import { LIMITS } from './limits.ts';

/**
 * Reads a select of a message or, under a label, of a modal.
 * https://docs.discord.com/developers/components/reference#string-select
 */
export function readSelect(form: Form, type: number, customIds: Set<string>): PlacedComponent {
  const min = form.at('min_values').integer(LIMITS.selectMinValues) ?? 1;
  const max = form.at('max_values').integer(LIMITS.selectMaxValues) ?? 1;
  if (min > max) {
    form
      .at('min_values')
      .complain('SELECT_COMPONENT_MIN_VALUES', `Must be fewer or equal to max_values, which is ${max}`);
  }
  const options =
    type === ComponentType.StringSelect ? readOptions(form.at('options').required()) : undefined;
  if (options !== undefined && max > options.length) {
    form
      .at('max_values')
      .complain(
        'SELECT_COMPONENT_MAX_VALUES',
        `Must be fewer or equal to the number of options, ${options.length}`,
      );
  }
  const { value } = form;
  const filled = ['default_values', 'channel_types'].filter((key) => !form.at(key).absent);
  return {
    type,
    min_values: min,
    max_values: max,
    ...Object.fromEntries(filled.map((key) => [key, (value as Readonly<Record<string, unknown>>)[key]])),
    ...compact({
      custom_id: readCustomId(form.at('custom_id').required(), customIds),
      placeholder: form.at('placeholder').text(LIMITS.selectPlaceholder),
      disabled: form.at('disabled').boolean() || undefined,
      required: form.at('required').boolean(),
      options,
    }),
  };
}

function readOptions(form: Form): readonly PlacedOption[] | undefined {
  const values = new Set<string>();
  return form.list(LIMITS.selectOptions)?.map((option) => {
    const value = option.at('value').required().text(LIMITS.optionValue) ?? '';
    if (values.has(value)) {
      option
        .at('value')
        .complain('SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used');
    }
    values.add(value);
    return {
      label: option.at('label').required().text(LIMITS.optionLabel) ?? '',
      value,
      ...compact({
        description: option.at('description').text(LIMITS.optionDescription),
        emoji: readEmoji(option.at('emoji')),
        default: option.at('default').boolean() || undefined,
      }),
    };
  });
}
