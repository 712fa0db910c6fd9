import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageOf, openStage, readable, type Stage } from './stage.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Commands that fail in ways that the shipped ones do not. */
const FAILING: Readonly<Record<string, string>> = {
  ask: `throw new Error('secret-path /etc/shadow');`,
  late: `await new Promise((resolve) => setTimeout(resolve, 1800)); throw new Error('late');`,
  refused: `return { kind: 'answer', heading: 'x', answer: null };`,
};

let stage: Stage;
let commandsDir: string;
beforeAll(async () => {
  // Within the project, so that the commands' imports find it; where what can be made again lies.
  const folder = join(ROOT, '.cache');
  await mkdir(folder, { recursive: true });
  commandsDir = await mkdtemp(join(folder, 'commands-'));
  await writeFile(join(commandsDir, 'help.ts'), `export { default } from '../../commands/help.ts';\n`);
  for (const [name, body] of Object.entries(FAILING)) {
    await writeFile(
      join(commandsDir, `${name}.ts`),
      `import { command } from '../../src/command/command.ts';
export default command({ name: '${name}', description: 'Fails', async run() { ${body} } });
`,
    );
  }
  stage = await openStage({ commandsDir });
});
afterAll(async () => {
  await stage.close();
  await rm(commandsDir, { recursive: true });
});

/** The id that the user was told, and the lines of the log that carry it. */
function reported(text: string): readonly string[] {
  const [, id = 'none'] = /number: `?([0-9a-f]+)`?/.exec(text) ?? [];
  return stage.log.filter((line) => line.includes(`"id":"${id}"`));
}

describe('an unexpected error', () => {
  it('gives the user an id alone, in private, and the log the cause', async () => {
    const outcome = await stage.member.slash(stage.general, 'ask');
    expect(outcome.ephemeral).toBe(true);
    const text = readable(messageOf(outcome));
    expect(text).not.toContain('secret-path');
    expect(reported(text)).toHaveLength(1);
    expect(reported(text)[0]).toContain('secret-path');
  });

  it('is a reply with the id for a mention', async () => {
    const asked = stage.member.say(stage.general, `<@${stage.discord.bot.id}> how many`);
    const text = readable(await stage.replyTo(asked));
    expect(text).not.toContain('secret-path');
    expect(reported(text)).toHaveLength(1);
  });

  it('replaces the waiting message where the bot had deferred', async () => {
    const outcome = await stage.member.slash(stage.general, 'late');
    expect(outcome).toMatchObject({ deferred: true, failure: null });
    expect(outcome.acknowledgedAfter).toBeLessThan(3000);
    expect(reported(readable(messageOf(outcome)))).toHaveLength(1);
  });

  it('is told where the reply itself cannot be shown', async () => {
    const outcome = await stage.member.slash(stage.general, 'refused');
    expect(outcome.failure).toBeNull();
    expect(reported(readable(messageOf(outcome)))).toHaveLength(1);
  });

  it('leaves the bot answering', async () => {
    expect((await stage.member.slash(stage.general, 'help')).failure).toBeNull();
  });
});

describe('a connection that breaks', () => {
  it('is taken up again', async () => {
    stage.discord.dropConnection('close-resumable');
    const asked = stage.member.say(stage.general, `<@${stage.discord.bot.id}>`);
    const reply = await stage.discord.until(
      () =>
        stage.discord
          .messages(stage.general)
          .find(({ message }) => message.message_reference?.message_id === asked.id),
      20_000,
    );
    expect(readable(reply.message)).toContain('I answer questions');
  });
});
