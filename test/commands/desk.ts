import { expect } from 'vitest';
import article from '../../commands/article.ts';
import ask from '../../commands/ask.ts';
import menu from '../../commands/ask-the-articles.ts';
import compare from '../../commands/compare.ts';
import help from '../../commands/help.ts';
import reindex from '../../commands/reindex.ts';
import sources from '../../commands/sources.ts';
import type { Citation } from '../../src/answer/answer.ts';
import type { ActContext, Command, CommandContext, OptionValues } from '../../src/command/command.ts';
import type { AnswerReply, DocumentReply, Reply } from '../../src/command/reply.ts';
import { type RichText, toPlainText } from '../../src/command/rich-text.ts';
import { contextOf, fireCorpus, registryOf, roof, smoke } from '../command/newsroom.ts';

export const registry = registryOf(smoke, roof, article, ask, compare, help, menu, reindex, sources);

export async function newsroom(changes: globalThis.Partial<CommandContext> = {}) {
  const context = contextOf(await fireCorpus(), registry, changes);
  return {
    context,
    run: async (command: Command, options: OptionValues = {}) => command.run(options, context),
    press: async (reply: Reply, label: string, heading?: string) =>
      press(reply, label, { ...context, ...(heading !== undefined && { heading }) }),
    offer: async (command: Command, option: string, text: string) =>
      (await command.autocomplete?.({ option, text, options: {} }, context)) ?? [],
  };
}

export function press(reply: Reply, label: string, context: ActContext): Promise<Reply> | Reply {
  const action = reply.actions?.find((known) => known.label === label);
  const command = registry.find(action?.command ?? '');
  if (!action || action.disabled || !command?.act) throw new Error(`no button ${label}`);
  expect(action.state.length).toBeLessThanOrEqual(70);
  return command.act(action.state, context);
}

export function answered(reply: Reply): AnswerReply & { readonly passages: readonly Citation[] } {
  if (reply.kind !== 'answer' || reply.answer.status !== 'answered')
    throw new Error(`no answer: ${JSON.stringify(reply)}`);
  return { ...reply, passages: reply.answer.passages };
}

export function documentOf(reply: Reply): DocumentReply {
  if (reply.kind !== 'document') throw new Error(`no document: ${JSON.stringify(reply)}`);
  return reply;
}

export function textOf(reply: Reply): string {
  const { title, lead = '', sections, footer = '' } = documentOf(reply);
  const parts: RichText[] = [
    title,
    lead,
    ...sections.flatMap(({ heading = '', body }) => [heading, body]),
    footer,
  ];
  return parts.map(toPlainText).join('\n');
}

export const labels = (reply: Reply) =>
  (reply.actions ?? []).filter(({ disabled }) => !disabled).map(({ label }) => label);
