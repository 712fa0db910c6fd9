import type { Unanswered } from '../answer/answer.ts';
import { formatPublished } from './date.ts';

/** What the bot says where it has no passage to show, as plain text. */
export function refusalText(answer: Unanswered): string {
  const asOf = answer.asOf === undefined ? '' : ` (As of ${formatPublished(answer.asOf)}.)`;
  switch (answer.reason) {
    case 'empty':
      return 'Ask me something about the event, in words.';
    case 'filtered':
      return `The articles do not say, within the publisher or date asked for. Without that filter they do.${asOf}`;
    case 'silent':
      return `The articles do not say.${nearest(answer)}${asOf}`;
  }
}

function nearest(answer: Unanswered): string {
  return answer.suggestions.length === 0 ? '' : ' These topics come nearest:';
}
