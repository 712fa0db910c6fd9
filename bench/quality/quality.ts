import path from 'node:path';
import { judge, measure, type Judged } from './metrics.ts';
import { readQuestionSet } from './question-set.ts';
import { attest, miniSearchAsItComes, miniSearchTuned, type System } from './systems.ts';

const FOLDER = path.join(import.meta.dirname, '../../test/quality');
/** Never tuned on, and its misses never printed. */
const HELD_OUT = 'night-train';
const EVENTS = ['harbour-siege', 'valley-flood', 'contested-vote', HELD_OUT];

const only = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const showMisses = process.argv.includes('--misses');
for (const event of only.length > 0 ? only : EVENTS) {
  const set = await readQuestionSet(path.isAbsolute(event) ? event : path.join(FOLDER, event));
  const systems: Record<string, System> = process.argv.includes('--attest')
    ? { Attest: await attest(set.dataDir) }
    : {
        Attest: await attest(set.dataDir),
        'MiniSearch as it comes': await miniSearchAsItComes(set.dataDir),
        'MiniSearch tuned': await miniSearchTuned(set.dataDir),
      };
  console.log(`\n${set.name}`);
  for (const [name, system] of Object.entries(systems)) {
    const judged: Judged[] = [];
    for (const question of set.questions) judged.push(judge(question, await system(question.question)));
    const m = measure(judged);
    const pc = (x: { share: number; of: number }) => `${(100 * x.share).toFixed(0)}%`;
    console.log(
      `  ${name.padEnd(24)} first ${pc(m.first)} three ${pc(m.firstThree)} para ${pc(m.paraphraseFirst)} noOverlap ${pc(m.noOverlapFirst)} sides ${pc(m.sides)} latest ${pc(m.latestFirst)} refused ${pc(m.refused)} falsely ${pc(m.falselyRefused)} balanced ${(100 * m.balanced).toFixed(1)}% topics ${pc(m.topicRecall)} wrong ${m.topicWrong}`,
    );
    if (showMisses && name === 'Attest' && set.name !== HELD_OUT) {
      for (const { question, output, rank } of judged) {
        if (question.kind === 'topic') continue;
        if (question.answerable ? rank <= 1 : !output.answered) continue;
        const at = !output.answered ? 'refused' : rank === Number.POSITIVE_INFINITY ? '-' : rank;
        console.log(
          `    [${question.kind}/${question.style}] ${question.question} @${at}\n       want ${question.gold.map((g) => g.must_contain).join(' | ').slice(0, 160)}\n       got  ${output.passages[0]?.text.slice(0, 160)}`,
        );
      }
    }
  }
}
