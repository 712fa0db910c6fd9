import { describe, expect, it } from 'vitest';
import { eventMoment, inOrderOfTime } from '../../src/answer/event-moment.ts';
import type { EventInfo } from '../../src/corpus/model.ts';
import { articleOf, passageOf } from '../bot/citations.ts';

const eventOf = (from: string, to: string): EventInfo => ({
  title: 'Bridge falls',
  date: { from, to },
  language: 'en',
  aliases: new Map(),
  topics: [],
});

/** The moment of a passage of an article of Friday, 14 March 2031, as `14 09:30`. */
function momentOf(
  text: string,
  time = '',
  days: readonly [string, string] = ['2031-03-12', '2031-03-14'],
): string {
  const published = {
    text: `2031-03-14${time}`,
    day: '2031-03-14',
    ...(time !== '' && { instant: Date.parse(`2031-03-14${time}`) }),
  };
  const moment = new Date(eventMoment(passageOf(text), articleOf({ published }), eventOf(...days)));
  return moment.toISOString().slice(8, 16).replace('T', ' ');
}

describe('when what a passage reports happened', () => {
  it.each([
    ['The bridge fell at 9:30 a.m., the mayor said.', '14 09:30'],
    ['By 17:40 on Wednesday the last boat was in.', '12 17:40'],
    ['Shortly after noon on Thursday the siren sounded.', '13 12:00'],
    ['On Friday evening the square was empty.', '14 20:00'],
    ['Two piers gave way on 13 March.', '13 00:00'],
    ['Twelve people were hurt.', '14 00:00'],
    ['Between 12 and 15 people were hurt, 12 to 15 in all.', '14 00:00'],
    ['Three hours later the road was open.', '14 00:00'],
    ['The Sun wrote that it fell at 10:30.', '14 10:30'],
    ['A hotline is open 24/7.', '14 00:00'],
    ['Police said on Friday that it fell at 10:30 on Wednesday.', '12 10:30'],
    ['A like bridge fell on 9 October 2010; this one gave way at 10:30.', '14 10:30'],
    ['The dead will be buried on Saturday at noon.', '15 12:00'],
  ])('is told of %j: %s', (text, moment) => {
    expect(momentOf(text)).toBe(moment);
  });

  it('is on the day of an event of one day where no other is named', () => {
    const day = ['2031-03-12', '2031-03-12'] as const;
    expect(momentOf('The bridge fell at 6 p.m.', 'T07:00:00Z', day)).toBe('12 18:00');
    expect(momentOf('The road was opened at 6 p.m. on Thursday.', 'T07:00:00Z', day)).toBe('13 18:00');
    expect(momentOf('Twelve people were hurt.', 'T07:00:00Z', day)).toBe('14 00:00');
  });

  it('is the evening before in the paper of the morning', () => {
    expect(momentOf('The bridge fell at 6 p.m.', 'T07:00:00Z')).toBe('13 18:00');
    expect(momentOf('The bridge fell at 6 p.m.', 'T21:00:00Z')).toBe('14 18:00');
    expect(momentOf('The bridge fell at 6 p.m. on Friday.', 'T07:00:00Z')).toBe('14 18:00');
  });
});

describe('passages in the order of what they report', () => {
  const hours = (all: readonly number[]) =>
    all.map((hour, index) => ({
      article: articleOf(),
      passage: passageOf(`It was seen at ${hour}:15.`, index + 1),
    }));
  const numbers = (all: readonly number[]) =>
    inOrderOfTime(hours(all), eventOf('2031-03-14', '2031-03-14')).map(({ passage }) => passage.number);

  it('stand so, those of one time as before', () => {
    expect(numbers([18, 9, 12, 9])).toEqual([2, 4, 3, 1]);
  });

  it('are put in order ten at a time', () => {
    expect(numbers([20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 2, 1])).toEqual([
      10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 12, 11,
    ]);
  });
});
