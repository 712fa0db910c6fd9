import type { APIMessage } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { Form } from '../forms/form.ts';
import { LIMITS } from '../forms/limits.ts';
import { type MessageForm, readMessage } from '../forms/message.ts';
import { asRead } from '../gateway/visibility.ts';
import type { PermissionName } from '../protocol.ts';
import type { Services } from '../services.ts';
import { compareSnowflakes, type Snowflake } from '../snowflake.ts';
import { channelJson } from '../world/json.ts';
import { ORDINARY_MENTIONS } from '../world/mentions.ts';
import { createMessage, editMessage, referencedMessage, refuseEmpty } from '../world/message-maker.ts';
import type { Channel } from '../world/world.ts';
import { refuse } from './api-error.ts';
import { type RestContext, type RestEnv, readBody } from './request.ts';

/** Channels and what stands in them. https://docs.discord.com/developers/resources/message */
export function channelRoutes(services: Services): Hono<RestEnv> {
  const { world, messages } = services;
  const app = new Hono<RestEnv>();

  /** The channel of a path, which the bot sees and in which it may do all this. */
  const channelOf = (context: RestContext, ...needed: PermissionName[]): Channel => {
    const channel = world.channels.get(context.req.param('channel') ?? '');
    if (channel === undefined) throw refuse('unknownChannel');
    if (!world.may(world.bot.id, channel, 'ViewChannel')) throw refuse('missingAccess');
    if (!needed.every((name) => world.may(world.bot.id, channel, name))) throw refuse('missingPermissions');
    return channel;
  };
  /** A message of a channel that is there for all. Private ones are out of reach here. */
  const messageOf = (context: RestContext, channel: Channel): APIMessage => {
    const shown = messages.get(channel.id, context.req.param('message') ?? '');
    if (shown === undefined || shown.visibleTo !== 'everyone') throw refuse('unknownMessage');
    return shown.message;
  };
  const read = (message: APIMessage, channel: Channel): APIMessage =>
    asRead(
      message,
      { botId: world.bot.id, messageContent: world.privilegedIntents.has('MessageContent') },
      channel.kind === 'direct',
    );

  app.get('/channels/:channel', (context) => {
    const channel = channelOf(context);
    return context.json(channelJson(world, channel, messages.lastId(channel.id)));
  });

  app.get('/channels/:channel/messages', (context) => {
    const channel = channelOf(context);
    if (!world.may(world.bot.id, channel, 'ReadMessageHistory')) return context.json([]);
    const all = messages.in(channel.id).filter((shown) => shown.visibleTo === 'everyone');
    const page = pageOf(
      all.map((shown) => shown.message),
      context,
    );
    return context.json(page.map((message) => read(message, channel)));
  });

  app.get('/channels/:channel/messages/:message', (context) => {
    const channel = channelOf(context, 'ReadMessageHistory');
    return context.json(read(messageOf(context, channel), channel));
  });

  app.post('/channels/:channel/messages', async (context) => {
    const channel = channelOf(context, 'SendMessages');
    const body = await readBody(context);
    const form = Form.of(body.json);
    const draft = readMessage(form, 'channel message');
    form.refuseIfUnsound();
    const sent = permitted(services, channel, draft, body.uploads.length);
    refuseEmpty(sent, body.uploads.length);
    if (body.uploads.length > 0 && !world.may(world.bot.id, channel, 'AttachFiles'))
      throw refuse('missingPermissions');
    if (draft.reference !== undefined && !world.may(world.bot.id, channel, 'ReadMessageHistory')) {
      throw refuse('missingPermissions');
    }
    const repeated = draft.enforceNonce ? sentBefore(services, channel, draft.nonce) : undefined;
    if (repeated !== undefined) return context.json(repeated);
    const repliedTo = referencedMessage(services, channel, draft.reference);
    const attachments = await services.files.keep(channel.id, body.uploads, draft.attachments);
    const allowed = draft.allowedMentions ?? ORDINARY_MENTIONS;
    const message = createMessage(services, {
      author: world.bot,
      channel,
      form: sent,
      allowed,
      attachments,
      repliedTo,
    });
    return context.json(read(message, channel));
  });

  app.patch('/channels/:channel/messages/:message', async (context) => {
    const channel = channelOf(context);
    const message = messageOf(context, channel);
    if (message.author.id !== world.bot.id) throw refuse('notYourMessage');
    const body = await readBody(context);
    const form = Form.of(body.json);
    const draft = readMessage(form, 'channel edit');
    form.refuseIfUnsound();
    const mayEmbed = world.may(world.bot.id, channel, 'EmbedLinks');
    const attachments = await services.files.keep(channel.id, body.uploads, draft.attachments);
    const change: MessageForm = mayEmbed || draft.embeds === undefined ? draft : { ...draft, embeds: [] };
    const allowed = draft.allowedMentions ?? ORDINARY_MENTIONS;
    return context.json(read(editMessage(services, message, channel, change, allowed, attachments), channel));
  });

  app.delete('/channels/:channel/messages/:message', (context) => {
    const channel = channelOf(context);
    const message = messageOf(context, channel);
    const own = message.author.id === world.bot.id;
    if (!own && channel.kind === 'direct') throw refuse('notOnDirectMessages');
    if (!own && !world.may(world.bot.id, channel, 'ManageMessages')) throw refuse('missingPermissions');
    messages.delete(channel.id, message.id);
    return context.body(null, 204);
  });

  app.post('/channels/:channel/typing', (context) => {
    const channel = channelOf(context, 'SendMessages');
    services.events.emit('typing', { channelId: channel.id, userId: world.bot.id });
    return context.body(null, 204);
  });
  return app;
}

/**
 * A message as the bot's permissions let it through. Without Embed Links its embeds are dropped, and where they
 * were all it had, it is refused. https://github.com/discord/discord-api-docs/issues/2601
 */
function permitted({ world }: Services, channel: Channel, draft: MessageForm, uploads: number): MessageForm {
  if ((draft.embeds ?? []).length === 0 || world.may(world.bot.id, channel, 'EmbedLinks')) return draft;
  if ((draft.content ?? '') === '' && uploads === 0) throw refuse('missingPermissions');
  return { ...draft, embeds: [] };
}

function sentBefore(
  { world, messages }: Services,
  channel: Channel,
  nonce: MessageForm['nonce'],
): APIMessage | undefined {
  if (nonce === undefined) return undefined;
  return messages
    .in(channel.id)
    .map((shown) => shown.message)
    .find((message) => message.author.id === world.bot.id && String(message.nonce) === String(nonce));
}

/** The page of messages that the query asks for, newest first. */
function pageOf(all: readonly APIMessage[], context: RestContext): readonly APIMessage[] {
  const form = Form.of(context.req.query());
  const limit = form.at('limit').integer(LIMITS.pageOfMessages) ?? 50;
  const bound = (key: 'before' | 'after' | 'around'): Snowflake | undefined => form.at(key).snowflake();
  const [before, after, around] = [bound('before'), bound('after'), bound('around')];
  form.refuseIfUnsound();
  const newestFirst = [...all].reverse();
  if (around !== undefined) {
    const half = Math.floor(limit / 2);
    const newer = all.filter((message) => compareSnowflakes(message.id, around) > 0).slice(0, half);
    const older = newestFirst
      .filter((message) => compareSnowflakes(message.id, around) <= 0)
      .slice(0, limit - newer.length);
    return [...newer.reverse(), ...older];
  }
  if (after !== undefined) {
    return all
      .filter((message) => compareSnowflakes(message.id, after) > 0)
      .slice(0, limit)
      .reverse();
  }
  if (before !== undefined)
    return newestFirst.filter((message) => compareSnowflakes(message.id, before) < 0).slice(0, limit);
  return newestFirst.slice(0, limit);
}
