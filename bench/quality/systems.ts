import path from 'node:path';
import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import { createAnswerer } from '../../src/answer/answerer.ts';
import { loadCommandModules } from '../../src/command/command-modules.ts';
import { loadCorpus } from '../../src/corpus/corpus.ts';
import type { Passage, TopicDeclaration } from '../../src/corpus/model.ts';
import { STOP_WORDS } from '../../src/language/stop-words.ts';
import { stem } from '../../src/language/tokens.ts';
import type { Output } from './metrics.ts';
import type { OpenSet } from './searcher.ts';

/** A system that is measured: answers a question, or a topic command that begins with `/`. */
export type System = (question: string) => Promise<Output>;

/** What the topic commands declare. */
export async function loadTopics(): Promise<readonly TopicDeclaration[]> {
  const modules = await loadCommandModules(path.join(import.meta.dirname, '../../commands'));
  return modules.flatMap(({ command }) => (command.topic ? [command.topic] : []));
}

/** Attest itself, as its users meet it. */
export async function attest({ corpus, searcher }: OpenSet): Promise<System> {
  const topics = await loadTopics();
  const answerer = createAnswerer(corpus, searcher, topics);
  return async (question) => {
    const topic = topics.find(({ name }) => question === `/${name}`);
    const answer = topic ? await answerer.about(topic) : await answerer.ask(question);
    return {
      answered: answer.status === 'answered',
      passages:
        answer.status === 'answered'
          ? answer.passages.map(({ passage }) => ({ article: passage.article, text: passage.text }))
          : [],
    };
  };
}

/** MiniSearch with nothing set: what a project gets that adds the library and goes on. */
export const miniSearchAsItComes = (dataDir: string): Promise<System> => miniSearch(dataDir, {}, {});

/** MiniSearch with stop words, stems, the neighbours' words and the title at low weight, fuzzy matching. */
export const miniSearchTuned = (dataDir: string): Promise<System> =>
  miniSearch(
    dataDir,
    {
      fields: ['text', 'neighbours', 'title'],
      processTerm: (term) => {
        const word = term.toLowerCase().replace(/['’]s$/, '');
        return STOP_WORDS.has(word) || word === '' ? null : stem(word);
      },
    },
    {
      boost: { text: 1, neighbours: 0.1, title: 0.1 },
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      weights: { fuzzy: 0.2, prefix: 0 },
    },
  );

interface Document {
  readonly id: string;
  readonly text: string;
  readonly neighbours: string;
  readonly title: string;
}

async function miniSearch(
  dataDir: string,
  options: Partial<Options<Document>>,
  searchOptions: SearchOptions,
): Promise<System> {
  const corpus = await loadCorpus(dataDir);
  const index = new MiniSearch<Document>({ fields: ['text'], ...options, searchOptions });
  const passages = new Map<string, Passage>();
  for (const article of corpus.articles.filter(({ retracted }) => retracted === undefined)) {
    for (const passage of article.passages) {
      passages.set(passage.id, passage);
      const around = [article.passages[passage.number - 2], article.passages[passage.number]];
      index.add({
        id: passage.id,
        text: passage.text,
        neighbours: around.map((neighbour) => neighbour?.text ?? '').join(' '),
        title: article.title,
      });
    }
  }
  return async (question) => {
    const hits = index.search(question.replace(/^\//, '').replaceAll('-', ' ')).slice(0, 10);
    return {
      answered: hits.length > 0,
      passages: hits.flatMap(({ id }) => {
        const passage = passages.get(id);
        return passage ? [{ article: passage.article, text: passage.text }] : [];
      }),
    };
  };
}
