import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { describe, expect, it } from 'vitest';
import type { Asker } from '../../src/command/access.ts';
import { type Command, command, type Suggestion } from '../../src/command/command.ts';
import { type Conversation, createDispatcher, type DispatcherOptions } from '../../src/command/dispatcher.ts';
import type { Reply, Visibility } from '../../src/command/reply.ts';
import { toPlainText } from '../../src/command/rich-text.ts';
import { createCorpus } from '../../src/corpus/corpus.ts';
import { UserError } from '../../src/user-error.ts';
import { fakeDossier } from './fake-dossier.ts';
import { ADMIN, EVENT, MEMBER, registryOf } from './newsroom.ts';

type Step = { readonly defer: Visibility } | { readonly reply: Reply };

/** A medium that writes down what it is asked to do, and can be slow or broken. */
function mediumOf(
  asker: Asker = MEMBER,
  breaks: { defer?: Error; respond?: (time: number) => Error | undefined } = {},
) {
  const steps: Step[] = [];
  let responses = 0;
  const conversation: Conversation = {
    asker,
    async defer(visibility) {
      await sleep(5);
      if (breaks.defer) throw breaks.defer;
      steps.push({ defer: visibility });
    },
    async respond(reply) {
      await sleep(5);
      const error = breaks.respond?.(++responses);
      if (error) throw error;
      steps.push({ reply });
    },
  };
  const texts = () =>
    steps.map((step) =>
      'defer' in step
        ? `defer ${step.defer}`
        : step.reply.kind === 'notice'
          ? toPlainText(step.reply.text)
          : step.reply.kind,
    );
  return { conversation, steps, texts };
}

function dispatcherOf(commands: readonly Command[], options: globalThis.Partial<DispatcherOptions> = {}) {
  const lines: string[] = [];
  const dispatcher = createDispatcher({
    registry: () => registryOf(...commands),
    dossier: fakeDossier(createCorpus(EVENT, [])),
    policy: { adminRoleIds: ['newsdesk'], adminUserIds: ['chief'] },
    logger: pino({ level: 'trace' }, { write: (line: string) => lines.push(line) }),
    deferAfter: 40,
    progressEvery: 30,
    ...options,
  });
  return { dispatcher, lines };
}

const named = (name: string, run: Command['run'], more: globalThis.Partial<Command> = {}): Command => ({
  ...command({ name, description: name, options: { x: { description: 'x' } }, run }),
  ...more,
});
const run = (name: string, options: Readonly<Record<string, string>> = {}) =>
  ({ kind: 'run', command: name, options }) as const;

describe('the dispatcher', () => {
  it('answers at once, without deferring, with options trimmed and empty ones absent', async () => {
    const echo = named('echo', (options) => ({ kind: 'notice', text: JSON.stringify(options) }));
    const { dispatcher } = dispatcherOf([echo]);
    const medium = mediumOf();
    await dispatcher.handle(run('echo', { x: '  hi ', y: '   ' }), medium.conversation);
    expect(medium.texts()).toEqual(['{"x":"hi"}']);
  });

  it('defers publicly where the answer takes too long', async () => {
    const late = named('late', async () => {
      await sleep(80);
      return { kind: 'notice', text: 'late' };
    });
    const { dispatcher } = dispatcherOf([late]);
    const medium = mediumOf();
    await dispatcher.handle(run('late'), medium.conversation);
    expect(medium.texts()).toEqual(['defer public', 'late']);
  });

  it('answers behind its deferral where both come at the same time', async () => {
    const { dispatcher } = dispatcherOf([
      named('late', async () => {
        await sleep(42);
        return { kind: 'notice', text: 'late' };
      }),
    ]);
    for (let i = 0; i < 10; i++) {
      const medium = mediumOf();
      await dispatcher.handle(run('late'), medium.conversation);
      await sleep(10);
      expect(['late', 'defer public,late']).toContain(medium.texts().join());
    }
  });

  it('defers a slow command at once, privately for admins, and shows progress with the latest last', async () => {
    const slow = named(
      'slow',
      async (_options, { progress }) => {
        for (let i = 1; i <= 20; i++) {
          void progress(`${i} of 20`);
          await sleep(5);
        }
        return { kind: 'notice', text: 'done' };
      },
      { slow: true, access: 'admin' },
    );
    const { dispatcher } = dispatcherOf([slow]);
    const medium = mediumOf(ADMIN);
    await dispatcher.handle(run('slow'), medium.conversation);
    await sleep(50);
    const texts = medium.texts();
    expect(texts[0]).toBe('defer private');
    expect(texts.at(-1)).toBe('done');
    const shown = texts.slice(1, -1).map((text) => Number.parseInt(text, 10));
    expect(shown.length).toBeGreaterThanOrEqual(2);
    expect(shown.length).toBeLessThanOrEqual(6);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
  });

  it('shows no progress where nothing was deferred', async () => {
    const quick = named('quick', async (_options, { progress }) => {
      await progress('half');
      return { kind: 'notice', text: 'done' };
    });
    const { dispatcher } = dispatcherOf([quick]);
    const medium = mediumOf();
    await dispatcher.handle(run('quick'), medium.conversation);
    expect(medium.texts()).toEqual(['done']);
  });

  it('refuses members an admin command in private, and does nothing', async () => {
    let ran = 0;
    const admin = named('wipe', () => ({ kind: 'notice', text: String(++ran) }), {
      access: 'admin',
      slow: true,
    });
    const { dispatcher } = dispatcherOf([{ ...admin, act: () => ({ kind: 'notice', text: String(++ran) }) }]);
    const medium = mediumOf();
    await dispatcher.handle(run('wipe'), medium.conversation);
    await dispatcher.handle({ kind: 'act', command: 'wipe', state: '' }, medium.conversation);
    expect(ran).toBe(0);
    expect(medium.steps).toHaveLength(2);
    expect(medium.steps[0]).toEqual({
      reply: {
        kind: 'notice',
        visibility: 'private',
        failed: true,
        text: expect.stringContaining('is for admins'),
      },
    });
    const chief = mediumOf({ id: 'chief', roleIds: [], canManageServer: false });
    await dispatcher.handle(run('wipe'), chief.conversation);
    const desk = mediumOf({ id: 'x', roleIds: ['newsdesk'], canManageServer: false });
    await dispatcher.handle(run('wipe'), desk.conversation);
    expect(ran).toBe(2);
  });

  it('shows a mistake of the user in private', async () => {
    const { dispatcher, lines } = dispatcherOf([
      named('bad', () => {
        throw new UserError('Write a day.');
      }),
    ]);
    const medium = mediumOf();
    await dispatcher.handle(run('bad'), medium.conversation);
    expect(medium.steps).toEqual([
      { reply: { kind: 'notice', text: 'Write a day.', visibility: 'private', failed: true } },
    ]);
    expect(lines).toEqual([]);
  });

  it('logs any other error with an id and its cause, and shows the id alone', async () => {
    const { dispatcher, lines } = dispatcherOf([
      named('broken', () => {
        throw new Error('secret detail', { cause: new Error('disk on fire') });
      }),
    ]);
    const medium = mediumOf();
    await dispatcher.handle(run('broken'), medium.conversation);
    const [text = ''] = medium.texts();
    expect(text).not.toContain('secret');
    const id = /[0-9a-f]{8}/.exec(text)?.[0] ?? 'none';
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(id);
    expect(lines[0]).toContain('secret detail');
    expect(lines[0]).toContain('disk on fire');
  });

  it('survives what is thrown that is no error', async () => {
    const { dispatcher } = dispatcherOf([
      named('odd', () => {
        throw undefined;
      }),
    ]);
    const medium = mediumOf();
    await dispatcher.handle(run('odd'), medium.conversation);
    expect(medium.texts()).toEqual([expect.stringContaining('Something went wrong')]);
  });

  it('tells the asker with an id where the medium refuses the reply, once', async () => {
    const { dispatcher, lines } = dispatcherOf([named('big', () => ({ kind: 'notice', text: 'too big' }))]);
    const medium = mediumOf(MEMBER, {
      respond: (time) => (time === 1 ? new Error('Invalid Form Body') : undefined),
    });
    await dispatcher.handle(run('big'), medium.conversation);
    expect(medium.texts()).toEqual([expect.stringContaining('Something went wrong')]);
    expect(lines[0]).toContain('Invalid Form Body');

    const gone = mediumOf(MEMBER, { respond: () => new Error('Unknown interaction') });
    await dispatcher.handle(run('big'), gone.conversation);
    expect(gone.steps).toEqual([]);
  });

  it('does not run a slow command that could not be acknowledged', async () => {
    let ran = 0;
    const slow = named('slow', () => ({ kind: 'notice', text: String(++ran) }), { slow: true });
    const { dispatcher } = dispatcherOf([slow]);
    await dispatcher.handle(
      run('slow'),
      mediumOf(MEMBER, { defer: new Error('Unknown interaction') }).conversation,
    );
    expect(ran).toBe(0);
  });

  it('answers a late command even where deferring failed', async () => {
    const late = named('late', async () => {
      await sleep(70);
      return { kind: 'notice', text: 'late' };
    });
    const { dispatcher } = dispatcherOf([late]);
    const medium = mediumOf(MEMBER, { defer: new Error('no') });
    await dispatcher.handle(run('late'), medium.conversation);
    expect(medium.texts()).toEqual(['late']);
  });

  it('says so where a command or its buttons are gone', async () => {
    const { dispatcher } = dispatcherOf([named('plain', () => ({ kind: 'notice', text: '' }))]);
    const medium = mediumOf();
    await dispatcher.handle(run('gone'), medium.conversation);
    await dispatcher.handle({ kind: 'act', command: 'gone', state: '1' }, medium.conversation);
    await dispatcher.handle({ kind: 'act', command: 'plain', state: '1' }, medium.conversation);
    expect(medium.texts()).toEqual([
      expect.stringContaining('no longer offered'),
      expect.stringContaining('older version'),
      expect.stringContaining('older version'),
    ]);
  });

  it('hands a button its state and the heading of its message', async () => {
    const turn = named('turn', () => ({ kind: 'notice', text: '' }), {
      act: (state, { heading }) => ({ kind: 'notice', text: `${state} of ${heading}` }),
    });
    const { dispatcher } = dispatcherOf([turn]);
    const medium = mediumOf();
    await dispatcher.handle(
      { kind: 'act', command: 'turn', state: '5', heading: 'who' },
      medium.conversation,
    );
    expect(medium.texts()).toEqual(['5 of who']);
  });

  it('is idle once what is under way has been answered', async () => {
    const { dispatcher } = dispatcherOf([
      named('late', async () => {
        await sleep(30);
        return { kind: 'notice', text: 'late' };
      }),
    ]);
    await dispatcher.idle();
    const medium = mediumOf();
    void dispatcher.handle(run('late'), medium.conversation);
    await dispatcher.idle();
    expect(medium.texts()).toEqual(['late']);
  });
});

describe('completion', () => {
  const offering = (suggestions: readonly Suggestion[], more: globalThis.Partial<Command> = {}) =>
    named('offer', () => ({ kind: 'notice', text: '' }), { autocomplete: () => suggestions, ...more });
  const partial = { option: 'x', text: '', options: {} };

  it('offers at most 25 values, names cut to what Discord takes, values whole', async () => {
    const many = Array.from({ length: 30 }, (_, i) => ({ name: `${i} ${'😀'.repeat(80)}`, value: `${i}` }));
    const { dispatcher } = dispatcherOf([
      offering([{ name: 'x', value: 'v'.repeat(101) }, { name: ' ', value: 'v' }, ...many]),
    ]);
    const offered = await dispatcher.complete('offer', partial, MEMBER);
    expect(offered).toHaveLength(25);
    expect(offered[0]?.value).toBe('0');
    for (const { name } of offered) {
      expect(name.length).toBeLessThanOrEqual(100);
      expect(name).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it('offers nothing for what is unknown, not allowed or broken', async () => {
    const broken = offering([], {
      name: 'broken',
      autocomplete: () => {
        throw new Error('oops');
      },
    });
    const { dispatcher, lines } = dispatcherOf([
      offering([{ name: 'a', value: 'a' }], { access: 'admin' }),
      broken,
    ]);
    expect(await dispatcher.complete('offer', partial, MEMBER)).toEqual([]);
    expect(await dispatcher.complete('offer', partial, ADMIN)).toHaveLength(1);
    expect(await dispatcher.complete('unknown', partial, ADMIN)).toEqual([]);
    expect(await dispatcher.complete('broken', partial, ADMIN)).toEqual([]);
    expect(lines.join()).toContain('oops');
  });
});
