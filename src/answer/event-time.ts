import type { EventInfo, Passage, Span } from '../corpus/model.ts';

const YEAR = /\b(1[5-9]\d\d|20\d\d|21\d\d)\b(?! (?:people|residents|passengers|homes))/g;
/** A year that tells the age of a thing, not the time of what the sentence reports. */
const AGE_OF_THING =
  /\b(?:built|opened|completed|founded|established|dating|dates|since|class|born|erected|made|launched)\s(?:[a-z]+\s){0,3}(?:in|from|back to|of)?\s*$/i;
const OTHER_TIME =
  /\b(?:last (?:week|month|year|decade|spring|summer|autumn|winter)|(?:weeks?|months?|years?|decades?) (?:ago|earlier|before)|in recent (?:weeks|months|years)|a (?:week|month|year|decade) (?:ago|earlier)|anniversary)\b/i;
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MONTH = new RegExp(`\\b(?:[Ii]n|[Ll]ast|of) (${MONTHS.join('|')})\\b(?! \\d)`, 'g');

/** Tells the sentences of a passage that report another event: of another year or month than the event's. */
export function otherEventSentences(passage: Passage, event: EventInfo): readonly boolean[] {
  const years = new Set([event.date.from.slice(0, 4), event.date.to.slice(0, 4)]);
  const months = new Set([event.date.from, event.date.to].map((day) => MONTHS[Number(day.slice(5, 7)) - 1]));
  let isOther = false;
  return passage.sentences.map((span) => {
    const text = sentenceOf(passage, span);
    const own = isOfOtherTime(text, years, months);
    // What is told of an earlier event goes on until the sentence that comes back to a day of the week or to now.
    isOther =
      own ||
      (isOther && !/\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|now|today|this time)\b/.test(text));
    return isOther;
  });
}

/** Whether a text names a year that is none of the event's. */
export function isOfOtherYear(text: string, event: EventInfo): boolean {
  const years = [event.date.from.slice(0, 4), event.date.to.slice(0, 4)];
  return [...text.matchAll(YEAR)].some(
    ({ 0: year, index }) => !years.includes(year) && !AGE_OF_THING.test(text.slice(0, index)),
  );
}

function isOfOtherTime(
  text: string,
  years: ReadonlySet<string>,
  months: ReadonlySet<string | undefined>,
): boolean {
  if (OTHER_TIME.test(text)) return true;
  for (const { 0: year, index } of text.matchAll(YEAR)) {
    if (!years.has(year) && !AGE_OF_THING.test(text.slice(0, index))) return true;
  }
  return [...text.matchAll(MONTH)].some(([, month]) => !months.has(month));
}

export function sentenceOf({ text }: Passage, [from, to]: Span): string {
  return text.slice(from, to);
}
