import type { Explanation } from '../answer/explanation.ts';
import { type App, createApp } from '../app.ts';
import type { Asker } from '../command/access.ts';
import type { Request } from '../command/dispatcher.ts';
import { parseCommandLine } from '../command/parse.ts';
import type { Reply } from '../command/reply.ts';
import type { Logger } from '../logger.ts';
import { UserError } from '../user-error.ts';

/** Who types on the command line has an admin's rights. */
const OPERATOR: Asker = { id: 'terminal', roleIds: [], canManageServer: true };

/** Asks lines of one data folder, each by itself. */
export interface Session {
  /** The reply to a question, or to a slash command where the line begins with `/`. */
  ask(line: string): Promise<Reply>;
  /** Why `ask` answers a question as it does. */
  explain(question: string): Promise<Explanation>;
}

/**
 * @throws CorpusError where the data folder cannot be used, RegistryError where the commands cannot.
 */
export async function openSession(options: {
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly logger: Logger;
}): Promise<Session> {
  const app = await createApp({ ...options, policy: { adminRoleIds: [], adminUserIds: [] } });
  await app.dossier.complete;
  return { ask: (line) => ask(line, app), explain: (question) => app.dossier.explain(question) };
}

async function ask(line: string, { registry, dispatcher }: App): Promise<Reply> {
  let request: Request;
  try {
    request = isCommand(line)
      ? { kind: 'run', ...parseCommandLine(line, registry()) }
      : { kind: 'run', command: 'ask', options: { question: line } };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { kind: 'notice', text: error.message, failed: true };
  }
  let last: Reply = { kind: 'notice', text: 'There was no answer.', failed: true };
  await dispatcher.handle(request, {
    asker: OPERATOR,
    defer: async () => {},
    // Progress comes before the reply; the last one counts.
    respond: async (reply) => {
      last = reply;
    },
  });
  return last;
}

/** Whether a line is a slash command. */
export function isCommand(line: string): boolean {
  return line.trimStart().startsWith('/');
}
