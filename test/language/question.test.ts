import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionParts, readForm } from '../../src/language/question.ts';
import { anyText } from './any-text.ts';

const framesOf = (question: string) => readForm(question).frames.map((frame) => question.slice(...frame));

describe('readForm', () => {
  it.each([
    ['how many people died', 'count'],
    ['number of wounded', 'count'],
    ['HOW MANY', 'count'],
    ['what time did it sink', 'clock'],
    ['wat time was the blast', 'clock'],
    ['which day was it', 'day'],
    ['what year was she built', 'year'],
    ['when did it sink', 'time'],
    ['how long did the search last', 'duration'],
    ['how many hours did it take', 'duration'],
    ['how far from the coast', 'distance'],
    ['how deep is the strait', 'distance'],
    ['how much money was paid', 'money'],
    ['what fare did they pay', 'money'],
    ['how old was the captain', 'age'],
    ['what percentage of the crew', 'share'],
    ['who is the skipper', 'person'],
    ['who’s the skipper', 'person'],
    ['where did it sink', 'place'],
    ['which hospital took them in', 'place'],
    ['why did it sink', 'reason'],
    ['what caused the fire', 'reason'],
    ['what did the minister say', 'statement'],
    ['reactions', 'statement'],
    ['did the captain survive', 'yes-no'],
    ['and was he arrested', 'yes-no'],
    ['figures for the injured', 'count'],
    ['is there a phone number for relatives', 'yes-no'],
    ['who was the key figure of the gang', 'person'],
    ['up to date death toll', 'anything'],
    ['captain', 'anything'],
    ['', 'anything'],
  ])('reads %j as asking for: %s', (question, asked) => {
    expect(readForm(question).asked).toBe(asked);
  });

  it('tells the words that say what is asked for from those that are looked for', () => {
    const question = 'So how many people were rescued';
    expect(framesOf(question)).toEqual(['how many people']);
  });

  it('tells the words that ask for the last word, too', () => {
    expect(framesOf('what is the latest number of divers')).toEqual(['number of', 'latest']);
    expect(framesOf('most recent count')).toEqual(['most recent']);
  });

  it('gives frames that lie in the question and are not empty', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const [start, end] of readForm(text).frames) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.toLowerCase().length);
        }
      }),
    );
  });
});

describe('questionParts', () => {
  it.each([
    ['who did it, and how many died', ['who did it, and how many died']],
    ['who sank it, and how many died', ['who sank it', 'how many died']],
    ['how many died? who sank it?', ['how many died', 'who sank it']],
    ['where did it sink and when did the search end', ['where did it sink', 'when did the search end']],
    ['how many died; also who was rescued', ['how many died', 'who was rescued']],
    ['how many were killed and injured', ['how many were killed and injured']],
    ['what did police and divers find', ['what did police and divers find']],
    ['hello? how many died', ['hello? how many died']],
    ['in the engine room, who drowned', ['in the engine room, who drowned']],
    ['When the hull broke, where was the mate', ['When the hull broke, where was the mate']],
    ['after the fire, who drowned, what sank', ['after the fire, who drowned', 'what sank']],
    ['when did it sink, who drowned', ['when did it sink', 'who drowned']],
    ['at what time did it sink, who drowned', ['at what time did it sink', 'who drowned']],
    ['one fire? two fires? three fires? four fires? five fires?', undefined],
  ])('reads the questions of %j', (text, parts) => {
    expect(questionParts(text)).toEqual(parts ?? [text]);
  });

  it('gives at least one part and at most four, each a stretch of the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const parts = questionParts(text);
        expect(parts.length).toBeGreaterThan(0);
        expect(parts.length).toBeLessThanOrEqual(4);
        for (const part of parts) expect(text).toContain(part);
      }),
    );
  });
});
