import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** What the thread answers: see `worker.mjs`. */
type Reply = { readonly id: number } & ({ readonly result: unknown } | { readonly failure: string });

/** Texts are cut here. UTF-16 units. */
const TEXT_LIMIT = 1200;

/** As much of a text as the models are given. */
export const cut = (text: string): string => text.slice(0, TEXT_LIMIT);

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A model in a thread of its own, which does not keep the process alive while it has nothing to do. */
export class ModelThread<Described> {
  /** What the model says of itself. */
  readonly described: Described;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #asked = 0;
  #ended: Error | undefined;

  /**
   * @param folder of the model's files, beside this one.
   * @returns undefined where the packages are not installed or the model cannot be loaded.
   */
  static async start<Described>(folder: string): Promise<ModelThread<Described> | undefined> {
    const options = { execArgv: [], stderr: true, workerData: { folder } };
    const worker = new Worker(new URL('./worker.mjs', import.meta.url), options);
    try {
      const [described] = (await once(worker, 'message')) as [Described];
      return new ModelThread(worker, described);
    } catch {
      return undefined;
    }
  }

  private constructor(worker: Worker, described: Described) {
    this.#worker = worker;
    this.described = described;
    worker.on('message', (reply: Reply) => {
      const pending = this.#pending.get(reply.id);
      if ('result' in reply) pending?.resolve(reply.result);
      else pending?.reject(new Error(`the model failed: ${reply.failure}`));
      this.#settle(reply.id);
    });
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', (code) => this.#end(new Error(`the model's thread ended with ${code}`)));
    // After the listeners: one for messages keeps the process alive.
    worker.unref();
  }

  /** @throws where the model fails at the task, or where the thread has ended. */
  do(task: object): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = this.#asked++;
    // Waiting for an answer keeps the process alive; an idle thread does not.
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ id, task });
    });
  }

  /** Ends the thread and frees what it holds. */
  async close(): Promise<void> {
    await this.#worker.terminate();
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
