import { describe, expect, it } from 'vitest';
import { commandJson } from '../../src/bot/command-json.ts';
import { command } from '../../src/command/command.ts';

const reindex = command({
  name: 'reindex',
  description: 'Read the articles again',
  access: 'admin',
  run: () => ({ kind: 'notice', text: '' }),
});

describe('the registration of a command', () => {
  it('hides an admin command from members where nobody else was made an admin', () => {
    expect(commandJson(reindex, { hideAdminCommands: true }).default_member_permissions).toBe('32');
  });

  it('shows it where others were made admins, whom Discord would hide it from', () => {
    expect(commandJson(reindex, { hideAdminCommands: false }).default_member_permissions).toBeNull();
  });

  it('offers commands in servers and in direct messages', () => {
    expect(commandJson(reindex, { hideAdminCommands: true })).toMatchObject({
      contexts: [0, 1],
      integration_types: [0],
    });
  });

  it('names no contexts for one server, where Discord takes none', () => {
    expect(commandJson(reindex, { hideAdminCommands: true, guildId: '1' })).not.toHaveProperty('contexts');
  });

  it('gives a message command no description and no options', () => {
    const ask = command({
      on: 'message',
      name: 'Ask the articles',
      description: 'Takes a message as the question',
      options: { message: { description: 'Its text' } },
      run: () => ({ kind: 'notice', text: '' }),
    });
    expect(commandJson(ask, { hideAdminCommands: true })).toEqual({
      type: 3,
      name: 'Ask the articles',
      default_member_permissions: null,
      contexts: [0, 1],
      integration_types: [0],
    });
  });
});
