import { describe, expect, it } from 'vitest';
import sources from '../../commands/sources.ts';
import { createCorpus, loadCorpus } from '../../src/corpus/corpus.ts';
import { warningAt } from '../../src/corpus/problem.ts';
import { UserError } from '../../src/user-error.ts';
import { contextOf, fireCorpus } from '../command/newsroom.ts';
import { articleText, dataFolder } from '../corpus/data-folder.ts';
import { documentOf, labels, newsroom, press, registry, textOf } from './desk.ts';

describe('/sources', () => {
  it('lists articles by publisher and date, with form, passages, corrections and retractions', async () => {
    const { run } = await newsroom();
    const reply = await run(sources);
    expect(documentOf(reply).sections.map(({ heading }) => heading)).toEqual([
      'Fjord Post',
      'Gazette',
      'Radio Havn',
    ]);
    const text = textOf(reply);
    expect(text).toContain(
      '3 articles by 2 publishers, with 15 passages. 1 article retracted and not quoted.',
    );
    expect(text).toContain(
      '• Cannery burns (https://example.org/post-1) · 2 May 2041 · full text · 12 passages · post-1',
    );
    expect(text).toContain(
      '• Roof gone · 3 May 2041 · summary · 1 passage · post-2\n   corrects “Cannery burns” of 2 May 2041',
    );
    expect(text).toContain('• Old news · 2 May 2041 · retracted (it was invented); not quoted');
    expect(text).not.toContain('problem');
  });

  it('counts problems', async () => {
    const { articles, event } = await fireCorpus();
    const corpus = createCorpus(event, articles, [warningAt('event.yaml', 2, 'x')]);
    const reply = await sources.run({}, contextOf(corpus, registry));
    expect(textOf(reply)).toContain('The data folder has 1 warning; an admin sees them with /reindex.');
  });

  it('turns pages', async () => {
    const files = Array.from({ length: 20 }, (_, i) => [
      `articles/a-${i}.md`,
      articleText({ title: `Title ${i}` }),
    ]);
    const context = contextOf(await loadCorpus(await dataFolder(Object.fromEntries(files))), registry);
    const first = await sources.run({}, context);
    expect(documentOf(first).footer).toBe('Page 1 of 3');
    const third = await press(await press(first, 'Next', context), 'Next', context);
    expect(documentOf(third).footer).toBe('Page 3 of 3');
    expect(labels(third)).toEqual(['Previous']);
    expect(await sources.act?.('99', context)).toEqual(third);
    await expect(async () => sources.act?.('x', context)).rejects.toThrow(UserError);
  });
});
