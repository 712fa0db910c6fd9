import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Command, command } from '../../src/command/command.ts';
import { loadCommandModules } from '../../src/command/command-modules.ts';
import { buildRegistry, RegistryError } from '../../src/command/registry.ts';
import { EVENT, moduleOf, registryOf, roof, smoke } from './newsroom.ts';

const run = () => ({ kind: 'notice' as const, text: 'done' });
const plain = command({ name: 'plain', description: 'Does nothing', run });

function problemsOf(build: () => unknown): readonly string[] {
  try {
    build();
  } catch (error) {
    if (error instanceof RegistryError) return error.problems.map((p) => `${p.file}:${p.line}: ${p.message}`);
    throw error;
  }
  return [];
}

const withOption = (option: object, more: object = {}): Command =>
  ({ ...plain, options: { x: { description: 'An x', ...option } }, ...more }) as Command;

describe('buildRegistry', () => {
  it('offers every command, topics first', () => {
    const registry = registryOf(plain, smoke, roof);
    expect(registry.commands.map(({ name }) => name)).toEqual(['smoke', 'roof', 'plain']);
    expect(registry.topics).toEqual([smoke, roof]);
    expect(registry.find('plain')).toBe(plain);
    expect(registry.find('toString')).toBeUndefined();
  });

  it('offers the topics that the event chooses, in its order, and the event’s own behind them', () => {
    const own = { name: 'tins', description: 'What burned', evidence: ['tin'], line: 7 };
    const event = { ...EVENT, commands: ['roof', 'smoke'], topics: [own] };
    const modules = [plain, smoke, roof].map(moduleOf);
    expect(buildRegistry(modules, event).topics.map(({ name }) => name)).toEqual(['roof', 'smoke', 'tins']);
    const ordered = { ...event, commands: ['tins', 'roof'] };
    const registry = buildRegistry(modules, ordered);
    expect(registry.topics.map(({ name }) => name)).toEqual(['tins', 'roof']);
    expect(registry.find('smoke')).toBeUndefined();
    expect(registry.find('plain')).toBe(plain);
  });

  it.each([
    ['a name in capitals', { ...plain, name: 'Plain' }, 'the name `Plain` must be'],
    ['a name of 33 characters', { ...plain, name: 'p'.repeat(33) }, 'must be 1 to 32'],
    ['no description', { ...plain, description: ' ' }, 'the description of `plain` must be 1 to 100'],
    ['a description of 101 characters', { ...plain, description: 'd'.repeat(101) }, 'must be 1 to 100'],
    ['an option in capitals', { ...plain, options: { X: { description: 'x' } } }, 'the option `X` must be'],
    ['an option without description', withOption({ description: '' }), 'the description of the option `x`'],
    [
      '26 options',
      {
        ...plain,
        options: Object.fromEntries(Array.from({ length: 26 }, (_, i) => [`o${i}`, { description: 'x' }])),
      },
      '26 options; Discord takes 25',
    ],
    [
      'a required option behind another',
      { ...plain, options: { a: { description: 'a' }, b: { description: 'b', required: true } } },
      'the required option `b` must stand before `a`',
    ],
    [
      '26 choices',
      withOption({ choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) }),
      '26 choices; Discord takes 25',
    ],
    ['an empty choice', withOption({ choices: [{ name: '', value: 'v' }] }), 'must be 1 to 100'],
    [
      'a choice of 101 characters',
      withOption({ choices: [{ name: 'n', value: 'v'.repeat(101) }] }),
      'must be 1 to 100',
    ],
    [
      'a choice twice',
      withOption({
        choices: [
          { name: 'n', value: '1' },
          { name: 'n', value: '2' },
        ],
      }),
      'has a choice twice',
    ],
    [
      'choices with autocomplete',
      withOption({ choices: [{ name: 'n', value: '1' }], autocomplete: true }, { autocomplete: () => [] }),
      'both choices and autocomplete',
    ],
    ['autocomplete without the function', withOption({ autocomplete: true }), 'no function `autocomplete`'],
    ['maxLength of 6001', withOption({ maxLength: 6001 }), '`maxLength` of the option `x` must be 1 to 6000'],
    [
      'too many characters in all',
      {
        ...plain,
        options: Object.fromEntries(
          Array.from({ length: 25 }, (_, i) => [
            `o${i}`,
            {
              description: 'd'.repeat(100),
              choices: Array.from({ length: 25 }, (_, c) => ({ name: `${c}`, value: 'v'.repeat(90) })),
            },
          ]),
        ),
      },
      'Discord takes 8000',
    ],
    [
      'a message command with two options',
      {
        ...plain,
        on: 'message',
        name: 'Plain',
        options: { a: { description: 'a' }, b: { description: 'b' } },
      },
      'has one option',
    ],
  ])('refuses %s', (_name, wrong, message) => {
    const problems = problemsOf(() => registryOf(wrong as Command));
    expect(problems).toContainEqual(expect.stringContaining(message));
  });

  it('takes names, descriptions and choices at their limits', () => {
    const limit = withOption(
      {
        maxLength: 6000,
        choices: Array.from({ length: 25 }, (_, i) => ({
          name: `${i}`.padEnd(100, 'n'),
          value: `${i}`.padEnd(100, 'v'),
        })),
      },
      { name: 'p'.repeat(32), description: 'd'.repeat(100) },
    );
    expect(problemsOf(() => registryOf(limit))).toEqual([]);
  });

  it('refuses two commands of one name, and files that are not named as their command', () => {
    const modules = [moduleOf(plain), { file: 'commands/other.ts', command: plain }];
    expect(problemsOf(() => buildRegistry(modules, EVENT))).toEqual([
      'commands/other.ts:1: declares `plain`; rename the file to plain.ts, or the command',
      'commands/other.ts:1: `plain` is a command of commands/plain.ts already; rename one',
    ]);
  });

  it('wants the file of a message command in lower case with hyphens', () => {
    const menu = command({ on: 'message', name: 'Ask the articles', description: 'x', run });
    expect(
      problemsOf(() => buildRegistry([{ file: 'commands/ask-the-articles.ts', command: menu }], EVENT)),
    ).toEqual([]);
  });

  it('refuses topics of the event that Discord would refuse or that exist already, with their line', () => {
    const topics = [
      { name: 'smoke', description: 'Again', evidence: ['x'], line: 9 },
      { name: 'Tins', description: '', evidence: ['x'], line: 14 },
    ];
    expect(problemsOf(() => buildRegistry([moduleOf(smoke)], { ...EVENT, topics }))).toEqual([
      'event.yaml:9: `smoke` is a command of commands/smoke.ts already; rename one',
      'event.yaml:14: the name `Tins` must be 1 to 32 lower-case letters, digits, - or _; mend it',
      'event.yaml:14: the description of `Tins` must be 1 to 100 characters; mend it',
    ]);
  });

  it('refuses a choice of commands that names what is none, with its line', () => {
    const event = { ...EVENT, commands: ['smok', 'smoke', 'smoke', 'plain', 'zebra'], commandsLine: 6 };
    expect(problemsOf(() => buildRegistry([smoke, plain].map(moduleOf), event))).toEqual([
      'event.yaml:6: `commands` names smok, which is no topic command; did you mean smoke?',
      'event.yaml:6: `commands` names smoke twice; remove one',
      'event.yaml:6: `commands` names plain, which is always offered; remove it',
      'event.yaml:6: `commands` names zebra, which is no topic command; topic commands are: smoke',
    ]);
  });

  it('refuses more commands than Discord takes', () => {
    const many = Array.from({ length: 101 }, (_, i) => ({ ...plain, name: `c${i}` }));
    expect(problemsOf(() => registryOf(...many))).toEqual([
      expect.stringContaining('there are 101 slash commands; Discord takes 100'),
    ]);
    const menus = Array.from({ length: 6 }, (_, i) => ({ ...plain, on: 'message' as const, name: `m${i}` }));
    expect(problemsOf(() => registryOf(...menus))).toEqual([expect.stringContaining('Discord takes 5')]);
  });
});

describe('loadCommandModules', () => {
  async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'attest-commands-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return folder;
  }
  const declared = `export default { on: 'slash', name: 'x', description: 'x', options: {}, access: 'everyone', examples: [], run() {} };`;

  it('imports every file by alphabet, and nothing else', async () => {
    const folder = await folderOf({
      'b.mjs': declared,
      'a.mjs': declared,
      'notes.md': 'x',
      '.c.mjs': 'x',
      'd.d.ts': 'x',
    });
    const modules = await loadCommandModules(folder);
    expect(modules.map(({ file }) => file.replace(/^[^/]+\//, ''))).toEqual(['a.mjs', 'b.mjs']);
  });

  it('names every file that declares no command', async () => {
    const folder = await folderOf({
      'a.mjs': 'export const x = 1;',
      'b.mjs': 'export default { name: 5 };',
      'c.mjs': 'throw new Error("broken\\nhere");',
      'd.mjs': declared,
      'e.mjs': declared.replace('run() {}', 'run: 1'),
    });
    const error = await loadCommandModules(folder).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(RegistryError);
    const problems = error instanceof RegistryError ? error.problems.map(({ message }) => message) : [];
    expect(problems).toEqual([
      expect.stringContaining('has no default export'),
      expect.stringContaining('is no command (`on`'),
      'cannot be imported: broken',
      expect.stringContaining('`run`: must be a function'),
    ]);
  });
});
