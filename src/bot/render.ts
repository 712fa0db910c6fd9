import type { Reply } from '../command/reply.ts';
import { answerEmbeds } from './answer-message.ts';
import { buttonRows } from './buttons.ts';
import { documentEmbeds, plainDocument } from './document-message.ts';
import { LIMITS } from './limits.ts';
import { toMarkdown } from './markdown.ts';
import { type MessageBody, NO_MENTIONS, type Place } from './message-body.ts';
import { plainAnswer } from './plain-answer.ts';

/**
 * A reply as a message that Discord takes: within its limits, with all text of articles and users escaped,
 * and without pinging anybody.
 */
export function render(reply: Reply, place: Place): MessageBody {
  const deletable = reply.kind !== 'notice' && reply.visibility !== 'private';
  return {
    ...text(reply, place),
    components: buttonRows(reply.actions ?? [], deletable ? place.deletableBy : undefined),
    allowedMentions: NO_MENTIONS,
  };
}

function text(reply: Reply, { embeds, commandIds }: Place): Pick<MessageBody, 'content' | 'embeds'> {
  switch (reply.kind) {
    case 'notice':
      return { content: toMarkdown(reply.text, LIMITS.content, commandIds).trim() || '…', embeds: [] };
    case 'document':
      return embeds
        ? { content: '', embeds: documentEmbeds(reply, commandIds) }
        : { content: plainDocument(reply, commandIds), embeds: [] };
    case 'answer':
      return embeds
        ? { content: '', embeds: answerEmbeds(reply, commandIds) }
        : { content: plainAnswer(reply, commandIds), embeds: [] };
  }
}
