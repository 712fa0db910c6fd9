import type { Answer } from '../answer/answer.ts';
import { inOrderOfTime } from '../answer/event-moment.ts';
import type { TopicDeclaration } from '../corpus/model.ts';
import type { Dossier } from '../dossier.ts';
import { answerReply } from './answer-reply.ts';
import { type Command, type CommandContext, command } from './command.ts';
import { FILTER_OPTIONS, readFilters, suggestPublishers } from './filters.ts';
import { decodePage, type Page } from './page.ts';
import type { Reply } from './reply.ts';

/**
 * Declares a topic command: shows per source what the articles say of its topic, narrowed by publisher and
 * date, with buttons to turn the pages.
 */
export function topic(declaration: TopicDeclaration): Command {
  const { name, description } = declaration;
  const show = async (page: Page, { dossier, registry }: CommandContext): Promise<Reply> =>
    answerReply({
      command: name,
      heading: headingOf(name, page),
      answer: await answerOf(declaration, page, dossier),
      page,
      registry,
    });
  const declared = command({
    name,
    description,
    options: FILTER_OPTIONS,
    examples: [`/${name}`],
    run: (options, context) =>
      show({ offset: 0, filters: readFilters(options, context.dossier.corpus) }, context),
    autocomplete: ({ option, text }, { dossier }) =>
      option === 'publisher' ? suggestPublishers(dossier.corpus, text) : [],
    act: (state, context) => show(decodePage(state, context.dossier.corpus), context),
  });
  return { ...declared, topic: declaration };
}

async function answerOf(topic: TopicDeclaration, { filters }: Page, dossier: Dossier): Promise<Answer> {
  const answer = await dossier.about(topic, filters);
  if (!topic.chronological || answer.status !== 'answered') return answer;
  return { ...answer, passages: inOrderOfTime(answer.passages, dossier.corpus.event) };
}

/** The command as it would be typed. */
function headingOf(name: string, { filters }: Page): string {
  const { publisher, since } = filters;
  return [`/${name}`, publisher && `publisher: ${publisher}`, since && `since: ${since}`]
    .filter(Boolean)
    .join(' ');
}
