import type { PlacedComponent } from '../people/components.ts';
import { compact } from './compact.ts';
import type { Form } from './form.ts';
import { LIMITS } from './limits.ts';

/** Reads a custom id, of which a message or modal has each but once. */
export function readCustomId(form: Form, customIds: Set<string>): string | undefined {
  const customId = form.text(LIMITS.customId);
  if (customId === undefined) return undefined;
  if (customIds.has(customId)) {
    form.complain('COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated');
  }
  customIds.add(customId);
  return customId;
}

export function readEmoji(form: Form): PlacedComponent['emoji'] | undefined {
  if (form.object().absent) return undefined;
  const name = form.at('name').text();
  const id = form.at('id').snowflake();
  if (id === undefined && !/\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u.test(name ?? '')) {
    form.at('name').complain('BUTTON_COMPONENT_INVALID_EMOJI', 'Invalid emoji');
    return undefined;
  }
  return compact({ name, id });
}
