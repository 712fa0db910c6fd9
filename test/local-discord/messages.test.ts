import { GatewayIntentBits, type Message, type MessageMentionOptions } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { call, openStage, USUAL_INTENTS } from './stage.ts';

/** A stage whose bot notes the messages of people that it gets. */
async function listening(messageContent = false) {
  const heard: Message[] = [];
  const stage = await openStage(
    { message: (message) => void (message.author.bot || heard.push(message)) },
    messageContent ? { world: { privilegedIntents: ['MessageContent'] } } : {},
    messageContent ? { intents: [...USUAL_INTENTS, GatewayIntentBits.MessageContent] } : {},
  );
  const next = (count: number) => expect.poll(() => heard.length).toBe(count);
  return { ...stage, heard, next };
}

describe('without Message Content', () => {
  it('hides the text of a message that does not mention the bot', async () => {
    const { discord, member, general, heard, next } = await listening();
    member.say(general, 'nothing for you');
    member.say(general, `for you <@${discord.bot.id}>`);
    await next(2);
    expect(heard.map((message) => message.content)).toEqual(['', `for you <@${discord.bot.id}>`]);
    expect(heard[1]?.mentions.has(discord.bot.id)).toBe(true);
  });

  it('hides the text of a reply to the bot, although the reply pings it', async () => {
    const { client, discord, member, general, heard, next } = await listening();
    const channel = await client.channels.fetch(general);
    const sent = channel?.isSendable() ? await channel.send('ask me') : null;
    member.say(general, 'and how many?', { replyTo: sent?.id ?? '' });
    await next(1);
    expect(heard[0]?.content).toBe('');
    expect(heard[0]?.mentions.repliedUser?.id).toBe(discord.bot.id);
    expect((await heard[0]?.fetchReference())?.content).toBe('ask me');
  });

  it('hides the message that a mention replies to, in the event and when it is fetched', async () => {
    const { discord, member, general, heard, next } = await listening();
    const original = member.say(general, 'somebody said 12 were hurt');
    member.say(general, `is that so <@${discord.bot.id}>`, { replyTo: original.id });
    await next(2);
    const fetched = await call(discord, 'GET', `/channels/${general}/messages/${original.id}`);
    const listed = await call(discord, 'GET', `/channels/${general}/messages?limit=2`);
    expect(heard[1]?.content).toContain('is that so');
    expect(fetched.json).toMatchObject({ id: original.id, content: '' });
    expect(listed.json).toMatchObject([
      { referenced_message: { id: original.id, content: '' } },
      { content: '' },
    ]);
  });

  it('still gives the text of direct messages', async () => {
    const { member, heard, next } = await listening();
    member.directMessage('how many were injured');
    await next(1);
    expect(heard[0]).toMatchObject({ content: 'how many were injured', guildId: null });
    expect(heard[0]?.channel.isDMBased()).toBe(true);
  });
});

describe('with Message Content', () => {
  it('gives every text', async () => {
    const { member, general, heard, next } = await listening(true);
    member.say(general, 'nothing for you');
    await next(1);
    expect(heard[0]?.content).toBe('nothing for you');
  });
});

describe('messages of people', () => {
  it('are edited and deleted by their authors, and deleted by moderators', async () => {
    const { discord, member, general } = await openStage();
    const { id } = member.say(general, 'frist');
    expect(member.edit(id, 'first')).toMatchObject({
      content: 'first',
      edited_timestamp: expect.any(String),
    });
    const other = discord.as(discord.people.secondMember);
    expect(() => other.edit(id, 'mine')).toThrow('another user');
    expect(() => other.delete(id)).toThrow('Missing Permissions');
    discord.as(discord.people.moderator).delete(id);
    expect(discord.messages(general)).toEqual([]);
  });

  it('mention everyone and roles only as far as their authors may', async () => {
    const { discord, member, general } = await openStage();
    const text = `@everyone <@&${discord.roles.moderators}> <@&${discord.roles.admins}> <@${discord.people.admin.id}>`;
    expect(member.say(general, text)).toMatchObject({
      mention_everyone: false,
      mention_roles: [discord.roles.moderators],
      mentions: [{ id: discord.people.admin.id }],
    });
    expect(discord.as(discord.people.admin).say(general, text)).toMatchObject({
      mention_everyone: true,
      mention_roles: [discord.roles.moderators, discord.roles.admins],
    });
  });

  it('stay out of channels that their authors do not see', async () => {
    const { discord, member } = await openStage();
    const { adminsOnly } = discord.channels;
    expect(() => member.say(adminsOnly, 'hello')).toThrow('Missing Access');
    expect(() => member.messages(adminsOnly)).toThrow('Missing Access');
    expect(discord.as(discord.people.admin).channels()).toContain(adminsOnly);
    expect(member.channels()).not.toContain(adminsOnly);
  });
});

describe('messages of the bot', () => {
  it('ping nobody but whom they are allowed to', async () => {
    const { client, discord, general } = await openStage();
    const { member, admin } = discord.people;
    const channel = await client.channels.fetch(general);
    if (!channel?.isSendable()) throw new Error('The channel takes no messages.');
    const content = `@everyone <@${member.id}> <@${admin.id}> <@&${discord.roles.moderators}>`;
    const pings = async (more: { allowedMentions?: MessageMentionOptions } = {}) => {
      const { id } = await channel.send({ content, ...more });
      const shown = discord.messages(general).find(({ message }) => message.id === id)?.message;
      return {
        users: shown?.mentions.map((user) => user.id),
        roles: shown?.mention_roles,
        everyone: shown?.mention_everyone,
      };
    };
    const none = { users: [], roles: [], everyone: false };
    const { moderators } = discord.roles;
    expect(await pings()).toEqual({ users: [member.id, admin.id], roles: [moderators], everyone: false });
    expect(await pings({ allowedMentions: { parse: [] } })).toEqual(none);
    expect(await pings({ allowedMentions: { users: [admin.id] } })).toEqual({ ...none, users: [admin.id] });
    discord.setPermissions(general, 'bot', { allow: ['MentionEveryone'] });
    expect((await pings()).everyone).toBe(true);
  });

  it('reply with or without a ping', async () => {
    const { discord, member, general } = await openStage();
    const { id } = member.say(general, 'hello');
    const reply = (more: object) =>
      call(discord, 'POST', `/channels/${general}/messages`, {
        content: 'hi',
        message_reference: { message_id: id },
        ...more,
      });
    const pinging = await reply({});
    expect(pinging.json).toMatchObject({
      type: 19,
      mentions: [{ id: member.user.id }],
      referenced_message: { id },
    });
    const quiet = await reply({ allowed_mentions: { parse: [], replied_user: false } });
    expect(quiet.json).toMatchObject({ mentions: [], message_reference: { message_id: id } });
    const lost = { message_reference: { message_id: '1' } };
    expect((await reply(lost)).json).toMatchObject({ code: 50035 });
    const gone = { message_reference: { message_id: '1', fail_if_not_exists: false } };
    expect((await reply(gone)).json).toMatchObject({ type: 0 });
  });

  it('go out directly, where the person is no bot', async () => {
    const { client, discord, member } = await openStage();
    const user = await client.users.fetch(member.user.id);
    await user.send('hello');
    expect(member.messages(member.directChannel())).toMatchObject([{ message: { content: 'hello' } }]);
    const bot = await call(discord, 'POST', '/users/@me/channels', {
      recipient_id: discord.people.otherBot.id,
    });
    expect(bot.json).toMatchObject({ code: 50007 });
  });

  it('carry files', async () => {
    const { client, discord, general } = await openStage();
    const channel = await client.channels.fetch(general);
    if (!channel?.isSendable()) throw new Error('The channel takes no messages.');
    const { attachments } = await channel.send({
      files: [{ attachment: Buffer.from('a,b'), name: 'list.csv' }],
    });
    const file = attachments.first();
    expect(file).toMatchObject({ name: 'list.csv', size: 3 });
    expect(await (await fetch(file?.url ?? '')).text()).toBe('a,b');
    expect(discord.messages(general)[0]?.message.attachments).toHaveLength(1);
  });

  it('show that the bot is typing', async () => {
    const { client, discord, general } = await openStage();
    const typing = new Promise((resolve) => discord.on('typing', resolve));
    const channel = await client.channels.fetch(general);
    if (channel?.isSendable()) await channel.sendTyping();
    expect(await typing).toEqual({ channelId: general, userId: discord.bot.id });
  });
});

describe('permissions of the bot', () => {
  it('decide what it may do in a channel', async () => {
    const { discord, member, general } = await openStage();
    const { id } = member.say(general, 'hello');
    const send = (body: object) => call(discord, 'POST', `/channels/${general}/messages`, body);
    const remove = () => call(discord, 'DELETE', `/channels/${general}/messages/${id}`);
    expect(await remove()).toMatchObject({
      status: 403,
      json: { code: 50013, message: 'Missing Permissions' },
    });

    discord.setPermissions(general, 'bot', { deny: ['SendMessages'] });
    expect(await send({ content: 'x' })).toMatchObject({ status: 403, json: { code: 50013 } });

    discord.setPermissions(general, 'bot', { deny: ['ViewChannel'] });
    expect(await send({ content: 'x' })).toMatchObject({
      status: 403,
      json: { code: 50001, message: 'Missing Access' },
    });
    expect(await call(discord, 'GET', `/channels/${general}`)).toMatchObject({
      status: 403,
      json: { code: 50001 },
    });

    discord.setPermissions(general, 'bot', { allow: ['ManageMessages'] });
    expect((await remove()).status).toBe(204);
    expect((await call(discord, 'DELETE', `/channels/${general}/messages/${id}`)).json).toMatchObject({
      code: 10008,
    });
  });

  it('drop embeds without Embed Links, and refuse a message of nothing else', async () => {
    const { discord, general } = await openStage();
    discord.setPermissions(general, 'bot', { deny: ['EmbedLinks'] });
    const send = (body: object) => call(discord, 'POST', `/channels/${general}/messages`, body);
    const embeds = [{ description: 'x' }];
    expect((await send({ content: 'text', embeds })).json).toMatchObject({ content: 'text', embeds: [] });
    expect(await send({ embeds })).toMatchObject({ status: 403, json: { code: 50013 } });
  });

  it('keep events of channels out of its sight', async () => {
    const { discord, heard, member, general, next } = await listening();
    discord.setPermissions(general, 'bot', { deny: ['ViewChannel'] });
    member.say(general, `<@${discord.bot.id}> unseen`);
    discord.setPermissions(general, 'bot', {});
    member.say(general, `<@${discord.bot.id}> seen`);
    await next(1);
    expect(heard[0]?.content).toContain(' seen');
  });
});
