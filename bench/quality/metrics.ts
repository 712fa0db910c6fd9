import { type Gold, lastWords, type Question } from './question-set.ts';

/** What a system gave to a question. */
export interface Output {
  readonly answered: boolean;
  readonly passages: readonly { readonly article: string; readonly text: string }[];
}

export interface Judged {
  readonly question: Question;
  readonly output: Output;
  /** Rank of each gold from 1; Infinity where it is not shown. */
  readonly ranks: readonly number[];
  /** The best of them; Infinity for a refusal. */
  readonly rank: number;
}

/** White space folded and curly quotes straightened, as labels are compared with passages. */
export const normalise = (text: string): string =>
  text
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/\*+/g, '')
    .replace(/[‘’‛′]/g, "'")
    .replace(/[“”‟″]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether a label names this passage. */
export const isHit = (gold: Gold, passage: Output['passages'][number]) =>
  passage.article === gold.article && normalise(passage.text).includes(normalise(gold.must_contain));

export function judge(question: Question, output: Output): Judged {
  const ranks = question.gold.map((gold) => {
    const index = output.passages.findIndex((passage) => isHit(gold, passage));
    return index < 0 ? Number.POSITIVE_INFINITY : index + 1;
  });
  return {
    question,
    output,
    ranks,
    rank: output.answered ? Math.min(...ranks, Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY,
  };
}

/** Shares from 0 to 1, with the number of questions behind each. */
export interface Measures {
  readonly first: Share;
  readonly firstThree: Share;
  readonly paraphraseFirst: Share;
  readonly noOverlapFirst: Share;
  readonly sides: Share;
  readonly latestFirst: Share;
  readonly refused: Share;
  readonly falselyRefused: Share;
  readonly balanced: number;
  readonly topicRecall: Share;
  readonly topicWrong: number;
}

export interface Share {
  readonly share: number;
  readonly of: number;
}

function share(values: readonly number[]): Share {
  return { share: values.reduce((a, b) => a + b, 0) / Math.max(1, values.length), of: values.length };
}

const isTopic = ({ question }: Judged) => question.kind === 'topic';

export function measure(judged: readonly Judged[]): Measures {
  const answerable = judged.filter((j) => j.question.answerable && !isTopic(j));
  const unanswerable = judged.filter((j) => !j.question.answerable);
  const topics = judged.filter(isTopic);
  const within = (rows: readonly Judged[], rank: number) => share(rows.map((row) => +(row.rank <= rank)));
  const sided = answerable.filter((j) => j.question.sides?.length && j.question.kind !== 'multi-part');
  const changing = answerable.filter((j) => typeof j.question.latest === 'number');
  const refused = share(unanswerable.map((j) => +!j.output.answered));
  const falselyRefused = share(answerable.map((j) => +!j.output.answered));
  return {
    first: within(answerable, 1),
    firstThree: within(answerable, 3),
    paraphraseFirst: within(
      answerable.filter((j) => j.question.style === 'paraphrase'),
      1,
    ),
    noOverlapFirst: within(
      answerable.filter((j) => j.question.overlap === 'none'),
      1,
    ),
    sides: share(sided.map((j) => +(j.output.answered && everySideWithin(j, 5)))),
    latestFirst: share(changing.map((j) => +(j.output.answered && latestRank(j) <= 1))),
    refused,
    falselyRefused,
    balanced: (refused.share + 1 - falselyRefused.share) / 2,
    topicRecall: share(topics.map(topicRecall)),
    topicWrong: topics.reduce((sum, topic) => sum + wrongShown(topic).length, 0),
  };
}

export function everySideWithin({ question, ranks }: Judged, rank: number): boolean {
  return (question.sides ?? []).every((side) => side.some((gold) => (ranks[gold] ?? 99) <= rank));
}

function latestRank({ question, ranks }: Judged): number {
  const golds = lastWords(question) ?? [-1];
  return Math.min(...golds.map((gold) => ranks[gold] ?? Number.POSITIVE_INFINITY));
}

function topicRecall({ question, output, ranks }: Judged): number {
  if (!output.answered) return 0;
  const found = ranks.filter((rank) => rank <= 10).length;
  return Math.min(1, found / Math.min(10, question.gold.length));
}

/** Passages shown that the labels say do not belong. */
export function wrongShown({ question, output }: Judged): readonly Gold[] {
  return (question.must_not ?? []).filter(
    (gold) => output.answered && output.passages.some((passage) => isHit(gold, passage)),
  );
}
