import { Command, Option } from 'commander';
import { createAnswerer } from '../../src/answer/answerer.ts';
import { messagesLine } from './asking.ts';
import { eventFolder, HELD_OUT, type HeldOut, TUNED, UNREAD } from './events.ts';
import { scoreDisagreements, scoreFigures } from './figures.ts';
import { asFloors, type Floors, fallen, raiseFloors, readFloors } from './floors.ts';
import { type Judged, judge, measure } from './metrics.ts';
import { type QuestionSet, readQuestionSet } from './question-set.ts';
import { LEGEND, missLine, scoreRow, tableHead, tableRow } from './report.ts';
import { openSet } from './searcher.ts';
import { attest, miniSearchAsItComes, miniSearchTuned, type System } from './systems.ts';

/** `npm run quality`: how well Attest answers, beside the search library that it is built on. */
const program = new Command('quality')
  .argument('[events...]', 'names of folders of test/quality, or paths of such folders', [
    ...TUNED,
    ...HELD_OUT,
  ])
  .option('--misses <n>', 'print so many misses of each event that may be read', '10')
  .option('--messages', 'ask each event the messages of test/messages as well, which are not about it')
  .option('--only-attest', 'leave the peers out')
  .addOption(
    new Option('--without-models', 'as where they are not installed; no floors are held').conflicts('raise'),
  )
  .option('--raise', 'raise the floors of the held-out events to what they reach now')
  .parse();
const options = program.opts<{
  misses: string;
  messages?: true;
  onlyAttest?: true;
  withoutModels?: true;
  raise?: true;
}>();

console.log(LEGEND);
for (const name of program.args.length > 0 ? program.args : [...TUNED, ...HELD_OUT]) {
  const set = await readQuestionSet(eventFolder(name));
  const heldOut = HELD_OUT.find((event) => event === set.name);
  console.log(`\n${set.name}${heldOut ? ' (held out)' : ''}: ${set.questions.length} questions`);
  console.log(tableHead());
  const opened = await openSet(set, !options.withoutModels);
  const judged = await run(set, await attest(opened));
  const measures = measure(judged);
  console.log(tableRow(options.withoutModels ? 'Attest without models' : 'Attest', measures));
  if (!options.onlyAttest) {
    console.log(
      tableRow('MiniSearch as it comes', measure(await run(set, await miniSearchAsItComes(set.dataDir)))),
    );
    console.log(tableRow('MiniSearch tuned', measure(await run(set, await miniSearchTuned(set.dataDir)))));
  }
  if (set.figures.length > 0) {
    const figures = scoreFigures(set, opened);
    console.log(scoreRow('figures: value, role, qualifier, attribution', figures.whole));
    console.log(scoreRow('figures: value and role', figures.counted));
    const disagreements = scoreDisagreements(set, opened);
    console.log(scoreRow('disagreements', disagreements.whole));
  }
  if (options.messages) {
    console.log(`  ${await messagesLine(createAnswerer(opened.corpus, opened.searcher, []))}`);
  }
  if (heldOut && !options.withoutModels) await holdFloors(heldOut, asFloors(measures));
  if (![...HELD_OUT, ...UNREAD].some((event) => event === set.name)) {
    for (const line of worst(judged).slice(0, Number(options.misses))) console.log(`  ${line}`);
  }
}

async function run(set: QuestionSet, system: System): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const question of set.questions) judged.push(judge(question, await system(question.question)));
  return judged;
}

async function holdFloors(event: HeldOut, reached: Floors): Promise<void> {
  if (options.raise) await raiseFloors(event, reached);
  const floors = (await readFloors())[event];
  const low = fallen(reached, floors);
  for (const name of low) {
    console.error(
      `${event}: ${name} fell to ${reached[name].toFixed(3)}, more than three points below ${floors[name]}`,
    );
  }
  if (low.length > 0) process.exitCode = 1;
}

/** The questions with the farthest answers first, then those that should have been refused. */
function worst(judged: readonly Judged[]): readonly string[] {
  const questions = judged.filter(({ question }) => question.kind !== 'topic');
  const missed = questions.filter(({ question, rank }) => question.answerable && rank > 1);
  const unfounded = questions.filter(({ question, output }) => !question.answerable && output.answered);
  return [...missed.sort((a, b) => b.rank - a.rank), ...unfounded].map(missLine);
}
