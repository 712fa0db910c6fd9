import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutGreeting, writeOut } from '../../src/language/chat.ts';
import { anyText } from './any-text.ts';

describe('writeOut', () => {
  it.each([
    ['whats up w/ the ppl', 'what is up with the people'],
    ['hm ppl died', 'how many people died'],
    ['What’s the latest', 'what is the latest'],
    ['y didnt the GOVT react b4 noon', 'why did not the government react before noon'],
    ['who is the pm', 'who is the prime minister'],
    ['any vids or pics?', 'any videos or pictures?'],
    ['r u ok', 'are you ok'],
    ['hwo many n wich hosp', 'how many and which hospital'],
    ['was he w/others or w/o them', 'was he with others or without them'],
    ['did the cops nab any kids', 'did the police arrest any children'],
    ['has anyone owned up to it', 'has anyone admitted it'],
    ['did they Own Up', 'did they confess'],
    ['is he in the loop? who’s footing the bill', 'is he informed? who is paying'],
    ['wots the road n rail situation w/o power', 'what is the road and rail situation without power'],
  ])('writes %j out as %j', (typed, written) => {
    expect(writeOut(typed)).toBe(written);
  });

  it.each([
    'the U.S. reaction',
    'did the u.s. react',
    'how many people were killed at 3 pm',
    'what happened at 10:30 PM',
    'Cuzco and Winfo',
    'what did N. Korea say about the N train',
    'n/a',
    'who sells copsewood to kidd',
    'which ATM was blown up',
  ])('leaves %j as it is', (typed) => {
    expect(writeOut(typed)).toBe(typed);
  });

  describe('where the articles know a form as a name', () => {
    const isName = (word: string) => ['wen', 'aldous', 'tel', 'varek', 'min', 'abt'].includes(word);

    it.each([
      ['beside another name', 'wen was Wen Aldous in tel varek', 'when was Wen Aldous in tel varek'],
      ['that is asked for', 'who is wen', 'who is wen'],
      ['that stands for no function word', 'wat did min do', 'what did min do'],
    ])('leaves one %s', (_, typed, written) => {
      expect(writeOut(typed, isName)).toBe(written);
    });

    it('leaves a phrase with such a name', () => {
      const isTeam = (word: string) => word === 'honcho';
      expect(writeOut('is the head honcho dead', isTeam)).toBe('is the head honcho dead');
      expect(writeOut('is the head honcho dead')).toBe('is the leader dead');
    });

    it.each([
      ['wen did it begin', 'when did it begin'],
      ['tell me abt the gunmen', 'tell me about the gunmen'],
    ])('writes out a function word all the same: %s', (typed, written) => {
      expect(writeOut(typed, isName)).toBe(written);
    });
  });

  it('keeps what stands between the words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const marks = (line: string) => line.replace(/[\p{L}\p{N}'’/ ]/gu, '');
        expect(marks(writeOut(text))).toBe(marks(text));
      }),
    );
  });
});

describe('a question without its greeting', () => {
  it.each([
    ['hi bot, how many died', 'how many died'],
    ['hey, who was it', 'who was it'],
    ['thanks bot. what happened?', 'what happened?'],
    ['Good morning all! who did it', 'who did it'],
    ['bot, who did it', 'who did it'],
    ['ok thx, and the injured', 'and the injured'],
  ])('is the question alone: %j', (text, question) => {
    expect(withoutGreeting(text)).toBe(question);
  });

  it.each(['hi', 'thanks bot!', 'who said hello', 'hi all', 'bots', 'the bot campaign'])(
    'leaves %j as it is',
    (text) => {
      expect(withoutGreeting(text)).toBe(text);
    },
  );
});
