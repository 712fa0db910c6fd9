import type { NumberReading } from '../../language/number-reading.ts';
import { cut, ModelThread } from './model-thread.ts';

/** What is read of a passage, whatever is asked. */
export interface PassageReading {
  /** The odds, in natural logarithms, of each topic that was learnt, by its name. */
  readonly topics: Readonly<Record<string, number>>;
  /** What its numbers count, of those that stand in the part that is read. */
  readonly numbers: readonly NumberReading[];
}

/** Reads passages: what they are about, what their numbers count, and which of them deny which. */
export interface PassageReader {
  /**
   * About 40 ms in a thread of its own.
   *
   * @param numbers where numbers of the text begin.
   * @throws where there is nothing in the text, or where the thread has ended.
   */
  readonly read: (text: string, numbers: readonly number[]) => Promise<PassageReading>;
  /**
   * The odds, in natural logarithms, that a passage denies what another asserts. About 60 ms in that thread.
   *
   * @throws where the thread has ended.
   */
  readonly denies: (denying: string, asserting: string) => Promise<number>;
  /** Ends the thread. */
  readonly close: () => Promise<void>;
}

/** Names the models, so that readings of others are not taken for theirs. */
export const PASSAGE_READER = 'all-minilm-l6-v2-reader-3';

/**
 * Two models made of the same published one as the encoder, trained further on passages with labels (see `README.md` beside
 * this file): one knows topics better, the other all else.
 *
 * @returns undefined where the packages are not installed or a model cannot be loaded: rules alone then tell.
 */
export async function loadPassageReader(): Promise<PassageReader | undefined> {
  const threads = await Promise.all([ModelThread.start('reading'), ModelThread.start('classifying')]);
  const close = async () => {
    await Promise.all(threads.map((thread) => thread?.close()));
  };
  const [reading, classifying] = threads;
  if (!reading || !classifying) {
    await close();
    return undefined;
  }
  return {
    read: async (text, numbers) => {
      const [read, topics] = await Promise.all([
        reading.do({ text: cut(text), numbers }) as Promise<PassageReading>,
        classifying.do({ classified: cut(text) }) as Promise<Odds>,
      ]);
      return { numbers: read.numbers, topics: meanOf(read.topics, topics) };
    },
    denies: async (denying, asserting) =>
      (await reading.do({ denying: cut(denying), asserting: cut(asserting) })) as number,
    close,
  };
}

type Odds = PassageReading['topics'];

/** Both err in ways of their own: their mean orders the reports kept back better than either (see `bench/encoder`). */
const meanOf = (one: Odds, other: Odds): Odds =>
  Object.fromEntries(
    Object.entries(one).map(([topic, odds]) => [topic, (odds + (other[topic] ?? odds)) / 2]),
  );
