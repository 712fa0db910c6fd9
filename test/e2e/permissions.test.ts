import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EVENT } from './newsroom.ts';
import { messageOf, openStage, readable, type Stage } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function reindex(): Promise<string> {
  const outcome = await stage.admin.slash(stage.general, 'reindex');
  expect(outcome).toMatchObject({ deferred: true, ephemeral: true });
  const done = await stage.settled(
    outcome,
    (message) => !/^(?:Reading|Indexing)/.test(message.content) && readable(message) !== '',
  );
  return readable(done);
}

describe('/reindex', () => {
  it('is hidden from members, and shown to admins', () => {
    const names = (who: { id: string }) =>
      stage.discord.commandsFor(who, stage.general).map(({ name }) => name);
    expect(names(stage.discord.people.member)).not.toContain('reindex');
    expect(names(stage.discord.people.admin)).toContain('reindex');
  });

  it('defers and says what changed, with every problem', async () => {
    await stage.newsroom.write(
      'articles/times-new.md',
      '---\ntitle: New\npublisher: The Times of Sorrel\npublished: 2031-03-16\n---\n\nA violet balloon was found.\n',
    );
    await stage.newsroom.write(
      'articles/broken.md',
      '---\ntitle: Broken\npublished: 2031-02-30\n---\n\nText.\n',
    );
    const report = await reindex();
    expect(report).toContain('1 added');
    expect(report).toMatch(/articles\/broken\.md:\d+: /);
    const found = messageOf(await stage.member.slash(stage.general, 'ask', { question: 'violet balloon' }));
    expect(readable(found)).toContain('A violet balloon was found.');
    await stage.newsroom.remove('articles/broken.md');
  });

  it('leaves the old index serving where the folder cannot be used', async () => {
    await stage.newsroom.write('event.yaml', 'title: [');
    expect(await reindex()).toContain('event.yaml');
    const answer = messageOf(await stage.member.slash(stage.general, 'ask', { question: 'who was killed' }));
    expect(readable(answer)).toContain('were killed');
    await stage.newsroom.write('event.yaml', EVENT);
  });

  it('registers a topic that is new, and shows the new title', async () => {
    const topics = `topics:
  - name: cement
    description: The lorry and its load
    evidence: [cement, lorry]
    examples: [what did the lorry carry]
`;
    await stage.newsroom.write('event.yaml', EVENT.replace('Sorrel Quay bridge', 'old bridge') + topics);
    await reindex();
    const message = messageOf(await stage.member.slash(stage.general, 'cement'));
    expect(readable(message)).toContain('The lorry had been carrying cement');
    await stage.discord.until(() => stage.discord.presence()?.activities[0]?.state?.includes('old bridge'));
  });

  it('keeps the old commands where a new topic cannot be one', async () => {
    const topics = 'topics:\n  - name: ask\n    description: Taken\n    evidence: [cement]\n';
    await stage.newsroom.write('event.yaml', EVENT + topics);
    expect(await reindex()).toMatch(/event\.yaml:\d+: /);
    expect(stage.app.registry().find('cement')).toBeDefined();
    await stage.newsroom.write('event.yaml', EVENT);
  });

  it('says so where one runs already', async () => {
    const both = await Promise.all([reindex(), reindex()]);
    expect(both.filter((text) => text.includes('being read already'))).toHaveLength(1);
  });
});

describe('the right to reindex', () => {
  it('is checked in the handler, for whomever Discord lets through', async () => {
    const open = await openStage({ policy: { adminRoleIds: [], adminUserIds: ['123456789012345678'] } });
    try {
      const before = open.app.dossier.indexedAt;
      const outcome = await open.member.slash(open.general, 'reindex');
      const done = await open.settled(outcome, (message) => message.content !== '');
      expect(outcome.ephemeral).toBe(true);
      expect(readable(done)).toContain('for admins');
      expect(open.app.dossier.indexedAt).toBe(before);
    } finally {
      await open.close();
    }
  });
});

describe('without Embed Links in a channel', () => {
  it('answers a mention and a command in plain text, within 2,000 characters', async () => {
    stage.discord.setPermissions(stage.general, 'bot', { deny: ['EmbedLinks'] });
    const me = `<@${stage.discord.bot.id}>`;
    const asked = stage.member.say(stage.general, `${me} how many were injured`);
    const reply = await stage.replyTo(asked);
    expect(reply.embeds).toEqual([]);
    expect(reply.content.split('\n')[0]).toBe('**how many were injured**');
    expect(reply.content).toContain('](<https://gazette.example/toll-rises#:~:text=');
    expect(reply.content).toMatch(/^As of 1[45] March 2031/m);
    expect(reply.content.length).toBeLessThanOrEqual(2000);
    const command = messageOf(await stage.member.slash(stage.general, 'help'));
    expect(command.embeds).toEqual([]);
    expect(command.content).toContain('I answer questions');
    stage.discord.setPermissions(stage.general, 'bot', {});
  });
});

describe('where the bot may not write', () => {
  it('logs it and goes on', async () => {
    stage.discord.setPermissions(stage.general, 'bot', { deny: ['SendMessages'] });
    stage.member.say(stage.general, `<@${stage.discord.bot.id}> who was killed`);
    await stage.discord.until(() => stage.log.some((line) => line.includes('Missing Permissions')));
    stage.discord.setPermissions(stage.general, 'bot', {});
    expect((await stage.member.slash(stage.general, 'help')).failure).toBeNull();
  });

  it('answers without a reply where it may not read the history', async () => {
    stage.discord.setPermissions(stage.general, 'bot', { deny: ['ReadMessageHistory'] });
    const asked = stage.member.say(stage.general, `<@${stage.discord.bot.id}> violet lorry cement`);
    const shown = await stage.discord.until(() =>
      stage.discord
        .messages(stage.general)
        .find(
          ({ message }) =>
            message.author.id === stage.discord.bot.id && BigInt(message.id) > BigInt(asked.id),
        ),
    );
    expect(shown.message.message_reference).toBeUndefined();
    stage.discord.setPermissions(stage.general, 'bot', {});
  });
});
