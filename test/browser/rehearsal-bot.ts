import {
  ActionRowBuilder,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import type { LocalDiscord } from '../../src/local-discord/local-discord.ts';

const COMMANDS = [
  { name: 'form', description: 'Opens a form' },
  { name: 'choose', description: 'Shows selects' },
  { name: 'slow', description: 'Thinks first' },
  { name: 'silent', description: 'Never answers' },
  { name: 'fields', description: 'Embeds with fields, lists and code' },
  { name: 'text', description: 'Says what it is told', options: [text('words', true)] },
  {
    name: 'config',
    description: 'Has subcommands',
    options: [
      {
        name: 'set',
        description: 'Sets all kinds of options',
        type: ApplicationCommandOptionType.Subcommand,
        options: [
          {
            name: 'mood',
            description: 'One of two',
            type: ApplicationCommandOptionType.String,
            required: true,
            choices: [
              { name: 'Calm sea', value: 'calm' },
              { name: 'Rough sea', value: 'rough' },
            ],
          },
          {
            name: 'count',
            description: 'A number',
            type: ApplicationCommandOptionType.Integer,
            min_value: 1,
          },
          { name: 'loud', description: 'Yes or no', type: ApplicationCommandOptionType.Boolean },
          { name: 'who', description: 'Somebody', type: ApplicationCommandOptionType.User },
        ],
      },
    ],
  },
  { name: 'Count letters', type: ApplicationCommandType.Message },
];

function text(name: string, required: boolean) {
  return { name, description: `Some ${name}`, type: ApplicationCommandOptionType.String, required };
}

export interface RehearsalBot {
  /** What the bot was sent, one line each. */
  readonly received: readonly string[];
  stop(): Promise<void>;
}

/** A small bot with what Attest does not have (now): selects, a form, subcommands, silence. By the real client. */
export async function startRehearsalBot(discord: LocalDiscord): Promise<RehearsalBot> {
  const received: string[] = [];
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest: { api: discord.apiUrl },
  });
  client.on(Events.Error, () => {});
  client.on(Events.InteractionCreate, (interaction) => void answer(interaction, received).catch(() => {}));
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(discord.token);
  await ready;
  await client.application?.commands.set(
    COMMANDS as Parameters<NonNullable<typeof client.application>['commands']['set']>[0],
  );
  return { received, stop: () => client.destroy() };
}

async function answer(interaction: Interaction, received: string[]): Promise<void> {
  if (interaction.isChatInputCommand()) {
    received.push(`/${interaction.commandName} ${JSON.stringify(interaction.options.data)}`);
    await command(interaction);
  } else if (interaction.isMessageContextMenuCommand()) {
    await interaction.reply(`${interaction.targetMessage.content.length} letters`);
  } else if (interaction.isModalSubmit()) {
    const title = interaction.fields.getTextInputValue('title');
    const kinds = interaction.fields.getStringSelectValues('kinds');
    received.push(`form ${title} ${kinds.join('+')}`);
    if (title === 'nothing') return;
    await interaction.reply(`Filed “${title}” under ${kinds.join(' and ')}.`);
  } else if (interaction.isStringSelectMenu() || interaction.isUserSelectMenu()) {
    received.push(`select ${interaction.customId} ${interaction.values.join('+')}`);
    await interaction.update({ content: `${interaction.customId}: ${interaction.values.join(' and ')}` });
  } else if (interaction.isButton() && interaction.customId !== 'dead') {
    await interaction.deferUpdate();
    await interaction.editReply('Pressed.');
  }
}

async function command(interaction: ChatInputCommandInteraction): Promise<void> {
  switch (interaction.commandName) {
    case 'form':
      await interaction.showModal(form());
      break;
    case 'choose':
      await interaction.reply({ content: 'Choose:', components: selects() });
      break;
    case 'slow':
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await new Promise((resolve) => setTimeout(resolve, 600));
      await interaction.editReply('Thought about it.');
      break;
    case 'fields':
      await interaction.reply({
        embeds: [
          {
            title: 'A *title* with 123456789012345678',
            description: '# Heading\n- one\n- two\n```\ncode <b>not bold</b>\n```\n||hidden||',
            color: 0x3ba55d,
            fields: [
              { name: 'First', value: '1', inline: true },
              { name: 'Second', value: '2', inline: true },
              { name: 'Wide', value: '[a link](https://example.org/x) and <t:0:D>' },
            ],
            footer: { text: 'The end' },
          },
        ],
      });
      break;
    case 'text':
      await interaction.reply({
        content: interaction.options.getString('words', true).slice(0, 2000),
        embeds: [{ description: interaction.options.getString('words', true).slice(0, 4000) }],
        allowedMentions: { parse: [] },
      });
      break;
    case 'config':
      await interaction.reply(JSON.stringify(interaction.options.data));
      break;
    default:
  }
}

function form(): ModalBuilder {
  const kinds = new StringSelectMenuBuilder()
    .setCustomId('kinds')
    .setMaxValues(2)
    .addOptions({ label: 'Report', value: 'report' }, { label: 'Rumour', value: 'rumour' });
  return new ModalBuilder()
    .setCustomId('filing')
    .setTitle('File a note')
    .addLabelComponents(
      new LabelBuilder()
        .setLabel('Title')
        .setDescription('A few words')
        .setTextInputComponent(
          new TextInputBuilder().setCustomId('title').setStyle(TextInputStyle.Short).setMaxLength(40),
        ),
      new LabelBuilder().setLabel('Kinds').setStringSelectMenuComponent(kinds),
    );
}

function selects() {
  const fruit = new StringSelectMenuBuilder()
    .setCustomId('fruit')
    .setPlaceholder('Pick fruit')
    .setMaxValues(2)
    .addOptions(
      { label: 'Apple', value: 'apple', description: 'Green', emoji: '🍏' },
      { label: 'Pear', value: 'pear' },
      { label: 'Plum', value: 'plum' },
    );
  const who = new UserSelectMenuBuilder().setCustomId('who').setPlaceholder('Pick somebody');
  const press = new ButtonBuilder().setCustomId('press').setLabel('Press').setStyle(ButtonStyle.Success);
  const dead = new ButtonBuilder().setCustomId('dead').setLabel('Dead').setStyle(ButtonStyle.Danger);
  const link = new ButtonBuilder()
    .setURL('https://example.org/')
    .setLabel('Elsewhere')
    .setStyle(ButtonStyle.Link);
  return [
    new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(fruit),
    new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(who),
    new ActionRowBuilder<ButtonBuilder>().addComponents(press, dead, link),
  ];
}
