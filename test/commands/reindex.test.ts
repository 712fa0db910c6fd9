import { describe, expect, it } from 'vitest';
import reindex from '../../commands/reindex.ts';
import { toPlainText } from '../../src/command/rich-text.ts';
import { createCorpus } from '../../src/corpus/corpus.ts';
import { warningAt } from '../../src/corpus/problem.ts';
import { fakeDossier } from '../command/fake-dossier.ts';
import { contextOf, fireCorpus } from '../command/newsroom.ts';
import { registry, textOf } from './desk.ts';

describe('/reindex', () => {
  const change = (added: number, changed: number, removed: number) => ({ added, changed, removed });

  it('shows progress, and then what changed, how long it took and every problem', async () => {
    const { articles, event } = await fireCorpus();
    const problems = Array.from({ length: 50 }, (_, i) => warningAt(`articles/a-${i}.md`, 3, 'w'.repeat(60)));
    const error = { ...warningAt('articles/z.md', 4, 'is bad'), severity: 'error' as const };
    const corpus = createCorpus(event, articles, [...problems, error]);
    const shown: string[] = [];
    const context = contextOf(corpus, registry, {
      progress: async (text) => void shown.push(toPlainText(text)),
      dossier: fakeDossier(corpus, {
        async reload(onProgress) {
          onProgress?.({ done: 500, total: 1234 });
          return { articles: change(1, 0, 2), passages: change(1200, 3, 0), milliseconds: 1530, corpus };
        },
      }),
    });
    const reply = await reindex.run({}, context);
    expect(shown).toEqual(['Reading the articles …', 'Indexing: 500 of 1,234 passages …']);
    expect(reply.visibility).toBe('private');
    const text = textOf(reply);
    expect(text).toContain('It took 1.5 s.');
    expect(text).toContain('Articles: 1 added, 2 removed\nPassages: 1200 added, 3 changed');
    expect(text).toContain('1 error, left out\n• articles/z.md:4: is bad');
    expect(text).toContain('50 warnings\n• articles/a-0.md:3: ');
    expect(text).toMatch(/and \d+ more; `npm run check` lists all\./);
    expect(text.length).toBeLessThan(4000);
  });

  it('says so where nothing changed', async () => {
    const corpus = await fireCorpus();
    const none = change(0, 0, 0);
    const dossier = fakeDossier(corpus, {
      reload: async () => ({ articles: none, passages: none, milliseconds: 12, corpus }),
    });
    expect(textOf(await reindex.run({}, contextOf(corpus, registry, { dossier })))).toContain(
      'What changed\nNothing.',
    );
  });

  it('is for admins and known to be slow', () => {
    expect(reindex).toMatchObject({ access: 'admin', slow: true });
  });
});
