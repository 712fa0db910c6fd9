import { Events, GatewayIntentBits } from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { LocalDiscord } from '../../src/local-discord/local-discord.ts';
import { openDiscord, openStage, USUAL_INTENTS } from './stage.ts';

interface Payload {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: unknown;
}

const properties = { os: 'linux', browser: 'test', device: 'test' };
const INTENTS = USUAL_INTENTS.reduce((bits, bit) => bits | bit, 0);

/** A bare connection: what came over it, and how it closed. */
function connect(discord: LocalDiscord, query = '?v=10&encoding=json', headers: Record<string, string> = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${discord.port}/gateway${query}`, { headers });
  onTestFinished(() => socket.terminate());
  const received: Payload[] = [];
  socket.on('message', (data) => received.push(JSON.parse(data.toString())));
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => {});
  });
  const send = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
  const opened = new Promise((resolve) => socket.once('open', resolve));
  const event = (name: string): Promise<Payload> =>
    expect
      .poll(() => received.find((payload) => payload.t === name))
      .toBeDefined()
      .then(() => received.find((payload) => payload.t === name) as Payload);
  return { socket, received, closed, send, opened, event };
}

async function identified(discord: LocalDiscord, intents = INTENTS) {
  const connection = connect(discord);
  await connection.opened;
  connection.send(2, { token: discord.token, intents, properties });
  const ready = await connection.event('READY');
  return { ...connection, sessionId: (ready.d as { session_id: string }).session_id };
}

describe('the gateway', () => {
  it('says hello, answers heartbeats and lets a bot in', async () => {
    const discord = await openDiscord();
    const { received, send, event } = await identified(discord);
    await event('GUILD_CREATE');
    send(1, 2);
    await expect.poll(() => received.at(-1)?.op).toBe(11);
    expect(received.map(({ op, t, s }) => [op, t, s])).toEqual([
      [10, null, null],
      [0, 'READY', 1],
      [0, 'GUILD_CREATE', 2],
      [11, null, null],
    ]);
  });

  it.each([
    ['a wrong token', { token: 'wrong', intents: INTENTS, properties }, 4004],
    ['an intent that does not exist', { intents: 1 << 18, properties }, 4013],
    ['an intent beyond 32 bits', { intents: 2 ** 40, properties }, 4013],
    ['a negative intent', { intents: -1, properties }, 4013],
    [
      'a privileged intent that is not enabled',
      { intents: GatewayIntentBits.MessageContent, properties },
      4014,
    ],
    ['a shard that does not exist', { intents: 0, properties, shard: [1, 1] }, 4010],
    ['no intents', { properties }, 4002],
    ['no object', 'hello', 4002],
  ])('refuses to identify with %s', async (_what, payload, code) => {
    const discord = await openDiscord();
    const { opened, send, closed } = connect(discord);
    await opened;
    send(2, typeof payload === 'string' ? payload : { token: discord.token, ...payload });
    expect(await closed).toBe(code);
  });

  it.each([
    ['no JSON', '{', 4002],
    ['a list', '[1]', 4002],
    ['no opcode', '{"d":1}', 4002],
    ['an opcode that does not exist', '{"op":99,"d":null}', 4001],
    ['an opcode that only Discord sends', '{"op":10,"d":null}', 4001],
    ['a presence before identifying', '{"op":3,"d":{"status":"idle"}}', 4003],
    ['a payload over 4096 bytes', JSON.stringify({ op: 1, d: 'x'.repeat(4_096) }), 4002],
  ])('closes on %s', async (_what, text, code) => {
    const discord = await openDiscord();
    const { opened, socket, closed } = connect(discord);
    await opened;
    socket.send(text);
    expect(await closed).toBe(code);
  });

  it('closes on bytes that are no text, on a second identify, and on a flood', async () => {
    const discord = await openDiscord();
    const binary = connect(discord);
    await binary.opened;
    binary.socket.send(Buffer.from([131, 1]));
    expect(await binary.closed).toBe(4002);
    const twice = await identified(discord);
    twice.send(2, { token: discord.token, intents: 0, properties });
    expect(await twice.closed).toBe(4005);
    const flood = await identified(discord);
    for (let index = 0; index < 121; index += 1) flood.send(1, index);
    expect(await flood.closed).toBe(4008);
  });

  it('speaks only version 10 and JSON without compression', async () => {
    const discord = await openDiscord();
    expect(await connect(discord, '?v=9&encoding=json').closed).toBe(4012);
    expect(await connect(discord, '?v=10&encoding=etf').closed).toBe(4002);
    expect(await connect(discord, '?v=10&encoding=json&compress=zlib-stream').closed).toBe(4002);
  });

  it('takes no connection from a web page of elsewhere', async () => {
    const discord = await openDiscord();
    const query = '?v=10&encoding=json';
    expect(await connect(discord, query, { Origin: 'https://evil.example' }).closed).toBe(403);
    expect(await connect(discord, query, { Host: 'evil.example' }).closed).toBe(403);
  });

  it('sends only what the intents ask for', async () => {
    const discord = await openDiscord();
    const none = await identified(discord, 0);
    const direct = await identified(discord, GatewayIntentBits.DirectMessages);
    const member = discord.as(discord.people.member);
    member.say(discord.channels.general, 'in the channel');
    member.directMessage('directly');
    await direct.event('MESSAGE_CREATE');
    expect(direct.received.map((payload) => payload.t)).toEqual([null, 'READY', 'MESSAGE_CREATE']);
    expect(none.received.map((payload) => payload.t)).toEqual([null, 'READY']);
  });

  it('replays what a bot missed when it resumes', async () => {
    const discord = await openDiscord();
    const first = await identified(discord);
    await first.event('GUILD_CREATE');
    first.socket.terminate();
    await first.closed;
    const member = discord.as(discord.people.member);
    await discord.until(() => discord.presence() === null);
    const said = member.say(discord.channels.general, `<@${discord.bot.id}> while you were away`);
    const second = connect(discord);
    await second.opened;
    second.send(6, { token: discord.token, session_id: first.sessionId, seq: 2 });
    await second.event('RESUMED');
    expect(second.received.map(({ t, s }) => [t, s])).toEqual([
      [null, null],
      ['MESSAGE_CREATE', 3],
      ['RESUMED', 4],
    ]);
    expect(second.received[1]?.d).toMatchObject({ id: said.id });
  });

  it('declares a session invalid that it does not know, or that ended', async () => {
    const discord = await openDiscord();
    const ended = await identified(discord);
    ended.socket.close(1000);
    await ended.closed;
    await discord.until(() => discord.presence() === null);
    const unreached = await identified(discord);
    unreached.socket.terminate();
    const tries = [
      ['unknown', 1],
      [ended.sessionId, 1],
      [unreached.sessionId, 99],
    ] as const;
    for (const [session, seq] of tries) {
      const connection = connect(discord);
      await connection.opened;
      connection.send(6, { token: discord.token, session_id: session, seq });
      await expect.poll(() => connection.received.at(-1)).toMatchObject({ op: 9, d: false });
    }
  });
});

describe('the real client', () => {
  it.each(['close-resumable', 'broken', 'asked-to-reconnect'] as const)('resumes after: %s', async (drop) => {
    const heard: string[] = [];
    const { client, discord, member } = await openStage({
      message: (message) => void (message.author.bot || heard.push(message.content)),
    });
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    discord.dropConnection(drop);
    member.directMessage('in the gap');
    await resumed;
    await expect.poll(() => heard).toEqual(['in the gap']);
  });

  it('resumes when its heartbeats are no longer answered', async () => {
    const { client, discord } = await openStage({}, { heartbeatInterval: 200 });
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    discord.dropConnection('silent');
    await resumed;
  });

  it('identifies anew where its session is gone', async () => {
    const { client, discord } = await openStage();
    const states: string[] = [];
    discord.on('connection', ({ state }) => void states.push(state));
    const ready = new Promise((resolve) => client.once(Events.ShardReady, resolve));
    discord.dropConnection('close-invalid');
    await ready;
    expect(states).toEqual(['disconnected', 'connected']);
    expect(discord.presence()?.status).toBe('online');
  });

  it('comes back when the gateway was gone for a while', async () => {
    const { client, discord } = await openStage();
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    discord.shutGateway();
    await discord.until(() => discord.presence() === null);
    setTimeout(() => discord.openGateway(), 300);
    await resumed;
  });

  it('is not let in with Message Content where that is off', async () => {
    const intents = [...USUAL_INTENTS, GatewayIntentBits.MessageContent];
    const discord = await openDiscord();
    const { Client } = await import('discord.js');
    const client = new Client({ intents, rest: { api: discord.apiUrl } });
    onTestFinished(() => client.destroy());
    await expect(client.login(discord.token)).rejects.toThrow('disallowed intents');
    await expect(new Client({ intents, rest: { api: discord.apiUrl } }).login('wrong')).rejects.toThrow(
      'invalid token',
    );
  });
});
