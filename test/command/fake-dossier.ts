import type { Answer, Citation, Filters } from '../../src/answer/answer.ts';
import type { Corpus, TopicDeclaration } from '../../src/corpus/model.ts';
import { byPublication } from '../../src/corpus/published.ts';
import type { Dossier } from '../../src/dossier.ts';
import { UserError } from '../../src/user-error.ts';

/**
 * A dossier that answers with every passage that holds one of the words, in the order of the corpus. Commands
 * are tested with it, so that their tests do not depend on how well passages are ranked.
 */
export function fakeDossier(corpus: Corpus, changes: globalThis.Partial<Dossier> = {}): Dossier {
  const find = (question: string, words: readonly string[], filters: Filters = {}): Answer => {
    const all = corpus.articles
      .filter(({ retracted }) => retracted === undefined)
      .flatMap((article) => article.passages.map((passage) => ({ article, passage })))
      .filter(({ passage }) => words.some((word) => passage.text.toLowerCase().includes(word.toLowerCase())));
    const kept = all.filter(
      ({ article }) =>
        (filters.publisher === undefined || article.publisher === filters.publisher) &&
        (filters.since === undefined || article.published.day >= filters.since),
    );
    const newest = byPublication(kept.map(({ article }) => article)).at(-1);
    if (!newest) {
      const reason = all.length > 0 ? 'filtered' : words.length > 0 ? 'silent' : 'empty';
      return { status: 'unanswered', question, reason, suggestions: ['smoke', 'nowhere'] };
    }
    const passages = kept.map(
      ({ article, passage }, i): Citation => ({
        article,
        passage,
        score: 1 / (i + 1),
        highlights: [],
        focus: [0, passage.text.length],
      }),
    );
    return { status: 'answered', question, passages, figures: [], disagreements: [], asOf: newest.published };
  };
  const about = (topic: TopicDeclaration, filters?: Filters) => find(topic.name, topic.evidence, filters);
  return {
    corpus,
    complete: Promise.resolve(),
    indexedAt: new Date('2041-05-03T12:00:00Z'),
    ask: async (question, filters) => find(question, question.match(/\p{L}{4,}/gu) ?? [], filters),
    explain: async (question) => ({ question, parts: [] }),
    about: async (topic, filters) => about(topic, filters),
    async publishersOn(topic) {
      const answer = about(topic);
      const counts = new Map<string, number>();
      for (const { article } of answer.status === 'answered' ? answer.passages : []) {
        counts.set(article.publisher, (counts.get(article.publisher) ?? 0) + 1);
      }
      return [...counts].sort((a, b) => b[1] - a[1]).map(([publisher]) => publisher);
    },
    async reload() {
      throw new UserError('This dossier is never read again.');
    },
    ...changes,
  };
}
