import { type Interaction, MessageFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { type InteractionOutcome, ManualClock } from '../../src/local-discord/local-discord.ts';
import { openStage } from './stage.ts';

/** A stage whose clock stands still, with one command. The handler may keep the interaction to respond later. */
async function still(handler: (interaction: Interaction) => unknown) {
  const clock = new ManualClock();
  const stage = await openStage({ interaction: handler }, { clock });
  await stage.client.application.commands.set([
    {
      name: 'ask',
      description: 'x',
      options: [{ type: 3, name: 'q', description: 'x', autocomplete: true }],
    },
  ]);
  return { ...stage, clock };
}

/** Keeps the interactions that arrive. */
function keeping() {
  const kept: Interaction[] = [];
  const one = async () => {
    await expect.poll(() => kept.length).toBeGreaterThan(0);
    const first = kept[0];
    if (first?.isChatInputCommand() !== true) throw new Error('No slash command came.');
    return first;
  };
  return { keep: (interaction: Interaction) => void kept.push(interaction), one };
}

const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'no error',
    (error: { code?: unknown }) => error.code,
  );

describe('an interaction', () => {
  it('fails after three seconds without a response, and then takes none', async () => {
    const { keep, one } = keeping();
    const { clock, member, general } = await still(keep);
    const asked = member.slash(general, 'ask');
    const interaction = await one();
    clock.advance(3_000);
    expect(await asked).toMatchObject({
      status: 'failed',
      failure: 'The application did not respond',
      acknowledgedAfter: null,
    });
    expect(await code(interaction.reply('too late'))).toBe(10062);
    expect(await code(interaction.webhook.send('too late'))).toBe(10015);
  });

  it('takes a response in the last millisecond', async () => {
    const { keep, one } = keeping();
    const { clock, member, general } = await still(keep);
    const asked = member.slash(general, 'ask');
    const interaction = await one();
    clock.advance(2_999);
    await interaction.reply('just in time');
    expect(await asked).toMatchObject({ status: 'answered', acknowledgedAfter: 2_999, answeredAfter: 2_999 });
  });

  it('is acknowledged but once', async () => {
    const { keep, one } = keeping();
    const { client, member, general } = await still(keep);
    const asked = member.slash(general, 'ask');
    const interaction = await one();
    await interaction.reply('once');
    await asked;
    const again = client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
      body: { type: 4, data: { content: 'twice' } },
      auth: false,
    });
    expect(await code(again)).toBe(40060);
  });

  it('is acknowledged but once, even by two responses at the same time', async () => {
    const { keep, one } = keeping();
    const { client, member, general, discord } = await still(keep);
    const asked = member.slash(general, 'ask');
    const { id, token } = await one();
    const respond = (content: string) =>
      fetch(`${discord.apiUrl}/v10/interactions/${id}/${token}/callback`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ type: 4, data: { content } }),
      });
    const statuses = (await Promise.all(['a', 'b', 'c'].map(respond))).map((response) => response.status);
    expect(statuses.sort()).toEqual([204, 400, 400]);
    await asked;
    expect(discord.messages(general)).toHaveLength(1);
    expect(client.isReady()).toBe(true);
  });

  it('may be edited for fifteen minutes', async () => {
    const { keep, one } = keeping();
    const { clock, member, general } = await still(keep);
    const asked = member.slash(general, 'ask');
    const interaction = await one();
    await interaction.deferReply();
    clock.advance(15 * 60_000 - 1);
    await interaction.editReply('at last');
    expect(await asked).toMatchObject({ status: 'answered', answeredAfter: 15 * 60_000 - 1 });
    clock.advance(1);
    expect(await code(interaction.editReply('too late'))).toBe(50027);
  });

  it('that is deferred and never answered fails in the end', async () => {
    const { keep, one } = keeping();
    const { clock, member, general } = await still(keep);
    const asked = member.slash(general, 'ask');
    await (await one()).deferReply();
    clock.advance(15 * 60_000);
    expect(await asked).toMatchObject({ status: 'failed', deferred: true });
  });

  it('that is deferred becomes answered by a follow-up, which takes the response’s place', async () => {
    const { keep, one } = keeping();
    const { member, general, discord } = await still(keep);
    const asked = member.slash(general, 'ask');
    const interaction = await one();
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.followUp('the answer');
    expect(await asked).toMatchObject({ message: { content: 'the answer' }, ephemeral: true, followUps: [] });
    expect(discord.messages(general)).toHaveLength(1);
  });

  it('that the bot answers by deleting shows nothing', async () => {
    const { keep, one } = keeping();
    const { member, general, discord } = await still(keep);
    const asked = member.slash(general, 'ask');
    const interaction = await one();
    await interaction.deferReply();
    await interaction.deleteReply();
    expect(await asked).toMatchObject({ status: 'answered', message: null });
    expect(discord.messages(general)).toEqual([]);
    expect(await code(interaction.fetchReply())).toBe(10008);
  });

  it('tells each step to whoever listens', async () => {
    const { discord, member, general } = await still((it) => it.isRepliable() && it.reply('hi'));
    const steps: string[] = [];
    discord.on('interaction', ({ change }) => void steps.push(change));
    await member.slash(general, 'ask');
    expect(steps).toEqual(['created', 'acknowledged', 'answered']);
  });

  it('refuses a response of the wrong kind and leaves the interaction open', async () => {
    const { keep, one } = keeping();
    const { client, member, general } = await still(keep);
    const asked = member.slash(general, 'ask');
    const interaction = await one();
    const path = `/interactions/${interaction.id}/${interaction.token}/callback` as const;
    const respond = (body: object) => client.rest.post(path, { body, auth: false });
    expect(await code(respond({ type: 7, data: { content: 'x' } }))).toBe(50035);
    expect(await code(respond({ type: 8, data: { choices: [] } }))).toBe(50035);
    expect(await code(respond({ type: 4, data: {} }))).toBe(50006);
    expect(await code(respond({ data: {} }))).toBe(50035);
    await respond({ type: 4, data: { content: 'right' } });
    expect((await asked).message?.content).toBe('right');
  });

  it('for suggestions fails by itself where none come', async () => {
    const { clock, member, general } = await still(() => {});
    const typed = member.autocomplete(general, 'ask', 'q', 'x');
    await Promise.resolve();
    clock.advance(3_000);
    await expect(typed).rejects.toThrow('/ask q: Loading options failed.');
  });

  it('waits while the bot is away and reaches it when it resumes', async () => {
    const { discord, member, general } = await openStage({
      interaction: (it) => it.isRepliable() && it.reply('back'),
    }).then(async (stage) => {
      await stage.client.application.commands.set([{ name: 'ask', description: 'x' }]);
      return stage;
    });
    discord.dropConnection('close-resumable');
    const outcome: InteractionOutcome = await member.slash(general, 'ask');
    expect(outcome.message?.content).toBe('back');
  });

  it('in direct messages has no server', async () => {
    const { member } = await still(
      (it) =>
        it.isChatInputCommand() &&
        it.reply(`${it.guildId} ${it.context} ${it.inGuild()} ${it.user.username}`),
    );
    const outcome = await member.slash(member.directChannel(), 'ask');
    expect(outcome.message?.content).toBe('null 1 false mina');
  });
});
