import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { HELD_OUT, type HeldOut } from './events.ts';
import type { Measures } from './metrics.ts';

const FILE = path.join(import.meta.dirname, 'floors.json');
/** A measure may lie this far below its floor: one question is about half a point. */
const TOLERANCE = 0.03;

const EventFloorsSchema = z.strictObject({
  first: z.number(),
  firstThree: z.number(),
  paraphraseFirst: z.number(),
  sides: z.number(),
  latestFirst: z.number(),
  balanced: z.number(),
  topicRecall: z.number(),
});
const FloorsSchema = z.record(z.enum(HELD_OUT), EventFloorsSchema);
/** What an event that is never tuned on has reached; only rises. */
export type Floors = z.infer<typeof EventFloorsSchema>;

export async function readFloors(): Promise<Readonly<Record<HeldOut, Floors>>> {
  return FloorsSchema.parse(JSON.parse(await readFile(FILE, 'utf8')));
}

export function asFloors(measures: Measures): Floors {
  return {
    first: measures.first.share,
    firstThree: measures.firstThree.share,
    paraphraseFirst: measures.paraphraseFirst.share,
    sides: measures.sides.share,
    latestFirst: measures.latestFirst.share,
    balanced: measures.balanced,
    topicRecall: measures.topicRecall.share,
  };
}

/** Names of the measures that fell more than three points below their floor. */
export function fallen(reached: Floors, floors: Floors): readonly (keyof Floors)[] {
  return (Object.keys(floors) as (keyof Floors)[]).filter((name) => reached[name] < floors[name] - TOLERANCE);
}

/** Raises each floor of an event to what was reached, and lowers none. */
export async function raiseFloors(event: HeldOut, reached: Floors): Promise<void> {
  const floors = await readFloors();
  const raised = Object.fromEntries(
    (Object.keys(reached) as (keyof Floors)[]).map((name) => [
      name,
      Number(Math.max(floors[event][name], reached[name]).toFixed(4)),
    ]),
  );
  await writeFile(FILE, `${JSON.stringify({ ...floors, [event]: raised }, null, 2)}\n`);
}
