import { setImmediate } from 'node:timers/promises';

/**
 * Keeps long work from holding the event loop: the returned function is awaited between pieces of it, and
 * lets everything else run once the work has gone on for `slice` milliseconds (default 10).
 */
export function createPace(slice = 10): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await setImmediate();
    since = performance.now();
  };
}
