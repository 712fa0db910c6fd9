import { z } from 'zod';
import { ApiError, type InteractionOutcome, type LocalDiscord } from '../local-discord.ts';
import type { Nonces } from './nonces.ts';
import { personaOf } from './personas.ts';
import type { AutocompleteAnswer, AutocompleteRequest, Deed, DeedAnswer, DeedRequest } from './wire.ts';

const id = z.string().max(32);
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

const deed: z.ZodType<Deed> = z.discriminatedUnion('do', [
  z.object({ do: z.literal('slash'), channelId: id, name: z.string(), options: values }),
  z.object({ do: z.literal('press'), messageId: id, customId: z.string() }),
  z.object({ do: z.literal('select'), messageId: id, customId: z.string(), values: z.array(z.string()) }),
  z.object({
    do: z.literal('submitModal'),
    outcomeId: id,
    values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  }),
  z.object({ do: z.literal('messageCommand'), channelId: id, messageId: id, name: z.string() }),
  z.object({ do: z.literal('userCommand'), channelId: id, userId: id, name: z.string() }),
  z.object({ do: z.literal('say'), channelId: id, content: z.string(), replyTo: id.nullable() }),
  z.object({ do: z.literal('edit'), messageId: id, content: z.string() }),
  z.object({ do: z.literal('delete'), messageId: id }),
]);

export const deedRequest: z.ZodType<DeedRequest> = z.object({
  as: z.string(),
  nonce: z.string().max(64),
  deed,
});

export const autocompleteRequest: z.ZodType<AutocompleteRequest> = z.object({
  as: z.string(),
  channelId: id,
  name: z.string(),
  focused: z.string(),
  partial: z.string(),
  others: values,
});

/**
 * Does what a person does, and says whether Discord's own client or Discord would refuse it. It does not wait for
 * the bot, which may take fifteen minutes: what comes of it is told as an event.
 */
export async function perform(
  discord: LocalDiscord,
  nonces: Nonces,
  request: DeedRequest,
): Promise<DeedAnswer> {
  try {
    const begun = nonces.under(request.nonce, () => begin(discord, nonces, request));
    // What is refused is refused at once; whatever is still open then has gone to the bot.
    const open = new Promise((resolve) => setImmediate(resolve));
    await Promise.race([begun, open]);
    begun?.catch(() => {});
    return { ok: true };
  } catch (error) {
    return { ok: false, error: reason(error) };
  }
}

function begin(
  discord: LocalDiscord,
  nonces: Nonces,
  { as, deed }: DeedRequest,
): Promise<InteractionOutcome> | undefined {
  const actor = discord.as(personaOf(discord, as).userId);
  switch (deed.do) {
    case 'slash':
      return actor.slash(deed.channelId, deed.name, deed.options);
    case 'press':
      return actor.press(deed.messageId, deed.customId);
    case 'select':
      return actor.select(deed.messageId, deed.customId, deed.values);
    case 'submitModal': {
      const opened = nonces.outcome(deed.outcomeId);
      if (opened === undefined) throw new Error('This form is no longer open.');
      return actor.submitModal(opened, deed.values);
    }
    case 'messageCommand':
      return actor.messageCommand(deed.channelId, deed.messageId, deed.name);
    case 'userCommand':
      return actor.userCommand(deed.channelId, deed.userId, deed.name);
    case 'say':
      actor.say(deed.channelId, deed.content, deed.replyTo === null ? {} : { replyTo: deed.replyTo });
      return undefined;
    case 'edit':
      actor.edit(deed.messageId, deed.content);
      return undefined;
    case 'delete':
      actor.delete(deed.messageId);
      return undefined;
  }
}

/** Asks the bot what it suggests for an option. */
export async function suggest(
  discord: LocalDiscord,
  request: AutocompleteRequest,
): Promise<AutocompleteAnswer> {
  const { as, channelId, name, focused, partial, others } = request;
  const actor = discord.as(personaOf(discord, as).userId);
  try {
    return { choices: await actor.autocomplete(channelId, name, focused, partial, others) };
  } catch (error) {
    return { error: reason(error) };
  }
}

function reason(error: unknown): string {
  if (error instanceof ApiError && error.body.errors !== undefined) {
    return `${error.body.message}: ${firstMessage(error.body.errors) ?? error.body.code}`;
  }
  return error instanceof Error ? error.message : String(error);
}

function firstMessage(tree: unknown): string | undefined {
  if (typeof tree !== 'object' || tree === null) return undefined;
  if ('message' in tree && typeof tree.message === 'string') return tree.message;
  return Object.values(tree)
    .map(firstMessage)
    .find((message) => message !== undefined);
}
