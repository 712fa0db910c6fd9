import * as chrono from 'chrono-node';
import type { Article, EventInfo, Passage } from '../corpus/model.ts';

/** Words for a time of day, without which a number is none: "12 to 15" are hours only as "12:00 to 15:00". */
const TIME_OF_DAY = /\d[:.]\d\d|\d ?[ap]\.?m\b|noon|midnight|morning|afternoon|evening|night/i;
/** Counted from another moment, not from the publication. */
const RELATIVE = /\b(?:later|before|after|earlier|ago|within|last|next)\b/i;
const DAY = 86_400_000;

/**
 * When what a passage reports first happened, for putting passages in order: the first day and the first time of day that
 * it names, as chrono-node reads them. A time alone is one of the event's day if it has but one; else of the day of
 * publication, and where no time is named, it is the beginning of that day. Comparable among passages, in no time zone.
 */
export function eventMoment({ text }: Passage, { published }: Article, { date }: EventInfo): number {
  const today = Date.parse(`${published.day}T00:00:00Z`);
  const named = chrono
    .parse(text, { instant: new Date(today), timezone: 0 })
    .filter((found) => !RELATIVE.test(found.text));
  const timed = named.find((found) => found.start.get('hour') !== null && TIME_OF_DAY.test(found.text));
  const dated = named.find(({ start }) => start.isCertain('day') || start.isCertain('weekday'));
  const time = timed === undefined ? 0 : timeOf(timed.start);
  if (dated) return dayOf(dated.start, today) + time;
  if (timed && date.from === date.to) return Date.parse(`${date.from}T00:00:00Z`) + time;
  // In a morning's paper "at 6 p.m." was the day before.
  const isYesterday = published.instant !== undefined && today + time > localTime(published.text, today);
  return today + time - (isYesterday ? DAY : 0);
}

function timeOf(start: chrono.ParsedComponents): number {
  return ((start.get('hour') ?? 0) * 60 + (start.get('minute') ?? 0)) * 60_000;
}

/** A weekday is the last one of that name. */
function dayOf(start: chrono.ParsedComponents, today: number): number {
  const day = Date.UTC(start.get('year') ?? 0, (start.get('month') ?? 1) - 1, start.get('day') ?? 1);
  return !start.isCertain('day') && day > today ? day - 7 * DAY : day;
}

/** The time on the clock of the publisher. */
function localTime(published: string, today: number): number {
  const [, hours = '23', minutes = '59'] = /T(\d\d):(\d\d)/i.exec(published) ?? [];
  return today + (Number(hours) * 60 + Number(minutes)) * 60_000;
}
