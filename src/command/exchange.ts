import type { Logger } from 'pino';
import type { Asker } from './access.ts';
import type { Conversation } from './dispatcher.ts';
import type { Reply, Visibility } from './reply.ts';
import type { RichText } from './rich-text.ts';

/** One conversation kept in order: deferred once, progress in between, the reply last. */
export interface Exchange {
  readonly asker: Asker;
  /** Defers unless that is done already. Rejects where the medium refuses. */
  defer(visibility: Visibility): Promise<void>;
  /** Shows progress if deferred, at most once in a while, the latest last; never rejects. */
  progress(text: RichText): Promise<void>;
  /** Shows the reply, after what is still being sent. No progress is shown after it. */
  respond(reply: Reply): Promise<void>;
}

interface ExchangeOptions {
  /** Milliseconds. */
  readonly progressEvery: number;
  readonly logger: Logger;
}

export function createExchange(conversation: Conversation, options: ExchangeOptions): Exchange {
  let deferral: Promise<void> | undefined;
  let visibility: Visibility = 'public';
  let sending: Promise<void> = Promise.resolve();
  let pending: RichText | undefined;
  let timer: NodeJS.Timeout | undefined;
  let shownAt = Number.NEGATIVE_INFINITY;
  let answered = false;

  const showPending = () => {
    timer = undefined;
    const text = pending;
    pending = undefined;
    if (text === undefined || answered) return;
    shownAt = performance.now();
    sending = sending.then(async () => {
      if (answered) return;
      try {
        await conversation.respond({ kind: 'notice', text, visibility });
      } catch (error) {
        options.logger.warn({ err: error }, 'progress could not be shown');
      }
    });
  };

  return {
    asker: conversation.asker,
    defer(wanted) {
      if (answered) return Promise.resolve();
      if (!deferral) {
        visibility = wanted;
        deferral = conversation.defer(wanted);
      }
      return deferral;
    },
    async progress(text) {
      if (!deferral || answered) return;
      pending = text;
      timer ??= setTimeout(showPending, Math.max(0, shownAt + options.progressEvery - performance.now()));
    },
    async respond(reply) {
      answered = true;
      clearTimeout(timer);
      // A deferral that failed was reported by whoever asked for it.
      await deferral?.catch(() => {});
      await sending;
      await conversation.respond(reply);
    },
  };
}
