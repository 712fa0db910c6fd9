/**
 * Fits what tells a message that asks something about news from chatter and from words said to the bot: a logistic
 * regression over the encoder's vector of it. Prints what several thresholds would do to the messages of
 * `test/messages`, which are not fitted on and were written by somebody else than those that are.
 *
 *     npm run fit:asking -- --write       # some 6 minutes
 *     npx biome format --write src/search/asking-weights.json
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { LEXICON_FOLDER } from '../../src/language/lexicon.ts';
import { loadEncoder } from '../../src/search/encoder/encoder.ts';
import { readMessages } from './asking.ts';
import { type Case, chance, fitLogistic } from './logistic.ts';

const MESSAGES = path.join(import.meta.dirname, '../asking');
const REPORTS = path.join(import.meta.dirname, '../encoder/reports');
/** Of the questions of the reports every so many-th is taken: some 4,000. */
const EVERY = 12;
/** Of the words of the lexicon, two of each concept, every so many-th: some 1,300. Who types "siege" searches. */
const EVERY_WORD = 4;
/** What a message that looks like chatter and asks counts, beside a plain question of the reports. */
const LOOK_ALIKE = 3;
/** Four times as much, and a fourth of it, told a fifth of the messages that was left out no better. */
const RIDGE = 0.0001;
const THRESHOLDS = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5];

const encoder = await loadEncoder();
if (!encoder) throw new Error('the encoder is not installed: nothing to fit');

const chatter = await casesOf(await linesOf('chatter.txt'), false, 1);
const lookAlikes = await casesOf(await linesOf('look-alikes.txt'), true, LOOK_ALIKE);
const questions = await casesOf(await questionsOfReports(), true, 1);
const searches = await casesOf(await wordsOfLexicon(), true, 1);
const all = [...chatter, ...lookAlikes, ...questions, ...searches];
const isLeft = (_: Case, at: number) => at % 5 === 0;
report(
  'a fifth left out',
  all.filter(isLeft),
  fitLogistic(
    all.filter((one, at) => !isLeft(one, at)),
    { ridge: RIDGE },
  ),
);
const model = fitLogistic(all, { ridge: RIDGE });
const { asks, chats } = await readMessages();
report('unseen', [...(await casesOf(asks, true, 1)), ...(await casesOf(chats, false, 1))], model);
if (process.argv.includes('--write')) {
  const rounded = model.map((weight) => Number(weight.toFixed(3)));
  const fitted = { encoder: encoder.name, bias: rounded.at(-1), weights: rounded.slice(0, -1) };
  const file = path.join(import.meta.dirname, '../../src/search/asking-weights.json');
  await writeFile(file, `${JSON.stringify(fitted, null, 2)}\n`);
}

async function linesOf(file: string): Promise<readonly string[]> {
  const lines = (await readFile(path.join(MESSAGES, file), 'utf8')).split('\n');
  return lines.filter((line) => line !== '').map((line) => line.replaceAll('\\n', '\n'));
}

async function questionsOfReports(): Promise<readonly string[]> {
  const questions: string[] = [];
  for (const file of (await readdir(REPORTS)).sort()) {
    const lines = (await readFile(path.join(REPORTS, file), 'utf8')).split('\n').filter(Boolean);
    for (const line of lines) {
      const report = JSON.parse(line) as { readonly questions?: readonly (readonly [string, unknown])[] };
      questions.push(...(report.questions ?? []).map(([question]) => question));
    }
  }
  return questions.filter((_, at) => at % EVERY === 0);
}

async function wordsOfLexicon(): Promise<readonly string[]> {
  const words: string[] = [];
  for (const file of (await readdir(LEXICON_FOLDER)).sort()) {
    if (!file.endsWith('.yaml')) continue;
    const concepts: Record<string, { readonly words?: readonly string[] }> = parse(
      await readFile(path.join(LEXICON_FOLDER, file), 'utf8'),
    );
    for (const concept of Object.values(concepts)) words.push(...(concept.words ?? []).slice(0, 2));
  }
  return words.filter((_, at) => at % EVERY_WORD === 0);
}

async function casesOf(texts: readonly string[], yes: boolean, weight: number): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const text of texts) {
    const encoded = await encoder?.encode(text);
    if (encoded) cases.push({ vector: [...encoded.whole], yes, weight });
  }
  return cases;
}

function report(title: string, cases: readonly Case[], weights: readonly number[]): void {
  console.log(title);
  const chances = cases.map(({ yes, vector }) => ({ yes, chance: chance(weights, vector) }));
  for (const threshold of THRESHOLDS) {
    const below = (wanted: boolean) => {
      const some = chances.filter(({ yes }) => yes === wanted);
      return `${((100 * some.filter(({ chance }) => chance < threshold).length) / some.length).toFixed(1)} %`;
    };
    console.log(`  below ${threshold}: ${below(false)} of the chatter, ${below(true)} of the questions`);
  }
}
