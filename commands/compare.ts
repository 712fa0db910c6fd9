import type { Answer, Answered, Citation } from '../src/answer/answer.ts';
import { answerReply, PAGE_SIZE, pageActions } from '../src/command/answer-reply.ts';
import { type Command, type CommandContext, command, type Suggestion } from '../src/command/command.ts';
import { rankByText, resolvePublisher, shorten, suggestPublishers } from '../src/command/filters.ts';
import { markOf, OUTDATED, publisherOfMark } from '../src/command/page.ts';
import type { Registry } from '../src/command/registry.ts';
import type { Reply } from '../src/command/reply.ts';
import type { TopicDeclaration } from '../src/corpus/model.ts';
import { nearestName } from '../src/corpus/nearest-name.ts';
import { byPublication } from '../src/corpus/published.ts';
import type { Dossier } from '../src/dossier.ts';
import { UserError } from '../src/user-error.ts';

/** `/compare`: what two publishers say of a topic, passage beside passage. */
export default command({
  name: 'compare',
  description: 'What two publishers say of a topic, side by side',
  options: {
    topic: {
      description: 'The topic, such as casualties',
      required: true,
      autocomplete: true,
      maxLength: 32,
    },
    first: { description: 'A publisher; else the one that says most', autocomplete: true, maxLength: 100 },
    second: { description: 'Another publisher; else the next', autocomplete: true, maxLength: 100 },
  },
  examples: ['/compare topic: casualties', '/compare topic: reactions'],
  async run({ topic, first, second }, context) {
    const declaration = findTopic(topic ?? '', context.registry);
    return compare(declaration, await choosePair(declaration, first, second, context.dossier), 0, context);
  },
  autocomplete: ({ option, text }, { dossier, registry }) =>
    option === 'topic' ? suggestTopics(registry, text) : suggestPublishers(dossier.corpus, text),
  act(state, context) {
    const parts = /^([^,]+),([0-9a-f]{10}),([0-9a-f]{10}),(\d{1,6})$/.exec(state);
    const [, topic = '', first = '', second = '', offset] = parts ?? [];
    if (!parts) throw new UserError(OUTDATED);
    const { corpus } = context.dossier;
    const pair: Pair = [publisherOfMark(first, corpus), publisherOfMark(second, corpus)];
    return compare(findTopic(topic, context.registry), pair, Number(offset), context);
  },
});

type Pair = readonly [first: string, second: string];

async function compare(
  topic: TopicDeclaration,
  pair: Pair,
  offset: number,
  { dossier, registry }: CommandContext,
): Promise<Reply> {
  const heading = `/compare topic: ${topic.name} first: ${pair[0]} second: ${pair[1]}`;
  const answer = onlyOf(pair, await dossier.about(topic));
  if (answer.status === 'unanswered') {
    return answerReply({ command: topic.name, heading, answer, page: { offset: 0, filters: {} }, registry });
  }
  // An even number, so that each page has as many passages of the one as of the other.
  const size = PAGE_SIZE - (PAGE_SIZE % 2);
  const pages = Math.ceil(answer.passages.length / size);
  const page = Math.min(Math.floor(offset / size), pages - 1);
  const marks = pair.map(markOf).join(',');
  const silent = pair.filter((publisher) => !answer.passages.some((citation) => isBy(publisher, citation)));
  return {
    kind: 'answer',
    answer,
    heading,
    offset: page * size,
    pageSize: size,
    ...(silent.length > 0 && { note: `${silent.join(' and ')}: nothing of this in its articles.` }),
    actions: pageActions({
      command: 'compare',
      page,
      pages,
      stateOf: (index) => `${topic.name},${marks},${index * size}`,
    }),
  };
}

/** The part of an answer that is by the two, their passages in turn, the best first. */
function onlyOf(pair: Pair, answer: Answer): Answer {
  if (answer.status === 'unanswered') return answer;
  const [left, right] = pair.map((publisher) =>
    answer.passages.filter((citation) => isBy(publisher, citation)),
  );
  const passages = inTurn(left ?? [], right ?? []);
  const asOf = byPublication(passages.map(({ article }) => article)).at(-1)?.published;
  if (!asOf) return { status: 'unanswered', question: answer.question, reason: 'filtered', suggestions: [] };
  const ofBoth = ({ article }: Pick<Citation, 'article'>) =>
    pair.some((publisher) => isBy(publisher, { article }));
  const narrowed: Answered = {
    ...answer,
    passages,
    figures: answer.figures.filter(ofBoth),
    disagreements: answer.disagreements.filter(({ sides }) => sides.every(ofBoth)),
    asOf,
  };
  return narrowed;
}

function isBy(publisher: string, { article }: Pick<Citation, 'article'>): boolean {
  return article.publisher.toLowerCase() === publisher.toLowerCase();
}

function inTurn<T>(left: readonly T[], right: readonly T[]): readonly T[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, i) => [left[i], right[i]])
    .flat()
    .filter((item) => item !== undefined);
}

/** @throws UserError where there are not two to compare. */
async function choosePair(
  topic: TopicDeclaration,
  first: string | undefined,
  second: string | undefined,
  dossier: Dossier,
): Promise<Pair> {
  const named = [first, second].map((typed) =>
    typed === undefined ? undefined : resolvePublisher(typed, dossier.corpus),
  );
  const taken = new Set(named.map((name) => name?.toLowerCase()));
  const others = (await dossier.publishersOn(topic)).filter((name) => !taken.has(name.toLowerCase()));
  const [left, right] = named.map((name) => name ?? others.shift());
  if (left === undefined || right === undefined) {
    const only = left ?? right;
    throw new UserError(
      only === undefined
        ? `No publisher says anything of ${topic.name}, so there is nothing to compare.`
        : `Nobody besides ${only} says anything of ${topic.name}. See /${topic.name}.`,
    );
  }
  if (left.toLowerCase() === right.toLowerCase()) {
    throw new UserError(`${left} cannot be compared with itself. Choose two different publishers.`);
  }
  return [left, right];
}

function findTopic(typed: string, registry: Registry): TopicDeclaration {
  const name = typed.toLowerCase().replace(/^\//, '');
  const found = registry.topics.find((known) => known.name === name)?.topic;
  if (found) return found;
  const names = registry.topics.map((known: Command) => known.name);
  const near = nearestName(name, names);
  throw new UserError(
    `“${shorten(typed, 40)}” is no topic. ${near ? `Did you mean ${near}?` : `The topics are: ${names.join(', ')}.`}`,
  );
}

function suggestTopics({ topics }: Registry, text: string): readonly Suggestion[] {
  const all = topics.map(({ name, description }) => ({ name: `${name}: ${description}`, value: name }));
  return rankByText(all, text, ({ name }) => name);
}
