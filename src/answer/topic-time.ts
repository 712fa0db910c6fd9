import type { EventInfo, Passage, Span } from '../corpus/model.ts';
import { findSign } from './topic-signs.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
/** A number with a noun behind it is a count, unless a preposition makes it a year ("in 2031 troops were called"). */
const YEAR =
  /(?<=\b(?:in|of|since|from|until|by|after|before|during|the|and) )(?:1[5-9]\d\d|2[01]\d\d)\b|\b(?:1[5-9]\d\d|2[01]\d\d)\b(?!,? [a-z]+(?:s|men|people)\b)/gi;
/** Before a year: it tells the age or the name of a thing, not the time of what is reported. */
const AGE_OF_THING =
  /\b(?:built|opened|completed|founded|established|dating|dates|class|born|erected|made|launched)\s(?:[a-z]+\s){0,3}(?:in|from|back to|of)?\s*$|\bof the $/i;
/** When a thing was made is no report of another time either. */
const MAKING = /^(?:was|were) (?:founded|built|completed|opened|established|created) /i;
const PAST_MONTH = new RegExp(
  `\\b(?:[Ii]n|[Ss]ince|[Ll]ast|[Ee]arly|[Ll]ate|of) (${MONTHS.join('|')})\\b(?! \\d{1,2}\\b)`,
  'g',
);
const TO_COME =
  /\b(?:will|would|due|until|by the end of|next|to be|is to|are to|faces?|scheduled|planned for)\b/i;
const THIS_TIME =
  /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|now|today|tonight|this (?:morning|afternoon|evening|week)|yesterday)\b/i;

/** What a sentence says of its time. */
export interface SentenceTime {
  /** Where it names another time than the event's. */
  readonly earlier: readonly Span[];
  /** It reports something of another time: by its own words, or because the sentence before does. */
  readonly isOther: boolean;
}

/**
 * The time of each sentence of a passage. A sentence behind one about another time is about that time as well,
 * until one comes back to a day of the week or to now. What is still to come is part of the event.
 */
export function sentenceTimes(passage: Passage, { date }: EventInfo): readonly SentenceTime[] {
  const firstYear = Number(date.from.slice(0, 4));
  const months = new Set([monthOf(date.from), monthOf(date.to)]);
  let isOther = false;
  return passage.sentences.map(([start, end]) => {
    const text = passage.text.slice(start, end);
    const spans: Span[] = [...findSign('earlier', text)];
    let isReport = spans.some(([from, to]) => !MAKING.test(text.slice(from, to)));
    for (const { 0: year, index } of text.matchAll(YEAR)) {
      if (Number(year) >= firstYear) continue;
      spans.push([index, index + year.length]);
      if (!AGE_OF_THING.test(text.slice(0, index)) && !/^ \p{Lu}/u.test(text.slice(index + year.length)))
        isReport = true;
    }
    if (!TO_COME.test(text)) {
      for (const { 0: found, 1: month, index } of text.matchAll(PAST_MONTH)) {
        if (month === undefined || months.has(month)) continue;
        spans.push([index, index + found.length]);
        isReport = true;
      }
    }
    isOther = isReport || (isOther && !THIS_TIME.test(text));
    return { earlier: spans.map(([from, to]): Span => [start + from, start + to]), isOther };
  });
}

const monthOf = (day: string) => MONTHS[Number(day.slice(5, 7)) - 1];
