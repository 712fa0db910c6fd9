import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CorpusError } from '../src/corpus/corpus-error.ts';
import {
  createDossier,
  type Dossier,
  type DossierOptions,
  loadKnowledge,
  type Progress,
} from '../src/dossier.ts';
import { UserError } from '../src/user-error.ts';
import { articleText, dataFolder } from './corpus/data-folder.ts';
import { anyText } from './language/any-text.ts';

const knowledge = await loadKnowledge();

const FOG = articleText({ title: 'Fog' }, 'Thick fog hid the harbour.\n\nThe pilot saw nothing.\n');
const ROOF = articleText({ title: 'Roof', publisher: 'Radio Havn' }, 'The roof of the cannery fell in.\n');

interface Desk {
  readonly dossier: Dossier;
  readonly write: (id: string, text: string) => Promise<void>;
  readonly remove: (id: string) => Promise<void>;
  readonly first: (question: string) => Promise<string | undefined>;
}

async function open(
  options: Partial<DossierOptions> = {},
  files: Readonly<Record<string, string>> = {},
): Promise<Desk> {
  const dataDir = await dataFolder({ 'articles/fog.md': FOG, 'articles/roof.md': ROOF, ...files });
  const dossier = await createDossier({ dataDir, knowledge, ...options });
  await dossier.complete;
  return {
    dossier,
    write: (id, text) => writeFile(path.join(dataDir, 'articles', `${id}.md`), text),
    remove: (id) => rm(path.join(dataDir, 'articles', `${id}.md`)),
    async first(question) {
      const answer = await dossier.ask(question);
      return answer.status === 'answered' ? answer.passages[0]?.passage.text : undefined;
    },
  };
}

describe('a dossier', () => {
  it('answers from the articles of its folder', async () => {
    const { first, dossier } = await open();
    expect(await first('what hid the harbour')).toBe('Thick fog hid the harbour.');
    expect(dossier.corpus.articles).toHaveLength(2);
    expect(dossier.indexedAt).toBeInstanceOf(Date);
  });

  it('answers without an encoder, and by itself reads what it needs to know', async () => {
    const { language } = knowledge;
    const lone = await open({ knowledge: { language, encoder: undefined, reranker: undefined } });
    expect(await lone.first('what hid the harbour')).toBe('Thick fog hid the harbour.');
    const dataDir = await dataFolder({ 'articles/fog.md': FOG });
    await expect(createDossier({ dataDir })).resolves.toHaveProperty('corpus');
  });

  it.each([
    ['no event', { 'event.yaml': '' }],
    ['no usable article', { 'articles/fog.md': 'no front matter', 'articles/roof.md': '' }],
  ])('is refused for a folder with %s', async (_, files) => {
    await expect(open({}, files)).rejects.toThrow(CorpusError);
  });

  it('answers anything that can be typed', async () => {
    const { dossier } = await open();
    for (const question of [
      '',
      '😀',
      '\ud83d',
      'f'.repeat(6000),
      'fog '.repeat(1500),
      '@everyone <@1> `x`',
      'туман?',
    ]) {
      await expect(dossier.ask(question)).resolves.toMatchObject({ question });
    }
    await fc.assert(
      fc.asyncProperty(anyText, async (question) => {
        const answer = await dossier.ask(question);
        expect(answer.question).toBe(question);
        if (answer.status === 'unanswered') return;
        expect(answer.passages.length).toBeGreaterThan(0);
        for (const { score } of answer.passages) expect(score).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('explains a question in as many parts as it has', async () => {
    const { dossier } = await open();
    const { parts } = await dossier.explain('what hid the harbour, and what fell in?');
    expect(parts.map(({ question }) => question)).toEqual(['what hid the harbour', 'what fell in']);
    expect((await dossier.explain('?!')).parts).toEqual([]);
  });

  it('answers on a topic and names the publishers that speak of it', async () => {
    const { dossier } = await open();
    const topic = { name: 'roof', description: 'The roof', evidence: ['roof'] };
    expect(await dossier.about(topic)).toMatchObject({ status: 'answered', question: '/roof' });
    expect(await dossier.publishersOn(topic)).toEqual(['Radio Havn']);
  });
});

describe('reloading', () => {
  it('serves what was changed, and says what changed', async () => {
    const { dossier, write, remove, first } = await open();
    const before = dossier.indexedAt;
    await write(
      'fog',
      articleText({ title: 'Fog' }, 'Thin mist hid the harbour.\n\nThe pilot saw nothing.\n'),
    );
    await write('crane', articleText({ title: 'Crane' }, 'A crane toppled.\n'));
    await remove('roof');
    const report = await dossier.reload();
    expect(report.articles).toEqual({ added: 1, changed: 1, removed: 1 });
    expect(report.passages).toEqual({ added: 1, changed: 1, removed: 1 });
    expect(report.corpus).toBe(dossier.corpus);
    expect(report.milliseconds).toBeGreaterThan(0);
    expect(dossier.indexedAt.getTime()).toBeGreaterThanOrEqual(before.getTime());
    expect(await first('what hid the harbour')).toBe('Thin mist hid the harbour.');
    expect(await first('which crane toppled')).toBe('A crane toppled.');
  });

  it('says that nothing changed where nothing did', async () => {
    const { dossier } = await open();
    const none = { added: 0, changed: 0, removed: 0 };
    expect(await dossier.reload()).toMatchObject({ articles: none, passages: none });
  });

  it('counts an article whose heading data alone changed', async () => {
    const { dossier, write } = await open();
    await write('fog', FOG.replace('title: Fog', 'title: Dense fog'));
    const report = await dossier.reload();
    expect(report.articles.changed).toBe(1);
    expect(report.passages.changed).toBe(0);
  });

  it('lets the old index answer, whole, until the new one is whole', async () => {
    const { dossier, write, first } = await open();
    const old = dossier.corpus;
    await write('fog', articleText({ title: 'Fog' }, 'Thin mist hid the harbour.\n'));
    const during: Promise<string | undefined>[] = [];
    await dossier.reload(() => {
      expect(dossier.corpus).toBe(old);
      during.push(first('what hid the harbour'));
    });
    expect(during.length).toBeGreaterThan(0);
    expect(await Promise.all(during)).toEqual(during.map(() => 'Thick fog hid the harbour.'));
  });

  it('tells how far it has come, up to all passages that are indexed', async () => {
    const withdrawn = articleText({ title: 'Hoax', retracted: 'a hoax' }, 'Pirates did it.\n');
    const { dossier } = await open({}, { 'articles/hoax.md': withdrawn });
    const seen: Progress[] = [];
    await dossier.reload((progress) => seen.push(progress));
    expect(seen.at(-1)).toEqual({ done: 3, total: 3 });
  });

  it('refuses a second reload while one is under way, and takes a later one', async () => {
    const { dossier } = await open();
    const first = dossier.reload();
    await expect(dossier.reload()).rejects.toThrow(UserError);
    await first;
    await expect(dossier.reload()).resolves.toBeDefined();
  });

  it('keeps the old index where the folder cannot be used, and takes it once it is mended', async () => {
    const { dossier, write, remove, first } = await open();
    const old = dossier.corpus;
    await remove('roof');
    await write('fog', 'no front matter\n');
    const reload = dossier.reload();
    await expect(reload).rejects.toThrow(UserError);
    await expect(reload).rejects.toThrow('articles/fog.md:1');
    expect(dossier.corpus).toBe(old);
    expect(await first('what fell in')).toBe('The roof of the cannery fell in.');
    await write('fog', FOG);
    expect((await dossier.reload()).articles.removed).toBe(1);
  });

  it('keeps the old index where the new corpus is not approved', async () => {
    const approved: number[] = [];
    const { dossier, write } = await open({
      approve: ({ articles }) => {
        approved.push(articles.length);
        if (articles.length > 2) throw new UserError('too many');
      },
    });
    const old = dossier.corpus;
    await write('crane', articleText({ title: 'Crane' }, 'A crane toppled.\n'));
    await expect(dossier.reload()).rejects.toThrow('too many');
    expect(approved).toEqual([2, 3]);
    expect(dossier.corpus).toBe(old);
  });

  it('waits for what is to follow a reload', async () => {
    const followed: number[] = [];
    const { dossier, write } = await open({
      afterReload: async () => {
        followed.push(dossier.corpus.articles.length);
      },
    });
    await write('crane', articleText({ title: 'Crane' }, 'A crane toppled.\n'));
    await dossier.reload();
    expect(followed).toEqual([3]);
  });
});
