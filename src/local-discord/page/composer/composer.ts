import { act, interact } from '../act.ts';
import type { State } from '../state.ts';
import { type CommandEntry, namedEntry } from './command-entries.ts';
import type { OptionInput } from './draft.ts';
import { currentEntry, entriesOf, type List, type ListItem, openList, openOptions } from './lists.ts';
import { encodeMentions, mentionables } from './mentions.ts';
import { readOption } from './option-values.ts';
import { Suggester } from './suggest.ts';

const NOT_CONNECTED = 'Not connected. What you typed stays here; send it once the connection is back.';

/** What one types with: text, a slash command with its options, and the list above them. */
export class Composer {
  readonly #state: State;
  readonly #suggester: Suggester;

  constructor(state: State) {
    this.#state = state;
    this.#suggester = new Suggester(() => state.changed());
    state.focusComposer = () => {
      // What is to be focused may have to be drawn first.
      state.changed();
      queueMicrotask(() => this.#focus());
    };
  }

  list(): List | null {
    return openList(this.#state, this.#suggester, this.#textArea?.selectionStart ?? 0);
  }

  /** The chosen item of the list; -1 for none. */
  choiceOf(list: List | null): number {
    if (list === null || list.items.length === 0) return -1;
    const { choice } = this.#state.draft;
    return choice === null ? (list.preselects ? 0 : -1) : Math.min(choice, list.items.length - 1);
  }

  typeText(text: string): void {
    const { draft } = this.#state;
    draft.text = text;
    this.#typed();
    const named = namedEntry(entriesOf(this.#state), text);
    if (named !== undefined) this.#begin(named.entry, named.rest);
    this.#state.changed();
  }

  typeOption(name: string, text: string): void {
    this.#setInput(name, { text });
    this.#typed();
    this.#state.changed();
  }

  /** `publisher:` puts the option in at once. */
  typeRest(rest: string): void {
    const { draft } = this.#state;
    draft.change({ rest });
    this.#typed();
    const entry = currentEntry(this.#state);
    const named = /^\s*([\p{L}\p{N}_-]+):(.*)$/u.exec(rest);
    const option =
      entry === undefined
        ? undefined
        : openOptions(this.#state, entry).find(({ name }) => name === named?.[1]);
    if (option !== undefined) {
      draft.change({ rest: '' });
      this.#setInput(option.name, { text: named?.[2]?.trimStart() ?? '' });
      this.#enter(option.name);
    }
    this.#state.changed();
  }

  /** The cursor is in an option, or in what follows them. */
  enterOption(name: string | null): void {
    const { draft } = this.#state;
    if (draft.option === name) return;
    draft.option = name;
    this.#typed();
    this.#state.changed();
  }

  pick(item: ListItem): void {
    const { draft } = this.#state;
    draft.choice = null;
    switch (item.kind) {
      case 'command':
        this.#begin(item.entry, '');
        break;
      case 'option':
        draft.change({ rest: '' });
        this.#setInput(item.option.name, { text: '' });
        this.#enter(item.option.name);
        break;
      case 'value':
        this.#setInput(item.option.name, { text: item.suggestion.label, value: item.suggestion.value });
        this.#enter(this.#nextEmpty());
        break;
      case 'mention': {
        const end = this.#textArea?.selectionStart ?? draft.text.length;
        const before = `${draft.text.slice(0, item.from)}@${item.name} `;
        draft.text = before + draft.text.slice(end).trimStart();
        queueMicrotask(() => this.#textArea?.setSelectionRange(before.length, before.length));
        this.#state.focusComposer();
        break;
      }
    }
    this.#state.changed();
  }

  /** Keys that mean the same wherever one types. */
  onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const list = this.list();
    const items = list?.items ?? [];
    const choice = this.choiceOf(list);
    const { draft } = this.#state;
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && items.length > 0) {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      draft.choice =
        choice < 0 ? (step > 0 ? 0 : items.length - 1) : (choice + step + items.length) % items.length;
    } else if (
      (event.key === 'Tab' || event.key === 'Enter') &&
      !event.shiftKey &&
      items[choice] !== undefined
    ) {
      this.pick(items[choice]);
    } else if (event.key === 'Enter' && !event.shiftKey) {
      void this.send();
    } else if (event.key === 'Escape') {
      this.#escape(items.length > 0 || (list !== null && list.note !== null));
    } else if (
      event.key === 'Backspace' &&
      draft.command !== null &&
      (event.target as HTMLInputElement).value === ''
    ) {
      this.#takeBack();
    } else {
      return;
    }
    event.preventDefault();
    this.#state.changed();
  }

  async send(): Promise<void> {
    const state = this.#state;
    if (state.connection !== 'live') {
      state.draft.error = NOT_CONNECTED;
      state.changed();
    } else if (state.draft.command !== null) {
      await this.#sendCommand();
    } else {
      await this.#sendText();
    }
  }

  async #sendText(): Promise<void> {
    const state = this.#state;
    const { draft, channel } = state;
    const { text, replyTo } = draft;
    if (channel === undefined || text.trim() === '') return;
    // Gone at once, as in Discord; it comes back where it is refused.
    draft.leave();
    draft.error = null;
    draft.replyTo = null;
    state.changed();
    const content = encodeMentions(text, mentionables(state));
    const refusal = await act(state, {
      do: 'say',
      channelId: channel.id,
      content,
      replyTo: replyTo?.id ?? null,
    });
    if (refusal === null) return;
    draft.error = `Your message could not be sent. ${refusal}`;
    draft.text = draft.text === '' ? text : `${text}\n${draft.text}`;
    draft.replyTo = replyTo;
    state.changed();
  }

  async #sendCommand(): Promise<void> {
    const state = this.#state;
    const { draft, channel } = state;
    const entry = currentEntry(state);
    const { command } = draft;
    if (command === null || channel === undefined) return;
    if (entry === undefined) {
      draft.error = `/${command.name} is not offered here any more.`;
      state.changed();
      return;
    }
    const readings = entry.options.map((option) => ({
      option,
      reading: readOption(state, option, command.inputs.get(option.name)),
    }));
    const faults = new Map(
      readings.flatMap(({ option, reading }) =>
        'fault' in reading ? [[option.name, reading.fault] as const] : [],
      ),
    );
    const [wrong] = faults.keys();
    if (wrong !== undefined) {
      draft.change({ faults });
      if (!command.inputs.has(wrong)) this.#setInput(wrong, { text: '' });
      this.#enter(wrong);
      state.changed();
      return;
    }
    const options = Object.fromEntries(
      readings.flatMap(({ option, reading }) => ('value' in reading ? [[option.name, reading.value]] : [])),
    );
    draft.leave();
    draft.error = null;
    state.focusComposer();
    const about = {
      channelId: channel.id,
      kind: 'command',
      label: `/${command.name}`,
      source: null,
    } as const;
    const refusal = await interact(
      state,
      { do: 'slash', channelId: channel.id, name: command.name, options },
      about,
    );
    if (refusal === null) return;
    draft.error = refusal;
    draft.command ??= command;
    state.changed();
  }

  #begin(entry: CommandEntry, rest: string): void {
    const { draft } = this.#state;
    draft.choose(entry.name);
    const required = entry.options.filter((option) => option.required);
    for (const { name } of required) this.#setInput(name, { text: '' });
    const [first] = required;
    if (first !== undefined) this.#setInput(first.name, { text: rest });
    else draft.change({ rest });
    this.#enter(first?.name ?? null);
    if (first === undefined && rest !== '') this.typeRest(rest);
  }

  #enter(name: string | null): void {
    const { draft } = this.#state;
    draft.option = name;
    draft.choice = null;
    draft.listClosed = false;
    this.#state.focusComposer();
  }

  #setInput(name: string, input: OptionInput): void {
    const { draft } = this.#state;
    if (draft.command === null) return;
    const faults = new Map(draft.command.faults);
    faults.delete(name);
    draft.change({ inputs: new Map(draft.command.inputs).set(name, input), faults });
  }

  /** The next option that is in the composer and empty; null where none is. */
  #nextEmpty(): string | null {
    const { command } = this.#state.draft;
    return [...(command?.inputs ?? [])].find(([, { text }]) => text === '')?.[0] ?? null;
  }

  #escape(listOpen: boolean): void {
    const { draft } = this.#state;
    if (listOpen) draft.listClosed = true;
    else if (draft.command !== null) draft.leave();
    else if (draft.replyTo !== null) draft.replyTo = null;
    this.#state.focusComposer();
  }

  /** Backspace in an empty field: takes out the option before it, or the command itself. */
  #takeBack(): void {
    const { draft } = this.#state;
    const { command, option } = draft;
    if (command === null) return;
    const names = [...command.inputs.keys()];
    const name = option ?? names.at(-1);
    const isRequired = currentEntry(this.#state)?.options.find((one) => one.name === name)?.required === true;
    if (name === undefined || (option !== null && isRequired && names[0] === name)) {
      draft.leave(`/${command.name}`);
    } else if (option === null || isRequired) {
      draft.option = option === null ? name : (names[names.indexOf(name) - 1] ?? null);
    } else {
      const inputs = new Map(command.inputs);
      inputs.delete(name);
      draft.change({ inputs });
      draft.option = [...inputs.keys()].at(-1) ?? null;
    }
    this.#state.focusComposer();
  }

  #typed(): void {
    const { draft } = this.#state;
    draft.choice = null;
    draft.listClosed = false;
    draft.error = null;
  }

  get #textArea(): HTMLTextAreaElement | null {
    return document.querySelector('.composer textarea');
  }

  #focus(): void {
    const { draft } = this.#state;
    const inputs = [...document.querySelectorAll<HTMLInputElement>('.composer input[data-option]')];
    const target =
      draft.command === null
        ? this.#textArea
        : inputs.find((one) => one.dataset.option === (draft.option ?? ''));
    if (target === null || target === undefined || target === document.activeElement) return;
    target.focus();
    target.setSelectionRange(target.value.length, target.value.length);
  }
}
