import path from 'node:path';

const FOLDER = path.join(import.meta.dirname, '../../test/quality');

/** The events that weights are fitted on, the ranking's on these alone, and whose misses may be read. */
export const TUNED = [
  'harbour-siege',
  'valley-flood',
  'contested-vote',
  'chemical-fire',
  'ferry-loss',
  'airport-blast',
] as const;

/**
 * On these it was chosen from which chances on the passage reader is believed, and what it counts for topics is fitted on
 * them and on `TUNED`; their misses may be read, too. No weight of the ranking is fitted on them. Written by those who wrote
 * the reports of `bench/encoder`, of which they are none. Measured when named.
 */
export const READ = [
  'barracks-raid',
  'campus-shooting',
  'court-and-market',
  'gas-leak',
  'hill-earthquake',
  'museum-attack',
  'poisoned-water',
  'port-attack',
  'school-kidnapping',
  'television-siege',
  'theatre-siege',
  'train-bombs',
] as const;

/** Of the same kind, but nothing is chosen on them, and their misses are not read. Measured when named. */
export const UNREAD = ['bridge-collapse', 'hospital-storming', 'hotel-attack', 'shrine-attack'] as const;

/** Never fitted on, and their misses are never read: their figures are what to expect of an event unseen. */
export const HELD_OUT = ['night-train', 'market-attack'] as const;
export type HeldOut = (typeof HELD_OUT)[number];

/** The folder of an event's questions; a path is taken as it is. */
export function eventFolder(name: string): string {
  return name.includes('/') ? path.resolve(name) : path.join(FOLDER, name);
}
