import { execFileSync } from 'node:child_process';
import { questionsOf, readMeasuredSet, SUBJECTS, type Subject } from './subjects.ts';

/**
 * Prints the highest memory of a process that opens an event and answers ten questions, for each subject in a process
 * of its own, and how many times that of MiniSearch it is. Node and all modules are in each, some 100 MB. Run it twice:
 * where the models read the event for the first time, the passage reader counts in as well.
 */
const [measured] = process.argv.slice(2) as [Subject?];

if (measured === undefined) {
  let ofMiniSearch: number | undefined;
  for (const name of Object.keys(SUBJECTS)) {
    const out = execFileSync(process.execPath, ['--import', 'tsx', import.meta.filename, name]);
    const megabytes = Number(out.toString().trim());
    ofMiniSearch ??= megabytes;
    console.log(
      `${name.padEnd(24)} ${megabytes.toFixed(0).padStart(5)} MB  ${(megabytes / ofMiniSearch).toFixed(1)}×`,
    );
  }
} else {
  const set = await readMeasuredSet();
  const ask = await SUBJECTS[measured](set);
  for (const question of questionsOf(set, 10)) await ask(question);
  // In kilobytes.
  console.log(process.resourceUsage().maxRSS / 1024);
  process.exit();
}
