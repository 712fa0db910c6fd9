import { randomBytes } from 'node:crypto';
import type { Logger } from 'pino';
import type { Dossier } from '../dossier.ts';
import { UserError } from '../user-error.ts';
import { type AccessPolicy, type Asker, mayRun } from './access.ts';
import type { Command, CommandContext, OptionValues, Partial, Suggestion } from './command.ts';
import { createExchange, type Exchange } from './exchange.ts';
import { OUTDATED } from './page.ts';
import type { Registry } from './registry.ts';
import type { NoticeReply, Reply, Visibility } from './reply.ts';
import type { RichText } from './rich-text.ts';

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
  /** The least time between two progress reports, in milliseconds. Default 1000. */
  readonly progressEvery?: number;
}

/** Discord's limits on what autocomplete offers: so many, each name and value so long. */
const MOST_SUGGESTIONS = 25;
const LONGEST_SUGGESTION = 100;

export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { dossier, policy, logger, deferAfter = 1500, progressEvery = 1000 } = options;
  const underWay = new Set<Promise<void>>();

  const handle = async (request: Request, conversation: Conversation): Promise<void> => {
    const exchange = createExchange(conversation, { progressEvery, logger });
    let reply: Reply;
    try {
      const registry = options.registry();
      const command = findCommand(request, registry);
      if (!mayRun(command, conversation.asker, policy)) {
        logger.info({ command: command.name, asker: conversation.asker.id }, 'refused: not an admin');
        throw new UserError(refusalOf(command));
      }
      reply = await answer(request, command, registry, exchange);
    } catch (error) {
      reply = reportError(error, request.command);
    }
    try {
      await exchange.respond(reply);
    } catch (error) {
      // The medium may have refused this very reply; a plain notice may still go through.
      const notice = reportError(error, request.command);
      await exchange.respond(notice).catch((second: unknown) => {
        logger.warn({ err: second, command: request.command }, 'the asker could not be told of an error');
      });
    }
  };

  const answer = async (
    request: Request,
    command: Command,
    registry: Registry,
    exchange: Exchange,
  ): Promise<Reply> => {
    const visibility: Visibility = command.access === 'admin' ? 'private' : 'public';
    if (command.slow && request.kind === 'run') await exchange.defer(visibility);
    const timer = setTimeout(() => {
      exchange.defer(visibility).catch((error: unknown) => {
        logger.warn({ err: error, command: command.name }, 'an answer could not be deferred');
      });
    }, deferAfter);
    try {
      const context: CommandContext = {
        dossier,
        registry,
        asker: exchange.asker,
        progress: (text: RichText) => exchange.progress(text),
      };
      if (request.kind === 'run') return await command.run(clean(request.options), context);
      if (!command.act) throw new UserError(OUTDATED);
      return await command.act(request.state, {
        ...context,
        ...(request.heading !== undefined && { heading: request.heading }),
      });
    } finally {
      clearTimeout(timer);
    }
  };

  const reportError = (error: unknown, command: string): NoticeReply => {
    if (error instanceof UserError) return failure(error.message);
    const id = randomBytes(4).toString('hex');
    logger.error({ err: error, id, command }, 'a request failed');
    return failure([
      'Something went wrong on my side. If it happens again, give an admin this number: ',
      { code: id },
    ]);
  };

  return {
    handle(request, conversation) {
      const done = handle(request, conversation).finally(() => underWay.delete(done));
      underWay.add(done);
      return done;
    },
    async complete(name, partial, asker) {
      try {
        const registry = options.registry();
        const command = registry.find(name);
        if (!command?.autocomplete || !mayRun(command, asker, policy)) return [];
        const progress = async () => {};
        return fitting(await command.autocomplete(partial, { dossier, registry, asker, progress }));
      } catch (error) {
        logger.error({ err: error, command: name, option: partial.option }, 'autocomplete failed');
        return [];
      }
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

function findCommand(request: Request, registry: Registry): Command {
  const command = registry.find(request.command);
  if (command) return command;
  throw new UserError(
    request.kind === 'act'
      ? OUTDATED
      : 'That command is no longer offered here. See /help for what there is.',
  );
}

function refusalOf(command: Command): string {
  return (
    `/${command.name} is for admins: members who may manage this server, ` +
    'and those whom the bot’s settings name. Nothing was done.'
  );
}

function failure(text: RichText): NoticeReply {
  return { kind: 'notice', text, visibility: 'private', failed: true };
}

/** Values trimmed; empty ones are absent. */
function clean(options: OptionValues): OptionValues {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
}

/** Names are shown and may be cut; a value that is too long would come back as another one and is left out. */
function fitting(suggestions: readonly Suggestion[]): readonly Suggestion[] {
  return suggestions
    .filter(
      ({ name, value }) => name.trim() !== '' && value.trim() !== '' && value.length <= LONGEST_SUGGESTION,
    )
    .slice(0, MOST_SUGGESTIONS)
    .map(({ name, value }) => ({ name: cutName(name), value }));
}

function cutName(name: string): string {
  if (name.length <= LONGEST_SUGGESTION) return name;
  let cut = '';
  for (const character of name) {
    if (cut.length + character.length >= LONGEST_SUGGESTION) break;
    cut += character;
  }
  return `${cut.trimEnd()}…`;
}
