import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, '../../test/quality');

/** The events that weights are fitted on and whose misses may be read. */
export const TUNED = [
  'harbour-siege',
  'valley-flood',
  'contested-vote',
  'chemical-fire',
  'ferry-loss',
  'airport-blast',
] as const;

/** Never fitted on, and their misses are never read: their figures are what to expect of an event unseen. */
export const HELD_OUT = ['night-train', 'market-attack'] as const;
export type HeldOut = (typeof HELD_OUT)[number];

/** The folder of an event's questions; a path is taken as it is. */
export function eventFolder(name: string): string {
  return name.includes('/') ? path.resolve(name) : path.join(FOLDER, name);
}
