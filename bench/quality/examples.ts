import { normalise } from './metrics.ts';
import { lastWords, type Question, type QuestionSet } from './question-set.ts';
import { openSet } from './searcher.ts';
import type { Example } from './training.ts';

/**
 * The questions of a set with their candidates (topic commands and questions of several parts left out).
 *
 * @param foreign questions about other events, which this one's articles do not answer.
 */
export async function readExamples(
  set: QuestionSet,
  withVectors: boolean,
  foreign: readonly Question[] = [],
): Promise<readonly Example[]> {
  const { searcher } = await openSet(set, withVectors);
  const examples: Example[] = [];
  const asked = [
    ...set.questions,
    ...foreign.map((question): Question => ({ ...question, kind: 'off-topic', answerable: false, gold: [] })),
  ];
  for (const question of asked) {
    if (question.kind === 'topic' || question.kind === 'multi-part') continue;
    const result = await searcher.search(question.question, { limit: 250 });
    // Where a figure changed, the last word is the answer to learn.
    const latest = lastWords(question);
    const golds = question.gold
      .filter((_, index) => latest?.includes(index) ?? true)
      .map((gold) => ({ ...gold, text: normalise(gold.must_contain) }));
    const gold = result.passages.map(({ article, passage }) => {
      const text = normalise(passage.text);
      return golds.some((wanted) => wanted.article === article.id && text.includes(wanted.text));
    });
    examples.push({ event: set.name, question, result, gold });
  }
  return examples;
}
