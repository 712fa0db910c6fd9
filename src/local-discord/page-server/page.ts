import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { z } from 'zod';
import type { LocalDiscord } from '../local-discord.ts';
import { avatarSvg } from './avatar.ts';
import { autocompleteRequest, deedRequest, perform, suggest } from './deeds.ts';
import type { Library } from './library.ts';
import { liveStream } from './live.ts';
import { Nonces } from './nonces.ts';
import { personaOf } from './personas.ts';
import type { BuiltFile, BuiltPage } from './site.ts';

export interface PageOptions {
  /** The page's files; what it rejects with is shown in their place. */
  readonly site: Promise<BuiltPage>;
  readonly library?: Library;
}

/** Bytes of a request; what Discord takes at most is far less. */
const MOST_BYTES = 1024 * 1024;

/**
 * No script or style but our own files, no frame, no form, nothing from elsewhere: what articles and users write
 * could not run or load anything even if it became HTML.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** The page at `/` and what it asks its server for, to be mounted on the local Discord. */
export function createPage(discord: LocalDiscord, { site, library }: PageOptions): Hono {
  const run = randomUUID();
  const nonces = new Nonces(discord);
  site.catch(() => {});
  const app = new Hono();
  app.use('*', async (context, next) => {
    await next();
    context.res.headers.set('Content-Security-Policy', POLICY);
    context.res.headers.set('X-Content-Type-Options', 'nosniff');
    context.res.headers.set('Referrer-Policy', 'no-referrer');
    context.res.headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    context.res.headers.set('Cross-Origin-Opener-Policy', 'same-origin');
  });

  app.get('/page/live', (context) => {
    const { as, traffic } = context.req.query();
    const stream = liveStream({ discord, run, nonces, library }, personaOf(discord, as), traffic === '1');
    return context.body(stream, 200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  });
  app.use('/page/*', bodyLimit({ maxSize: MOST_BYTES }));
  app.post('/page/deed', async (context) => {
    const request = await read(context, deedRequest);
    if (request === undefined) return context.json({ ok: false, error: 'Not a request of the page.' }, 400);
    return context.json(await perform(discord, nonces, request));
  });
  app.post('/page/autocomplete', async (context) => {
    const request = await read(context, autocompleteRequest);
    if (request === undefined) return context.json({ error: 'Not a request of the page.' }, 400);
    return context.json(await suggest(discord, request));
  });
  app.get('/page/library', (context) =>
    library === undefined ? context.notFound() : context.json(library.overview()),
  );
  app.get('/page/library/:article', (context) => {
    const passages = library?.passages(context.req.param('article'));
    return passages === undefined ? context.notFound() : context.json(passages);
  });
  app.get('/page/avatar/:name', (context) => {
    const svg = avatarSvg(context.req.param('name').replace(/\.svg$/, ''));
    return context.body(svg, 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': 'max-age=86400' });
  });

  app.get('*', async (context) => {
    try {
      const { files } = await site;
      const path = context.req.path === '/' ? '/index.html' : context.req.path;
      const file = files.get(path);
      return file === undefined ? context.notFound() : serve(context, path, file);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return context.text(`The page could not be built: ${reason}\nThe bot goes on without it.`, 503);
    }
  });
  return app;
}

function serve(context: Context, path: string, file: BuiltFile): Response {
  // The names of assets carry a hash of what is in them.
  const caching = path.startsWith('/assets/') ? 'max-age=31536000, immutable' : 'no-store';
  return context.body(new Uint8Array(file.bytes), 200, {
    'Content-Type': file.type,
    'Cache-Control': caching,
  });
}

/** The request's body; undefined where it is not of the form, or is no JSON that a page of ours sends. */
async function read<Form>(context: Context, form: z.ZodType<Form>): Promise<Form | undefined> {
  // Another site's page cannot send this type without asking us first, which we never allow.
  if (context.req.header('content-type')?.split(';')[0] !== 'application/json') return undefined;
  const body: unknown = await context.req.json().catch(() => undefined);
  const reading = form.safeParse(body);
  return reading.success ? reading.data : undefined;
}
