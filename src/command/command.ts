import type { TopicDeclaration } from '../corpus/model.ts';
import type { Dossier } from '../dossier.ts';
import type { Asker } from './access.ts';
import type { Registry } from './registry.ts';
import type { Reply } from './reply.ts';
import type { RichText } from './rich-text.ts';

/** An option of a slash command. Every option is text; `run` gets it trimmed, absent where it is empty. */
export interface OptionDeclaration {
  /** 1 to 100 characters. */
  readonly description: string;
  readonly required?: boolean;
  /** Whether the command's `autocomplete` offers values for it. */
  readonly autocomplete?: boolean;
  /** 1 to 6000 characters; Discord's own limit where it is absent. */
  readonly maxLength?: number;
  /** At most 25; excludes `autocomplete`. */
  readonly choices?: readonly Suggestion[];
}

/** A value that is offered for an option, under the name that people see. Both 1 to 100 characters. */
export interface Suggestion {
  readonly name: string;
  readonly value: string;
}

export type OptionValues<Names extends string = string> = { readonly [Name in Names]?: string };

/** What a command may use. */
export interface CommandContext {
  readonly dossier: Dossier;
  readonly registry: Registry;
  readonly asker: Asker;
  /** Shows how far a long command has come; replaces what was shown before. */
  readonly progress: (text: RichText) => Promise<void>;
}

/** What pressing a button brings back besides its state. */
export interface ActContext extends CommandContext {
  /** The heading of the message that the button stands on (the question), where the medium could read it. */
  readonly heading?: string;
}

/** What is being typed into an option. */
export interface Partial {
  readonly option: string;
  readonly text: string;
  /** The other options as they are filled in so far. */
  readonly options: OptionValues;
}

/** One command of the bot, as data and functions. Commands know neither Discord nor the search library. */
export interface Command {
  /** `slash`: typed as `/name`. `message`: chosen from a message's menu; its option is the message's text. */
  readonly on: 'slash' | 'message';
  /** Slash: 1 to 32 lower-case letters, digits, `-` or `_`. Message: 1 to 32 characters of any kind. */
  readonly name: string;
  /** 1 to 100 characters. */
  readonly description: string;
  /** In the order shown; required ones first. */
  readonly options: { readonly [name: string]: OptionDeclaration };
  readonly access: 'everyone' | 'admin';
  /** Invocations as a user would type them, `/ask question: who claimed it`; shown by `/help`. */
  readonly examples: readonly string[];
  /** Known to take long: acknowledged at once. */
  readonly slow?: boolean;
  /** Set for a topic command: what it looks for. */
  readonly topic?: TopicDeclaration;
  readonly run: (options: OptionValues, context: CommandContext) => Promise<Reply> | Reply;
  readonly autocomplete?: (
    partial: Partial,
    context: CommandContext,
  ) => Promise<readonly Suggestion[]> | readonly Suggestion[];
  /** Answers a button; the reply takes the place of the message that the button stands on. */
  readonly act?: (state: string, context: ActContext) => Promise<Reply> | Reply;
}

type Declaration<Options extends { readonly [name: string]: OptionDeclaration }> = Omit<
  Command,
  'on' | 'options' | 'access' | 'examples' | 'run' | 'topic'
> & {
  readonly on?: Command['on'];
  readonly options?: Options;
  readonly access?: Command['access'];
  readonly examples?: readonly string[];
  readonly run: (
    options: OptionValues<keyof Options & string>,
    context: CommandContext,
  ) => Promise<Reply> | Reply;
};

/** Declares a command; a file of `commands/` exports the result as its default. */
export function command<const Options extends { readonly [name: string]: OptionDeclaration }>(
  declaration: Declaration<Options>,
): Command {
  return { on: 'slash', options: {}, access: 'everyone', examples: [], ...declaration } as Command;
}
