import { Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Services } from '../services.ts';
import { sameText } from '../token.ts';
import { withoutTokens } from '../traffic.ts';
import { ApiError, refuse } from './api-error.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import type { RestContext, RestEnv } from './request.ts';
import { userRoutes } from './users.ts';

/** Routes that carry their own token in the path, or need none. */
const OPEN = [
  /^\/api\/v10\/interactions\/[^/]+\/[^/]+\/callback$/,
  /^\/api\/v10\/webhooks\/[^/]+\/[^/]+/,
  /^\/api\/v10\/gateway$/,
];

/** Discord's REST API, version 10, as far as a bot that answers questions needs it. */
export function restApi(services: Services, onError: (error: unknown) => void): Hono<RestEnv> {
  const app = new Hono<RestEnv>();

  app.use('*', async (context, next) => {
    const startedAt = services.clock.now();
    await next();
    services.traffic({
      kind: 'rest',
      at: startedAt,
      method: context.req.method,
      path: withoutTokens(new URL(context.req.url).pathname),
      status: context.res.status,
      duration: services.clock.now() - startedAt,
      request: context.get('body') ?? null,
      response: await responseJson(context),
    });
  });

  app.use('*', async (context, next) => {
    const { method, path } = context.req;
    const refusal = services.rateLimits.refusal(method, path);
    const headers = services.rateLimits.headers(bucketOf(method, path), refusal);
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    if (refusal !== null) {
      const global = refusal.global ?? false;
      return context.json(
        { message: 'You are being rate limited.', retry_after: refusal.retryAfter, global },
        429,
      );
    }
    if (/^\/api\/v\d+\//.test(path) && !path.startsWith('/api/v10/')) throw refuse('invalidApiVersion');
    const open = OPEN.some((route) => route.test(path));
    if (!open && !sameText(context.req.header('authorization') ?? '', `Bot ${services.token}`)) {
      throw refuse('unauthorized');
    }
    await next();
  });

  app.route('/api/v10', userRoutes(services));
  app.route('/api/v10', commandRoutes(services));
  app.route('/api/v10', guildRoutes(services));
  app.route('/api/v10', channelRoutes(services));
  app.route('/api/v10', interactionRoutes(services));

  app.notFound((context) => {
    const { body, status } = refuse('noSuchRoute');
    return context.json(body, status as ContentfulStatusCode);
  });
  app.onError((error, context) => {
    if (error instanceof ApiError) return context.json(error.body, error.status as ContentfulStatusCode);
    onError(error);
    return context.json({ message: '500: Internal Server Error', code: 0 }, 500);
  });
  return app;
}

/** The name of a route's limit: its shape without ids. */
function bucketOf(method: string, path: string): string {
  return `${method} ${withoutTokens(path).replaceAll(/\d{5,}/g, ':id')}`;
}

async function responseJson(context: RestContext): Promise<unknown> {
  if (!(context.res.headers.get('content-type') ?? '').startsWith('application/json')) return null;
  return context.res.clone().json();
}
