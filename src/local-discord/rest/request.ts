import type { Context } from 'hono';
import { MAX_REQUEST_BYTES } from '../forms/limits.ts';
import { readMultipart, type Upload } from '../world/files.ts';
import { ApiError, refuse } from './api-error.ts';

/** What the routes keep beside a request: its body, read once, for the traffic log. */
export interface RestEnv {
  Variables: { body?: unknown };
}
export type RestContext = Context<RestEnv>;

export interface RequestBody {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

/** Reads a body of JSON or a multipart form with `payload_json`. An empty body is an empty object. */
export async function readBody(context: RestContext): Promise<RequestBody> {
  const type = context.req.header('content-type') ?? '';
  if (Number(context.req.header('content-length') ?? 0) > MAX_REQUEST_BYTES) throw refuse('tooLarge');
  const bytes = await readBytes(context.req.raw.body);
  const body = await parse(bytes, type);
  context.set('body', body.json);
  return body;
}

/** Reads a stream as far as a request may be long. */
async function readBytes(stream: ReadableStream<Uint8Array> | null): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream ?? []) {
    length += chunk.byteLength;
    if (length > MAX_REQUEST_BYTES) throw refuse('tooLarge');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function parse(bytes: Buffer, type: string): Promise<RequestBody> {
  if (bytes.length === 0) return { json: {}, uploads: [] };
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } })
      .formData()
      .catch(() => null);
    if (form === null) throw new ApiError(400, 50035, 'Invalid Form Body');
    return readMultipart(form);
  }
  if (!type.startsWith('application/json')) {
    throw new ApiError(
      400,
      50035,
      `Expected "Content-Type" header to be one of {'application/json', 'multipart/form-data'}.`,
    );
  }
  try {
    return { json: JSON.parse(bytes.toString('utf8')), uploads: [] };
  } catch (cause) {
    if (cause instanceof SyntaxError) throw refuse('invalidJson');
    throw cause;
  }
}
