import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { loadCommandModules } from '../../src/command/command-modules.ts';
import { faultsOf } from '../../src/command/command-rules.ts';
import { parseCommandLine } from '../../src/command/parse.ts';
import type { Reply } from '../../src/command/reply.ts';
import { toPlainText } from '../../src/command/rich-text.ts';
import { tokenize } from '../../src/language/tokens.ts';
import { ADMIN, SILENT } from '../command/newsroom.ts';

const ROOT = join(import.meta.dirname, '../..');

/** The names that people's habits and scripts rely on. */
const PROMISED = [
  ...['casualties', 'claimed-by', 'attackers', 'hostages', 'weapons', 'locations', 'timeline', 'reactions'],
  ...['accusations', 'foiled', 'video', 'response', 'background', 'analysis'],
  ...['ask', 'compare', 'sources', 'article', 'help', 'reindex', 'Ask the articles'],
];
const modules = await loadCommandModules(join(ROOT, 'commands'));
const topics = modules.flatMap(({ command }) => (command.topic ? [command.topic] : []));

let app: App;
beforeAll(async () => {
  app = await createApp({
    dataDir: join(ROOT, 'data'),
    policy: { adminRoleIds: [], adminUserIds: [] },
    logger: SILENT,
  });
  await app.dossier.complete;
}, 120_000);
afterAll(() => app.dispatcher.idle());

async function reply(line: string): Promise<Reply> {
  const replies: Reply[] = [];
  await app.dispatcher.handle(
    { kind: 'run', ...parseCommandLine(line, app.registry()) },
    { asker: ADMIN, defer: async () => {}, respond: async (shown) => void replies.push(shown) },
  );
  const last = replies.at(-1);
  if (!last) throw new Error(`${line} was not answered`);
  return last;
}

it('offers what is promised, and nothing is malformed', () => {
  expect(modules.map(({ command }) => command.name)).toEqual(expect.arrayContaining(PROMISED));
  for (const { command } of modules) expect(faultsOf(command)).toEqual([]);
});

describe.each(modules.map(({ command }) => [command.name, command] as const))('%s', (_name, command) => {
  it('has examples that can be typed, and answers them from the shipped data', async () => {
    if (command.on === 'slash') expect(command.examples.length).toBeGreaterThan(0);
    for (const example of command.examples) {
      // An example with <…> shows the form alone.
      const line = example
        .replace(/<title, publisher or id>|<id>/, app.dossier.corpus.articles[0]?.id ?? '')
        .trim();
      const shown = await reply(line);
      const failure = shown.kind === 'notice' && shown.failed ? toPlainText(shown.text) : '';
      expect(failure, line).toBe('');
      if (shown.kind === 'answer') expect(shown.answer.status, line).toBe('answered');
    }
  });
});

describe.each(topics.map((topic) => [topic.name, topic] as const))('the topic %s', (_name, topic) => {
  it('has four examples or more, as members type them', () => {
    expect(topic.examples?.length).toBeGreaterThanOrEqual(4);
    for (const example of topic.examples ?? []) expect(example.length).toBeLessThanOrEqual(100);
    expect(new Set(topic.evidence).size).toBe(topic.evidence.length);
  });

  it('has nothing of the shipped event in its words', () => {
    const { event } = app.dossier.corpus;
    const names = [event.title, event.place ?? ''];
    const capital = names.flatMap((name) => tokenize(name)).filter((token) => token.capital && !token.stop);
    // Words that every event of its kind has.
    const general = new Set(tokenize('attack twin').map(({ term }) => term));
    const terms = new Set(capital.map(({ term }) => term).filter((term) => !general.has(term)));
    const own = [topic.description, ...topic.evidence, ...(topic.examples ?? [])].flatMap((text) =>
      tokenize(text),
    );
    expect(own.filter(({ term }) => terms.has(term)).map(({ word }) => word)).toEqual([]);
  });

  it('is answered by /ask in the words of its examples', async () => {
    const refused: string[] = [];
    for (const example of topic.examples ?? []) {
      const answer = await app.dossier.ask(example);
      if (answer.status === 'unanswered') refused.push(example);
    }
    expect(refused).toEqual([]);
  });
});
