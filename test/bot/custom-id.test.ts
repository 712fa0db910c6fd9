import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actionId, deleteId, readCustomId } from '../../src/bot/custom-id.ts';
import { command } from '../../src/command/command.ts';
import type { Registry } from '../../src/command/registry.ts';

function registryOf(...names: string[]): Registry {
  const commands = names.map((name) =>
    command({ name, description: 'x', run: () => ({ kind: 'notice', text: '' }) }),
  );
  return { commands, find: (name) => commands.find((known) => known.name === name), topics: [] };
}

describe('a custom id', () => {
  it('brings back the command and the state, within 100 characters', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 32 })
      .filter((text) => text.length <= 32);
    const state = fc.string({ maxLength: 70 });
    fc.assert(
      fc.property(name, state, (name, state) => {
        const id = actionId(name, state);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(readCustomId(id, registryOf('ask', name))).toEqual({ kind: 'act', command: name, state });
      }),
    );
  });

  it('brings back who may delete', () => {
    expect(readCustomId(deleteId('123'), registryOf())).toEqual({ kind: 'delete', asker: '123' });
  });

  it.each(['', 'ask', '0a:ask:1', '1a:gone:1', '1d:', '1d:abc', '2d:123', '1a:ask'])(
    'is unknown where it is %j',
    (id) => {
      expect(readCustomId(id, registryOf('ask'))).toBeUndefined();
    },
  );

  it('refuses a state that would not fit', () => {
    expect(() => actionId('ask', 'x'.repeat(71))).toThrow(RangeError);
  });
});
