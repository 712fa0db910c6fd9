import { fileURLToPath } from 'node:url';
import type { AccessPolicy } from './command/access.ts';
import { loadCommandModules } from './command/command-modules.ts';
import { createDispatcher, type Dispatcher } from './command/dispatcher.ts';
import { buildRegistry, type Registry, RegistryError } from './command/registry.ts';
import { CorpusError } from './corpus/corpus-error.ts';
import type { Corpus } from './corpus/model.ts';
import { createDossier, type Dossier, loadKnowledge } from './dossier.ts';
import type { Logger } from './logger.ts';

export interface AppOptions {
  readonly dataDir: string;
  /** Where what can be made again is kept between runs; nothing is where it is absent. */
  readonly cacheDir?: string;
  readonly policy: AccessPolicy;
  readonly logger: Logger;
  /** Where the commands are declared. Default: this program's own `commands/`. */
  readonly commandsDir?: string;
}

/** The program without a medium: the event's articles and the commands that answer from them. */
export interface App {
  readonly dossier: Dossier;
  /** The commands that fit the articles being served; another one after a reload that changed them. */
  readonly registry: () => Registry;
  readonly dispatcher: Dispatcher;
  /** Called, and waited for, after each reload, before its report is shown. */
  onReload(listener: () => Promise<void>): void;
}

const OWN_COMMANDS = fileURLToPath(new URL('../commands', import.meta.url));

/**
 * Reads the data folder and the commands.
 *
 * @throws CorpusError where the folder cannot be used, RegistryError where a file of `commands/` is at fault.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { dataDir, cacheDir, policy, logger, commandsDir = OWN_COMMANDS } = options;
  const modules = await loadCommandModules(commandsDir);
  const listeners: (() => Promise<void>)[] = [];
  const registries = new WeakMap<Corpus, Registry>();
  const knowledge = await loadKnowledge();
  if (!knowledge.encoder || !knowledge.reranker) {
    logger.warn('the models are not installed or cannot be loaded: fewer paraphrases will be found');
  }
  const dossier = await createDossier({
    dataDir,
    knowledge,
    topics: modules.flatMap(({ command }) => command.topic ?? []),
    ...(cacheDir !== undefined && { cacheDir }),
    approve: (corpus) => {
      registries.set(corpus, registryOf(corpus));
    },
    afterReload: async () => {
      await Promise.all(listeners.map((listener) => listener()));
    },
  });

  function registryOf(corpus: Corpus): Registry {
    try {
      return buildRegistry(modules, corpus.event);
    } catch (error) {
      // What event.yaml asks for is as much a fault of the data folder as a broken article.
      const ofTheEvent =
        error instanceof RegistryError && error.problems.every(({ file }) => file === 'event.yaml');
      throw ofTheEvent ? new CorpusError(error.problems) : error;
    }
  }

  const registry = () => registries.get(dossier.corpus) ?? registryOf(dossier.corpus);
  return {
    dossier,
    registry,
    dispatcher: createDispatcher({ registry, dossier, policy, logger }),
    onReload: (listener) => {
      listeners.push(listener);
    },
  };
}
