import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../../src/terminal/markdown.ts';
import { openSession, type Session } from '../../src/terminal/session.ts';
import { openStage, type Stage } from './stage.ts';

let stage: Stage;
let session: Session;
const shown: string[] = [];

beforeAll(async () => {
  stage = await openStage();
  session = openSession({
    discord: stage.discord,
    registry: stage.app.registry,
    style: plain,
    show: (text) => shown.push(text),
  });
});
afterAll(async () => {
  session.close();
  await stage.close();
});

async function enter(line: string): Promise<string> {
  shown.length = 0;
  await session.enter(line);
  return shown.join('\n');
}

describe('the prompt', () => {
  it('shows the answer to a slash command with its links and its buttons', async () => {
    const text = await enter('/ask question: how many people were injured');
    expect(text).toContain('┃ how many people were injured');
    expect(text).toContain(
      '┃ ▏ “The number of injured has risen to 19, three of them in a serious condition.”',
    );
    expect(text).toContain('https://gazette.example/toll-rises#:~:text=');
    expect(text).toMatch(/\[1\] Next {3}\[2\] Delete/);
  });

  it('presses buttons by their numbers', async () => {
    await enter('/ask question: how many people were injured');
    expect(await enter('1')).toContain('passages 6–');
    expect(await enter('9')).toContain('no button');
  });

  it('shows the answer to a mention and to a direct message', async () => {
    expect(await enter('@attest who was killed')).toContain('Four people are now known');
    expect(await enter('dm who was killed')).toContain('Four people are now known');
  });

  it('says where nobody is asked', async () => {
    expect(await enter('hello there')).toContain('mention @Attest');
  });

  it('is a member at first, and an admin where it is said', async () => {
    expect(await enter('/reindex')).not.toContain('read again');
    expect(await enter('as admin')).toContain('Ada');
    await enter('/reindex');
    await stage.discord.until(() => shown.join('\n').includes('The articles were read again'));
    expect(await enter('as member')).toContain('Mina');
  });

  it('tells a mistake in words', async () => {
    expect(await enter('/casualtys')).toContain('/casualties');
    expect(await enter('/ask')).toContain('needs');
  });

  it('stops where it is asked to', async () => {
    expect(await session.enter('quit')).toBe('quit');
  });
});
