import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** Turns a text into a vector whose direction stands for its meaning. */
export interface Encoder {
  /** Names the model, so that vectors of another are never compared with its own. */
  readonly name: string;
  readonly dimensions: number;
  /**
   * A vector of length 1. About 10 ms for a question, 20 ms for a passage, in a thread of its own.
   *
   * @throws where the text is empty, or where the thread has ended.
   */
  readonly encode: (text: string) => Promise<Float32Array>;
}

/** Texts are cut here before encoding. UTF-16 units. */
const TEXT_LIMIT = 1200;

/**
 * The Universal Sentence Encoder (Cer et al., 2018, https://arxiv.org/abs/1803.11175) of the optional packages
 * `@energetic-ai/*`, which bring its weights with them and run it as WebAssembly. Its thread does not keep the
 * process alive.
 *
 * @returns undefined where the packages are not installed or the model cannot be loaded: search then does
 * without.
 */
export async function loadEncoder(): Promise<Encoder | undefined> {
  const worker = new Worker(new URL('./encoder-worker.mjs', import.meta.url), { execArgv: [], stderr: true });
  try {
    await once(worker, 'message');
  } catch {
    return undefined;
  }
  worker.unref();
  return new WorkerEncoder(worker);
}

/** What the thread answers: see `encoder-worker.mjs`. */
type Encoded = { readonly id: number } & (
  | { readonly vector: Float32Array }
  | { readonly failure: string; readonly vector?: undefined }
);

interface Pending {
  readonly resolve: (vector: Float32Array) => void;
  readonly reject: (error: Error) => void;
}

class WorkerEncoder implements Encoder {
  readonly name = 'universal-sentence-encoder-en';
  readonly dimensions = 512;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #asked = 0;
  #ended: Error | undefined;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (encoded: Encoded) => {
      const pending = this.#pending.get(encoded.id);
      if (encoded.vector) pending?.resolve(unit(encoded.vector));
      else pending?.reject(new Error(`the text cannot be encoded: ${encoded.failure}`));
      this.#settle(encoded.id);
    });
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', (code) => this.#end(new Error(`the encoder's thread ended with ${code}`)));
  }

  encode(text: string): Promise<Float32Array> {
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

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
