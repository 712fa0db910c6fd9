import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What an encoder makes of a text. */
export interface Encoded {
  /** A vector of length 1 whose direction stands for what the text means. */
  readonly whole: Float32Array;
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
   * About 10 ms for a question, 30 ms for a passage, in a thread of its own.
   *
   * @throws where the text is empty, or where the thread has ended.
   */
  readonly encode: (text: string) => Promise<Encoded>;
}

/** Texts are cut here before encoding. UTF-16 units. */
const TEXT_LIMIT = 1200;

/**
 * The Universal Sentence Encoder (Cer et al., 2018, https://arxiv.org/abs/1803.11175) of the optional packages
 * `@energetic-ai/*`, which bring its weights with them and run it as WebAssembly, trained further on questions
 * about news: see `README.md` beside this file. Its thread does not keep the process alive.
 *
 * @returns undefined where the packages are not installed or the model cannot be loaded: search then does
 * without.
 */
export async function loadEncoder(): Promise<Encoder | undefined> {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), { execArgv: [], stderr: true });
  try {
    const [loaded] = (await once(worker, 'message')) as [Loaded];
    worker.unref();
    return new WorkerEncoder(worker, loaded);
  } catch {
    return undefined;
  }
}

/** What the thread says first. */
type Loaded = Pick<Encoder, 'scale' | 'wordDimensions'>;

/** What the thread answers: see `worker.mjs`. */
type Reply = { readonly id: number } & (
  | { readonly encoded: Encoded }
  | { readonly failure: string; readonly encoded?: undefined }
);

interface Pending {
  readonly resolve: (encoded: Encoded) => void;
  readonly reject: (error: Error) => void;
}

class WorkerEncoder implements Encoder {
  readonly name = 'universal-sentence-encoder-en-news-1';
  readonly dimensions = 512;
  readonly wordDimensions: number;
  readonly scale: Encoder['scale'];
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #asked = 0;
  #ended: Error | undefined;

  constructor(worker: Worker, { scale, wordDimensions }: Loaded) {
    this.#worker = worker;
    this.scale = scale;
    this.wordDimensions = wordDimensions;
    worker.on('message', (reply: Reply) => {
      const pending = this.#pending.get(reply.id);
      if (reply.encoded) pending?.resolve(reply.encoded);
      else pending?.reject(new Error(`the text cannot be encoded: ${reply.failure}`));
      this.#settle(reply.id);
    });
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', (code) => this.#end(new Error(`the encoder's thread ended with ${code}`)));
  }

  encode(text: string): Promise<Encoded> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = this.#asked++;
    // Waiting for an answer keeps the process alive; an idle thread does not.
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ id, text: text.slice(0, TEXT_LIMIT) });
    });
  }

  #settle(id: number): void {
    this.#pending.delete(id);
    if (this.#pending.size === 0) this.#worker.unref();
  }

  #end(error: Error): void {
    this.#ended = error;
    for (const [id, { reject }] of this.#pending) {
      reject(error);
      this.#settle(id);
    }
  }
}
