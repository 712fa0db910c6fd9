import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIUser,
} from 'discord-api-types/v10';
import type { ShownMessage } from '../events.ts';
import { LIMITS } from '../forms/limits.ts';
import type { InteractionKind, InteractionOutcome } from '../interactions/outcome.ts';
import { interactionPayload, resolvedData } from '../interactions/payload.ts';
import { InteractionRecord } from '../interactions/record.ts';
import { CommandType, ComponentType, type PermissionName, SELECTS } from '../protocol.ts';
import { refuse } from '../rest/api-error.ts';
import type { Services } from '../services.ts';
import type { Snowflake } from '../snowflake.ts';
import { openDirectChannel } from '../world/direct-messages.ts';
import { ORDINARY_MENTIONS } from '../world/mentions.ts';
import { createMessage, editMessage } from '../world/message-maker.ts';
import type { Channel } from '../world/world.ts';
import { checkSelection, type ModalValues, submittedComponents, usableComponent } from './components.ts';
import { type OptionValues, sentOptions } from './slash-options.ts';

export interface SayOptions {
  /** The message to reply to. */
  readonly replyTo?: Snowflake;
  /** Whether a reply pings whom it replies to. Default true, as in Discord's client. */
  readonly ping?: boolean;
}

/**
 * What a person can do in Discord's client. What the client would not offer this person (a command or channel out of
 * sight, a disabled button, a message that is private to another) is refused with an error.
 */
export interface Actor {
  readonly user: APIUser;
  /** Uses a slash command; `name` may go on with a group and a subcommand: `config set`. */
  slash(channelId: Snowflake, name: string, options?: OptionValues): Promise<InteractionOutcome>;
  /** Types `partial` into an option and gives what is suggested; rejects where the bot does not answer in time. */
  autocomplete(
    channelId: Snowflake,
    name: string,
    focusedOption: string,
    partial: string | number,
    otherOptions?: OptionValues,
  ): Promise<readonly APIApplicationCommandOptionChoice[]>;
  press(messageId: Snowflake, customId: string): Promise<InteractionOutcome>;
  /** Chooses values of a select; of one for people, roles or channels, their ids. */
  select(messageId: Snowflake, customId: string, values: readonly string[]): Promise<InteractionOutcome>;
  /** Fills in the modal that an outcome brought. */
  submitModal(opened: InteractionOutcome, values: ModalValues): Promise<InteractionOutcome>;
  messageCommand(channelId: Snowflake, messageId: Snowflake, name: string): Promise<InteractionOutcome>;
  userCommand(channelId: Snowflake, userId: Snowflake, name: string): Promise<InteractionOutcome>;
  say(channelId: Snowflake, content: string, options?: SayOptions): APIMessage;
  /** Writes to the bot directly. */
  directMessage(content: string, options?: SayOptions): APIMessage;
  /** The direct channel with the bot, opened where there is none yet. */
  directChannel(): Snowflake;
  edit(messageId: Snowflake, content: string): APIMessage;
  /** Deletes an own message, or with Manage Messages another's. */
  delete(messageId: Snowflake): void;
  /** The channels that this person sees, direct messages with the bot among them. */
  channels(): readonly Snowflake[];
  /** What this person sees in a channel, oldest first, private messages to others left out. */
  messages(channelId: Snowflake): readonly ShownMessage[];
  commands(channelId: Snowflake): readonly APIApplicationCommand[];
}

export function actorFor(services: Services, userId: Snowflake): Actor {
  const user = services.world.user(userId);
  if (user === undefined) throw new Error(`The local Discord knows nobody with the id ${userId}.`);
  return new Person(services, user);
}

class Person implements Actor {
  readonly user: APIUser;
  readonly #services: Services;

  constructor(services: Services, user: APIUser) {
    this.#services = services;
    this.user = user;
  }

  slash(channelId: Snowflake, name: string, options: OptionValues = {}): Promise<InteractionOutcome> {
    return this.#chatInput('slash', channelId, name, options, null);
  }

  async autocomplete(
    channelId: Snowflake,
    name: string,
    focusedOption: string,
    partial: string | number,
    otherOptions: OptionValues = {},
  ): Promise<readonly APIApplicationCommandOptionChoice[]> {
    const values = { ...otherOptions, [focusedOption]: partial };
    const outcome = await this.#chatInput('autocomplete', channelId, name, values, focusedOption);
    if (outcome.choices === null)
      throw new Error(`/${name} ${focusedOption}: ${outcome.failure ?? 'no choices came'}.`);
    return outcome.choices;
  }

  async press(messageId: Snowflake, customId: string): Promise<InteractionOutcome> {
    const shown = this.#visible(messageId);
    usableComponent(shown.message, customId, [ComponentType.Button]);
    return this.#component(shown, customId, { custom_id: customId, component_type: ComponentType.Button });
  }

  async select(
    messageId: Snowflake,
    customId: string,
    values: readonly string[],
  ): Promise<InteractionOutcome> {
    const shown = this.#visible(messageId);
    const component = usableComponent(shown.message, customId, SELECTS);
    checkSelection(component, values);
    const channel = this.#channel(shown.message.channel_id);
    const { type } = component;
    const people = type === ComponentType.UserSelect || type === ComponentType.MentionableSelect;
    const roles = type === ComponentType.RoleSelect || type === ComponentType.MentionableSelect;
    const resolved = resolvedData(
      this.#services,
      {
        users: people ? values : [],
        roles: roles ? values : [],
        channels: type === ComponentType.ChannelSelect ? values : [],
      },
      { userId: this.user.id, channel },
    );
    return this.#component(shown, customId, {
      custom_id: customId,
      component_type: type,
      values,
      ...resolved,
    });
  }

  async submitModal(opened: InteractionOutcome, values: ModalValues): Promise<InteractionOutcome> {
    if (!(opened instanceof InteractionRecord) || opened.modal === null)
      throw new Error('The outcome brought no modal.');
    if (opened.userId !== this.user.id) throw new Error('The modal was opened for somebody else.');
    const { modal, origin } = opened;
    const channel = this.#channel(origin.channelId);
    const data = { custom_id: modal.custom_id, components: submittedComponents(modal, values), resolved: {} };
    return this.#services.interactions.start(
      {
        kind: 'modal',
        name: modal.custom_id,
        commandId: null,
        userId: this.user.id,
        channelId: channel.id,
        sourceMessage: origin.sourceMessage,
        targetMessageId: null,
        targetUserId: null,
        openedBy: opened,
      },
      (started) =>
        interactionPayload(this.#services, started, channel, data, this.#source(origin.sourceMessage)),
    );
  }

  async messageCommand(
    channelId: Snowflake,
    messageId: Snowflake,
    name: string,
  ): Promise<InteractionOutcome> {
    const channel = this.#channel(channelId, 'UseApplicationCommands');
    const command = this.#command(channel, CommandType.Message, name);
    const { message } = this.#visible(messageId);
    const resolved = resolvedData(this.#services, { messages: [message] }, { userId: this.user.id, channel });
    return this.#invoke(
      'message command',
      channel,
      command,
      name,
      { target_id: messageId, ...resolved },
      { message: messageId },
    );
  }

  async userCommand(channelId: Snowflake, userId: Snowflake, name: string): Promise<InteractionOutcome> {
    const channel = this.#channel(channelId, 'UseApplicationCommands');
    const command = this.#command(channel, CommandType.User, name);
    const resolved = resolvedData(this.#services, { users: [userId] }, { userId: this.user.id, channel });
    return this.#invoke(
      'user command',
      channel,
      command,
      name,
      { target_id: userId, ...resolved },
      { user: userId },
    );
  }

  say(channelId: Snowflake, content: string, options: SayOptions = {}): APIMessage {
    const channel = this.#channel(channelId, 'SendMessages');
    const text = checkedContent(content);
    const repliedTo = options.replyTo === undefined ? null : this.#visible(options.replyTo).message;
    return createMessage(this.#services, {
      author: this.user,
      channel,
      form: { content: text, flags: 0 },
      allowed: { ...ORDINARY_MENTIONS, repliedUser: options.ping ?? true },
      repliedTo,
    });
  }

  directMessage(content: string, options: SayOptions = {}): APIMessage {
    return this.say(this.directChannel(), content, options);
  }

  directChannel(): Snowflake {
    if (this.user.bot === true) throw new Error('Bots do not write to each other directly.');
    return openDirectChannel(this.#services, this.user.id).id;
  }

  edit(messageId: Snowflake, content: string): APIMessage {
    const { message } = this.#visible(messageId);
    if (message.author.id !== this.user.id) throw refuse('notYourMessage');
    const channel = this.#channel(message.channel_id, 'SendMessages');
    const form = { content: checkedContent(content), flags: 0 };
    return editMessage(this.#services, message, channel, form, ORDINARY_MENTIONS);
  }

  delete(messageId: Snowflake): void {
    const { message, visibleTo } = this.#visible(messageId);
    const own = message.author.id === this.user.id || visibleTo === this.user.id;
    if (!own) this.#channel(message.channel_id, 'ManageMessages');
    this.#services.messages.delete(message.channel_id, messageId);
  }

  channels(): readonly Snowflake[] {
    const { world } = this.#services;
    return [...world.channels.values()]
      .filter((one) => world.may(this.user.id, one, 'ViewChannel'))
      .map((one) => one.id);
  }

  messages(channelId: Snowflake): readonly ShownMessage[] {
    this.#channel(channelId);
    return this.#services.messages
      .in(channelId)
      .filter(({ visibleTo }) => visibleTo === 'everyone' || visibleTo === this.user.id);
  }

  commands(channelId: Snowflake): readonly APIApplicationCommand[] {
    return this.#services.commands.visibleTo(this.user.id, this.#channel(channelId));
  }

  async #chatInput(
    kind: 'slash' | 'autocomplete',
    channelId: Snowflake,
    fullName: string,
    values: OptionValues,
    focused: string | null,
  ): Promise<InteractionOutcome> {
    const channel = this.#channel(channelId, 'UseApplicationCommands');
    const [name = '', ...path] = fullName.trim().replace(/^\//, '').split(/\s+/);
    const command = this.#command(channel, CommandType.ChatInput, name);
    const { options, ...ids } = sentOptions(command, path, values, focused);
    const resolved = resolvedData(this.#services, ids, { userId: this.user.id, channel });
    return this.#invoke(
      kind,
      channel,
      command,
      name,
      { ...(options.length === 0 ? {} : { options }), ...resolved },
      {},
    );
  }

  #invoke(
    kind: InteractionKind,
    channel: Channel,
    command: APIApplicationCommand,
    name: string,
    data: object,
    target: { readonly message?: Snowflake; readonly user?: Snowflake },
  ): Promise<InteractionRecord> {
    const scope = command.guild_id === undefined ? {} : { guild_id: command.guild_id };
    const full = { id: command.id, name: command.name, type: command.type, ...scope, ...data };
    return this.#services.interactions.start(
      {
        kind,
        name,
        commandId: command.id,
        userId: this.user.id,
        channelId: channel.id,
        sourceMessage: null,
        targetMessageId: target.message ?? null,
        targetUserId: target.user ?? null,
        openedBy: null,
      },
      (origin) => interactionPayload(this.#services, origin, channel, full, null),
    );
  }

  #component({ message }: ShownMessage, customId: string, data: object): Promise<InteractionRecord> {
    const channel = this.#channel(message.channel_id);
    return this.#services.interactions.start(
      {
        kind: 'component',
        name: customId,
        commandId: null,
        userId: this.user.id,
        channelId: channel.id,
        sourceMessage: { channelId: channel.id, id: message.id },
        targetMessageId: null,
        targetUserId: null,
        openedBy: null,
      },
      (origin) => interactionPayload(this.#services, origin, channel, data, message),
    );
  }

  #command(channel: Channel, type: number, name: string): APIApplicationCommand {
    const offered = this.#services.commands
      .visibleTo(this.user.id, channel)
      .filter((one) => one.type === type);
    const command = offered.find((one) => one.name === name);
    if (command !== undefined) return command;
    const names = offered.map((one) => one.name).join(', ') || 'none';
    throw new Error(`${this.user.username} is not offered the command "${name}" here. Offered: ${names}.`);
  }

  #channel(channelId: Snowflake, ...needed: PermissionName[]): Channel {
    const { world } = this.#services;
    const channel = world.channels.get(channelId);
    if (channel === undefined) throw refuse('unknownChannel');
    if (!world.may(this.user.id, channel, 'ViewChannel')) throw refuse('missingAccess');
    if (!needed.every((name) => world.may(this.user.id, channel, name))) throw refuse('missingPermissions');
    return channel;
  }

  #visible(messageId: Snowflake): ShownMessage {
    const shown = this.#services.messages.find(messageId);
    const hidden = shown !== undefined && shown.visibleTo !== 'everyone' && shown.visibleTo !== this.user.id;
    if (shown === undefined || hidden) throw refuse('unknownMessage');
    this.#channel(shown.message.channel_id);
    return shown;
  }

  #source(source: { readonly channelId: Snowflake; readonly id: Snowflake } | null): APIMessage | null {
    return source === null
      ? null
      : (this.#services.messages.get(source.channelId, source.id)?.message ?? null);
  }
}

function checkedContent(content: string): string {
  const text = content.trim();
  if (text === '') throw refuse('emptyMessage');
  if ([...text].length > LIMITS.content.max)
    throw new Error(`A message has at most ${LIMITS.content.max} characters.`);
  return text;
}
