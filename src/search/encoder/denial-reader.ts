import { cut, ModelThread } from './model-thread.ts';

/** Reads two passages together, and so tells whether one denies what the other asserts. */
export interface DenialReader {
  /**
   * The odds, in natural logarithms, that a passage denies what another asserts. About 60 ms in a thread of its own.
   *
   * @throws where the thread has ended.
   */
  readonly denies: (denying: string, asserting: string) => Promise<number>;
  /** Ends the thread. */
  readonly close: () => Promise<void>;
}

/** Names the model, so that what another read is not taken for its own. */
export const DENIAL_READER = 'denials-1';

/**
 * The same published model as the encoder, trained further on pairs of passages (see `README.md` beside this file).
 *
 * @returns undefined where the packages are not installed or the model cannot be loaded: rules alone then tell.
 */
export async function loadDenialReader(): Promise<DenialReader | undefined> {
  const thread = await ModelThread.start('denying');
  return (
    thread && {
      denies: async (denying, asserting) =>
        (await thread.do({ denying: cut(denying), asserting: cut(asserting) })) as number,
      close: () => thread.close(),
    }
  );
}
