import type { NumberReading } from '../../language/number-reading.ts';
import { cut, ModelThread } from './model-thread.ts';

/** What is read of a passage, whatever is asked. */
export interface PassageReading {
  /** The odds, in natural logarithms, of each topic that was learnt, by its name. */
  readonly topics: Readonly<Record<string, number>>;
  /** What its numbers count, of those that stand in the part that is read. */
  readonly numbers: readonly NumberReading[];
}

/** Reads passages, by two models: what they are about and what their numbers count; and which of them deny which. */
export interface PassageReader {
  /**
   * About 40 ms in a thread of its own.
   *
   * @param numbers where numbers of the text begin.
   * @throws where there is nothing in the text, or where the thread has ended.
   */
  readonly read: (text: string, numbers: readonly number[]) => Promise<PassageReading>;
  /**
   * The odds, in natural logarithms, that a passage denies what another asserts. About 60 ms in another thread, which is
   * started when it is first needed.
   *
   * @throws where there is no such model, or where the thread has ended.
   */
  readonly denies: (denying: string, asserting: string) => Promise<number>;
  /** Ends the threads. */
  readonly close: () => Promise<void>;
}

/** Names the models, so that readings of others are not taken for theirs. */
export const PASSAGE_READER = 'all-minilm-l6-v2-reader-3';

/**
 * The same published model as the encoder, trained further on passages with labels and on pairs of them (see `README.md`
 * beside this file).
 *
 * @returns undefined where the packages are not installed or the model cannot be loaded: rules alone then tell.
 */
export async function loadPassageReader(): Promise<PassageReader | undefined> {
  const reading = await ModelThread.start('reading');
  let denying: ReturnType<typeof ModelThread.start> | undefined;
  return (
    reading && {
      read: async (text, numbers) => (await reading.do({ text: cut(text), numbers })) as PassageReading,
      async denies(first, second) {
        denying ??= ModelThread.start('denying');
        const thread = await denying;
        if (!thread) throw new Error('there is no model that reads denials');
        return (await thread.do({ denying: cut(first), asserting: cut(second) })) as number;
      },
      async close() {
        await Promise.all([reading.close(), denying?.then((thread) => thread?.close())]);
      },
    }
  );
}
