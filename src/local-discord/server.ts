import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { WebSocketServer } from 'ws';
import { MAX_PAYLOAD } from './gateway/connection.ts';
import { isFromThisMachine } from './loopback-guard.ts';
import { refuse } from './rest/api-error.ts';
import { restApi } from './rest/rest.ts';
import type { Services } from './services.ts';

/** Something that answers requests: a Hono app, or what looks like one. */
export interface Page {
  fetch(request: Request): Response | Promise<Response>;
}

export interface LocalServer {
  readonly port: number;
  /** Hands every request outside `/api`, `/attachments` and `/gateway` to `page`. */
  mount(page: Page): void;
  close(): Promise<void>;
}

/** Kinds of files that a page may show. Any other might run in the page's name, and is only saved. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** Bytes of a WebSocket message that are read at all. What is over Discord's limit but under this gets its close code. */
const MAX_FRAME = 16 * MAX_PAYLOAD;

/** Serves REST, the gateway and a page on one port of 127.0.0.1. */
export async function startServer(
  services: Services,
  port: number,
  onError: (error: unknown) => void,
): Promise<LocalServer> {
  let page: Page | null = null;
  const app = new Hono();
  app.use('*', async (context, next) => {
    const { host, origin } = context.req.header();
    if (!isFromThisMachine({ host, origin }))
      return context.text('This is a local Discord, for this machine alone.', 403);
    await next();
  });
  app.get('/attachments/:channel/:id/:name', (context) => {
    const file = services.files.get(context.req.param('id'));
    if (file === undefined) return context.json(refuse('noSuchRoute').body, 404);
    return context.body(file.bytes, 200, {
      'Content-Type': PICTURES.has(file.type) ? file.type : 'application/octet-stream',
      'Content-Disposition': `${PICTURES.has(file.type) ? 'inline' : 'attachment'}; filename="${file.name}"`,
      'X-Content-Type-Options': 'nosniff',
    });
  });
  const api = restApi(services, onError);
  app.all('/api/*', (context) => api.fetch(context.req.raw));
  app.all(
    '*',
    (context) => page?.fetch(context.req.raw) ?? context.text('The local Discord is running.', 404),
  );

  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    const { host, origin } = request.headers;
    const refusal = !isFromThisMachine({ host, origin })
      ? '403 Forbidden'
      : !/^\/gateway\/?$/.test(url.pathname)
        ? '404 Not Found'
        : services.gateway.accepting
          ? null
          : '503 Service Unavailable';
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      services.gateway.accept(webSocket, url.searchParams),
    );
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('The local Discord listens on no port.');
  return {
    port: address.port,
    mount(next) {
      page = next;
    },
    async close() {
      services.gateway.shut();
      sockets.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
