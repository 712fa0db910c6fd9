import { describe, expect, it } from 'vitest';
import { FIGURE_ROLES, type FigureRole } from '../../src/corpus/model.ts';
import { splitSentences } from '../../src/corpus/sentences.ts';
import { extractFigures, numbersIn } from '../../src/language/figures.ts';
import type { NumberReading } from '../../src/language/number-reading.ts';

const NOTHING = Object.fromEntries(FIGURE_ROLES.map((role) => [role, 0])) as Record<FigureRole, number>;

/** A model that is sure of the writer and of nothing else but what is given. */
const reading = (text: string, number: string, told: Partial<NumberReading>): NumberReading => ({
  at: text.indexOf(number),
  roles: NOTHING,
  part: 0,
  other: 0,
  speaker: { span: null, chance: 0 },
  ...told,
});

const roles = (told: Partial<Record<FigureRole, number>>) => ({ roles: { ...NOTHING, ...told } });
const read = (text: string, ...readings: readonly NumberReading[]) =>
  extractFigures(text, splitSentences(text), [], readings);

describe('figures with what a model read of the numbers', () => {
  const UNTOLD = 'By evening 14 names stood on the slate in the chapel.';
  const TOLD = 'Nine skiers were killed, the mountain guard said.';

  it('take up a role that no rule tells, where the model is sure', () => {
    expect(read(UNTOLD)).toEqual([]);
    expect(read(UNTOLD, reading(UNTOLD, '14', roles({ killed: 0.95 })))).toMatchObject([
      { role: 'killed', value: 14, isPart: false, isOfOther: false },
    ]);
  });

  it('leave it where the model is not', () => {
    expect(read(UNTOLD, reading(UNTOLD, '14', roles({ killed: 0.4, missing: 0.3 })))).toEqual([]);
  });

  it('drop a role of the rules that the model hardly believes', () => {
    expect(read(TOLD)).toMatchObject([{ role: 'killed', value: 9 }]);
    expect(read(TOLD, reading(TOLD, 'Nine', roles({ killed: 0.01 })))).toEqual([]);
  });

  it('take for a part what the model surely does, and never all of them', () => {
    const told = { ...roles({ killed: 0.9 }), part: 0.9 };
    expect(read(TOLD)).toMatchObject([{ isPart: false }]);
    expect(read(TOLD, reading(TOLD, 'Nine', told))).toMatchObject([{ isPart: true }]);
    expect(read(TOLD, reading(TOLD, 'Nine', { ...told, part: 0.7 }))).toMatchObject([{ isPart: false }]);
    const all = 'All nine skiers were killed, the mountain guard said.';
    expect(read(all, reading(all, 'nine', told))).toMatchObject([{ isPart: false }]);
  });

  it('keep what the rules tell of a number that was not read', () => {
    expect(read(TOLD, reading(UNTOLD, '14', {}))).toMatchObject([{ role: 'killed', value: 9 }]);
  });

  it('name the speaker that the model is sure of, in the words of the text', () => {
    const at = TOLD.indexOf('the mountain guard');
    const span = [at, at + 'the mountain guard'.length] as const;
    const told = { ...roles({ killed: 1 }), speaker: { span, chance: 0.9 } };
    expect(read(TOLD, reading(TOLD, 'Nine', told))).toMatchObject([{ attribution: 'the mountain guard' }]);
    const nobody = { ...roles({ killed: 1 }), speaker: { span: null, chance: 0.9 } };
    expect(read(TOLD, reading(TOLD, 'Nine', nobody))).toMatchObject([{ attribution: null }]);
    const unsure = { ...roles({ killed: 1 }), speaker: { span: null, chance: 0.2 } };
    expect(read(TOLD, reading(TOLD, 'Nine', unsure))).toMatchObject([{ attribution: 'the mountain guard' }]);
  });

  it('cut from the speaker what is none of the name', () => {
    const text = 'At 6 p.m. the harbour master reckoned with 14 names on the slate.';
    const speakerOf = (words: string) => {
      const start = text.indexOf(words);
      const speaker = { span: [start, start + words.length] as const, chance: 0.9 };
      return read(text, reading(text, '14', { ...roles({ killed: 0.95 }), speaker }))[0]?.attribution;
    };
    expect(speakerOf('p.m. the harbour master')).toBe('the harbour master');
    expect(speakerOf('the harbour master reckoned')).toBe('the harbour master');
  });

  it('leave the speaker to the rules where the words go on to whom that one cites', () => {
    const text = 'Nine skiers died, Radio Vell reported, citing the mountain guard.';
    const span = [text.indexOf('Radio'), text.length - 1] as const;
    const told = { ...roles({ killed: 1 }), speaker: { span, chance: 0.9 } };
    const [{ attribution } = { attribution: undefined }] = read(text, reading(text, 'Nine', told));
    expect(attribution).toBe(read(text)[0]?.attribution);
    expect(attribution).not.toContain('reported');
  });

  it('name a speaker by words of one sentence alone', () => {
    const text = 'The hut was full, according to the guard. A cook and eight skiers died.';
    const span = [text.indexOf('the guard'), text.indexOf(' and eight')] as const;
    const told = { ...roles({ killed: 1 }), speaker: { span, chance: 0.9 } };
    expect(read(text, reading(text, 'eight', told))).toMatchObject([{ attribution: 'the guard' }]);
  });

  it('leave to the rules what counts two roles in one', () => {
    const text = 'Dead and injured together number 50, the guard said.';
    expect(read(text, reading(text, '50', roles({ injured: 0.99 })))).toEqual(read(text));
  });

  it('leave out what was counted wrongly, whatever the model takes it for', () => {
    const text = 'One climber had been listed twice, the guard said.';
    expect(read(text, reading(text, 'One', roles({ killed: 0.99 })))).toEqual([]);
  });

  it('leave the speaker to the rules where the words end with a verb', () => {
    const text = 'The guard says the skiers numbered nine.';
    const span = [text.indexOf('the skiers'), text.indexOf(' nine')] as const;
    const told = { ...roles({ missing: 1 }), speaker: { span, chance: 0.99 } };
    expect(read(text, reading(text, 'nine', told))).toMatchObject([{ attribution: 'The guard' }]);
  });

  it('count attackers where rules tell that, whatever the model takes the dead for', () => {
    const text = 'Four gunmen are dead, the guard said.';
    expect(read(text, reading(text, 'Four', roles({ killed: 0.99 })))).toMatchObject([{ role: 'attackers' }]);
  });

  it('take what somebody saw for a part', () => {
    const text = 'A porter saw two men with rifles.';
    expect(read(text, reading(text, 'two', roles({ attackers: 0.99 })))).toMatchObject([{ isPart: true }]);
  });

  it.each([
    ['The Mercury notes: Radio Nord counted nine dead.', 'The Mercury notes: Radio Nord', 'Radio Nord'],
    ['The half-private Nord agency counted nine dead.', 'The half-private', 'The half-private Nord agency'],
    ['The report that we have says nine skiers died.', 'that', null],
  ])('in %j never name %j as the speaker', (text, words, speaker) => {
    const at = text.indexOf(words);
    const told = {
      ...roles({ killed: 1 }),
      speaker: { span: [at, at + words.length] as const, chance: 0.99 },
    };
    const [figure] = read(text, reading(text, 'nine', told));
    expect(figure?.attribution).toBe(speaker ?? read(text)[0]?.attribution);
    expect(figure?.attribution).not.toBe(words);
  });

  it('never name a speaker by words that hold a figure', () => {
    const text = 'Radio Nord counts nine dead and 14 hurt.';
    const span = [0, text.length - 1] as const;
    const told = { ...roles({ killed: 1 }), speaker: { span, chance: 0.99 } };
    expect(read(text, reading(text, 'nine', told))[0]?.attribution).not.toContain('dead');
  });

  it.each([
    [0.99, true],
    [0.8, false],
  ])('with a chance of %d to be of another event are taken so: %s', (other, isOfOther) => {
    const told = { ...roles({ killed: 1 }), other };
    expect(read(TOLD, reading(TOLD, 'Nine', told))).toMatchObject([{ isOfOther }]);
  });

  it('are asked for where numbers begin that may count something', () => {
    const text = 'At 6.40 a bus with 51 passengers, aged 7 to 81, left the road. No one was hurt.';
    const starts = numbersIn(text, splitSentences(text));
    expect(starts).toContain(text.indexOf('51'));
    expect(starts).toContain(text.indexOf('No one'));
    expect(starts).not.toContain(text.indexOf('6.40'));
  });
});
