import { join } from 'node:path';
import type { Asker } from '../command/access.ts';
import { loadCommandModules } from '../command/command-modules.ts';
import { createDispatcher, type Dispatcher, type Request } from '../command/dispatcher.ts';
import { parseCommandLine } from '../command/parse.ts';
import { buildRegistry, type Registry } from '../command/registry.ts';
import type { Reply } from '../command/reply.ts';
import { createDossier } from '../dossier.ts';
import type { Logger } from '../logger.ts';
import { UserError } from '../user-error.ts';

export const COMMANDS_DIR = join(import.meta.dirname, '../../commands');

/** Who types on the command line has an admin's rights. */
const OPERATOR: Asker = { id: 'terminal', roleIds: [], canManageServer: true };

/** Asks lines of one data folder, each by itself. */
export interface Session {
  /** The reply to a question, or to a slash command where the line begins with `/`. Never rejects. */
  ask(line: string): Promise<Reply>;
}

/**
 * @throws CorpusError or RegistryError where the data folder or the commands cannot be used.
 */
export async function openSession(options: {
  readonly dataDir: string;
  readonly logger: Logger;
}): Promise<Session> {
  const { dataDir, logger } = options;
  const modules = await loadCommandModules(COMMANDS_DIR);
  let registry: Registry | undefined;
  const dossier = await createDossier({
    dataDir,
    logger,
    topics: modules.flatMap(({ command }) => command.topic ?? []),
    // A folder whose topics cannot be offered is refused before anything of it is served.
    approve: (corpus) => {
      registry = buildRegistry(modules, corpus.event);
    },
  });
  const current = () => registry ?? buildRegistry(modules, dossier.corpus.event);
  const dispatcher = createDispatcher({
    registry: current,
    dossier,
    policy: { adminRoleIds: [], adminUserIds: [] },
    logger,
  });
  return { ask: (line) => ask(line, current(), dispatcher) };
}

async function ask(line: string, registry: Registry, dispatcher: Dispatcher): Promise<Reply> {
  let request: Request;
  try {
    request = line.trimStart().startsWith('/')
      ? { kind: 'run', ...parseCommandLine(line, registry) }
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
