import type { AutocompleteInteraction, Interaction } from 'discord.js';
import type { OptionValues } from '../command/command.ts';
import { askerOfInteraction } from './asker.ts';
import { buttonConversation, type Press } from './button-conversation.ts';
import { commandConversation } from './command-conversation.ts';
import { readCustomId } from './custom-id.ts';
import { cutPlain } from './cut.ts';
import { deleteMessage } from './delete-message.ts';
import { readHeading } from './heading.ts';
import { NO_MENTIONS } from './message-body.ts';
import { privately } from './privately.ts';
import { questionOf } from './question-of-message.ts';
import type { BotService } from './service.ts';

const LONGEST_CHOICE = 100;
const MOST_CHOICES = 25;

/** Answers a slash command, a message command, a button or what is being typed into an option. */
export async function handleInteraction(interaction: Interaction, service: BotService): Promise<void> {
  if (interaction.isChatInputCommand()) {
    const options = Object.fromEntries(
      interaction.options.data.flatMap(({ name, value }) =>
        value === undefined ? [] : [[name, String(value)]],
      ),
    );
    const conversation = commandConversation(interaction, service.commandIds());
    await service.dispatcher.handle({ kind: 'run', command: interaction.commandName, options }, conversation);
  } else if (interaction.isMessageContextMenuCommand()) {
    const command = service.registry().find(interaction.commandName);
    const [option = 'message'] = Object.keys(command?.options ?? {});
    const options: OptionValues = { [option]: questionOf(interaction.targetMessage) };
    const conversation = commandConversation(interaction, service.commandIds());
    await service.dispatcher.handle({ kind: 'run', command: interaction.commandName, options }, conversation);
  } else if (interaction.isButton() || interaction.isStringSelectMenu()) {
    await handlePress(interaction, service);
  } else if (interaction.isAutocomplete()) {
    await complete(interaction, service);
  } else if (interaction.isRepliable()) {
    await interaction.reply({ content: UNKNOWN, allowedMentions: NO_MENTIONS, ...privately });
  }
}

const UNKNOWN = 'I no longer know what this does; it may be from an older version of me. Please ask again.';

async function handlePress(interaction: Press, service: BotService): Promise<void> {
  const registry = service.registry();
  const id = interaction.isButton() ? interaction.customId : (interaction.values[0] ?? '');
  const press = readCustomId(id, registry);
  if (press === undefined) {
    await interaction.reply({ content: UNKNOWN, allowedMentions: NO_MENTIONS, ...privately });
  } else if (press.kind === 'delete') {
    await deleteMessage(interaction, press.asker);
  } else {
    // Anyone may turn pages: the answer is there for all who read the channel, and nobody can be kept from it.
    const { content, embeds } = interaction.message;
    const heading = readHeading({ content, embeds: embeds.map((embed) => embed.data) });
    await service.dispatcher.handle(
      {
        kind: 'act',
        command: press.command,
        state: press.state,
        ...(heading === undefined ? {} : { heading }),
      },
      buttonConversation(interaction, registry, service.commandIds()),
    );
  }
}

async function complete(interaction: AutocompleteInteraction, service: BotService): Promise<void> {
  const focused = interaction.options.getFocused(true);
  const others = interaction.options.data.flatMap(({ name, value }) =>
    value === undefined || name === focused.name ? [] : [[name, String(value)]],
  );
  const suggestions = await service.dispatcher.complete(
    interaction.commandName,
    { option: focused.name, text: String(focused.value), options: Object.fromEntries(others) },
    askerOfInteraction(interaction),
  );
  const fitting = suggestions.filter(({ name, value }) => {
    return name.trim() !== '' && value.trim() !== '' && value.length <= LONGEST_CHOICE;
  });
  await interaction.respond(
    fitting
      .slice(0, MOST_CHOICES)
      .map(({ name, value }) => ({ name: cutPlain(name, LONGEST_CHOICE), value })),
  );
}
