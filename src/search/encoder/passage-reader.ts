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

/** Names the model, so that readings of another are not taken for its own. */
export const PASSAGE_READER = 'all-minilm-l6-v2-reader-2';

/**
 * The same published model as the encoder, trained further on passages with labels (see `README.md` beside this file).
 *
 * @returns undefined where the packages are not installed or the model cannot be loaded: rules alone then tell.
 */
export async function loadPassageReader(): Promise<PassageReader | undefined> {
  const thread = await ModelThread.start('reading');
  return (
    thread && {
      read: async (text, numbers) => (await thread.do({ text: cut(text), numbers })) as PassageReading,
      denies: async (denying, asserting) =>
        (await thread.do({ denying: cut(denying), asserting: cut(asserting) })) as number,
      close: () => thread.close(),
    }
  );
}
