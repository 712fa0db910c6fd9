import type { APIAttachment } from 'discord-api-types/v10';
import { compact } from '../forms/compact.ts';
import { LIMITS, MAX_FILE_BYTES } from '../forms/limits.ts';
import type { AttachmentForm } from '../forms/message.ts';
import { ApiError, refuse } from '../rest/api-error.ts';
import type { Snowflake, SnowflakeSource } from '../snowflake.ts';

/** A file as it came in a request: `files[n]` of a multipart form. */
export interface Upload {
  readonly index: string;
  readonly file: File;
}

interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/** The files that were sent with messages. */
export class Files {
  readonly #ids: SnowflakeSource;
  readonly #origin: () => string;
  readonly #stored = new Map<Snowflake, StoredFile>();

  constructor(ids: SnowflakeSource, origin: () => string) {
    this.#ids = ids;
    this.#origin = origin;
  }

  get(id: Snowflake): StoredFile | undefined {
    return this.#stored.get(id);
  }

  /** Keeps the uploads of a message and tells them as its attachments. */
  async keep(
    channelId: Snowflake,
    uploads: readonly Upload[],
    described: readonly AttachmentForm[] = [],
  ): Promise<readonly APIAttachment[]> {
    if (uploads.length > LIMITS.attachments.max) throw refuse('tooManyAttachments');
    if (uploads.some(({ file }) => file.size > MAX_FILE_BYTES)) throw refuse('tooLarge');
    const attachments: APIAttachment[] = [];
    for (const { index, file } of uploads) {
      const id = this.#ids.next();
      const name = file.name.replaceAll(/[^\w.-]+/g, '_');
      const description = described.find((one) => one.id === index)?.description;
      this.#stored.set(id, { name, type: file.type, bytes: await file.arrayBuffer() });
      const url = `${this.#origin()}/attachments/${channelId}/${id}/${name}`;
      attachments.push({
        id,
        filename: name,
        size: file.size,
        url,
        proxy_url: url,
        ...compact({ description, content_type: file.type || undefined }),
      });
    }
    return attachments;
  }
}

/** The parts of a multipart request: the JSON of `payload_json`, and the files. */
export function readMultipart(data: FormData): {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
} {
  const uploads: Upload[] = [];
  for (const [key, value] of data.entries()) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (index !== undefined && typeof value !== 'string') uploads.push({ index, file: value });
  }
  const payload = data.get('payload_json');
  try {
    return { json: typeof payload === 'string' ? JSON.parse(payload) : {}, uploads };
  } catch (cause) {
    if (cause instanceof SyntaxError) throw refuse('invalidJson');
    throw cause instanceof ApiError ? cause : new Error('Could not read a multipart body.', { cause });
  }
}
