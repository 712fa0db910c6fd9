import type { APIApplicationCommand, APIMessage } from 'discord-api-types/v10';
import type { ShownMessage } from '../events.ts';
import type { InteractionKind, InteractionOutcome } from '../interactions/outcome.ts';
import { interactionPayload, resolvedData } from '../interactions/payload.ts';
import { type InteractionOrigin, InteractionRecord } from '../interactions/record.ts';
import { CommandType, ComponentType, SELECTS } from '../protocol.ts';
import type { Services } from '../services.ts';
import type { Snowflake } from '../snowflake.ts';
import type { Channel } from '../world/world.ts';
import { checkSelection, type ModalValues, submittedComponents, usableComponent } from './components.ts';
import type { Sight } from './sight.ts';
import { type OptionValues, sentOptions } from './slash-options.ts';

type Target = Partial<
  Pick<InteractionOrigin, 'commandId' | 'sourceMessage' | 'targetMessageId' | 'targetUserId' | 'openedBy'>
>;

/** What a person does with the bot: commands, buttons, selects and modals. */
export class Invoking {
  readonly #services: Services;
  readonly #sight: Sight;

  constructor(services: Services, sight: Sight) {
    this.#services = services;
    this.#sight = sight;
  }

  /** Sends a slash command, or with a focused option asks for what is suggested for it. */
  chatInput(
    channelId: Snowflake,
    fullName: string,
    values: OptionValues,
    focused: string | null,
  ): Promise<InteractionOutcome> {
    const channel = this.#sight.channel(channelId, 'UseApplicationCommands');
    const [name = '', ...path] = fullName.trim().replace(/^\//, '').split(/\s+/);
    const command = this.#sight.command(channel, CommandType.ChatInput, name);
    const { options, ...ids } = sentOptions(command, path, values, focused);
    const resolved = resolvedData(this.#services, ids, { userId: this.#sight.user.id, channel });
    const data = { ...(options.length === 0 ? {} : { options }), ...resolved };
    return this.#command(focused === null ? 'slash' : 'autocomplete', channel, command, data, {});
  }

  messageCommand(channelId: Snowflake, messageId: Snowflake, name: string): Promise<InteractionOutcome> {
    const channel = this.#sight.channel(channelId, 'UseApplicationCommands');
    const command = this.#sight.command(channel, CommandType.Message, name);
    const { message } = this.#sight.message(messageId);
    const resolved = resolvedData(
      this.#services,
      { messages: [message] },
      { userId: this.#sight.user.id, channel },
    );
    const data = { target_id: messageId, ...resolved };
    return this.#command('message command', channel, command, data, { targetMessageId: messageId });
  }

  userCommand(channelId: Snowflake, userId: Snowflake, name: string): Promise<InteractionOutcome> {
    const channel = this.#sight.channel(channelId, 'UseApplicationCommands');
    const command = this.#sight.command(channel, CommandType.User, name);
    const resolved = resolvedData(
      this.#services,
      { users: [userId] },
      { userId: this.#sight.user.id, channel },
    );
    const data = { target_id: userId, ...resolved };
    return this.#command('user command', channel, command, data, { targetUserId: userId });
  }

  press(messageId: Snowflake, customId: string): Promise<InteractionOutcome> {
    const shown = this.#sight.message(messageId);
    usableComponent(shown.message, customId, [ComponentType.Button]);
    return this.#component(shown, customId, { component_type: ComponentType.Button });
  }

  select(messageId: Snowflake, customId: string, values: readonly string[]): Promise<InteractionOutcome> {
    const shown = this.#sight.message(messageId);
    const component = usableComponent(shown.message, customId, SELECTS);
    checkSelection(component, values);
    const { type } = component;
    const of = (...types: number[]) => (types.includes(type) ? values : []);
    const resolved = resolvedData(
      this.#services,
      {
        users: of(ComponentType.UserSelect, ComponentType.MentionableSelect),
        roles: of(ComponentType.RoleSelect, ComponentType.MentionableSelect),
        channels: of(ComponentType.ChannelSelect),
      },
      { userId: this.#sight.user.id, channel: this.#sight.channel(shown.message.channel_id) },
    );
    return this.#component(shown, customId, { component_type: type, values, ...resolved });
  }

  submitModal(opened: InteractionOutcome, values: ModalValues): Promise<InteractionOutcome> {
    if (!(opened instanceof InteractionRecord) || opened.modal === null)
      throw new Error('The outcome brought no modal.');
    if (opened.userId !== this.#sight.user.id) throw new Error('The modal was opened for somebody else.');
    const { custom_id: customId } = opened.modal;
    const { channelId, sourceMessage } = opened.origin;
    const source =
      sourceMessage === null
        ? undefined
        : this.#services.messages.get(sourceMessage.channelId, sourceMessage.id);
    const data = { custom_id: customId, components: submittedComponents(opened.modal, values), resolved: {} };
    const target = { sourceMessage, openedBy: opened };
    return this.#start(
      'modal',
      customId,
      this.#sight.channel(channelId),
      data,
      target,
      source?.message ?? null,
    );
  }

  #command(
    kind: InteractionKind,
    channel: Channel,
    command: APIApplicationCommand,
    data: object,
    target: Target,
  ): Promise<InteractionOutcome> {
    const { id, name, type, guild_id: guildId } = command;
    const full = { id, name, type, ...(guildId === undefined ? {} : { guild_id: guildId }), ...data };
    return this.#start(kind, name, channel, full, { ...target, commandId: id }, null);
  }

  #component({ message }: ShownMessage, customId: string, data: object): Promise<InteractionOutcome> {
    const channel = this.#sight.channel(message.channel_id);
    const target = { sourceMessage: { channelId: channel.id, id: message.id } };
    return this.#start('component', customId, channel, { custom_id: customId, ...data }, target, message);
  }

  #start(
    kind: InteractionKind,
    name: string,
    channel: Channel,
    data: object,
    target: Target,
    message: APIMessage | null,
  ): Promise<InteractionOutcome> {
    return this.#services.interactions.start(
      {
        kind,
        name,
        userId: this.#sight.user.id,
        channelId: channel.id,
        commandId: null,
        sourceMessage: null,
        targetMessageId: null,
        targetUserId: null,
        openedBy: null,
        ...target,
      },
      (origin) => interactionPayload(this.#services, origin, channel, data, message),
    );
  }
}
