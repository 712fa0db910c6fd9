import {
  type ButtonInteraction,
  ComponentType,
  type Message,
  MessageFlags,
  PermissionFlagsBits,
  type StringSelectMenuInteraction,
} from 'discord.js';
import type { Conversation } from '../command/dispatcher.ts';
import type { Registry } from '../command/registry.ts';
import { askerOfInteraction } from './asker.ts';
import { readCustomId } from './custom-id.ts';
import type { CommandIds } from './markdown.ts';
import { render } from './render.ts';

export type Press = ButtonInteraction | StringSelectMenuInteraction;

/**
 * The press of a button: the reply takes the place of the message that the button stands on, and whoever could
 * delete that message still can. Private notices (a refusal, an error) come apart, and the message stays.
 */
export function buttonConversation(
  interaction: Press,
  registry: Registry,
  commandIds: CommandIds,
): Conversation {
  const onPrivateMessage = interaction.message.flags.has(MessageFlags.Ephemeral);
  const deletableBy = onPrivateMessage ? undefined : deleterOf(interaction.message, registry);
  return {
    asker: askerOfInteraction(interaction),
    async defer() {
      await interaction.deferUpdate();
    },
    async respond(reply) {
      const apart = reply.visibility === 'private' && (reply.kind === 'notice' || !onPrivateMessage);
      const body = render(reply, {
        embeds: interaction.appPermissions.has(PermissionFlagsBits.EmbedLinks),
        commandIds,
        ...(apart || deletableBy === undefined ? {} : { deletableBy }),
      });
      const acknowledged = interaction.deferred || interaction.replied;
      if (apart) {
        const secret = { ...body, flags: MessageFlags.Ephemeral } as const;
        await (acknowledged ? interaction.followUp(secret) : interaction.reply(secret));
      } else {
        await (acknowledged ? interaction.editReply(body) : interaction.update(body));
      }
    },
  };
}

/** Who asked for the message, as its `Delete` button remembers. */
function deleterOf(message: Message, registry: Registry): string | undefined {
  for (const row of message.components) {
    if (row.type !== ComponentType.ActionRow) continue;
    for (const component of row.components) {
      const press = component.customId === null ? undefined : readCustomId(component.customId, registry);
      if (press?.kind === 'delete') return press.asker;
    }
  }
  return undefined;
}
