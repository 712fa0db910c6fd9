import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answersOfKind } from '../../src/language/answer-types.ts';
import type { Asked } from '../../src/language/question.ts';
import { anyText } from './any-text.ts';

const KINDS: readonly Asked[] = [
  'count',
  'clock',
  'day',
  'year',
  'time',
  'duration',
  'distance',
  'money',
  'age',
  'share',
  'person',
  'place',
  'reason',
  'statement',
];

describe('answersOfKind', () => {
  it.each<[Asked, string, readonly string[]]>([
    ['count', 'Twelve died and 31 were hurt.', ['Twelve', '31']],
    ['count', 'Nobody drowned.', ['Nobody']],
    ['clock', 'It sank at 5:40 and divers came at noon.', ['5:40', 'noon']],
    ['year', 'Built in 1987, sunk in 2038.', ['1987', '2038']],
    ['day', 'He was held on Monday.', ['Monday']],
    ['duration', 'The search took three hours.', ['three hours']],
    ['distance', 'It drifted 12 km.', ['12 km']],
    ['money', 'The fare was $40.', ['$4']],
    ['age', 'Venn, 51, was rescued.', [', 51,']],
    ['share', 'About 40 per cent voted.', ['per cent']],
    ['person', 'Captain Odalric Venn slept.', ['Captain Odalric']],
    ['place', 'It sank near the harbour.', ['near the harbour']],
    ['reason', 'It sank because of fog.', ['because']],
    ['statement', 'She said nothing.', ['said']],
    ['count', 'It sank.', []],
    ['year', 'Flight 4417 was late.', []],
    ['statement', 'It sank.', []],
  ])('finds a %s in %j', (asked, text, expected) => {
    expect(answersOfKind(text, asked)?.map((span) => text.slice(...span))).toEqual(expected);
  });

  it.each<Asked>(['anything', 'yes-no'])('takes any text for an answer to what asks for %s', (asked) => {
    expect(answersOfKind('It sank.', asked)).toBeUndefined();
  });

  it('gives spans that lie in the text, in order and apart, and the same ones twice', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...KINDS), (text, asked) => {
        const spans = answersOfKind(text, asked) ?? [];
        expect(answersOfKind(text, asked)).toEqual(spans);
        let last = 0;
        for (const [start, end] of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
