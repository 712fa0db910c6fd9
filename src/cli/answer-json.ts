import type { Answer, Citation, Figure } from '../answer/answer.ts';
import type { Reply } from '../command/reply.ts';
import { replyText } from './reply-text.ts';

/** What `ask --json` prints for one line; its keys stand in the order of the contract. */
export type JsonAnswer = { readonly question: string; readonly status: 'answered' | 'unanswered' } & (
  | {
      readonly passages: readonly JsonPassage[];
      readonly figures: readonly JsonFigure[];
      readonly disagreements: readonly JsonDisagreement[];
    }
  | { readonly text: string }
);

interface JsonPassage {
  readonly text: string;
  readonly article: string;
  readonly form: string;
  readonly publisher: string;
  readonly title: string;
  readonly published: string;
  /** Absent where the article's address is not known. */
  readonly url?: string;
  readonly paragraph: number;
  readonly score: number;
  readonly highlights: readonly (readonly [number, number])[];
}

interface JsonFigure {
  readonly role: string;
  readonly value: number;
  readonly max?: number;
  readonly qualifier: string | null;
  readonly attribution: string | null;
  readonly article: string;
  readonly paragraph: number;
  readonly published: string;
}

interface JsonDisagreement {
  readonly about: string;
  readonly kind: string;
  readonly sides: readonly { readonly article: string; readonly paragraph: number }[];
}

/**
 * @param line the question or command as it was given.
 * @param most how many passages an answer has at most.
 */
export function replyJson(line: string, reply: Reply, most: number): JsonAnswer {
  if (reply.kind === 'answer') return answerJson(line, reply.answer, most);
  const failed = reply.kind === 'notice' && reply.failed === true;
  return { question: line, status: failed ? 'unanswered' : 'answered', text: replyText(reply) };
}

function answerJson(question: string, answer: Answer, most: number): JsonAnswer {
  if (answer.status === 'unanswered') {
    return { question, status: 'unanswered', passages: [], figures: [], disagreements: [] };
  }
  return {
    question,
    status: 'answered',
    // Best first, in whatever order people see them.
    passages: [...answer.passages]
      .sort((a, b) => b.score - a.score)
      .slice(0, most)
      .map(passageJson),
    figures: answer.figures.map(figureJson),
    disagreements: answer.disagreements.map(({ about, kind, sides }) => ({
      about,
      kind,
      sides: sides.map(({ article, passage }) => ({ article: article.id, paragraph: passage.number })),
    })),
  };
}

function passageJson({ article, passage, score, highlights }: Citation): JsonPassage {
  return {
    text: passage.text,
    article: article.id,
    form: article.form,
    publisher: article.publisher,
    title: article.title,
    published: article.published.text,
    ...(article.url !== undefined && { url: article.url }),
    paragraph: passage.number,
    score: Math.round(score * 10_000) / 10_000,
    highlights: highlights.map(([start, end]) => [start, end] as const),
  };
}

function figureJson({ role, value, max, qualifier, attribution, article, passage }: Figure): JsonFigure {
  return {
    role,
    value,
    ...(max !== undefined && { max }),
    qualifier,
    attribution,
    article: article.id,
    paragraph: passage.number,
    published: article.published.text,
  };
}
