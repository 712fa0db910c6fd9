import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonOf, componentsOf, messageOf, openStage, readable, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const slash = async (name: string, options: Record<string, string> = {}) =>
  stage.member.slash(stage.general, name, options);

describe('a slash command', () => {
  it('answers a question by its first response, at once and in public', async () => {
    const outcome = await slash('ask', { question: 'how many people were injured' });
    expect(outcome).toMatchObject({
      firstResponse: 'message',
      deferred: false,
      ephemeral: false,
      failure: null,
    });
    expect(outcome.answeredAfter).toBeLessThan(1500);
    const [head, ...passages] = messageOf(outcome).embeds;
    expect(head?.author?.name).toBe('how many people were injured');
    expect(head?.footer?.text).toMatch(/^As of 1[45] March 2031/);
    const publishers = passages.map((embed) => embed.author?.name.split(' · ')[0]);
    expect(publishers).toContain('Quay Gazette');
    expect(publishers).toContain('Harbour Courier');
  });

  it('links to the sentence of a full article, and to the article of a summary', async () => {
    const { embeds } = messageOf(await slash('ask', { question: 'how many people were injured' }));
    const full = embeds.find((embed) => embed.description?.includes('At least 12'));
    expect(full?.url).toBe(
      'https://gazette.example/bridge-falls?from=front#top:~:text=At%20least%2012%20people%20were%20injured%2C%20the%20ambulance%20service%20said.',
    );
    expect(full?.description).toMatch(/^> “.*”$/);
    expect(full?.footer?.text).toContain('Updated by Quay Gazette');
    const summary = embeds.find((embed) => embed.description?.includes('that about 15'));
    expect(summary?.url).toBe('https://courier.example/questions');
    expect(summary?.description).toContain('Summary of Harbour Courier’s report:');
  });

  it('quotes word for word', async () => {
    const passages = stage.app.dossier.corpus.articles.flatMap((article) => article.passages);
    const message = messageOf(await slash('ask', { question: 'who was killed' }));
    for (const { description = '' } of message.embeds.slice(1)) {
      const [, shown = ''] = /^(?:> “|\*Summary of .+? report:\* )(.+?)”?$/s.exec(description) ?? [];
      const text = shown.replaceAll('**', '').replace(/\\([^0-9A-Za-z\s])/g, '$1');
      expect(passages.some((passage) => passage.text.includes(text))).toBe(true);
    }
  });

  it('answers every command that is offered', async () => {
    const required: Record<string, Record<string, string>> = {
      ask: { question: 'who was killed' },
      article: { article: 'gazette-morning' },
      compare: { topic: 'casualties' },
    };
    const offered = stage.discord.commandsFor(stage.discord.people.member, stage.general);
    const names = offered.filter(({ type }) => type === 1).map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['ask', 'article', 'compare', 'help', 'sources', 'casualties']),
    );
    for (const name of names) {
      const outcome = await slash(name, required[name]);
      expect([name, outcome.failure]).toEqual([name, null]);
      expect(messageOf(outcome).embeds.length, name).toBeGreaterThan(0);
    }
  });

  it('never quotes a retracted article, and says why among the sources', async () => {
    expect(readable(messageOf(await slash('ask', { question: 'purple submarine' })))).not.toContain(
      'submarine.',
    );
    expect(
      readable(messageOf(await slash('ask', { question: 'how many people were killed' }))),
    ).not.toContain('Ninety');
    const sources = readable(messageOf(await slash('sources')));
    expect(sources).toContain('retracted');
    expect(sources).toContain('The paper could not confirm any of it.');
  });

  it('says that the articles do not say', async () => {
    const message = messageOf(await slash('ask', { question: 'what is the capital of France' }));
    expect(message.embeds).toHaveLength(1);
    expect(readable(message)).toContain('The articles do not say.');
  });

  it('makes the commands of the help clickable', async () => {
    const help = messageOf(await slash('help')).embeds[0]?.description ?? '';
    const ask = stage.discord
      .commandsFor(stage.discord.people.member, stage.general)
      .find(({ name }) => name === 'ask');
    expect(help).toContain(`</ask:${ask?.id}>`);
  });

  it('refuses a wrong option in private, in words', async () => {
    const outcome = await slash('ask', { question: 'who was killed', since: 'yesterday' });
    expect(outcome.ephemeral).toBe(true);
    expect(readable(messageOf(outcome))).toContain('YYYY-MM-DD');
  });
});

describe('autocomplete', () => {
  it('offers questions that have what is typed', async () => {
    const choices = await stage.member.autocomplete(stage.general, 'ask', 'question', 'how many');
    expect(choices.length).toBeGreaterThan(0);
    for (const { name } of choices) expect(name.toLowerCase()).toContain('how many');
  });

  it('offers publishers and articles', async () => {
    const publishers = await stage.member.autocomplete(stage.general, 'ask', 'publisher', 'har', {
      question: 'x',
    });
    expect(publishers).toEqual([{ name: 'Harbour Courier', value: 'Harbour Courier' }]);
    const articles = await stage.member.autocomplete(stage.general, 'article', 'article', 'toll');
    expect(articles.map(({ value }) => value)).toEqual(['gazette-evening']);
  });
});

describe('pages', () => {
  it('are turned in place, by anyone, with the question kept', async () => {
    const question = 'how many *people* were injured?';
    const first = messageOf(await slash('ask', { question }));
    expect(first.embeds[0]?.footer?.text).toContain('passages 1–5 of');
    const turned = await stage.other.press(first.id, buttonOf(first, 'Next'));
    expect(turned.firstResponse).toBe('update');
    const second = messageOf(turned);
    expect(second.id).toBe(first.id);
    expect(second.embeds[0]?.author?.name).toBe(question);
    expect(second.embeds[0]?.footer?.text).toContain('passages 6');
    const back = messageOf(await stage.member.press(second.id, buttonOf(second, 'Previous')));
    expect(back.embeds).toEqual(first.embeds);
  });

  it('read an article passage by passage', async () => {
    const first = messageOf(await slash('article', { article: 'gazette-evening' }));
    expect(readable(first)).toContain('Four people are now known');
    const second = messageOf(await stage.member.press(first.id, buttonOf(first, 'Next')));
    expect(readable(second)).toContain('has risen to 19');
  });

  it('refuse a button that the bot does not know, in private', async () => {
    const first = messageOf(await slash('ask', { question: 'how many people were injured' }));
    const next = componentsOf(first).find(({ label }) => label === 'Next');
    if (next === undefined) throw new Error('no next page');
    next.custom_id = '0x:from-long-ago';
    const outcome = await stage.member.press(first.id, '0x:from-long-ago');
    expect(outcome.ephemeral).toBe(true);
    expect(messageOf(outcome).content).toContain('I no longer know what this does');
  });
});

describe('the delete button', () => {
  const ask = async () => messageOf(await slash('ask', { question: 'who was killed' }));
  const isThere = (id: string) =>
    stage.discord.messages(stage.general).some(({ message }) => message.id === id);

  it('deletes for the one who asked', async () => {
    const message = await ask();
    await stage.member.press(message.id, buttonOf(message, 'Delete'));
    await stage.discord.until(() => !isThere(message.id));
  });

  it('deletes for a moderator', async () => {
    const message = await ask();
    await stage.moderator.press(message.id, buttonOf(message, 'Delete'));
    await stage.discord.until(() => !isThere(message.id));
  });

  it('refuses a stranger in private', async () => {
    const message = await ask();
    const outcome = await stage.other.press(message.id, buttonOf(message, 'Delete'));
    expect(outcome.ephemeral).toBe(true);
    expect(isThere(message.id)).toBe(true);
  });

  it('still belongs to the one who asked after another turned the page', async () => {
    const first = messageOf(await slash('ask', { question: 'how many people were injured' }));
    const second = messageOf(await stage.other.press(first.id, buttonOf(first, 'Next')));
    await stage.other.press(second.id, buttonOf(second, 'Delete'));
    expect(isThere(first.id)).toBe(true);
    await stage.member.press(second.id, buttonOf(second, 'Delete'));
    await stage.discord.until(() => !isThere(first.id));
  });
});
