import { Hono } from 'hono';
import { Form } from '../forms/form.ts';
import type { Services } from '../services.ts';
import { openDirectChannel } from '../world/direct-messages.ts';
import { applicationJson, channelJson, guildJson } from '../world/json.ts';
import { refuse } from './api-error.ts';
import { type RestEnv, readBody } from './request.ts';

/** Where the gateway is, who the bot and its application are, and its direct messages. */
export function userRoutes(services: Services): Hono<RestEnv> {
  const { world } = services;
  const app = new Hono<RestEnv>();
  const gatewayUrl = () => services.origin().replace(/^http/, 'ws').concat('/gateway');

  app.get('/gateway', (context) => context.json({ url: gatewayUrl() }));
  app.get('/gateway/bot', (context) =>
    context.json({
      url: gatewayUrl(),
      shards: 1,
      session_start_limit: { total: 1_000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 },
    }),
  );

  app.get('/users/@me', (context) =>
    context.json({ ...world.bot, verified: true, mfa_enabled: false, email: null, flags: 0 }),
  );
  app.get('/users/@me/guilds', (context) => {
    const { id, name, icon, banner, features } = guildJson(world);
    return context.json([
      {
        id,
        name,
        icon,
        banner,
        features,
        owner: false,
        permissions: world.permissions(world.bot.id).toString(),
      },
    ]);
  });
  app.post('/users/@me/channels', async (context) => {
    const form = Form.of((await readBody(context)).json);
    const recipientId = form.at('recipient_id').required().snowflake();
    form.refuseIfUnsound();
    const recipient = world.user(recipientId ?? '');
    if (recipient === undefined || recipient.id === world.bot.id) throw refuse('invalidRecipients');
    if (recipient.bot === true) throw refuse('cannotMessageUser');
    const channel = openDirectChannel(services, recipient.id);
    return context.json(channelJson(world, channel, services.messages.lastId(channel.id)));
  });
  app.get('/users/:id', (context) => {
    const user = world.user(context.req.param('id'));
    if (user === undefined) throw refuse('unknownUser');
    return context.json(user);
  });

  app.get('/applications/@me', (context) => context.json(applicationJson(world)));
  app.get('/oauth2/applications/@me', (context) => context.json(applicationJson(world)));
  return app;
}
