import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commandEntries,
  matchingEntries,
  namedEntry,
} from '../../../src/local-discord/page/composer/command-entries.ts';
import { encodeMentions, typedMention } from '../../../src/local-discord/page/composer/mentions.ts';

const COMMANDS = [
  { type: 1, name: 'ask', description: 'Ask a question', options: [] },
  {
    type: 1,
    name: 'config',
    description: 'Settings',
    options: [
      {
        type: 1,
        name: 'set',
        description: 'Set one',
        options: [{ type: 3, name: 'key', description: 'Which' }],
      },
      {
        type: 2,
        name: 'log',
        description: 'The log',
        options: [{ type: 1, name: 'clear', description: 'Empty it' }],
      },
    ],
  },
  { type: 1, name: 'task', description: 'Asks nothing' },
  { type: 3, name: 'On a message', description: '' },
] as unknown as Parameters<typeof commandEntries>[0];

describe('the command picker', () => {
  const entries = commandEntries(COMMANDS);

  it('lists each subcommand by itself, and no message command', () => {
    expect(entries.map(({ name }) => name)).toEqual(['ask', 'config log clear', 'config set', 'task']);
    expect(entries[2]?.options[0]).toMatchObject({ name: 'key', required: false, autocomplete: false });
  });

  it('finds names that begin so, then those that hold it, then descriptions', () => {
    expect(matchingEntries(entries, 'as').map(({ name }) => name)).toEqual(['ask', 'task']);
    expect(matchingEntries(entries, 'set').map(({ name }) => name)).toEqual(['config set']);
    expect(matchingEntries(entries, 'empty').map(({ name }) => name)).toEqual(['config log clear']);
    expect(matchingEntries(entries, '').length).toBe(4);
  });

  it('knows a command that is typed as a whole, with what follows', () => {
    expect(namedEntry(entries, '/config set loud')).toMatchObject({
      entry: { name: 'config set' },
      rest: 'loud',
    });
    expect(namedEntry(entries, '/ask')).toBeUndefined();
    expect(namedEntry(entries, '/asking ')).toBeUndefined();
  });
});

describe('mentions in what is typed', () => {
  const known = [
    { name: 'Attest', code: '<@1>', about: '' },
    { name: 'Attest Two', code: '<@2>', about: '' },
    { name: 'a.b*c', code: '<@3>', about: '' },
  ];

  it.each([
    ['@Attest who', '<@1> who'],
    ['hello @attest, who', 'hello <@1>, who'],
    ['@Attest Two?', '<@2>?'],
    ['@Attested', '@Attested'],
    ['mail@Attest', 'mail@Attest'],
    ['(@a.b*c)\n@Attest', '(<@3>)\n<@1>'],
    ['@nobody', '@nobody'],
  ])('sends %j as %j', (typed, sent) => {
    expect(encodeMentions(typed, known)).toBe(sent);
  });

  it('finds the name that is being typed at the cursor', () => {
    expect(typedMention('ask @At now', 7)).toEqual({ from: 4, typed: 'At' });
    expect(typedMention('ask me@At', 9)).toBeUndefined();
    expect(typedMention('@', 1)).toEqual({ from: 0, typed: '' });
  });

  it('leaves a text without mentions as it is', () => {
    fc.assert(
      fc.property(
        fc.string().filter((text) => !text.includes('@')),
        (text) => {
          expect(encodeMentions(text, known)).toBe(text);
        },
      ),
    );
  });
});
