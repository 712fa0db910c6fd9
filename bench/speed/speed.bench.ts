import { bench, describe } from 'vitest';
import { questionsOf, readMeasuredSet, SUBJECTS } from './subjects.ts';

/** Ratios within one run are what counts: the machine is another one, and busy with other things. */
const set = await readMeasuredSet();
const questions = questionsOf(set, 40);

describe(`indexing ${set.name}: language and models loaded, what they made of it before at hand`, () => {
  for (const [name, open] of Object.entries(SUBJECTS)) {
    bench(
      name,
      async () => {
        await open(set);
      },
      { iterations: 5, time: 0, warmupIterations: 1, warmupTime: 0 },
    );
  }
});

describe('answering a question', async () => {
  for (const [name, open] of Object.entries(SUBJECTS)) {
    const ask = await open(set);
    let at = 0;
    bench(
      name,
      async () => {
        await ask(questions[at++ % questions.length] ?? '');
      },
      { iterations: questions.length, time: 0, warmupIterations: 2, warmupTime: 0 },
    );
  }
});
