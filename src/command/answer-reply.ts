import type { Answer } from '../answer/answer.ts';
import { encodePage, type Page } from './page.ts';
import type { Registry } from './registry.ts';
import type { Action, AnswerReply } from './reply.ts';

/**
 * Passages a page: few enough that each has room to be read (Discord shows 6,000 characters a message), and
 * enough for the sides of most questions.
 */
export const PAGE_SIZE = 5;

export interface PagedAnswer {
  /** The command whose `act` turns the pages. */
  readonly command: string;
  readonly heading: string;
  readonly answer: Answer;
  readonly page: Page;
  readonly registry: Registry;
}

/** An answer as a reply: with buttons to turn its pages, or, for a refusal, with what is nearest. */
export function answerReply({ command, heading, answer, page, registry }: PagedAnswer): AnswerReply {
  if (answer.status === 'unanswered') {
    const everything: Action[] =
      answer.reason === 'filtered'
        ? [
            {
              label: 'All publishers and days',
              command,
              state: encodePage({ offset: 0, filters: {} }),
              style: 'primary',
            },
          ]
        : [];
    const topics = answer.suggestions.flatMap((name): Action[] => {
      const known = registry.find(name)?.topic;
      return known && name !== command ? [topicAction(name)] : [];
    });
    return { kind: 'answer', answer, heading, actions: [...everything, ...topics.slice(0, 4)] };
  }
  const count = answer.passages.length;
  const offset =
    Math.min(Math.floor(page.offset / PAGE_SIZE), Math.max(0, Math.ceil(count / PAGE_SIZE) - 1)) * PAGE_SIZE;
  return {
    kind: 'answer',
    answer,
    heading,
    offset,
    pageSize: PAGE_SIZE,
    actions: pageActions({
      command,
      page: offset / PAGE_SIZE,
      pages: Math.ceil(count / PAGE_SIZE),
      stateOf: (index) => encodePage({ ...page, offset: index * PAGE_SIZE }),
    }),
  };
}

/** A button that shows what the articles say of a topic. */
function topicAction(name: string): Action {
  return { label: `/${name}`, command: name, state: encodePage({ offset: 0, filters: {} }) };
}

/** Buttons to turn pages, with the number of the page between them; none for a single page. */
export function pageActions(options: {
  readonly command: string;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly stateOf: (page: number) => string;
}): readonly Action[] {
  const { command, page, pages, stateOf } = options;
  if (pages < 2) return [];
  // The ends go round on nothing: a button that leads nowhere is shown, but cannot be pressed. States differ
  // from each other in any case, since Discord wants every button's id to be unique.
  return [
    { label: 'Previous', command, state: page > 0 ? stateOf(page - 1) : 'first', disabled: page === 0 },
    { label: `${page + 1} of ${pages}`, command, state: stateOf(page), disabled: true },
    {
      label: 'Next',
      command,
      state: page + 1 < pages ? stateOf(page + 1) : 'last',
      disabled: page + 1 >= pages,
    },
  ];
}
