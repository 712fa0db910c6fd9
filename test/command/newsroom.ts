import pino from 'pino';
import type { Asker } from '../../src/command/access.ts';
import type { Command, CommandContext } from '../../src/command/command.ts';
import { buildRegistry, type CommandModule, type Registry } from '../../src/command/registry.ts';
import { topic } from '../../src/command/topic.ts';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import type { Corpus, EventInfo } from '../../src/corpus/model.ts';
import { articleText, dataFolder } from '../corpus/data-folder.ts';
import { fakeDossier } from './fake-dossier.ts';

export const MEMBER: Asker = { id: 'member', roleIds: [], canManageServer: false };
export const ADMIN: Asker = { id: 'admin', roleIds: [], canManageServer: true };
export const SILENT = pino({ level: 'silent' });

/** A topic of the invented event: the passages that speak of smoke. */
export const smoke = topic({
  name: 'smoke',
  description: 'What is said of the smoke',
  evidence: ['smoke'],
  examples: ['how thick was the smoke', 'where did the smoke go'],
});

export const roof = topic({
  name: 'roof',
  description: 'What became of the roof',
  evidence: ['roof'],
  examples: ['did the roof fall'],
});

/** A corpus of three publishers that speak of a fire; Fjord Post has twelve passages on smoke. */
export async function fireCorpus(): Promise<Corpus> {
  const many = Array.from({ length: 12 }, (_, i) => `Smoke rose over quarter ${i + 1}.`).join('\n\n');
  return loadCorpus(
    await dataFolder({
      'articles/post-1.md': articleText({ url: 'https://example.org/post-1' }, many),
      'articles/post-2.md': articleText(
        { title: 'Roof gone', published: '2041-05-03', corrects: 'post-1', form: 'summary' },
        '# Later\n\nThe roof is gone.\n',
      ),
      'articles/radio.md': articleText(
        { title: 'Fire on air', publisher: 'Radio Havn', published: '2041-05-02T18:00:00Z' },
        'The smoke was white. It hung over the harbour.\n\nNobody was hurt.\n',
      ),
      'articles/gazette.md': articleText(
        { title: 'Old news', publisher: 'Gazette', retracted: 'it was invented' },
        'The smoke was green.\n',
      ),
    }),
  );
}

export function moduleOf(command: Command): CommandModule {
  const name = command.name.toLowerCase().replaceAll(' ', '-');
  return { file: `commands/${name}.ts`, command };
}

export const EVENT: EventInfo = {
  title: 'Fire',
  date: { from: '2041-05-02', to: '2041-05-02' },
  language: 'en',
  aliases: new Map(),
  topics: [],
};

export function registryOf(...commands: readonly Command[]): Registry {
  return buildRegistry(commands.map(moduleOf), EVENT);
}

export function contextOf(
  corpus: Corpus,
  registry: Registry,
  changes: globalThis.Partial<CommandContext> = {},
): CommandContext {
  return { dossier: fakeDossier(corpus), registry, asker: MEMBER, progress: async () => {}, ...changes };
}
