import type { NumberReading } from '../../language/number-reading.ts';
import { cut, ModelThread } from './model-thread.ts';

/** The odds, in natural logarithms, of each topic that was learnt, by its name. */
export type TopicOdds = Readonly<Record<string, number>>;

/** What is read of a passage, whatever is asked. */
export interface PassageReading {
  readonly topics: TopicOdds;
  /** What its numbers count, of those that stand in the part that is read. */
  readonly numbers: readonly NumberReading[];
}

/** Reads passages: what they are about, what their numbers count, and which of them deny which. */
export interface PassageReader {
  /**
   * What a passage is about, by a model that knows nothing else. Ask for it of all passages before anything else of any.
   * About 40 ms in a thread of its own.
   *
   * @throws where there is nothing in the text, or where the thread has ended.
   */
  readonly classify: (text: string) => Promise<TopicOdds>;
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
export const PASSAGE_READER = 'all-minilm-l6-v2-reader-4';

/**
 * Two models made of the same published one as the encoder, trained further on passages with labels (see `README.md` beside
 * this file). Only one of them is open at a time: to go from one to the other takes a second.
 *
 * @returns undefined where the packages are not installed or a model cannot be loaded: rules alone then tell.
 */
export async function loadPassageReader(): Promise<PassageReader | undefined> {
  const first = await ModelThread.start('classifying');
  if (!first) return undefined;
  let open = { model: 'classifying', thread: Promise.resolve<ModelThread<unknown> | undefined>(first) };
  const use = (model: 'classifying' | 'reading') => {
    if (open.model !== model) {
      const before = open.thread;
      const next = async () => {
        await (await before)?.close();
        return ModelThread.start(model);
      };
      open = { model, thread: next() };
    }
    return open.thread;
  };
  const ask = async (model: 'classifying' | 'reading', task: object): Promise<unknown> => {
    const thread = await use(model);
    if (!thread) throw new Error(`the model of ${model} cannot be loaded`);
    return thread.do(task);
  };
  return {
    classify: async (text) => (await ask('classifying', { classified: cut(text) })) as TopicOdds,
    read: async (text, numbers) => (await ask('reading', { text: cut(text), numbers })) as PassageReading,
    denies: async (denying, asserting) =>
      (await ask('reading', { denying: cut(denying), asserting: cut(asserting) })) as number,
    close: async () => {
      await (await open.thread)?.close();
    },
  };
}
