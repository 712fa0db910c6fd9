import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { command } from '../../src/command/command.ts';
import { parseCommandLine } from '../../src/command/parse.ts';
import { UserError } from '../../src/user-error.ts';
import { registryOf, smoke } from './newsroom.ts';

const ask = command({
  name: 'ask',
  description: 'Asks',
  options: {
    question: { description: 'q', required: true },
    publisher: { description: 'p' },
    since: { description: 's' },
  },
  examples: ['/ask question: who did it'],
  run: () => ({ kind: 'notice', text: '' }),
});
const menu = command({
  on: 'message',
  name: 'Menu',
  description: 'm',
  run: () => ({ kind: 'notice', text: '' }),
});
const registry = registryOf(ask, smoke, menu);

describe('parseCommandLine', () => {
  it.each([
    ['/smoke', 'smoke', {}],
    ['  /Smoke  ', 'smoke', {}],
    [
      '/ask question: who claimed it publisher: BBC News',
      'ask',
      { question: 'who claimed it', publisher: 'BBC News' },
    ],
    [
      '/ask publisher:BBC  since:2041-05-02 question:who',
      'ask',
      { publisher: 'BBC', since: '2041-05-02', question: 'who' },
    ],
    ['/ask question: the note said: run', 'ask', { question: 'the note said: run' }],
    ['/ask question: at 10:30 what happened', 'ask', { question: 'at 10:30 what happened' }],
    [
      '/ask question: is this the question: yes or no',
      'ask',
      { question: 'is this the question: yes or no' },
    ],
    ['/ask QUESTION: who', 'ask', { question: 'who' }],
    ['/ask who claimed it publisher: BBC', 'ask', { question: 'who claimed it', publisher: 'BBC' }],
    ['/ask question: who publisher:', 'ask', { question: 'who' }],
    [
      '/ask question: see https://example.org/publisher:x',
      'ask',
      { question: 'see https://example.org/publisher:x' },
    ],
    ['/smoke since: 2041-05-02', 'smoke', { since: '2041-05-02' }],
  ])('reads %s', (line, name, options) => {
    expect(parseCommandLine(line, registry)).toEqual({ command: name, options });
  });

  it.each([
    ['/', 'There is no command /.'],
    ['/smoek', 'Did you mean /smoke?'],
    ['/xyzzy', 'See /help'],
    ['/menu', 'There is no command /menu'],
    ['/ask', '/ask needs `question:`. For example: /ask question: who did it'],
    ['/ask publisher: BBC', '/ask needs `question:`'],
    ['/ask quesion: who', 'no option “quesion”. Did you mean `question:`?'],
    ['/smoke colour: black', 'It takes `publisher:`, `since:`.'],
    ['/smoke black', '/smoke has no option “black”'],
  ])('says what is wrong with %s', (line, message) => {
    expect(() => parseCommandLine(line, registry)).toThrow(UserError);
    expect(() => parseCommandLine(line, registry)).toThrow(message);
  });

  it('gives back values as they were typed, or says what is wrong, for any line', () => {
    const words = fc.stringMatching(/^[a-z0-9 .:?!"'-]{0,30}$/);
    fc.assert(
      fc.property(words, words, (question, publisher) => {
        const line = `/ask question: x${question} publisher: y${publisher}`;
        fc.pre(!/\s(question|publisher|since):/.test(`${question} ${publisher}`));
        expect(parseCommandLine(line, registry).options).toEqual({
          question: `x${question}`.trim(),
          publisher: `y${publisher}`.trim(),
        });
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        try {
          parseCommandLine(`/${text}`, registry);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
    );
  });
});
