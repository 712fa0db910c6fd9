import type { Article, FigureRole, Passage, Published, Span } from '../corpus/model.ts';

export type Qualifier = 'about' | 'at least' | 'at most' | 'more than' | 'fewer than' | 'nearly';

/** A number that a passage states, with what it counts and who gave it. */
export interface Figure {
  readonly role: FigureRole;
  readonly value: number;
  /** The upper end, for a range alone. */
  readonly max?: number;
  readonly qualifier: Qualifier | null;
  /** Who gave the figure, in the text's own words. */
  readonly attribution: string | null;
  readonly article: Article;
  readonly passage: Passage;
  /** Where the number stands in the passage's text. */
  readonly span: Span;
  /** The figure of this role with the last word, where figures of it changed over time. */
  readonly latest: boolean;
  /** Where it was counted, in the event's or the text's own words, if at one place of several. */
  readonly site?: string;
  /** It counts a part only ("three of them", "two cyclists"), or an earlier state ("up from four"). */
  readonly isPart: boolean;
}

/** A passage as it is quoted in an answer. */
export interface Citation {
  readonly article: Article;
  readonly passage: Passage;
  /** Between 0 and 1, best first. */
  readonly score: number;
  /** What matched, to be set in bold: ordered, not overlapping. */
  readonly highlights: readonly Span[];
  /** The sentence that answers best: where a deep link points and what a cut keeps. */
  readonly focus: Span;
  /** A later article that corrects or updates this passage's article. */
  readonly revisedBy?: { readonly kind: 'corrected' | 'updated'; readonly by: Article };
}

/** `incompatible`: 39 and 52. `imprecise`: about 40 and 39. `denied`: asserted here, reported as denied there. */
export type DisagreementKind = 'incompatible' | 'imprecise' | 'denied';

export interface Disagreement {
  /** A figure's role, or the name of the concept that is denied. */
  readonly about: string;
  readonly kind: DisagreementKind;
  /** The place at which both count, if it is one of several. */
  readonly site?: string;
  /** Two passages; of a denial first the one that asserts, then the one that denies. */
  readonly sides: readonly Side[];
}

/** A passage that takes part in a disagreement, and its figure where figures differ. */
export interface Side extends Pick<Citation, 'article' | 'passage'> {
  readonly figure?: Pick<Figure, 'role' | 'value' | 'max' | 'qualifier'>;
}

export interface Answered {
  readonly status: 'answered';
  readonly question: string;
  /** Best first; the sides of a question before a second passage from one side. */
  readonly passages: readonly Citation[];
  readonly figures: readonly Figure[];
  readonly disagreements: readonly Disagreement[];
  /** When the newest article that is quoted was published. */
  readonly asOf: Published;
}

/**
 * `empty`: nothing was asked (no letter or digit). `silent`: the articles do not say.
 * `filtered`: they do, but nothing within the publisher or date that was asked for.
 */
export type RefusalReason = 'empty' | 'silent' | 'filtered';

export interface Unanswered {
  readonly status: 'unanswered';
  readonly question: string;
  readonly reason: RefusalReason;
  /** Names of topic commands that come nearest; offered as buttons. */
  readonly suggestions: readonly string[];
  /** When the newest article that was searched was published. */
  readonly asOf?: Published;
}

/** What the articles say to a question, or that they do not say. Never a word of our own. */
export type Answer = Answered | Unanswered;

/** Narrows an answer to one publisher and to articles from a day on. */
export interface Filters {
  /** A publisher's name, compared without case. */
  readonly publisher?: string;
  /** `YYYY-MM-DD`: only articles published on that day or later. */
  readonly since?: string;
}
