import type { APIActionRowComponent, APIButtonComponent, APIEmbed, MessageMentionOptions } from 'discord.js';
import type { CommandIds } from './markdown.ts';

/**
 * A message as it is sent. All parts are always there, so that an edit leaves nothing of what it replaces, and
 * nobody is ever pinged.
 */
export interface MessageBody {
  readonly content: string;
  readonly embeds: APIEmbed[];
  readonly components: APIActionRowComponent<APIButtonComponent>[];
  readonly allowedMentions: MessageMentionOptions;
}

/** What is particular about the place where a reply is shown. */
export interface Place {
  /** False where the bot lacks Embed Links: everything is plain text then. */
  readonly embeds: boolean;
  readonly commandIds: CommandIds;
  /** The user who may delete the message by its button; undefined where it gets none. */
  readonly deletableBy?: string;
}

export const NO_MENTIONS: MessageMentionOptions = { parse: [], repliedUser: false };
