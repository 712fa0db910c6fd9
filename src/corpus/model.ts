/** The name of an article's file without `.md`: `a-z 0-9 -`. */
export type ArticleId = string & { readonly __brand: 'ArticleId' };

/** `<article id>#<number of the passage>`; unique in a corpus. */
export type PassageId = string & { readonly __brand: 'PassageId' };

/** A half-open range of UTF-16 offsets into a text. */
export type Span = readonly [start: number, end: number];

/**
 * When something was published. A date without a time is a calendar day: it has no `instant` and never
 * shifts with a time zone.
 */
export interface Published {
  /** As the article gives it: `2017-06-07` or an ISO date-time. */
  readonly text: string;
  /** The calendar day as written, `YYYY-MM-DD`. */
  readonly day: string;
  /** Milliseconds since 1970 in UTC; only where a time of day was given. */
  readonly instant?: number;
}

/** `full`: the publisher's own text, quotable. `summary`: our words about the publisher's article. */
export type ArticleForm = 'full' | 'summary';

/** One paragraph, list item or block quote of an article. Headings give context and are no passages. */
export interface Passage {
  readonly id: PassageId;
  readonly article: ArticleId;
  /** The number of the passage in its article, from 1, headings not counted. */
  readonly number: number;
  /** Markdown read as Markdown, white space folded: contiguous text of the article's body. */
  readonly text: string;
  /** The sentences of `text`, in order. */
  readonly sentences: readonly Span[];
  /** The nearest heading above the passage. */
  readonly heading?: string;
}

export interface Article {
  readonly id: ArticleId;
  readonly title: string;
  readonly publisher: string;
  readonly published: Published;
  readonly url?: string;
  readonly author?: string;
  readonly language: string;
  readonly form: ArticleForm;
  /** The earlier article that this one is a newer state of. */
  readonly updates?: ArticleId;
  /** The article that this one corrects. */
  readonly corrects?: ArticleId;
  /** Why the article was withdrawn; a retracted article is never quoted. */
  readonly retracted?: string;
  /** In the order of the article. */
  readonly passages: readonly Passage[];
}

/** What a number in a report counts. */
export const FIGURE_ROLES = [
  'killed',
  'injured',
  'missing',
  'rescued',
  'aboard',
  'passengers',
  'crew',
  'attackers',
  'hostages',
  'arrested',
  'evacuated',
] as const;
export type FigureRole = (typeof FIGURE_ROLES)[number];

const ROLES: ReadonlySet<string> = new Set(FIGURE_ROLES);
/** Whether what a disagreement is about is a figure, and not the name of a concept. */
export const isFigureRole = (about: string): boolean => ROLES.has(about);

/** A topic command as data: what `commands/*.ts` and `topics:` of `event.yaml` declare alike. */
export interface TopicDeclaration {
  /** The command's name, 1 to 32 lower-case letters, digits, `-` or `_`. */
  readonly name: string;
  /** 1 to 100 characters, shown by Discord beside the name. */
  readonly description: string;
  /**
   * What shows that a passage belongs: words and phrases of texts, names of concepts of the lexicon, or signs
   * (`#clock-time`; see `answer/topic-signs.ts`).
   */
  readonly evidence: readonly string[];
  /** As `evidence`, but surer still: such passages stand first. */
  readonly sure?: readonly string[];
  /** As `evidence`, but weak: one alone does not show it, two in a passage do. */
  readonly hints?: readonly string[];
  /** Sets of lists: where a sentence holds something of every list of a set, its passage belongs. */
  readonly together?: readonly (readonly (readonly string[])[])[];
  /** What shows that a sentence speaks of something else, whatever else it holds. */
  readonly unless?: readonly string[];
  /** Whether sentences about another time than the event's belong as well. Default `this-event`. */
  readonly about?: 'this-event' | 'any';
  /** Nouns that take up what the paragraph before was about: "The text …", "Its message …". */
  readonly sequel?: readonly string[];
  /** Roles of figures that belong to the topic; a passage that states one belongs. */
  readonly figures?: readonly FigureRole[];
  /** Whether the passages stand in the order of what they report, not the surest first. Default: no. */
  readonly chronological?: boolean;
  /** Questions as members type them; they feed `/help`, autocomplete and the tests. */
  readonly examples?: readonly string[];
}

/** The event that a data folder is about. */
export interface EventInfo {
  readonly title: string;
  /** First and last calendar day, `YYYY-MM-DD`; the same for an event of one day. */
  readonly date: { readonly from: string; readonly to: string };
  readonly place?: string;
  readonly description?: string;
  readonly language: string;
  /** Canonical name → other names. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  /** Names of the topic commands to offer; all where it is absent. */
  readonly commands?: readonly string[];
  /** The line of `event.yaml` where `commands:` stands. */
  readonly commandsLine?: number;
  /** Topic commands of this event alone, each with the line of `event.yaml` where it stands. */
  readonly topics: readonly (TopicDeclaration & { readonly line: number })[];
}

/** Something wrong with a data folder. An article with an error is left out; one with a warning stays. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** Path relative to the data folder: `articles/x.md`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What is wrong and how to mend it, in one line. */
  readonly message: string;
}

/** A data folder as read: immutable, the source of everything that is quoted. */
export interface Corpus {
  readonly event: EventInfo;
  /** Usable articles (retracted ones included), by publication, the oldest first. */
  readonly articles: readonly Article[];
  readonly article: (id: ArticleId) => Article | undefined;
  readonly passage: (id: PassageId) => Passage | undefined;
  /** Errors of what was left out and warnings of what stayed. */
  readonly problems: readonly Problem[];
}
