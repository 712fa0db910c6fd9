import type { APIMessage } from 'discord-api-types/v10';

/** What stands in an option: what is read, and what is sent where that is something else. */
export interface OptionInput {
  readonly text: string;
  /** Set once a suggestion was taken; typing on takes it back. */
  readonly value?: string | number | boolean;
}

/** A slash command that is being filled in. */
export interface CommandDraft {
  /** With group and subcommand: `config set`. Commands are found by name, since a restart gives them other ids. */
  readonly name: string;
  /** The options that stand in the composer, in order. */
  readonly inputs: ReadonlyMap<string, OptionInput>;
  /** What is typed after them: the beginning of another option's name. */
  readonly rest: string;
  /** What is wrong with an option, by its name. */
  readonly faults: ReadonlyMap<string, string>;
}

/** What is being typed in one channel. */
export class Draft {
  text = '';
  command: CommandDraft | null = null;
  replyTo: APIMessage | null = null;
  /** Why what was sent last was refused. */
  error: string | null = null;
  /** The option that the cursor is in; null for the rest. */
  option: string | null = null;
  /** What the arrows have chosen in the open list; null where they have not been used. */
  choice: number | null = null;
  /** Closed by Escape until something else is typed. */
  listClosed = false;

  /** Begins to fill in a command. Its required options are put in by the composer, which knows them. */
  choose(name: string): void {
    this.text = '';
    this.command = { name, inputs: new Map(), rest: '', faults: new Map() };
    this.error = null;
    this.option = null;
    this.choice = null;
    this.listClosed = false;
  }

  /** Back to text. */
  leave(text = ''): void {
    this.command = null;
    this.text = text;
    this.option = null;
    this.choice = null;
    this.listClosed = false;
  }

  change(change: Partial<CommandDraft>): void {
    if (this.command !== null) this.command = { ...this.command, ...change };
  }
}
