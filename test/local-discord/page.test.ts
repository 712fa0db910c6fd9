import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LocalDiscord } from '../../src/local-discord/local-discord.ts';
import { createPage } from '../../src/local-discord/page-server/page.ts';
import { type BuiltPage, loadSite } from '../../src/local-discord/page-server/site.ts';
import type { LiveEvent, Snapshot } from '../../src/local-discord/page-server/wire.ts';
import { openDiscord, openStage } from './stage.ts';

const SITE: BuiltPage = {
  files: new Map([
    ['/index.html', { type: 'text/html; charset=utf-8', bytes: Buffer.from('<p>the page</p>') }],
    ['/assets/a-1.js', { type: 'text/javascript; charset=utf-8', bytes: Buffer.from('0') }],
  ]),
};

function serve(discord: LocalDiscord, site: Promise<BuiltPage> = Promise.resolve(SITE)): string {
  discord.mount(createPage(discord, { site }));
  return `http://127.0.0.1:${discord.port}`;
}

function post(address: string, path: string, body: unknown, headers: Record<string, string> = {}) {
  return fetch(address + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

const say = (discord: LocalDiscord, content: string, as = 'member') => ({
  as,
  nonce: 'one',
  deed: { do: 'say', channelId: discord.channels.general, content, replyTo: null },
});

/** Reads a live stream: each event as it comes. */
async function follow(address: string): Promise<{ next(): Promise<LiveEvent> }> {
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  const response = await fetch(address, { signal: stop.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next() {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const event = JSON.parse(text.slice('data: '.length, end)) as LiveEvent;
          text = text.slice(end + 2);
          if (event.type !== 'alive') return event;
          continue;
        }
        const { value, done } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done) throw new Error('The stream ended.');
        text += value;
      }
    },
  };
}

async function snapshotOf(address: string, as: string): Promise<Snapshot> {
  const event = await (await follow(`${address}/page/live?as=${as}`)).next();
  if (event.type !== 'snapshot') throw new Error(event.type);
  return event.snapshot;
}

describe("the page's server", () => {
  it('serves the files with a policy that lets nothing run or load but them', async () => {
    const address = serve(await openDiscord());
    const page = await fetch(address);
    expect(await page.text()).toBe('<p>the page</p>');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|data:|\*/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await fetch(`${address}/assets/a-1.js`)).headers.get('cache-control')).toContain('immutable');
    for (const path of [
      '/nothing',
      '/..%2f..%2fpackage.json',
      '/assets/../../package.json',
      '/page/nothing',
    ]) {
      expect((await fetch(address + path)).status).toBe(404);
    }
  });

  it('refuses requests in the name of another host or from another page', async () => {
    const discord = await openDiscord();
    const address = serve(discord);
    const refused = [
      { Origin: 'https://evil.example' },
      { Origin: `http://127.0.0.1:${discord.port + 1}` },
      { Origin: `http://localhost:${discord.port}` },
      { Origin: 'null' },
    ];
    for (const headers of refused) {
      expect((await post(address, '/page/deed', say(discord, 'x'), headers)).status).toBe(403);
    }
    expect(await statusWithHost(discord, 'rebound.example')).toBe(403);
    expect(await statusWithHost(discord, `127.0.0.1:${discord.port}`)).toBe(200);
    // What a page elsewhere may send without asking: a form, or text.
    const plain = await post(address, '/page/deed', say(discord, 'x'), { 'Content-Type': 'text/plain' });
    expect(plain.status).toBe(400);
    expect(discord.messages(discord.channels.general)).toHaveLength(0);
    const own = await post(address, '/page/deed', say(discord, 'x'), { Origin: address });
    expect(await own.json()).toEqual({ ok: true });
  });

  it.each([
    ['no JSON', '{'],
    ['nothing', 'null'],
    ['an unknown deed', { as: 'member', nonce: 'a', deed: { do: 'burn' } }],
    ['a deed without its parts', { as: 'member', nonce: 'a', deed: { do: 'say' } }],
    ['an object in place of a text', { as: {}, nonce: 'a', deed: { do: 'delete', messageId: '1' } }],
  ])('refuses %s', async (_name, body) => {
    const address = serve(await openDiscord());
    const answer = await post(address, '/page/deed', body);
    expect(answer.status).toBe(400);
  });

  it('takes no request of more than a mebibyte', async () => {
    const discord = await openDiscord();
    const answer = await post(serve(discord), '/page/deed', say(discord, 'x'.repeat(1024 * 1024)));
    expect(answer.status).toBe(413);
  });

  it('gives Discord’s own error for what Discord refuses', async () => {
    const discord = await openDiscord();
    const address = serve(discord);
    const refusal = async (body: unknown) => (await post(address, '/page/deed', body)).json();
    expect(await refusal(say(discord, 'x'.repeat(2001)))).toEqual({
      ok: false,
      error: 'Invalid Form Body: Must be 2000 or fewer in length.',
    });
    expect(await refusal(say(discord, ' '))).toEqual({ ok: false, error: 'Cannot send an empty message' });
    const intruding = { do: 'say', channelId: discord.channels.adminsOnly, content: 'x', replyTo: null };
    expect(await refusal({ as: 'member', nonce: 'a', deed: intruding })).toEqual({
      ok: false,
      error: 'Missing Access',
    });
  });

  it('tells each person what that person sees, and nothing else', async () => {
    const discord = await openDiscord();
    const address = serve(discord);
    discord.as(discord.people.admin).say(discord.channels.adminsOnly, 'a secret');
    discord.as(discord.people.secondMember).directMessage('another secret');
    const member = await snapshotOf(address, 'member');
    expect(member.channels.map(({ key }) => key)).toEqual(['#general', 'direct']);
    expect(JSON.stringify(member)).not.toContain('secret');
    expect(JSON.stringify(member)).not.toContain(discord.token);
    const admin = await snapshotOf(address, 'admin');
    expect(admin.channels.map(({ key }) => key)).toEqual(['#general', '#admins-only', 'direct']);
    expect(JSON.stringify(admin)).toContain('a secret');

    const live = await follow(`${address}/page/live?as=member`);
    await live.next();
    discord.as(discord.people.admin).say(discord.channels.adminsOnly, 'one more secret');
    discord.as(discord.people.admin).say(discord.channels.general, 'for all');
    expect(await live.next()).toMatchObject({ type: 'message', shown: { message: { content: 'for all' } } });
  });

  it('takes somebody it does not know for an ordinary member', async () => {
    const address = serve(await openDiscord());
    expect((await snapshotOf(address, 'nobody')).me.key).toBe('member');
  });

  it('shows a person who loses or gains a channel what is left or new', async () => {
    const discord = await openDiscord();
    const live = await follow(`${serve(discord)}/page/live?as=member`);
    await live.next();
    discord.setPermissions(discord.channels.adminsOnly, discord.people.member.id, { allow: ['ViewChannel'] });
    const event = await live.next();
    expect(event.type === 'surroundings' && event.channels.map(({ key }) => key)).toEqual([
      '#general',
      '#admins-only',
      'direct',
    ]);
  });

  it('marks what came of a deed for the page that did it, and sends traffic to whoever asks for it alone', async () => {
    const { discord, client } = await openStage({
      interaction: (interaction) => interaction.isChatInputCommand() && interaction.reply('here'),
    });
    await client.application.commands.set([{ name: 'where', description: 'Says where' }]);
    const address = serve(discord);
    const quiet = await follow(`${address}/page/live?as=member`);
    await quiet.next();
    const curious = await follow(`${address}/page/live?as=member&traffic=1`);
    const first = await curious.next();
    expect(first.type === 'snapshot' && (first.snapshot.traffic?.length ?? 0)).toBeGreaterThan(0);
    const deed = { do: 'slash', channelId: discord.channels.general, name: 'where', options: {} };
    expect(await (await post(address, '/page/deed', { as: 'member', nonce: 'mine', deed })).json()).toEqual({
      ok: true,
    });
    const seen: string[] = [];
    for (let event = await quiet.next(); ; event = await quiet.next()) {
      seen.push(event.type);
      if (event.type !== 'outcome') continue;
      expect(event.outcome.nonce).toBe('mine');
      if (event.outcome.change === 'answered') break;
    }
    expect(seen).not.toContain('traffic');
    let event = await curious.next();
    while (event.type !== 'traffic') event = await curious.next();
    expect(event.entry.kind).toMatch(/gateway|rest/);
  });

  it('says in the page’s place why it could not be built, and goes on', async () => {
    const discord = await openDiscord();
    const address = serve(discord, Promise.reject(new Error('no room')));
    const page = await fetch(address);
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('no room');
    expect((await fetch(`${discord.apiUrl}/v10/gateway`)).status).toBe(200);
  });

  it('cannot keep its files where the cache is no folder, and says so in one line', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'attest-cache-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'file'), '');
    await expect(loadSite(join(folder, 'file'))).rejects.toThrow(/^[^\n]*ENOTDIR[^\n]*$/);
  });
});

function statusWithHost(discord: LocalDiscord, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { port: discord.port, host: '127.0.0.1', path: '/', headers: { Host: host } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}
