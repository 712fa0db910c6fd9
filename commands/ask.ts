import { command, type Suggestion } from '../src/command/command.ts';
import { FILTER_OPTIONS, rankByText, readFilters, suggestPublishers } from '../src/command/filters.ts';
import { answerQuestion, turnPage } from '../src/command/question.ts';
import type { Registry } from '../src/command/registry.ts';

/** `/ask`: answers a question in free words with passages of the articles. */
export default command({
  name: 'ask',
  description: 'Ask the articles a question in your own words',
  options: {
    question: {
      description: 'What you want to know',
      required: true,
      autocomplete: true,
      maxLength: 6000,
    },
    ...FILTER_OPTIONS,
  },
  examples: ['/ask question: how many people were hurt', '/ask question: what do experts say'],
  run: ({ question = '', ...filters }, context) =>
    answerQuestion(question, { offset: 0, filters: readFilters(filters, context.dossier.corpus) }, context),
  autocomplete: ({ option, text }, { dossier, registry }) =>
    option === 'publisher' ? suggestPublishers(dossier.corpus, text) : suggestQuestions(registry, text),
  act: turnPage,
});

/** One question of each topic to begin with; then those of all topics that have what is typed. */
function suggestQuestions({ topics }: Registry, text: string): readonly Suggestion[] {
  const examples = topics.map(({ topic }) => topic?.examples ?? []);
  const offered = text.trim() === '' ? examples.flatMap((of) => of.slice(0, 1)) : examples.flat();
  return rankByText([...new Set(offered)], text, (question) => question).map((question) => ({
    name: question,
    value: question,
  }));
}
