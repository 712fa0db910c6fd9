import type { APIAttachment } from 'discord-api-types/v10';
import { Hono } from 'hono';
import { readChoices } from '../forms/command-options.ts';
import { Form } from '../forms/form.ts';
import { LIMITS } from '../forms/limits.ts';
import { type AttachmentForm, readMessage } from '../forms/message.ts';
import { readModal } from '../forms/modal.ts';
import { TYPE_OF_KIND } from '../interactions/payload.ts';
import type { InteractionRecord } from '../interactions/record.ts';
import {
  deferMessage,
  editResponse,
  followUp,
  messageOf,
  respondWithChoices,
  respondWithMessage,
  respondWithModal,
  respondWithUpdate,
} from '../interactions/responses.ts';
import { CallbackType, MessageFlag } from '../protocol.ts';
import type { Services } from '../services.ts';
import { refuse } from './api-error.ts';
import { type RequestBody, type RestContext, type RestEnv, readBody } from './request.ts';

const COMMAND_CALLBACKS = [CallbackType.Message, CallbackType.DeferredMessage, CallbackType.Modal];
const UPDATES = [CallbackType.DeferredUpdate, CallbackType.UpdateMessage];

/** First responses to interactions, and what may follow with the interaction's token. */
export function interactionRoutes(services: Services): Hono<RestEnv> {
  const { world, interactions, messages } = services;
  const app = new Hono<RestEnv>();

  app.post('/interactions/:interaction/:token/callback', async (context) => {
    const body = await readBody(context);
    const record = interactions.forCallback(context.req.param('interaction'), context.req.param('token'));
    const type = await respond(services, record, body);
    if (context.req.query('with_response') !== 'true') return context.body(null, 204);
    const { message } = record;
    const flags = message?.flags ?? 0;
    return context.json({
      interaction: {
        id: record.id,
        type: TYPE_OF_KIND[record.kind],
        ...(message === null
          ? {}
          : {
              response_message_id: message.id,
              response_message_loading: (flags & MessageFlag.Loading) !== 0,
              response_message_ephemeral: record.ephemeral,
            }),
      },
      resource: {
        type,
        ...(message === null || type === CallbackType.DeferredUpdate ? {} : { message }),
      },
    });
  });

  const recordOf = (context: RestContext): InteractionRecord => {
    if (context.req.param('application') !== world.application.id) throw refuse('unknownWebhook');
    return interactions.forWebhook(context.req.param('token') ?? '');
  };
  const formOf = async (
    context: RestContext,
    use: 'interaction response' | 'webhook edit',
    record: InteractionRecord,
  ) => {
    const body = await readBody(context);
    const form = Form.of(body.json);
    const message = readMessage(form, use);
    form.refuseIfUnsound();
    return {
      message,
      attachments: await services.files.keep(record.channelId, body.uploads, message.attachments),
    };
  };

  app.post('/webhooks/:application/:token', async (context) => {
    const record = recordOf(context);
    const { message, attachments } = await formOf(context, 'interaction response', record);
    return context.json(followUp(services, record, message, attachments));
  });

  const path = '/webhooks/:application/:token/messages/:message';
  app.get(path, (context) => {
    const record = recordOf(context);
    return context.json(messageOf(services, record, context.req.param('message')));
  });
  app.patch(path, async (context) => {
    const record = recordOf(context);
    const original = messageOf(services, record, context.req.param('message'));
    const { message, attachments } = await formOf(context, 'webhook edit', record);
    return context.json(editResponse(services, record, original, message, attachments));
  });
  app.delete(path, (context) => {
    const record = recordOf(context);
    const message = messageOf(services, record, context.req.param('message'));
    messages.delete(message.channel_id, message.id);
    interactions.answered(record);
    return context.body(null, 204);
  });
  return app;
}

/** Takes the first response of the bot and gives its type. */
async function respond(services: Services, record: InteractionRecord, body: RequestBody): Promise<number> {
  const form = Form.of(body.json).object();
  const type = form.at('type').required().oneOf(allowedTypes(record)) ?? 0;
  form.refuseIfUnsound();
  const apply = readResponse(form.at('data'), type, services, record);
  form.refuseIfUnsound();
  const uploads = type === CallbackType.Message || type === CallbackType.UpdateMessage ? body.uploads : [];
  const attachments = await services.files.keep(record.channelId, uploads, apply.described);
  // Another response may have come while the files were read.
  services.interactions.forCallback(record.id, record.origin.token);
  apply.now(attachments);
  return type;
}

/** What a response will do once all of its request is read. */
interface Application {
  readonly described?: readonly AttachmentForm[] | undefined;
  now(attachments: readonly APIAttachment[]): void;
}

function readResponse(data: Form, type: number, services: Services, record: InteractionRecord): Application {
  switch (type) {
    case CallbackType.Message: {
      const message = readMessage(data, 'interaction response');
      return {
        described: message.attachments,
        now: (attachments) => respondWithMessage(services, record, message, attachments),
      };
    }
    case CallbackType.UpdateMessage: {
      const message = readMessage(data, 'webhook edit');
      return {
        described: message.attachments,
        now: (attachments) => respondWithUpdate(services, record, message, attachments),
      };
    }
    case CallbackType.DeferredMessage: {
      const { flags } = readMessage(data, 'deferral');
      return { now: () => deferMessage(services, record, flags) };
    }
    case CallbackType.DeferredUpdate:
      return { now: () => respondWithUpdate(services, record, null, []) };
    case CallbackType.Autocomplete: {
      const choices = readChoices(data.at('choices').required(), LIMITS.suggestions, false) ?? [];
      return { now: () => respondWithChoices(services, record, choices) };
    }
    default: {
      const modal = readModal(data);
      return { now: () => respondWithModal(services, record, modal) };
    }
  }
}

/** https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type */
function allowedTypes({ kind, origin }: InteractionRecord): readonly number[] {
  if (kind === 'autocomplete') return [CallbackType.Autocomplete];
  if (kind === 'component') return [...COMMAND_CALLBACKS, ...UPDATES];
  if (kind === 'modal') {
    const updates = origin.sourceMessage === null ? [] : UPDATES;
    return [CallbackType.Message, CallbackType.DeferredMessage, ...updates];
  }
  return COMMAND_CALLBACKS;
}
