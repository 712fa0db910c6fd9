import type { State } from '../state.ts';
import { type CommandEntry, commandEntries, type EntryOption, matchingEntries } from './command-entries.ts';
import { matchingMentions, mentionables, typedMention } from './mentions.ts';
import { matching, ownSuggestions, readOption, type Suggestion } from './option-values.ts';
import type { Suggester } from './suggest.ts';

export type ListItem =
  | { readonly kind: 'command'; readonly entry: CommandEntry }
  | { readonly kind: 'option'; readonly option: EntryOption }
  | { readonly kind: 'value'; readonly option: EntryOption; readonly suggestion: Suggestion }
  | { readonly kind: 'mention'; readonly name: string; readonly about: string; readonly from: number };

/** What stands above the composer to choose from. */
export interface List {
  readonly heading: string;
  readonly items: readonly ListItem[];
  /** Said in place of items, or under the heading. */
  readonly note: string | null;
  /** Whether the first item is chosen before any arrow is pressed. */
  readonly preselects: boolean;
}

/** The commands that the person is offered in the current channel. */
export function entriesOf({ snapshot, channel }: State): readonly CommandEntry[] {
  if (snapshot === null || channel === undefined || !channel.mayUseCommands) return [];
  return commandEntries(snapshot.commands[channel.id] ?? []);
}

/** The command that is being filled in; undefined where there is none, or where it is not offered any more. */
export function currentEntry(state: State): CommandEntry | undefined {
  const { command } = state.draft;
  return command === null ? undefined : entriesOf(state).find(({ name }) => name === command.name);
}

/** The list that fits what is being typed; null where there is nothing to choose. */
export function openList(state: State, suggester: Suggester, cursor: number): List | null {
  const { draft } = state;
  if (draft.listClosed) return null;
  const entry = currentEntry(state);
  if (entry !== undefined)
    return draft.option === null ? restList(state, entry) : valueList(state, entry, suggester);
  if (draft.command !== null) return null;
  return commandList(state) ?? mentionList(state, cursor);
}

function commandList(state: State): List | null {
  const { text } = state.draft;
  if (!text.startsWith('/') || text.includes('\n')) return null;
  const items = matchingEntries(entriesOf(state), text.slice(1)).map(
    (entry): ListItem => ({ kind: 'command', entry }),
  );
  if (items.length === 0) return null;
  return { heading: state.snapshot?.bot.name ?? '', items, note: null, preselects: true };
}

function mentionList(state: State, cursor: number): List | null {
  const at = typedMention(state.draft.text, cursor);
  if (at === undefined) return null;
  const items = matchingMentions(mentionables(state), at.typed).map(
    ({ name, about }): ListItem => ({ kind: 'mention', name, about, from: at.from }),
  );
  return items.length === 0 ? null : { heading: 'Members', items, note: null, preselects: true };
}

/** The options that have not been put in yet. */
export function openOptions(state: State, entry: CommandEntry): readonly EntryOption[] {
  const { command } = state.draft;
  return entry.options.filter(({ name }) => command?.inputs.has(name) !== true);
}

function restList(state: State, entry: CommandEntry): List | null {
  const typed = (state.draft.command?.rest ?? '').trim().toLowerCase();
  const items = openOptions(state, entry)
    .filter(({ name }) => name.startsWith(typed))
    .map((option): ListItem => ({ kind: 'option', option }));
  if (items.length === 0) return null;
  return { heading: 'Options', items, note: null, preselects: typed !== '' };
}

function valueList(state: State, entry: CommandEntry, suggester: Suggester): List | null {
  const { command, option: name } = state.draft;
  const option = entry.options.find((one) => one.name === name);
  const input = command?.inputs.get(name ?? '');
  if (option === undefined || input === undefined || input.value !== undefined) return null;
  const heading = `${option.name}: ${option.description}`;
  const toItem = (suggestion: Suggestion): ListItem => ({ kind: 'value', option, suggestion });
  const own = ownSuggestions(state, option);
  if (own !== undefined) {
    const items = matching(own, input.text).slice(0, 25).map(toItem);
    return {
      heading,
      items,
      note: items.length === 0 ? 'No options match your search.' : null,
      preselects: true,
    };
  }
  if (!option.autocomplete) return { heading, items: [], note: null, preselects: false };
  const suggestions = suggester.want({
    as: state.personaKey,
    channelId: state.channel?.id ?? '',
    name: entry.name,
    focused: option.name,
    others: otherValues(state, entry, option.name),
    partial: input.text,
  });
  if (suggestions.kind === 'loading')
    return { heading, items: [], note: 'Loading options…', preselects: false };
  if (suggestions.kind === 'failed')
    return { heading, items: [], note: suggestions.reason, preselects: false };
  // What one types is a value too, so that nothing is chosen until an arrow says so.
  const items = suggestions.found.map(toItem);
  return {
    heading,
    items,
    note: items.length === 0 ? 'No options match your search.' : null,
    preselects: false,
  };
}

function otherValues(
  state: State,
  entry: CommandEntry,
  focused: string,
): Record<string, string | number | boolean> {
  const others = entry.options.filter(({ name }) => name !== focused);
  return Object.fromEntries(
    others.flatMap((option) => {
      const reading = readOption(state, option, state.draft.command?.inputs.get(option.name));
      return 'value' in reading ? [[option.name, reading.value]] : [];
    }),
  );
}
