// @ts-check
// The encoder's weights: the published ones, and what training on news added to them.
import { readFile } from 'node:fs/promises';

/** @typedef {{ rows: number, scales: number, steps: number }} Difference Where it stands in `adaptation.bin`. */
/** @typedef {{ dtype: string, shape: number[], data_offsets: [number, number] }} Tensor As the published file says. */

const FLOAT16 = decodedFloat16();
/** Bytes of the header's length at the start of the file. */
const LENGTH_BYTES = 8;

/**
 * @param {string} published a file of 16-bit floats (https://github.com/huggingface/safetensors).
 * @param {URL} adapted `adaptation.bin`.
 * @param {Record<string, Difference | {}>} tensors those wanted, with their differences if they have any.
 * @returns the wanted tensors' values, little-endian; and the embedding of a word piece by its number.
 */
export async function readWeights(published, adapted, tensors) {
  const [file, differences] = await Promise.all([readFile(published), readFile(adapted)]);
  const start = LENGTH_BYTES + Number(file.readBigUInt64LE(0));
  /** @type {Record<string, Tensor>} */
  const header = JSON.parse(file.toString('utf8', LENGTH_BYTES, start));
  const halves = (/** @type {string} */ name) => {
    const tensor = header[name];
    if (tensor?.dtype !== 'F16') throw new Error(`${published} has no 16-bit floats ${name}`);
    const [from, to] = tensor.data_offsets;
    // A copy, so that the rest of the file can be let go, and that it is aligned.
    return new Uint16Array(Uint8Array.from(file.subarray(start + from, start + to)).buffer);
  };
  const weights = Object.entries(tensors).map(([name, difference]) => {
    const values = Float32Array.from(halves(name), (half) => FLOAT16[half] ?? 0);
    if ('rows' in difference) add(values, difference, differences);
    return { name, values };
  });
  const size = header['embeddings.word_embeddings.weight']?.shape[1] ?? 0;
  return { weights, embedding: rowsOf(halves('embeddings.word_embeddings.weight'), size) };
}

/**
 * Apart from what reads the file, so that it does not hold the file.
 *
 * @param {Uint16Array} halves
 * @param {number} size
 */
function rowsOf(halves, size) {
  return (/** @type {number} */ row) =>
    Float32Array.from(halves.subarray(row * size, (row + 1) * size), (half) => FLOAT16[half] ?? 0);
}

/**
 * @param {Float32Array} values
 * @param {Difference} difference
 * @param {Buffer} bytes
 */
function add(values, { rows, scales, steps }, bytes) {
  const columns = values.length / rows;
  for (let row = 0; row < rows; row++) {
    const scale = bytes.readFloatLE(scales + 4 * row);
    for (let i = row * columns; i < (row + 1) * columns; i++) {
      values[i] = (values[i] ?? 0) + bytes.readInt8(steps + i) * scale;
    }
  }
}

/** What each of the 65,536 halves stands for (IEEE 754 binary16; no weight is infinite). */
function decodedFloat16() {
  return Float32Array.from({ length: 0x10000 }, (_, bits) => {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    return sign * (exponent === 0 ? fraction * 2 ** -24 : (1 + fraction / 1024) * 2 ** (exponent - 15));
  });
}
