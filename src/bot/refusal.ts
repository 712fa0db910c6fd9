import type { Unanswered } from '../answer/answer.ts';
import { formatPublished } from '../command/date.ts';

/** What the bot says where it has no passage to show, in our own words and without markup. `offers`: whether buttons stand below. */
export function refusalText(answer: Unanswered, offers: boolean): string {
  const asOf = answer.asOf === undefined ? '' : ` (As of ${formatPublished(answer.asOf)}.)`;
  switch (answer.reason) {
    case 'empty':
      return 'Ask me something about the event, in English words.';
    case 'filtered':
      return `The articles do not say, within the publisher or date asked for; others do.${asOf}`;
    case 'silent':
      return `The articles do not say.${asOf}${offers ? ' These topics come nearest:' : ''}`;
  }
}
