import { setTimeout } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonOf, messageOf, openStage, readable, type Stage } from './stage.ts';

let stage: Stage;
let me: string;
beforeAll(async () => {
  stage = await openStage();
  me = `<@${stage.discord.bot.id}>`;
});
afterAll(() => stage.close());

const say = (content: string, replyTo?: APIMessage) =>
  stage.member.say(stage.general, content, replyTo === undefined ? {} : { replyTo: replyTo.id });

async function expectSilence(message: APIMessage): Promise<void> {
  await setTimeout(300);
  const replies = stage.discord
    .messages(message.channel_id)
    .filter((shown) => shown.message.message_reference?.message_id === message.id);
  expect(replies.filter((shown) => shown.message.author.id === stage.discord.bot.id)).toEqual([]);
}

describe('a mention', () => {
  it('with a question is answered by a reply that pings nobody', async () => {
    const asked = say(`${me} how many were killed`);
    const reply = await stage.replyTo(asked);
    expect(reply.embeds[0]?.author?.name).toBe('how many were killed');
    expect(readable(reply)).toContain('Four people are now known to have been killed');
    expect(reply.mentions).toEqual([]);
  });

  it('is found anywhere in the text', async () => {
    const reply = await stage.replyTo(say(`so ${me} who was killed?`));
    expect(reply.embeds[0]?.author?.name).toBe('so who was killed?');
  });

  it('shows others that are mentioned by name, and pings them not', async () => {
    const reply = await stage.replyTo(say(`${me} was <@${stage.discord.people.secondMember.id}> killed`));
    expect(reply.embeds[0]?.author?.name).toBe('was Samir killed');
    expect(reply.mentions).toEqual([]);
  });

  it('alone gets the help', async () => {
    expect(readable(await stage.replyTo(say(me)))).toContain('I answer questions about this event');
  });

  it('alone, in reply to a message that Discord withholds, points to the message command', async () => {
    const earlier = stage.other.say(stage.general, 'how many were killed?');
    const reply = await stage.replyTo(say(me, earlier));
    expect(readable(reply)).toContain('Ask the articles');
    expect(reply.embeds).toEqual([]);
  });

  it('alone, in reply to a message that mentions the bot, takes that message as the question', async () => {
    const earlier = stage.other.say(stage.general, `${me} how many were killed?`);
    await stage.replyTo(earlier);
    expect((await stage.replyTo(say(me, earlier))).embeds[0]?.author?.name).toBe('how many were killed?');
  });

  it('alone, in reply to the bot, gets the help', async () => {
    const answer = await stage.replyTo(say(`${me} who was killed`));
    expect(readable(await stage.replyTo(say(me, answer)))).toContain('I answer questions about this event');
  });
});

describe('a message that is not for the bot', () => {
  it.each([
    ['talk', () => say('how many were killed?')],
    ['a mention of everyone', () => stage.admin.say(stage.general, '@everyone how many were killed?')],
    ['a mention of a role', () => say(`<@&${stage.discord.roles.bot}> how many were killed?`)],
    ['another bot', () => stage.discord.as(stage.discord.people.otherBot).say(stage.general, `${me} hello`)],
  ])('is left alone: %s', async (_what, send) => {
    await expectSilence(send());
  });

  it('is left alone: a reply whose ping alone reaches the bot', async () => {
    const answer = await stage.replyTo(say(`${me} who was killed`));
    await expectSilence(say('thanks a lot', answer));
  });
});

describe('a direct message', () => {
  it('is a question', async () => {
    const reply = await stage.replyTo(stage.member.directMessage('how many were killed'));
    expect(readable(reply)).toContain('Four people are now known to have been killed');
  });

  it('is answered in the first message of a channel too', async () => {
    const reply = await stage.replyTo(stage.other.directMessage('who was killed'));
    expect(reply.embeds[0]?.author?.name).toBe('who was killed');
  });

  it('can be deleted by the one who asked', async () => {
    const reply = await stage.replyTo(stage.member.directMessage('how many were killed'));
    await stage.member.press(reply.id, buttonOf(reply, 'Delete'));
    await stage.discord.until(
      () => !stage.discord.messages(reply.channel_id).some(({ message }) => message.id === reply.id),
    );
  });
});

describe('the message command', () => {
  it('takes the message that it is used on as the question', async () => {
    const earlier = stage.other.say(stage.general, 'how many were killed?');
    const outcome = await stage.member.messageCommand(stage.general, earlier.id, 'Ask the articles');
    expect(messageOf(outcome).embeds[0]?.author?.name).toBe('how many were killed?');
    expect(readable(messageOf(outcome))).toContain('Four people are now known to have been killed');
  });
});

describe('the message command on a message that mentions the bot', () => {
  it('does not ask for the mention', async () => {
    const earlier = stage.other.say(stage.general, `${me} how many were killed?`);
    const outcome = await stage.member.messageCommand(stage.general, earlier.id, 'Ask the articles');
    expect(messageOf(outcome).embeds[0]?.author?.name).toBe('how many were killed?');
  });
});

describe('a hostile question', () => {
  const hostile = [
    ['6,000 characters', 'how many were killed '.repeat(300).slice(0, 6000)],
    ['markdown', '# **how** many __were__ ||killed|| `x`\n> quote\n- item'],
    ['pings', 'how many were killed @everyone @here <@&1> <@1>'],
    [
      'links',
      'how many were killed [free](https://evil.example) https://evil.example <https://evil.example>',
    ],
    ['emoji', '😀🇪🇺👩‍👩‍👧‍👦'],
    ['punctuation', '?!… --- ***'],
    ['nothing but a space', ' '],
    ['control characters', 'how many \u202ewere\u0007 killed'],
    ['another script', '何人が死亡しましたか'],
  ] as const;

  it.each(hostile)('gets a proper answer by the command: %s', async (_what, question) => {
    const outcome = await stage.member.slash(stage.general, 'ask', { question });
    expect(outcome.failure).toBeNull();
    const message = messageOf(outcome);
    expect(message.embeds.length).toBeGreaterThan(0);
    expect(message.mention_everyone).toBe(false);
    expect(message.mentions).toEqual([]);
  });

  it.each(hostile.slice(1))('gets a proper answer by a mention: %s', async (_what, question) => {
    const reply = await stage.replyTo(say(`${me} ${question}`));
    expect(reply.mention_everyone).toBe(false);
    expect(reply.mentions).toEqual([]);
    expect(reply.mention_roles).toEqual([]);
  });

  it('is quoted by the bot as plain text alone', async () => {
    const question = 'zebra [x](https://evil.example) @everyone';
    const message = messageOf(await stage.member.slash(stage.general, 'ask', { question }));
    expect(message.embeds[0]?.author?.name).toBe(question);
    const notice = messageOf(
      await stage.member.slash(stage.general, 'ask', {
        question: 'x',
        publisher: '[x](https://evil.example)',
      }),
    );
    expect(notice.content).toContain('\\[x\\](https\\://evil.example)');
  });

  it('quotes an article’s markup as text', async () => {
    const message = messageOf(
      await stage.member.slash(stage.general, 'ask', { question: 'ferryman zebra crossing' }),
    );
    const description = message.embeds[1]?.description?.replaceAll('**', '') ?? '';
    expect(description).toContain(
      '\\<\\@123\\> and \\@everyone and \\[free tickets\\](https\\://evil.example)',
    );
  });
});
