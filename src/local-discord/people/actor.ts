import type {
  APIApplicationCommand,
  APIApplicationCommandOptionChoice,
  APIMessage,
  APIUser,
} from 'discord-api-types/v10';
import type { ShownMessage } from '../events.ts';
import type { InteractionOutcome } from '../interactions/outcome.ts';
import type { PermissionName } from '../protocol.ts';
import type { Services } from '../services.ts';
import type { Snowflake } from '../snowflake.ts';
import { openDirectChannel } from '../world/direct-messages.ts';
import type { ModalValues } from './components.ts';
import { Invoking } from './invoking.ts';
import { Sight } from './sight.ts';
import type { OptionValues } from './slash-options.ts';
import { type SayOptions, Writing } from './writing.ts';

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
  /** Deletes an own message, dismisses a private one, or with Manage Messages deletes another's. */
  delete(messageId: Snowflake): void;
  /** The channels that this person sees, direct messages with the bot among them. */
  channels(): readonly Snowflake[];
  /** Whether this person may do something in a channel; false where the channel is out of sight. */
  may(channelId: Snowflake, permission: PermissionName): boolean;
  /** What this person sees in a channel, oldest first, private messages to others left out. */
  messages(channelId: Snowflake): readonly ShownMessage[];
  /** The commands that this person is offered in a channel. */
  commands(channelId: Snowflake): readonly APIApplicationCommand[];
}

export function actorFor(services: Services, userId: Snowflake): Actor {
  const user = services.world.user(userId);
  if (user === undefined) throw new Error(`The local Discord knows nobody with the id ${userId}.`);
  const sight = new Sight(services, user);
  const writing = new Writing(services, sight);
  const invoking = new Invoking(services, sight);
  const directChannel = (): Snowflake => {
    if (user.bot === true) throw new Error('Bots do not write to each other directly.');
    return openDirectChannel(services, user.id).id;
  };
  return {
    user,
    async slash(channelId, name, options = {}) {
      return invoking.chatInput(channelId, name, options, null);
    },
    async autocomplete(channelId, name, focused, partial, others = {}) {
      const outcome = await invoking.chatInput(channelId, name, { ...others, [focused]: partial }, focused);
      if (outcome.choices === null)
        throw new Error(`/${name} ${focused}: ${outcome.failure ?? 'no choices came'}.`);
      return outcome.choices;
    },
    press: async (messageId, customId) => invoking.press(messageId, customId),
    select: async (messageId, customId, values) => invoking.select(messageId, customId, values),
    submitModal: async (opened, values) => invoking.submitModal(opened, values),
    messageCommand: async (channelId, messageId, name) => invoking.messageCommand(channelId, messageId, name),
    userCommand: async (channelId, userId, name) => invoking.userCommand(channelId, userId, name),
    say: (channelId, content, options) => writing.say(channelId, content, options),
    directMessage: (content, options) => writing.say(directChannel(), content, options),
    directChannel,
    edit: (messageId, content) => writing.edit(messageId, content),
    delete: (messageId) => writing.delete(messageId),
    channels: () => sight.channels(),
    may: (channelId, permission) => sight.may(channelId, permission),
    messages: (channelId) => sight.messages(channelId),
    commands: (channelId) => sight.commands(channelId),
  };
}
