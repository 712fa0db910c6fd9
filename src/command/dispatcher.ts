import type { Logger } from 'pino';
import type { Dossier } from '../dossier.ts';
import type { AccessPolicy, Asker } from './access.ts';
import type { OptionValues, Partial, Suggestion } from './command.ts';
import type { Registry } from './registry.ts';
import type { Reply, Visibility } from './reply.ts';

/** One request on some medium (an interaction, a mention, a line of the terminal) and the way to answer it. */
export interface Conversation {
  readonly asker: Asker;
  /** Tells the medium that the answer takes longer; called at most once, before `respond`. */
  defer(visibility: Visibility): Promise<void>;
  /** Shows the reply: first response, or the edit of a deferred one. Also called for progress while deferred. */
  respond(reply: Reply): Promise<void>;
}

/** What is asked of the bot, free of any medium. */
export type Request =
  | { readonly kind: 'run'; readonly command: string; readonly options: OptionValues }
  | { readonly kind: 'act'; readonly command: string; readonly state: string; readonly heading?: string };

/**
 * The one way from a request to a reply, for slash commands, mentions, buttons and the command line alike:
 * finds the command, checks access, defers where the answer is slow, runs, and reports errors.
 */
export interface Dispatcher {
  /**
   * Handles a request to its end. Never rejects: a `UserError` becomes a private notice, every other error is
   * logged with an id and becomes a private notice with the id alone.
   */
  handle(request: Request, conversation: Conversation): Promise<void>;
  /** Values for an option as it is typed; at most 25; empty on any error (which is logged). */
  complete(command: string, partial: Partial, asker: Asker): Promise<readonly Suggestion[]>;
  /** Resolves when what is under way has been answered; for a clean stop. */
  idle(): Promise<void>;
}

export interface DispatcherOptions {
  /** Read at every request, so that a reload can change it. */
  readonly registry: () => Registry;
  readonly dossier: Dossier;
  readonly policy: AccessPolicy;
  readonly logger: Logger;
  /** How long to wait for an answer before deferring, in milliseconds. Default 1500: Discord allows 3000. */
  readonly deferAfter?: number;
}

export declare function createDispatcher(options: DispatcherOptions): Dispatcher;
