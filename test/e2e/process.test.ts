import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalDiscord } from '../../src/local-discord/local-discord.ts';
import { type Newsroom, openNewsroom } from './newsroom.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let newsroom: Newsroom;
const children: ChildProcess[] = [];
beforeAll(async () => {
  newsroom = await openNewsroom();
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await newsroom.close();
});

interface Run {
  readonly child: ChildProcess;
  readonly output: () => { readonly stdout: string; readonly stderr: string };
  readonly said: (text: string) => Promise<void>;
  readonly ended: Promise<number | null>;
}

/** `npm start` with nothing of this process's environment that the program reads. */
function start(env: Record<string, string>): Run {
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:DISCORD_|ADMIN_|LOG_LEVEL)/.test(name)),
  );
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...inherited, DATA_DIR: newsroom.dir, PORT: '0', DISCORD_TOKEN: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const said = async (text: string) => {
    while (!stdout.includes(text)) {
      const step = new Promise((resolve) => setTimeout(resolve, 50, 'wait'));
      if ((await Promise.race([ended, step])) !== 'wait') throw new Error(`ended without ${text}: ${stderr}`);
    }
  };
  return { child, output: () => ({ stdout, stderr }), said, ended };
}

describe('npm start', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'without a token says what it indexed and where, stays up without a terminal, and ends well on %s',
    async (signal) => {
      const run = start({});
      await run.said('Ask by /casualties');
      const { stdout } = run.output();
      expect(stdout).toMatch(
        /Collapse of the Sorrel Quay bridge: \d+ passages of 5 articles by 4 publishers, indexed in [\d.]+ s/,
      );
      expect(stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
      const began = performance.now();
      run.child.kill(signal);
      expect(await run.ended).toBe(0);
      expect(performance.now() - began).toBeLessThan(5000);
    },
  );

  it('with a token connects there, and prints an invitation', async () => {
    const discord = await startLocalDiscord();
    const run = start({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl });
    await run.said('Add it to a server: https://discord.com/oauth2/authorize?');
    const outcome = await discord.as(discord.people.member).slash(discord.channels.general, 'help');
    expect(outcome.failure).toBeNull();
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(discord.presence()).toBeNull();
    await discord.close();
  });

  it('with a wrong token says so in one line without the token, and ends with 1', async () => {
    const discord = await startLocalDiscord();
    const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0123456789ab';
    const run = start({ DISCORD_TOKEN: token, DISCORD_API_URL: discord.apiUrl, LOG_LEVEL: 'silent' });
    expect(await run.ended).toBe(1);
    const lines = run
      .output()
      .stderr.split('\n')
      .filter((line) => line !== '' && !line.startsWith('npm'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('DISCORD_TOKEN');
    expect(run.output().stderr).not.toContain(token);
    await discord.close();
  });

  it('where Discord cannot be reached says so, and ends with 1', async () => {
    const run = start({
      DISCORD_TOKEN: 'MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0123456789ab',
      DISCORD_API_URL: 'http://127.0.0.1:1/api',
    });
    expect(await run.ended).toBe(1);
    expect(run.output().stderr).toContain('Discord cannot be reached (ECONNREFUSED)');
  });

  it('serves a page where it says, built at the first start', async () => {
    const run = start({ CACHE_DIR: `${newsroom.dir}/cache` });
    await run.said('Ask by /casualties');
    const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(run.output().stdout)?.[0] ?? '';
    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="app">');
    const library = await (await fetch(`${address}page/library`)).json();
    expect(library).toMatchObject({ title: 'Collapse of the Sorrel Quay bridge' });
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });

  it('says in one line that the page could not be built, and the bot runs', async () => {
    await newsroom.write('no-folder', '');
    const run = start({ CACHE_DIR: `${newsroom.dir}/no-folder` });
    await run.said('Ask by /casualties');
    const lines = run.output().stdout.split('\n');
    expect(lines.filter((line) => line.includes('The page could not be built'))).toHaveLength(1);
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
  });

  it('where its port is taken says so in one line that names PORT', async () => {
    const discord = await startLocalDiscord();
    const run = start({ PORT: String(discord.port), LOG_LEVEL: 'silent' });
    expect(await run.ended).toBe(1);
    const lines = run.output().stderr.split('\n');
    expect(lines.filter((line) => line !== '' && !line.startsWith('npm'))).toEqual([
      `Port ${discord.port} is taken by another program; set PORT to another one, or to 0 for any.`,
    ]);
    await discord.close();
  });

  it('with a wrong variable names it in one line', async () => {
    const run = start({ PORT: 'three' });
    expect(await run.ended).toBe(1);
    expect(run.output().stderr).toContain('PORT holds "three"');
  });

  it('with a folder that cannot be used names file and line', async () => {
    const run = start({ DATA_DIR: `${newsroom.dir}/nowhere` });
    expect(await run.ended).toBe(1);
    expect(run.output().stderr).toMatch(/event\.yaml:1: /);
  });
});
