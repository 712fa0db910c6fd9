import type { State } from '../state.ts';
import { type EntryOption, OPTION } from './command-entries.ts';
import type { OptionInput } from './draft.ts';

export interface Suggestion {
  readonly label: string;
  readonly about?: string;
  readonly value: string | number | boolean;
}

/** What an option can be of itself, without asking the bot; undefined where anything may be typed. */
export function ownSuggestions({ snapshot }: State, option: EntryOption): readonly Suggestion[] | undefined {
  if (option.choices.length > 0) return option.choices.map(({ name, value }) => ({ label: name, value }));
  const users = (snapshot?.users ?? []).map(({ id, name }) => ({ label: `@${name}`, value: id }));
  const roles = (snapshot?.roles ?? []).map(({ id, name }) => ({
    label: name.startsWith('@') ? name : `@${name}`,
    value: id,
  }));
  switch (option.type) {
    case OPTION.boolean:
      return [
        { label: 'True', value: true },
        { label: 'False', value: false },
      ];
    case OPTION.user:
      return users;
    case OPTION.role:
      return roles;
    case OPTION.mentionable:
      return [...users, ...roles];
    case OPTION.channel:
      return (snapshot?.channels ?? [])
        .filter(({ kind }) => kind === 'guild')
        .map(({ id, name }) => ({ label: `#${name}`, value: id }));
    default:
      return undefined;
  }
}

export function matching(suggestions: readonly Suggestion[], typed: string): readonly Suggestion[] {
  const query = typed.trim().toLowerCase();
  return suggestions.filter(({ label }) => label.toLowerCase().includes(query));
}

export type OptionReading =
  | { readonly value: string | number | boolean }
  | { readonly fault: string }
  | { readonly empty: true };

/** What is sent for an option, or what is wrong with it, in Discord's words where they are known. */
export function readOption(state: State, option: EntryOption, input: OptionInput | undefined): OptionReading {
  const text = input?.text.trim() ?? '';
  if (text === '')
    return option.required ? { fault: 'This option is required. Specify a value.' } : { empty: true };
  if (input?.value !== undefined) return { value: input.value };
  const own = ownSuggestions(state, option);
  if (own !== undefined) {
    const exact = own.find(({ label }) => label.toLowerCase() === text.toLowerCase());
    return exact === undefined
      ? { fault: 'This option is invalid. Choose one from the list.' }
      : { value: exact.value };
  }
  if (option.type === OPTION.string) return { value: text };
  if (option.type === OPTION.integer || option.type === OPTION.number) {
    const number = Number(text);
    const fits = Number.isFinite(number) && (option.type === OPTION.number || Number.isInteger(number));
    return fits ? { value: number } : { fault: 'This option is invalid. Enter a number.' };
  }
  return { fault: 'This page cannot fill in an option of this kind.' };
}
