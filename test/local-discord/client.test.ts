import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  PermissionFlagsBits,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { openStage, type Stage } from './stage.ts';

async function withCommand(
  interaction: (it: Interaction) => unknown,
  options: object[] = [],
): Promise<Stage> {
  const stage = await openStage({ interaction });
  await stage.client.application.commands.set([
    { name: 'ask', description: 'Ask something', options } as never,
  ]);
  return stage;
}

describe('the real client', () => {
  it('logs in and sees the server, its channels and itself', async () => {
    const { client, discord } = await openStage();
    const guild = client.guilds.cache.get(discord.guild.id);
    expect(client.user.id).toBe(discord.bot.id);
    expect(guild?.channels.cache.map((channel) => channel.name)).toEqual(['general', 'admins-only']);
    expect(guild?.members.me?.permissions.has(PermissionFlagsBits.SendMessages)).toBe(true);
    expect((await client.application.fetch()).name).toBe(discord.application.name);
  });

  it('shows a presence', async () => {
    const { client, discord } = await openStage({}, {}, { presence: { status: 'idle' } });
    expect(discord.presence()).toMatchObject({ status: 'idle', activities: [] });
    client.user.setPresence({ activities: [{ name: '4 articles' }] });
    await discord.until(() => discord.presence()?.activities[0]?.name === '4 articles');
    await client.destroy();
    await discord.until(() => discord.presence() === null);
  });

  it('is asked for another member and fetches it', async () => {
    const { client, discord } = await openStage();
    const guild = await client.guilds.fetch(discord.guild.id);
    const admin = await guild.members.fetch(discord.people.admin.id);
    expect(admin.permissions.has(PermissionFlagsBits.ManageGuild)).toBe(true);
    const both = await guild.members.fetch({ user: [discord.people.member.id, discord.people.moderator.id] });
    expect(both.size).toBe(2);
  });
});

describe('a slash command', () => {
  it('is answered with a message that tells where it came from', async () => {
    const { member, general, discord } = await withCommand(
      (it) => it.isChatInputCommand() && it.reply(`You asked: ${it.options.getString('question', true)}`),
      [
        {
          type: ApplicationCommandOptionType.String,
          name: 'question',
          description: 'What to ask',
          required: true,
        },
      ],
    );
    const outcome = await member.slash(general, 'ask', { question: 'who?' });
    expect(outcome).toMatchObject({
      status: 'answered',
      firstResponse: 'message',
      ephemeral: false,
      failure: null,
    });
    expect(outcome.message).toMatchObject({
      content: 'You asked: who?',
      type: 20,
      author: { id: discord.bot.id },
      application_id: discord.application.id,
      interaction_metadata: { type: 2, user: { id: member.user.id } },
    });
    expect(outcome.acknowledgedAfter).toBeLessThan(1_000);
    expect(discord.messages(general)).toHaveLength(1);
  });

  it('carries who used it, where, and what both may do', async () => {
    let seen: object = {};
    const { discord, general } = await withCommand((it) => {
      if (!it.isChatInputCommand()) return;
      seen = {
        admin: it.memberPermissions?.has(PermissionFlagsBits.ManageGuild),
        embeds: it.appPermissions.has(PermissionFlagsBits.EmbedLinks),
        guild: it.guildId,
        channel: it.channel?.id,
        locale: it.locale,
        context: it.context,
        owner: it.authorizingIntegrationOwners.guildId,
      };
      return it.reply('ok');
    });
    discord.setPermissions(general, 'bot', { deny: ['EmbedLinks'] });
    await discord.as(discord.people.admin).slash(general, 'ask');
    expect(seen).toEqual({
      admin: true,
      embeds: false,
      guild: discord.guild.id,
      channel: general,
      locale: 'en-US',
      context: 0,
      owner: discord.guild.id,
    });
  });

  it('may be deferred and edited later, which keeps every state', async () => {
    const { member, general } = await withCommand(async (it) => {
      if (!it.isChatInputCommand()) return;
      await it.deferReply({ flags: MessageFlags.Ephemeral });
      await it.editReply('first');
      await it.editReply('second');
    });
    const outcome = await member.slash(general, 'ask');
    expect(outcome).toMatchObject({ status: 'answered', firstResponse: 'deferred message', ephemeral: true });
    await expect
      .poll(() => outcome.history.map((state) => state.message.content))
      .toEqual(['', 'first', 'second']);
    expect(outcome.history[0]?.message.flags).toBe(MessageFlags.Ephemeral | MessageFlags.Loading);
    expect(outcome.message?.flags).toBe(MessageFlags.Ephemeral);
  });

  it('is private to one person where the bot says so', async () => {
    const { member, general, discord } = await withCommand(
      (it) => it.isChatInputCommand() && it.reply({ content: 'secret', flags: MessageFlags.Ephemeral }),
    );
    const outcome = await member.slash(general, 'ask');
    expect(outcome.ephemeral).toBe(true);
    expect(discord.messages(general)).toMatchObject([{ visibleTo: member.user.id }]);
    expect(member.messages(general)).toHaveLength(1);
    const other = discord.as(discord.people.secondMember);
    expect(other.messages(general)).toHaveLength(0);
    expect(() => other.delete(outcome.message?.id ?? '')).toThrow('Unknown Message');
  });

  it('takes follow-ups, edits and deletions of them, and gives them to the client', async () => {
    const { member, general, discord } = await withCommand(async (it) => {
      if (!it.isChatInputCommand()) return;
      const response = await it.reply({ content: 'one', withResponse: true });
      expect(response.resource?.message?.content).toBe('one');
      const two = await it.followUp({ content: 'two', flags: MessageFlags.Ephemeral });
      const three = await it.followUp('three');
      await it.deleteReply(three);
      await it.editReply({ message: two, content: 'two, edited' });
      expect((await it.fetchReply()).content).toBe('one');
    });
    const outcome = await member.slash(general, 'ask');
    await discord.until(() => outcome.followUps.some((message) => message.content === 'two, edited'));
    expect(outcome.followUps).toMatchObject([
      { content: 'two, edited', message_reference: { message_id: outcome.message?.id } },
    ]);
  });

  it('suggests choices while an option is typed', async () => {
    const { member, general } = await withCommand(
      (it) =>
        it.isAutocomplete() &&
        it.respond([{ name: `${it.options.getFocused()}…`, value: it.options.getString('other') ?? 'none' }]),
      [
        {
          type: ApplicationCommandOptionType.String,
          name: 'article',
          description: 'Which',
          autocomplete: true,
        },
        { type: ApplicationCommandOptionType.String, name: 'other', description: 'Other' },
      ],
    );
    expect(await member.autocomplete(general, 'ask', 'article', 'bbc')).toEqual([
      { name: 'bbc…', value: 'none' },
    ]);
    expect(await member.autocomplete(general, 'ask', 'article', '', { other: 'x' })).toEqual([
      { name: '…', value: 'x' },
    ]);
  });

  it('resolves people, roles and channels that its options name', async () => {
    const { member, general, discord } = await withCommand(
      (it) =>
        it.isChatInputCommand() &&
        it.reply(
          [
            it.options.getUser('who')?.username,
            it.options.getRole('role')?.name,
            it.options.getChannel('where')?.id,
          ].join(),
        ),
      [
        { type: ApplicationCommandOptionType.User, name: 'who', description: 'x' },
        { type: ApplicationCommandOptionType.Role, name: 'role', description: 'x' },
        { type: ApplicationCommandOptionType.Channel, name: 'where', description: 'x' },
      ],
    );
    const options = { who: discord.people.admin.id, role: discord.roles.moderators, where: general };
    const outcome = await member.slash(general, 'ask', options);
    expect(outcome.message?.content).toBe(`ada,Moderators,${general}`);
  });

  it('reaches a subcommand', async () => {
    const { member, general } = await withCommand(
      (it) =>
        it.isChatInputCommand() && it.reply(`${it.options.getSubcommand()} ${it.options.getInteger('n')}`),
      [
        {
          type: ApplicationCommandOptionType.Subcommand,
          name: 'twice',
          description: 'x',
          options: [
            { type: ApplicationCommandOptionType.Integer, name: 'n', description: 'x', max_value: 5 },
          ],
        },
      ],
    );
    expect((await member.slash(general, 'ask twice', { n: 3 })).message?.content).toBe('twice 3');
    await expect(member.slash(general, 'ask twice', { n: 6 })).rejects.toThrow(
      '"n" takes -Infinity to 5, not 6',
    );
    await expect(member.slash(general, 'ask')).rejects.toThrow('needs a subcommand');
  });

  it('is refused where the client would not send it', async () => {
    const { member, general } = await withCommand(() => {}, [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'x',
        required: true,
        max_length: 5,
      },
    ]);
    await expect(member.slash(general, 'ask')).rejects.toThrow('requires the option "question"');
    await expect(member.slash(general, 'ask', { question: 'longer' })).rejects.toThrow('0 to 5 characters');
    await expect(member.slash(general, 'ask', { question: 'a', x: 1 })).rejects.toThrow('no option "x"');
    await expect(member.slash(general, 'nope')).rejects.toThrow(
      'not offered the command "nope" here. Offered: ask.',
    );
  });
});

describe('commands', () => {
  it('keep their ids when they are set again, and change their version only with their text', async () => {
    const { client } = await openStage();
    const set = async (description: string) => {
      const command = (await client.application.commands.set([{ name: 'ask', description }])).first();
      return { id: command?.id, version: command?.version };
    };
    const first = await set('one');
    expect(await set('one')).toEqual(first);
    const changed = await set('two');
    expect(changed.id).toBe(first.id);
    expect(changed.version).not.toBe(first.version);
  });

  it('look the same to the client when it fetches them as when it sent them', async () => {
    const { client } = await openStage();
    const data = {
      name: 'ask',
      description: 'Ask',
      integrationTypes: [0],
      contexts: [0, 1],
      options: [
        { type: 3 as const, name: 'q', description: 'x', required: true, maxLength: 200 },
        { type: 3 as const, name: 'p', description: 'y', autocomplete: true },
      ],
    };
    await client.application.commands.set([data]);
    const fetched = (await client.application.commands.fetch({ withLocalizations: true })).first();
    expect(fetched?.equals(data as never)).toBe(true);
  });

  it('can be made, edited and deleted one by one, and be the server’s own', async () => {
    const { client, discord, member, general } = await openStage();
    const made = await client.application.commands.create(
      { name: 'one', description: 'x' },
      discord.guild.id,
    );
    await client.application.commands.edit(made, { description: 'y' }, discord.guild.id);
    expect(discord.commandsFor(member.user, general)).toMatchObject([
      { name: 'one', description: 'y', guild_id: discord.guild.id },
    ]);
    await client.application.commands.delete(made, discord.guild.id);
    expect(discord.commandsFor(member.user, general)).toEqual([]);
  });

  it('are offered by place and by permission', async () => {
    const { client, discord, general } = await openStage();
    await client.application.commands.set([
      { name: 'everywhere', description: 'x' },
      { name: 'server', description: 'x', contexts: [0] },
      { name: 'admin', description: 'x', defaultMemberPermissions: PermissionFlagsBits.ManageGuild },
      { name: 'Ask the articles', type: ApplicationCommandType.Message },
    ]);
    const names = (who: string, where: string) =>
      discord.commandsFor(who, where).map((command) => command.name);
    const { member, admin } = discord.people;
    expect(names(member.id, general)).toEqual(['everywhere', 'server', 'Ask the articles']);
    expect(names(admin.id, general)).toContain('admin');
    const direct = discord.as(member).directChannel();
    expect(names(member.id, direct)).toEqual(['everywhere', 'admin', 'Ask the articles']);
    discord.setPermissions(general, 'everyone', { deny: ['UseApplicationCommands'] });
    expect(names(member.id, general)).toEqual([]);
  });
});

describe('components', () => {
  const row = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
  const button = (id: string) =>
    new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Primary);

  it('update the message that a button stands in', async () => {
    const { member, general } = await withCommand(async (it) => {
      if (it.isChatInputCommand()) await it.reply({ content: 'page 1', components: [row(button('next'))] });
      if (it.isButton())
        await it.update({ content: 'page 2', components: [row(button('next').setDisabled(true))] });
    });
    const { message } = await member.slash(general, 'ask');
    const pressed = await member.press(message?.id ?? '', 'next');
    expect(pressed).toMatchObject({
      firstResponse: 'update',
      status: 'answered',
      message: { id: message?.id, content: 'page 2' },
    });
    await expect(member.press(message?.id ?? '', 'next')).rejects.toThrow('"next" is disabled');
    await expect(member.press(message?.id ?? '', 'other')).rejects.toThrow('no component "other"');
  });

  it('answer with a new message, or update later', async () => {
    const { member, general } = await withCommand(async (it) => {
      if (it.isChatInputCommand())
        await it.reply({ content: 'start', components: [row(button('new'), button('later'))] });
      if (it.isButton() && it.customId === 'new') await it.reply('new one');
      if (it.isButton() && it.customId === 'later') {
        await it.deferUpdate();
        await it.editReply('changed');
      }
    });
    const { message } = await member.slash(general, 'ask');
    const first = await member.press(message?.id ?? '', 'new');
    expect(first.message).toMatchObject({
      content: 'new one',
      interaction_metadata: { interacted_message_id: message?.id },
    });
    const second = await member.press(message?.id ?? '', 'later');
    expect(second).toMatchObject({
      firstResponse: 'deferred update',
      message: { id: message?.id, content: 'changed' },
    });
  });

  it('bring the chosen values of a select', async () => {
    const { member, general } = await withCommand(async (it) => {
      const select = new StringSelectMenuBuilder()
        .setCustomId('publisher')
        .setMaxValues(2)
        .addOptions(['bbc', 'ap', 'irna'].map((value) => ({ label: value, value })));
      const components = [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(select)];
      if (it.isChatInputCommand()) await it.reply({ content: 'choose', components });
      if (it.isStringSelectMenu()) await it.update({ content: it.values.join(), components });
    });
    const { message } = await member.slash(general, 'ask');
    const id = message?.id ?? '';
    expect((await member.select(id, 'publisher', ['ap', 'bbc'])).message?.content).toBe('ap,bbc');
    await expect(member.select(id, 'publisher', ['x'])).rejects.toThrow('no option "x"');
    await expect(member.select(id, 'publisher', [])).rejects.toThrow('takes 1 to 2 values, not 0');
    await expect(member.press(id, 'publisher')).rejects.toThrow('cannot be used so');
  });

  it('open a modal, whose fields come back', async () => {
    const modal = new ModalBuilder()
      .setCustomId('feedback')
      .setTitle('Feedback')
      .addLabelComponents(
        new LabelBuilder()
          .setLabel('What?')
          .setTextInputComponent(
            new TextInputBuilder().setCustomId('what').setStyle(TextInputStyle.Short).setMaxLength(9),
          ),
      );
    const { member, general, discord } = await withCommand(async (it) => {
      if (it.isChatInputCommand()) await it.showModal(modal);
      if (it.isModalSubmit()) await it.reply(`thanks for ${it.fields.getTextInputValue('what')}`);
    });
    const opened = await member.slash(general, 'ask');
    expect(opened).toMatchObject({ firstResponse: 'modal', modal: { title: 'Feedback' }, message: null });
    await expect(member.submitModal(opened, {})).rejects.toThrow('"what" is required');
    await expect(member.submitModal(opened, { what: 'far too long' })).rejects.toThrow('0 to 9 characters');
    await expect(member.submitModal(opened, { why: 'x' })).rejects.toThrow('no field "why"');
    const other = discord.as(discord.people.admin);
    await expect(other.submitModal(opened, { what: 'x' })).rejects.toThrow('somebody else');
    const outcome = await member.submitModal(opened, { what: 'this' });
    expect(outcome).toMatchObject({ kind: 'modal', message: { content: 'thanks for this' } });
  });
});

describe('a message or user command', () => {
  it('brings the full text of the message it is used on', async () => {
    const { client, member, general } = await openStage({
      interaction: (it) => it.isMessageContextMenuCommand() && it.reply(`“${it.targetMessage.content}”`),
    });
    await client.application.commands.set([
      { name: 'Ask the articles', type: ApplicationCommandType.Message },
    ]);
    const { id } = member.say(general, 'how many were injured');
    const outcome = await member.messageCommand(general, id, 'Ask the articles');
    expect(outcome.message).toMatchObject({ content: '“how many were injured”', type: 23 });
  });

  it('brings the person it is used on', async () => {
    const { client, discord, member, general } = await openStage({
      interaction: (it) => it.isUserContextMenuCommand() && it.reply(it.targetUser.username),
    });
    await client.application.commands.set([{ name: 'Greet', type: ApplicationCommandType.User }]);
    const outcome = await member.userCommand(general, discord.people.admin.id, 'Greet');
    expect(outcome.message?.content).toBe('ada');
  });
});
