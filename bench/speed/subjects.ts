import { eventFolder } from '../quality/events.ts';
import { type QuestionSet, readQuestionSet } from '../quality/question-set.ts';
import { openSet } from '../quality/searcher.ts';
import { attest, miniSearchAsItComes, miniSearchTuned, type System } from '../quality/systems.ts';

/** What is compared, the plainest first: what the others are measured against. */
export const SUBJECTS = {
  'MiniSearch as it comes': ({ dataDir }: QuestionSet) => miniSearchAsItComes(dataDir),
  'MiniSearch tuned': ({ dataDir }: QuestionSet) => miniSearchTuned(dataDir),
  'Attest without models': async (set: QuestionSet) => attest(await openSet(set, false)),
  Attest: async (set: QuestionSet) => attest(await openSet(set)),
} as const satisfies Record<string, (set: QuestionSet) => Promise<System>>;

export type Subject = keyof typeof SUBJECTS;

/** One of the events that the ranking is fitted on, of nine articles. */
export const readMeasuredSet = () => readQuestionSet(eventFolder('ferry-loss'));

/** Questions as they are typed, topic commands left out. */
export const questionsOf = ({ questions }: QuestionSet, count: number): readonly string[] =>
  questions
    .filter(({ kind }) => kind !== 'topic')
    .slice(0, count)
    .map(({ question }) => question);
