import type { Article, EventInfo, FigureRole, Passage } from '../corpus/model.ts';
import { FIGURE_ROLES } from '../corpus/model.ts';
import { comparePublished } from '../corpus/published.ts';
import { extractFigures, type StatedFigure } from '../language/figures.ts';
import type { Citation, Figure } from './answer.ts';
import { otherEventSentences } from './event-time.ts';

/** A figure of the event, where it stands. */
export interface EventFigure extends StatedFigure {
  readonly article: Article;
  readonly passage: Passage;
}

const read = new WeakMap<Passage, WeakMap<EventInfo, readonly StatedFigure[]>>();

/** The figures that a passage states of the event itself, not of an earlier one. Remembered for each passage. */
export function figuresOfPassage(
  article: Article,
  passage: Passage,
  event: EventInfo,
): readonly EventFigure[] {
  const known = read.get(passage) ?? new WeakMap<EventInfo, readonly StatedFigure[]>();
  read.set(passage, known);
  let figures = known.get(event);
  if (!figures) {
    const preceding = article.passages.slice(0, passage.number - 1);
    const stated = extractFigures(passage.text, passage.sentences, preceding).map((figure) => ({
      ...figure,
      attribution: isOwnWord(figure.attribution) ? article.publisher : figure.attribution,
    }));
    const isOther = stated.length > 0 ? otherEventSentences(passage, event) : [];
    figures = stated.filter(
      ({ span }) => !isOther[passage.sentences.findIndex(([from, to]) => span[0] >= from && span[0] < to)],
    );
    known.set(event, figures);
  }
  return figures.map((figure) => ({ ...figure, article, passage }));
}

/** "We reported", "our article said": a newspaper of itself. */
const isOwnWord = (speaker: string | null) => /^(?:we|our)\b/i.test(speaker ?? '');

/**
 * The figures of an answer: of the passages that are cited, by role and then by time.
 *
 * @param roles the roles that are asked for; all where it is empty.
 */
export function figuresOf(
  citations: readonly Citation[],
  event: EventInfo,
  roles: readonly FigureRole[] = [],
): readonly Figure[] {
  const revised = new Set(citations.filter(({ revisedBy }) => revisedBy).map(({ article }) => article.id));
  const stated = citations.flatMap(({ article, passage }) => figuresOfPassage(article, passage, event));
  const asked = stated.filter(({ role }) => roles.includes(role));
  const shown = roles.length > 0 ? asked : stated;
  return FIGURE_ROLES.flatMap((role) => {
    const ofRole = byTime(shown.filter((figure) => figure.role === role));
    const latest = latestOf(ofRole.filter(({ article, isPart }) => !isPart && !revised.has(article.id)));
    return ofRole.map((figure): Figure => ({ ...figure, latest: figure.span === latest?.span }));
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
