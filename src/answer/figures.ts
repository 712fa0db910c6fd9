import type { Article, EventInfo, FigureRole, Passage } from '../corpus/model.ts';
import { FIGURE_ROLES } from '../corpus/model.ts';
import { comparePublished } from '../corpus/published.ts';
import { extractFigures, type StatedFigure } from '../language/figures.ts';
import type { NumberReading } from '../language/number-reading.ts';
import type { Citation, Figure } from './answer.ts';
import { otherEventSentences } from './event-time.ts';
import type { Site, SiteReader } from './figure-sites.ts';

/** A figure of the event, where it stands. */
export interface EventFigure extends StatedFigure {
  readonly article: Article;
  readonly passage: Passage;
  /** Where it was counted, if at one place of several. */
  readonly site?: Site;
}

/** Reads the figures that a passage states of the event itself, not of an earlier one. */
export type FigureReader = (article: Article, passage: Passage) => readonly EventFigure[];

/** Roles of people who are counted where it happened; the evacuated are counted where they are taken to. */
const AT_PLACES: ReadonlySet<FigureRole> = new Set([
  'killed',
  'injured',
  'missing',
  'rescued',
  'attackers',
  'hostages',
  'arrested',
]);

export interface FigureReaderOptions {
  /** What a model read of a passage's numbers. Default: nothing, so that rules alone tell. */
  readonly numbersOf?: (passage: Passage) => readonly NumberReading[];
  /** Tells where figures were counted. Default: nothing is told of that. */
  readonly siteOf?: SiteReader;
}

/** A reader that remembers what it read of each passage. */
export function createFigureReader(
  event: EventInfo,
  { numbersOf = () => [], siteOf = () => undefined }: FigureReaderOptions = {},
): FigureReader {
  const known = new WeakMap<Passage, readonly EventFigure[]>();
  return (article, passage) => {
    let figures = known.get(passage);
    if (!figures) {
      figures = figuresOfPassage(article, passage, event, numbersOf(passage)).map((figure) => {
        const site = AT_PLACES.has(figure.role) ? siteOf(passage, figure.span) : undefined;
        return { ...figure, ...(site && { site }) };
      });
      known.set(passage, figures);
    }
    return figures;
  };
}

function figuresOfPassage(
  article: Article,
  passage: Passage,
  event: EventInfo,
  numbers: readonly NumberReading[],
): readonly EventFigure[] {
  const preceding = article.passages.slice(0, passage.number - 1);
  const stated = extractFigures(passage.text, passage.sentences, preceding, numbers);
  const isOther = stated.length > 0 ? otherEventSentences(passage, event) : [];
  const isOfEvent = ({ span, isOfOther }: StatedFigure) =>
    !isOfOther && !isOther[passage.sentences.findIndex(([from, to]) => span[0] >= from && span[0] < to)];
  return stated.filter(isOfEvent).map((figure) => ({
    ...figure,
    attribution: isOwnWord(figure.attribution, article) ? article.publisher : figure.attribution,
    article,
    passage,
  }));
}

/** "We reported", "our article said", "The Post reports" in the Post: a newspaper of itself. */
const isOwnWord = (speaker: string | null, { publisher }: Article) => {
  const plain = (name: string) => name.toLowerCase().replace(/^the /, '');
  return speaker !== null && (/^(?:we|our)\b/i.test(speaker) || plain(speaker) === plain(publisher));
};

/** What a newspaper may call itself. */
const ITSELF = /^(?:the|this|our) (?:article|paper|newspaper|magazine|story)$/i;
/** What a summary calls the report that it sums up; elsewhere it may be anybody's. */
const SUMMED_UP = /^(?:the|this) report$/i;

/** Words that name nobody to whom the passage is not shown. */
const PRONOUN = /^(?:he|she|they|it|him|her|them|his|its|their|i|we|us|our|who|one|this|that)$/i;

/** "its director, Dr Ada Holm": whose director is not told here, but who it is. */
const RELATED = /^(?:[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) [^,]+, (?=\p{Lu})/u;

/** Who is to be named beside a figure and its publisher: nobody where the publisher itself gave it. */
export function namedSpeaker({
  attribution,
  article,
}: Pick<EventFigure, 'attribution' | 'article'>): string | null {
  const speaker = attribution ?? '';
  const isUnnamed =
    speaker === article.publisher ||
    ITSELF.test(speaker) ||
    PRONOUN.test(speaker) ||
    (article.form === 'summary' && SUMMED_UP.test(speaker));
  return isUnnamed ? null : (attribution?.replace(RELATED, '') ?? null);
}

/** Who are counted, as it reads behind the number: `1 attacker`, `2 attackers`. */
export function countedAs({ role, value, max }: Pick<EventFigure, 'role' | 'value' | 'max'>): string {
  return value === 1 && max === undefined ? role.replace(/s$/, '') : role;
}

/**
 * The figures of an answer: those that are read of the passages that are cited, by role and then by time. Where some count
 * at one place and others at another, a count of all has the last word.
 *
 * @param hasPlaces whether figures say where they were counted: where the event has one place, it tells nothing that some
 * texts name it beside their count and others do not.
 */
export function figuresOf(
  citations: readonly Citation[],
  readFigures: FigureReader,
  hasPlaces = false,
): readonly Figure[] {
  const revised = new Set(citations.filter(({ revisedBy }) => revisedBy).map(({ article }) => article.id));
  const stated = citations.flatMap(({ article, passage }) => readFigures(article, passage));
  return FIGURE_ROLES.flatMap((role) => {
    const ofRole = byTime(stated.filter((figure) => figure.role === role));
    const isOfSeveral = new Set(ofRole.flatMap(({ site }) => site?.key ?? [])).size > 1;
    const whole = ofRole.filter(({ article, isPart }) => !isPart && !revised.has(article.id));
    const latest = latestOf(isOfSeveral ? whole.filter(({ site }) => !site) : whole);
    return ofRole.map(
      ({ site, ...figure }): Figure => ({
        ...figure,
        ...(hasPlaces && site && { site: site.name }),
        latest: figure.span === latest?.span,
      }),
    );
  });
}

function byTime(figures: readonly EventFigure[]): readonly EventFigure[] {
  const moment = ({ article: { published } }: EventFigure) =>
    published.instant ?? Date.parse(`${published.day}T00:00:00Z`);
  return [...figures].sort(
    (a, b) => moment(a) - moment(b) || a.passage.number - b.passage.number || a.span[0] - b.span[0],
  );
}

/**
 * The figure with the last word, where figures changed over time: none where the newest articles are equally new, or
 * where the newest one gives several.
 */
function latestOf(figures: readonly EventFigure[]): EventFigure | undefined {
  if (new Set(figures.map(asStated)).size < 2) return undefined;
  const newest = figures.filter((figure) =>
    figures.every(
      (other) =>
        other.article === figure.article ||
        comparePublished(figure.article.published, other.article.published) > 0,
    ),
  );
  return new Set(newest.map(asStated)).size === 1 ? newest[0] : undefined;
}

const asStated = ({ value, max, qualifier }: EventFigure) => `${qualifier ?? ''} ${value} ${max ?? ''}`;
