import type { Passage } from '../corpus/model.ts';
import { comparePublished } from '../corpus/published.ts';
import { readDenials } from '../language/stance.ts';
import fitted from './denial-weights.json' with { type: 'json' };
import type { Place } from './place.ts';

/** What tells whether a passage denies what another asserts. */
export const DENIAL_SIGNALS = [
  /** The odds by a model that read both, in natural logarithms. */
  'odds',
  /** 1 where its article was published earlier, so that the other one may tell what came later. */
  'earlier',
  /** 1 where both are of one publisher, in two articles: it tells the same again, or knows better by now. */
  'samePublisher',
  /** 1 where it stands in the same article, close behind the other. */
  'soonAfter',
  /** 1 where it denies something by its words. */
  'negates',
  /** 1 where the other one does: two denials of one thing are alike. */
  'negated',
] as const;

export type DenialSignals = Readonly<Record<(typeof DENIAL_SIGNALS)[number], number>>;

/** What each signal counts, and the bias. Fitted by `npm run fit:denials`, never by hand. */
export const DENIAL_WEIGHTS: DenialSignals & { readonly bias: number } = fitted;

/** Reports that were written at the same time: neither tells what came later. */
const ONE_MOMENT = 2 * 3_600_000;
/** Passages between a claim and what is said against it, in one article. */
const SOON = 2;

/** @param odds that `denying` denies what `asserting` asserts, as a model read them; in natural logarithms. */
export function denialSignals(denying: Place, asserting: Place, odds: number): DenialSignals {
  const isOneArticle = denying.article === asserting.article;
  const behind = denying.passage.number - asserting.passage.number;
  return {
    odds,
    earlier: Number(!isOneArticle && isEarlier(denying, asserting)),
    samePublisher: Number(!isOneArticle && denying.article.publisher === asserting.article.publisher),
    soonAfter: Number(isOneArticle && behind > 0 && behind <= SOON),
    negates: Number(negates(denying.passage)),
    negated: Number(negates(asserting.passage)),
  };
}

const known = new WeakMap<Passage, boolean>();

/** Whether a passage denies something by its words. Remembers what it read. */
function negates(passage: Passage): boolean {
  const negating = known.get(passage) ?? readDenials(passage.text, passage.sentences).length > 0;
  known.set(passage, negating);
  return negating;
}

/** The chance that the one denies the other, between 0 and 1, by all signals. */
export function denialChance(signals: DenialSignals): number {
  const odds = DENIAL_SIGNALS.reduce(
    (sum, name) => sum + DENIAL_WEIGHTS[name] * signals[name],
    DENIAL_WEIGHTS.bias,
  );
  return 1 / (1 + Math.exp(-odds));
}

function isEarlier(
  { article: { published: one } }: Place,
  { article: { published: other } }: Place,
): boolean {
  if (one.instant !== undefined && other.instant !== undefined) {
    return one.instant < other.instant - ONE_MOMENT;
  }
  return comparePublished(one, other) < 0;
}
