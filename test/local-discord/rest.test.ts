import { request } from 'node:http';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { LocalDiscord } from '../../src/local-discord/local-discord.ts';
import { call, openDiscord, openStage } from './stage.ts';

/** A request whose Host header is what we say, which fetch does not allow. */
function withHost(discord: LocalDiscord, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const options = { port: discord.port, host: '127.0.0.1', path: '/api/v10/gateway', headers: { host } };
    request(options, (response) => resolve(response.statusCode ?? 0))
      .on('error', reject)
      .end();
  });
}

describe('the REST API', () => {
  it('wants the token', async () => {
    const discord = await openDiscord();
    for (const header of ['', 'Bot wrong', discord.token, `Bearer ${discord.token}`]) {
      const refused = await call(discord, 'GET', '/users/@me', undefined, { Authorization: header });
      expect(refused).toMatchObject({ status: 401, json: { message: '401: Unauthorized', code: 0 } });
    }
    expect((await call(discord, 'GET', '/users/@me')).json).toMatchObject({ id: discord.bot.id, bot: true });
  });

  it.each([
    ['GET', '/nothing/here', 404, 0],
    ['GET', '/channels/1', 404, 10003],
    ['GET', '/guilds/1', 404, 10004],
    ['GET', '/users/1', 404, 10013],
    ['POST', '/interactions/1/x/callback', 404, 10062],
    ['POST', '/webhooks/1/x', 404, 10015],
    ['GET', '/applications/1/commands', 403, 20012],
    ['GET', '/guilds/:guild/members/1', 404, 10007],
    ['GET', '/guilds/:guild/members', 403, 50001],
    ['GET', '/channels/:general/messages/1', 404, 10008],
    ['GET', '/channels/:general/messages?limit=0', 400, 50035],
    ['GET', '/channels/:general/messages?before=x', 400, 50035],
    ['PATCH', '/channels/:general/messages/1', 404, 10008],
    ['PATCH', '/applications/:app/commands/1', 404, 10063],
    ['DELETE', '/applications/:app/commands/1', 404, 10063],
    ['GET', '/applications/:app/guilds/1/commands', 403, 50001],
    ['POST', '/webhooks/:app/x', 401, 50027],
    ['POST', '/users/@me/channels', 400, 50035],
  ])('refuses %s %s', async (method, path, status, code) => {
    const discord = await openDiscord();
    const at = path
      .replace(':general', discord.channels.general)
      .replace(':guild', discord.guild.id)
      .replace(':app', discord.application.id);
    expect(await call(discord, method, at, method === 'GET' ? undefined : {})).toMatchObject({
      status,
      json: { code },
    });
  });

  it('refuses bodies that cannot be read', async () => {
    const discord = await openDiscord();
    const path = `/channels/${discord.channels.general}/messages`;
    const send = (body: string, type = 'application/json') =>
      call(discord, 'POST', path, body, { 'Content-Type': type });
    expect(await send('{"content":')).toMatchObject({ status: 400, json: { code: 50109 } });
    expect(await send('content=x', 'application/x-www-form-urlencoded')).toMatchObject({
      status: 400,
      json: { code: 50035 },
    });
    expect(await send('nonsense', 'multipart/form-data; boundary=x')).toMatchObject({
      status: 400,
      json: { code: 50035 },
    });
    expect(await send('null')).toMatchObject({ status: 400, json: { code: 50006 } });
    expect(await send('[]')).toMatchObject({ status: 400, json: { code: 50035 } });
    expect(await send(`"${'x'.repeat(26 * 1024 * 1024)}"`)).toMatchObject({
      status: 413,
      json: { code: 40005 },
    });
  });

  it.each([
    ['nothing to see', {}, 50006],
    ['white space', { content: '  \n' }, 50006],
    ['content of a wrong type', { content: ['x'] }, 'content.STRING_TYPE_CONVERT'],
    ['embeds that are no list', { embeds: {} }, 'embeds.LIST_TYPE_CONVERT'],
    ['an embed that is no object', { embeds: ['x'] }, 'embeds.0.DICT_TYPE_CONVERT'],
    ['an empty embed', { embeds: [{}] }, 'embeds.0.description.BASE_TYPE_REQUIRED'],
    [
      'a field without a value',
      { embeds: [{ fields: [{ name: 'x' }] }] },
      'embeds.0.fields.0.value.BASE_TYPE_REQUIRED',
    ],
    [
      'a blank field name',
      { embeds: [{ fields: [{ name: ' ', value: 'x' }] }] },
      'embeds.0.fields.0.name.BASE_TYPE_REQUIRED',
    ],
    [
      'a link of a wrong scheme',
      { embeds: [{ title: 'x', url: 'javascript:alert(1)' }] },
      'embeds.0.url.URL_TYPE_INVALID_SCHEME',
    ],
    [
      'a link that is none',
      { embeds: [{ title: 'x', url: 'no link' }] },
      'embeds.0.url.URL_TYPE_INVALID_URL',
    ],
    [
      'a time that is none',
      { embeds: [{ title: 'x', timestamp: 'noon' }] },
      'embeds.0.timestamp.DATETIME_TYPE_CONVERT',
    ],
    ['a poll', { content: 'x', poll: { question: {} } }, 'poll.LOCAL_DISCORD_UNSUPPORTED'],
    ['Components V2', { flags: 1 << 15, components: [] }, 'flags.LOCAL_DISCORD_UNSUPPORTED'],
    [
      'a button outside a row',
      { content: 'x', components: [{ type: 2 }] },
      'components.0.type.BASE_TYPE_CHOICES',
    ],
    [
      'mentions allowed twice',
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      'allowed_mentions.MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    ],
    [
      'mentions of a wrong kind',
      { content: 'x', allowed_mentions: { parse: ['all'] } },
      'allowed_mentions.parse.0.BASE_TYPE_CHOICES',
    ],
    [
      'a custom id twice',
      buttons({ custom_id: 'a' }, { custom_id: 'a' }),
      'components.0.components.1.custom_id.COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
    [
      'a button without a custom id',
      buttons({}),
      'components.0.components.0.custom_id.BUTTON_COMPONENT_CUSTOM_ID_REQUIRED',
    ],
    [
      'a button with nothing on it',
      buttons({ custom_id: 'a', label: null }),
      'components.0.components.0.BUTTON_COMPONENT_INVALID_CONTENT',
    ],
    [
      'a link with a custom id',
      buttons({ style: 5, url: 'https://x.y', custom_id: 'a' }),
      'components.0.components.0.BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE',
    ],
    [
      'a link of a wrong scheme on a button',
      buttons({ style: 5, url: 'ftp://x.y' }),
      'components.0.components.0.url.URL_TYPE_INVALID_SCHEME',
    ],
    [
      'keys that mean the prototype',
      JSON.parse('{"content":"x","allowed_mentions":{"__proto__":1,"parse":["__proto__"]}}'),
      'allowed_mentions.parse.0.BASE_TYPE_CHOICES',
    ],
  ])('refuses a message with %s', async (_what, body, problem) => {
    const discord = await openDiscord();
    const refused = await call(discord, 'POST', `/channels/${discord.channels.general}/messages`, body);
    expect(refused.status).toBe(400);
    if (typeof problem === 'number') {
      expect(refused.json).toMatchObject({ code: problem, message: 'Cannot send an empty message' });
      return;
    }
    const keys = problem.split('.');
    const code = keys.pop();
    expect(refused.json).toHaveProperty(['errors', ...keys, '_errors', '0', 'code'], code);
  });

  it.each([
    ['a name in capitals', { name: 'Ask' }, 'name.APPLICATION_COMMAND_INVALID_NAME'],
    ['a name with a blank', { name: 'ask me' }, 'name.APPLICATION_COMMAND_INVALID_NAME'],
    ['no description', { description: undefined }, 'description.BASE_TYPE_REQUIRED'],
    [
      'a required option after another',
      { options: [opt('a'), { ...opt('b'), required: true }] },
      'options.1.APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'two options of a name',
      { options: [opt('a'), opt('a')] },
      'options.1.APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ],
    [
      'choices and autocomplete',
      { options: [{ ...opt('a'), autocomplete: true, choices: [{ name: 'x', value: 'x' }] }] },
      'options.0.APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
    ],
    [
      'a subcommand beside an option',
      { options: [opt('a'), { type: 1, name: 'b', description: 'x' }] },
      'options.APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    ['an unknown context', { contexts: [7] }, 'contexts.0.BASE_TYPE_CHOICES'],
    ['an unknown type', { type: 9 }, 'type.BASE_TYPE_CHOICES'],
    ['a description where none may be', { type: 3 }, 'description.APPLICATION_COMMAND_INVALID_DESCRIPTION'],
  ])('refuses a command with %s', async (_what, change, problem) => {
    const discord = await openDiscord();
    const path = `/applications/${discord.application.id}/commands`;
    const command = { name: 'ask', description: 'x', ...change };
    const keys = problem.split('.');
    const code = keys.pop();
    const single = await call(discord, 'POST', path, command);
    expect(single.json).toHaveProperty(['errors', ...keys, '_errors', '0', 'code'], code);
    const bulk = await call(discord, 'PUT', path, [{ name: 'fine', description: 'x' }, command]);
    expect(bulk.json).toHaveProperty(['errors', '1', ...keys, '_errors', '0', 'code'], code);
  });

  it('accepts names of any script, and refuses two commands of one name', async () => {
    const discord = await openDiscord();
    const path = `/applications/${discord.application.id}/commands`;
    const named = (...names: string[]) =>
      call(
        discord,
        'PUT',
        path,
        names.map((name) => ({ name, description: 'x' })),
      );
    expect((await named('تهران', 'größe', 'नमस्ते', 'a-b_c')).status).toBe(200);
    expect((await named('a', 'a')).json).toHaveProperty(
      'errors.1._errors.0.code',
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
    );
  });

  it('gives pages of messages', async () => {
    const discord = await openDiscord();
    const { general } = discord.channels;
    const member = discord.as(discord.people.member);
    const ids = ['a', 'b', 'c', 'd', 'e'].map((text) => member.say(general, text).id);
    const page = async (query: string) => {
      const { json } = await call(discord, 'GET', `/channels/${general}/messages?${query}`);
      return (json as { id: string }[]).map(({ id }) => 'abcde'[ids.indexOf(id)]).join('');
    };
    expect(await page('')).toBe('edcba');
    expect(await page('limit=2')).toBe('ed');
    expect(await page(`before=${ids[3]}&limit=2`)).toBe('cb');
    expect(await page(`after=${ids[1]}&limit=2`)).toBe('dc');
    expect(await page(`around=${ids[2]}&limit=3`)).toBe('dcb');
  });

  it('refuses once for its rate, and the client tries again', async () => {
    const { client, discord, general } = await openStage();
    discord.refuseOnce({ path: '/messages', retryAfter: 0.05 });
    const channel = await client.channels.fetch(general);
    const sent = channel?.isSendable() ? await channel.send('in the end') : null;
    expect(sent?.content).toBe('in the end');
    const statuses = discord
      .traffic()
      .flatMap((entry) => (entry.kind === 'rest' && entry.method === 'POST' ? entry.status : []));
    expect(statuses).toEqual([429, 200]);
  });

  it('tells its traffic without tokens', async () => {
    const tokens: string[] = [];
    const { client, discord, member, general } = await openStage({
      interaction: (it) => {
        tokens.push(it.token);
        return it.isRepliable() && it.reply('hi');
      },
    });
    await client.application.commands.set([{ name: 'ask', description: 'x' }]);
    await member.slash(general, 'ask');
    await discord.until(() =>
      discord.traffic().some((entry) => entry.kind === 'rest' && entry.path.includes('/interactions/')),
    );
    const text = JSON.stringify(discord.traffic());
    for (const token of [discord.token, ...tokens]) expect(text).not.toContain(token);
    expect(tokens).toHaveLength(1);
    expect(text).toMatch(/\/interactions\/\d+\/:token\/callback/);
    expect(discord.traffic().find((entry) => entry.kind === 'interaction')).toMatchObject({
      name: 'ask',
      acknowledgedAfter: expect.any(Number),
    });
  });

  it('knows only its own version', async () => {
    const discord = await openDiscord();
    const response = await fetch(`${discord.apiUrl}/v9/gateway`);
    expect(await response.json()).toMatchObject({ code: 50041 });
  });
});

describe('the server', () => {
  it('answers nobody who calls it by another name or from another page', async () => {
    const discord = await openDiscord();
    expect(await withHost(discord, 'evil.example')).toBe(403);
    expect(await withHost(discord, `localhost:${discord.port}`)).toBe(200);
    const from = (origin: string) => fetch(`${discord.apiUrl}/v10/gateway`, { headers: { Origin: origin } });
    expect((await from('https://evil.example')).status).toBe(403);
    expect((await from('http://127.0.0.1.evil.example')).status).toBe(403);
    expect((await from(`http://127.0.0.1:${discord.port}`)).status).toBe(200);
  });

  it('serves a page beside the API', async () => {
    const discord = await openDiscord();
    const page = new Hono();
    page.get('/', (context) => context.text('a page'));
    discord.mount(page);
    expect(await (await fetch(`http://127.0.0.1:${discord.port}/`)).text()).toBe('a page');
    expect((await call(discord, 'GET', '/gateway')).status).toBe(200);
  });

  it('says when its port is taken', async () => {
    const discord = await openDiscord();
    await expect(openDiscord({ port: discord.port })).rejects.toThrow('EADDRINUSE');
  });
});

function buttons(...parts: object[]): object {
  const all = parts.map((part) => ({ type: 2, style: 1, label: 'x', ...part }));
  return { content: 'x', components: [{ type: 1, components: all }] };
}

function opt(name: string): object {
  return { type: 3, name, description: 'x' };
}
