import { cut, ModelThread } from './model-thread.ts';

/** Reads a question and a passage together, and so tells better than vectors can whether the passage answers. */
export interface Reranker {
  /**
   * The odds, in natural logarithms, that the passage answers. About 40 ms in a thread of its own.
   *
   * @throws where the thread has ended.
   */
  readonly read: (question: string, passage: string) => Promise<number>;
}

/**
 * The same published model as the encoder, trained further on questions with passages that answer and that do not (see
 * `README.md` beside this file).
 *
 * @returns undefined where the packages are not installed or the model cannot be loaded: search then does without.
 */
export async function loadReranker(): Promise<Reranker | undefined> {
  const thread = await ModelThread.start('reranking');
  return (
    thread && {
      read: async (question, passage) =>
        (await thread.do({ question: cut(question), passage: cut(passage) })) as number,
    }
  );
}
