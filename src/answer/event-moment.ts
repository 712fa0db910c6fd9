import * as chrono from 'chrono-node';
import type { Article, EventInfo, Passage } from '../corpus/model.ts';
import type { Place } from './place.ts';

/** Words for a time of day, without which a number is none: "12 to 15" are hours only as "12:00 to 15:00". */
const TIME_OF_DAY = /\d[:.]\d\d|\d ?[ap]\.?m\b|noon|midnight|morning|afternoon|evening|night/i;
/** A number that is no date ("24/7", "9/11"), a weekday cut short ("sat", "the Sun"), or a span from another moment. */
const NO_MOMENT =
  /^\d+\/\d+(?:\/\d+)?$|\b(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)\b|\b(?:later|before|after|earlier|within)\b/i;
const DAY = 86_400_000;
/** Passages that are put in order at once. */
const IN_ORDER = 10;

/** The passages in the order of what they report, ten at a time, so that the surest still stand before the others. */
export function inOrderOfTime<Found extends Place>(
  passages: readonly Found[],
  event: EventInfo,
): readonly Found[] {
  const timed = passages.map((found, index) => ({
    found,
    group: Math.floor(index / IN_ORDER),
    moment: eventMoment(found.passage, found.article, event),
  }));
  return timed.sort((a, b) => a.group - b.group || a.moment - b.moment).map(({ found }) => found);
}

/**
 * When what a passage reports first happened, for putting passages in order: the first time of day that it names, with the
 * day beside it or else the first day, as chrono-node reads them; days before the event are left aside. A time alone is one
 * of the event's day if it has but one; else of the day of publication, and where no time is named, it is the beginning of that
 * day. Comparable among passages, in no time zone.
 */
export function eventMoment({ text }: Passage, { published }: Article, { date }: EventInfo): number {
  const today = startOf(published.day);
  const first = startOf(date.from);
  const named = chrono
    .parse(text, { instant: new Date(today), timezone: 0 })
    .filter((found) => !NO_MOMENT.test(found.text));
  const days = named.filter((found) => isDated(found) && dayOf(found, today, first) >= first);
  const timed = named.find((found) => found.start.get('hour') !== null && TIME_OF_DAY.test(found.text));
  const time = timed === undefined ? 0 : timeOf(timed.start);
  const dated = days.find((found) => found === timed) ?? days[0];
  if (dated) return dayOf(dated, today, first) + time;
  if (timed && date.from === date.to) return first + time;
  // In a morning's paper "at 6 p.m." was the day before.
  const isYesterday = published.instant !== undefined && time > localTime(published.text);
  return today + time - (isYesterday ? DAY : 0);
}

const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`);

const isDated = ({ start }: chrono.ParsedResult) => start.isCertain('day') || start.isCertain('weekday');

const timeOf = (start: chrono.ParsedComponents) =>
  ((start.get('hour') ?? 0) * 60 + (start.get('minute') ?? 0)) * 60_000;

/** A weekday is the last one of that name, or, where that would be before the event, the next. */
function dayOf({ start }: chrono.ParsedResult, today: number, first: number): number {
  const day = Date.UTC(start.get('year') ?? 0, (start.get('month') ?? 1) - 1, start.get('day') ?? 1);
  if (start.isCertain('day')) return day;
  const last = day > today ? day - 7 * DAY : day;
  return last < first ? last + 7 * DAY : last;
}

/** The time on the clock of the publisher, from the beginning of the day. */
function localTime(published: string): number {
  const [, hours = '23', minutes = '59'] = /T(\d\d):(\d\d)/i.exec(published) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * 60_000;
}
