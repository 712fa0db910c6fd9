import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { articleText, dataFolder } from '../corpus/data-folder.ts';

const ROOT = join(import.meta.dirname, '../..');

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the program as npm does, with an environment of its own. */
function run(
  script: 'ask' | 'check',
  args: readonly string[],
  input = '',
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const file = join(ROOT, 'src/cli', `${script}.ts`);
    const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...env },
    });
    const texts = { out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      texts.out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      texts.err += text;
    });
    child.on('error', reject).on('close', (code) => resolve({ code, ...texts }));
    child.stdin.end(input);
  });
}

const objects = (out: string): readonly unknown[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The replies to lines of standard input, each with its line. */
const replies = (out: string): readonly string[] => out.split(/^(?=> )/m);

const FIRE = {
  'articles/post.md': articleText(
    {},
    'Twelve people were injured in the fire.\n\nThe roof fell in at noon.\n',
  ),
};

describe('ask', { timeout: 120_000 }, () => {
  it('answers lines in order, each by itself, with nothing else on standard output', async () => {
    const folder = await dataFolder(FIRE);
    const lines = [
      'how many people were injured',
      '',
      '   ',
      '/casualties',
      '/help',
      '😀',
      '/nothing',
      '/reindex',
    ];
    const { code, out, err } = await run('ask', ['--json'], `${lines.join('\r\n')}\n`, { DATA_DIR: folder });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(objects(out)).toEqual([
      expect.objectContaining({ question: 'how many people were injured', status: 'answered' }),
      expect.objectContaining({ question: '/casualties', status: 'answered', passages: [expect.anything()] }),
      { question: '/help', status: 'answered', text: expect.stringContaining('/casualties') },
      { question: '😀', status: 'unanswered', passages: [], figures: [], disagreements: [] },
      {
        question: '/nothing',
        status: 'unanswered',
        text: expect.stringContaining('There is no command /nothing'),
      },
      {
        question: '/reindex',
        status: 'answered',
        text: expect.stringContaining('1 article with 2 passages'),
      },
    ]);
  });

  it('says before each answer to a line of standard input what it answers', async () => {
    const folder = await dataFolder(FIRE);
    const { out } = await run('ask', [], 'how many people were injured\n/help\nwho won the cup\n', {
      DATA_DIR: folder,
    });
    expect(replies(out)).toEqual([
      expect.stringMatching(/^> how many people were injured\n\nFigures\n {2}12 injured/),
      expect.stringMatching(/^> \/help\n\n[\s\S]*I read the articles on \d+ \w+ \d{4}, \d\d:\d\d UTC;/),
      expect.stringMatching(/^> who won the cup\n\nThe articles do not say\./),
    ]);
  });

  it('answers one question in readable words; --data overrides DATA_DIR', async () => {
    const folder = await dataFolder(FIRE);
    const { code, out } = await run('ask', ['--data', folder, 'when did the roof fall'], '', {
      DATA_DIR: '/nowhere',
    });
    expect(code).toBe(0);
    expect(out).toContain(
      'Fjord Post, 2 May 2041: Cannery burns (post, passage 2)\n  “The roof fell in at noon.”',
    );
  });

  it('explains questions, and says that there is nothing to explain of a command', async () => {
    const folder = await dataFolder(FIRE);
    const lines = 'when did the roof fall\n/casualties\n?\n';
    const { code, out, err } = await run('ask', ['--explain'], lines, { DATA_DIR: folder });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^when did the roof fall\nAsks for: time\./);
    expect(out).toContain('/casualties\nOnly questions can be explained');
    expect(out).toContain('?\nThere is no question in this line.');
  });

  it('ends with 1 for a folder that cannot be used, naming file and line', async () => {
    const folder = await dataFolder({ ...FIRE, 'event.yaml': 'title: x\ndate: 2041-02-30\n' });
    const { code, out, err } = await run('ask', ['--data', folder, 'x']);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^event\.yaml:2: `date` must be/);
  });

  it.each([
    ['an unknown option', ['--jsno'], {}],
    ['two questions', ['a', 'b'], {}],
    ['--data without a folder', ['--data'], {}],
    ['--explain with --json', ['a', '--explain', '--json'], {}],
    ['a wrong variable', ['a'], { LOG_LEVEL: 'loud' }],
  ])('ends with 2 for %s', async (_name, args, env) => {
    const { code, out, err } = await run('ask', args, '', env);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim()).not.toBe('');
  });
});

describe('check', { timeout: 120_000 }, () => {
  it('names every problem with file and line, and ends with 1 where one is an error', async () => {
    const folder = await dataFolder({
      ...FIRE,
      'articles/bad.md': articleText({ published: 'soon' }),
      'articles/odd.md': articleText({ colour: 'red' }),
    });
    const { code, out } = await run('check', ['--data', folder]);
    expect(code).toBe(1);
    expect(out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^articles\/bad\.md:4: `published` holds "soon"/),
      'articles/odd.md:5: warning: `colour` is no key that is known here; remove it',
      '1 error, 1 warning: 2 articles, 3 passages',
    ]);
  });

  it('ends with 0 for warnings alone, and for none says so', async () => {
    const good = await run('check', [], '', { DATA_DIR: await dataFolder(FIRE) });
    expect(good).toEqual({ code: 0, out: 'no problems: 1 article, 2 passages\n', err: '' });
    const odd = await dataFolder({ ...FIRE, 'articles/odd.md': articleText({ colour: 'red' }) });
    expect(await run('check', ['--data', odd])).toMatchObject({ code: 0 });
  });

  it('names topics that cannot be offered', async () => {
    const topic = 'topics:\n  - name: casualties\n    description: d\n    evidence: [e]\n';
    const folder = await dataFolder({ ...FIRE, 'event.yaml': `title: x\ndate: 2041-05-02\n${topic}` });
    const { code, out } = await run('check', ['--data', folder]);
    expect(code).toBe(1);
    expect(out).toContain(
      'event.yaml:4: `casualties` is a command of commands/casualties.ts already; rename one',
    );
  });

  it('says that a folder cannot be used', async () => {
    const { code, out } = await run('check', ['--data', '/nowhere']);
    expect(code).toBe(1);
    expect(out).toBe(
      "event.yaml:1: cannot be read (it does not exist); is /nowhere the event's folder?\n1 error: this folder cannot be used\n",
    );
  });
});
