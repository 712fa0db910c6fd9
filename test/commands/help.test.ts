import { describe, expect, it } from 'vitest';
import help from '../../commands/help.ts';
import { documentOf, newsroom, registry, textOf } from './desk.ts';

describe('/help', () => {
  it('says what it is, what the event is, how old the index is, and lists every command that can be typed', async () => {
    const { run, context } = await newsroom();
    const reply = await run(help);
    const text = textOf(reply);
    expect(text).toContain('Fire at the Lindqvist cannery');
    expect(text).toContain('(2 May 2041)');
    expect(text).toContain('3 articles by 2 publishers');
    expect(text).toContain('the newest is of 3 May 2041');
    expect(JSON.stringify(documentOf(reply).lead)).toContain(JSON.stringify(context.dossier.indexedAt));
    const commands = JSON.stringify(reply);
    for (const { on, name } of registry.commands) {
      expect(commands).toContain(on === 'slash' ? `{"command":"${name}"}` : name);
    }
    expect(text).toContain('/smoke · What is said of the smoke (“how thick was the smoke”)');
  });
});
