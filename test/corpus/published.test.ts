import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Published } from '../../src/corpus/model.ts';
import { byPublication, comparePublished, isCalendarDay, readPublished } from '../../src/corpus/published.ts';

function published(text: string): Published {
  const reading = readPublished(text);
  if ('error' in reading) throw new Error(reading.error);
  return reading.published;
}

describe('readPublished', () => {
  it('keeps a day as it is written, without an instant', () => {
    expect(readPublished('2041-05-02')).toEqual({ published: { text: '2041-05-02', day: '2041-05-02' } });
  });

  it.each([
    ['2041-05-02T10:30:00Z', '2041-05-02T10:30:00.000Z'],
    ['2041-05-02T00:15+04:30', '2041-05-01T19:45:00.000Z'],
    ['2041-05-02T23:30:15.250-0300', '2041-05-03T02:30:15.250Z'],
    ['2041-05-02t10:30z', '2041-05-02T10:30:00.000Z'],
  ])('reads the moment %s, on the day as written', (text, instant) => {
    expect(readPublished(text)).toEqual({
      published: { text, day: '2041-05-02', instant: Date.parse(instant) },
    });
  });

  it('takes a time without a zone as UTC and warns', () => {
    expect(readPublished('2041-05-02T10:30')).toEqual({
      published: { text: '2041-05-02T10:30', day: '2041-05-02', instant: Date.parse('2041-05-02T10:30:00Z') },
      warning: expect.stringContaining('zone'),
    });
  });

  it.each([
    '2041-02-30',
    '2041-13-01',
    '2041-00-10',
    '2041-5-2',
    '2 May 2041',
    '2041',
    '',
    '2041-05-02T25:00Z',
    '2041-05-02T10:60Z',
    '2041-05-02T10:00:60Z',
    '2041-05-02T10:00+15:00',
    '2041-05-02 10:00',
    '2041-02-29T10:00Z',
  ])('refuses %j', (text) => {
    expect(readPublished(text)).toHaveProperty('error');
  });

  it('knows leap years', () => {
    expect(isCalendarDay('2040-02-29')).toBe(true);
    expect(isCalendarDay('2041-02-29')).toBe(false);
    expect(isCalendarDay('2100-02-29')).toBe(false);
    expect(isCalendarDay('0099-01-01')).toBe(true);
  });
});

describe('byPublication', () => {
  const order = (...texts: string[]) =>
    byPublication(texts.map((text, i) => ({ id: String(i), published: published(text) }))).map(
      (x) => x.published.text,
    );

  it('puts a day before the moments of that day, and after those of the day before', () => {
    expect(order('2041-05-03', '2041-05-02T23:00Z', '2041-05-02', '2041-05-03T00:00Z')).toEqual([
      '2041-05-02',
      '2041-05-02T23:00Z',
      '2041-05-03',
      '2041-05-03T00:00Z',
    ]);
  });

  it('puts moments by their instant, whatever their zone', () => {
    expect(order('2041-05-03T01:00+10:00', '2041-05-02T14:00Z')).toEqual([
      '2041-05-02T14:00Z',
      '2041-05-03T01:00+10:00',
    ]);
  });

  it('gives one order whatever the order of what it gets', () => {
    const text = fc
      .tuple(
        fc.integer({ min: 1, max: 4 }),
        fc.option(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: -12, max: 12 }))),
      )
      .map(([day, time]) => {
        if (!time) return `2041-05-0${day}`;
        const [hour, zone] = time.map((n) => String(Math.abs(n)).padStart(2, '0'));
        return `2041-05-0${day}T${hour}:00${time[1] < 0 ? '-' : '+'}${zone}:00`;
      });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (texts, random) => {
        const items = texts.map((written, i) => ({ id: `a${i}`, published: published(written) }));
        const shuffled = items
          .map((item) => ({ item, key: random.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
        const sorted = byPublication(items);
        expect(byPublication(shuffled)).toEqual(sorted);
        expect([...sorted].sort((a, b) => (a.id < b.id ? -1 : 1))).toHaveLength(items.length);
        const moments = sorted.filter((item) => item.published.instant !== undefined);
        moments.slice(1).forEach((item, i) => {
          expect(
            comparePublished(moments[i]?.published ?? item.published, item.published),
          ).toBeLessThanOrEqual(0);
        });
      }),
    );
  });
});

describe('comparePublished', () => {
  it('cannot tell a day from a moment of it', () => {
    expect(comparePublished(published('2041-05-02'), published('2041-05-02T10:00Z'))).toBe(0);
    expect(comparePublished(published('2041-05-02'), published('2041-05-03T10:00Z'))).toBe(-1);
  });
});
