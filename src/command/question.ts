import { UserError } from '../user-error.ts';
import { answerReply } from './answer-reply.ts';
import type { ActContext, CommandContext } from './command.ts';
import { decodePage, type Page } from './page.ts';
import type { AnswerReply } from './reply.ts';

/** The command that answers questions and turns the pages of every answer to one. */
const ASK = 'ask';
/**
 * A button finds its question again in the message that it stands on, which may show longer ones cut: escaped, and
 * in plain text beside the passages. So answers to those have one page.
 */
const LONGEST_PAGED_QUESTION = 240;
/** Passages of that one page, at most: what the medium does not take, it leaves out and says so. */
const ONE_PAGE = 10;

/** Answers a question in free words. An empty one gets a refusal that says so. */
export async function answerQuestion(
  question: string,
  page: Page,
  context: CommandContext,
): Promise<AnswerReply> {
  const { dossier, registry } = context;
  const answer = await dossier.ask(question, page.filters);
  const reply = answerReply({ command: ASK, heading: question, answer, page, registry });
  if (question.length <= LONGEST_PAGED_QUESTION) return reply;
  const actions = (reply.actions ?? []).filter(({ command }) => command !== ASK);
  return { ...reply, actions, pageSize: ONE_PAGE };
}

/**
 * Another page of the answer on whose message a button was pressed.
 *
 * @throws UserError where the message does not show its question whole.
 */
export function turnPage(state: string, context: ActContext): Promise<AnswerReply> {
  const { heading, dossier } = context;
  if (heading === undefined || heading.trim() === '') {
    throw new UserError('I can no longer read the question above this button. Please ask again with /ask.');
  }
  return answerQuestion(heading, decodePage(state, dossier.corpus), context);
}
