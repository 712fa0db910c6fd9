import type { Article, Corpus, FigureRole } from '../corpus/model.ts';
import type { Disagreement, DisagreementKind } from './answer.ts';
import { basisOf, isOfOneThing, nounOf, RIVAL_SHARE } from './figure-measures.ts';
import { differenceOf } from './figure-ranges.ts';
import { type EventFigure, figuresOfPassage } from './figures.ts';
import type { Place } from './place.ts';
import { findRevisions } from './revisions.ts';

/** Counts that are settled by what happened, so that all of them are of one moment. */
const SETTLED: ReadonlySet<FigureRole> = new Set(['attackers', 'hostages', 'passengers', 'crew', 'aboard']);
const HOUR = 3_600_000;
/**
 * What is published so close together is of one moment: reports take an hour or two from the count to the page, so
 * that their order tells nothing.
 */
const ONE_MOMENT = 2 * HOUR;
/**
 * Counts of the dead and hurt grow: a lower one within half a day is another count. Later, sources have had time to
 * strike out what was counted twice.
 */
const HALF_A_DAY = 12 * HOUR;
/** A rough count is repeated for a day. */
const ONE_DAY = 24 * HOUR;
/** Most figures of a role that are compared; a corpus with more holds the same figure many a time. */
const MOST_COMPARED = 1000;

/** Pairs of passages with figures of one role that cannot both be true of one moment, or are so only roughly. */
export function findFigureDifferences(corpus: Corpus, places: readonly Place[]): readonly Disagreement[] {
  const byRole = new Map<FigureRole, EventFigure[]>();
  for (const { article, passage } of places) {
    for (const figure of wholeCounts(figuresOfPassage(article, passage, corpus.event))) {
      const known = byRole.get(figure.role);
      if (known) known.push(figure);
      else byRole.set(figure.role, [figure]);
    }
  }
  const revisions = findRevisions(corpus);
  const found = new Map<string, Disagreement>();
  for (const [role, stated] of byRole) {
    const figures = mainCounts(stated).slice(0, MOST_COMPARED);
    const isSuperseded = ({ article }: EventFigure) => {
      const revision = revisions.get(article.id);
      return revision?.kind === 'updated' && figures.some((other) => other.article === revision.by);
    };
    const compared = figures.filter((figure) => !isSuperseded(figure));
    for (const [index, one] of compared.entries()) {
      for (const other of compared.slice(index + 1)) {
        const kind = differenceOf(one, other);
        if (!kind || !isOfOneStage(role, kind, one, other, compared) || !isOfOneThing(role, one, other))
          continue;
        if (
          one.article !== other.article &&
          !(isNearest(one, other, compared) && isNearest(other, one, compared))
        )
          continue;
        const key = [role, kind, one.passage.id, other.passage.id].join(' ');
        const side = ({ article, passage }: Place) => ({ article, passage });
        if (!found.has(key)) found.set(key, { about: role, kind, sides: [side(one), side(other)] });
      }
    }
  }
  return [...found.values()];
}

/** Figures that count a whole; "five in the hall and two more at the pier" are seven. */
function wholeCounts(figures: readonly EventFigure[]): readonly EventFigure[] {
  const whole: EventFigure[] = [];
  for (const figure of figures) {
    const last = whole.at(-1);
    if (figure.value === 0 || isCorrected(figure)) continue;
    if (!figure.isPart || figure.role === 'rescued') whole.push(figure);
    else if (last && last.role === figure.role && isAdded(last, figure)) {
      whole[whole.length - 1] = { ...last, value: last.value + figure.value };
    }
  }
  return whole;
}

/** What a correction says was wrong, and tolls that it mends: they are of an earlier moment. */
function isCorrected({ passage, role, span }: EventFigure): boolean {
  if (!/^correction\b/i.test(passage.text)) return false;
  return !SETTLED.has(role) || /\b(?:we|our|article|report)\b[^.]*$/i.test(passage.text.slice(0, span[0]));
}

function isAdded(one: EventFigure, more: EventFigure): boolean {
  const between = one.passage.text.slice(one.span[1], more.span[1] + 6);
  return !/[.;]/.test(between) && /\band\b.*\b(?:more|another|others)\b/.test(between);
}

/** Of each article the highest count, and beside it what others are said to count. */
function mainCounts(figures: readonly EventFigure[]): readonly EventFigure[] {
  const highest = new Map<Article, EventFigure>();
  for (const figure of figures) {
    if (figure.value > (highest.get(figure.article)?.value ?? 0)) highest.set(figure.article, figure);
  }
  return figures.filter((figure) => {
    const top = highest.get(figure.article);
    if (!top || figure.value === top.value || figure.role === 'rescued') return true;
    if (nounOf(figure) !== nounOf(top)) return true;
    if (basisOf(figure) !== basisOf(top) && figure.passage !== top.passage) return true;
    if (figure.value < top.value * RIVAL_SHARE && !isSetAgainst(figure, top)) return false;
    const speakers = figures.flatMap(({ article, value, attribution }) =>
      article === top.article && value === top.value && attribution !== null ? [attribution] : [],
    );
    return speakers.length > 0 && speakers.every((speaker) => isOtherSpeaker(figure.attribution, speaker));
  });
}

/** "The union counts nine; the ministry speaks of two." */
function isSetAgainst(one: EventFigure, other: EventFigure): boolean {
  if (one.passage !== other.passage) return false;
  const [from, to] = [Math.min(one.span[1], other.span[1]), Math.max(one.span[0], other.span[0])];
  const between = one.passage.text.slice(from, to);
  return /;|\b(?:but|while|whereas|though|although|however|only|speaks?|admits?|puts?|counts?|insists?|says?)\b/.test(
    between,
  );
}

/**
 * Whether a figure is the one of its article that comes nearest to another: where an article counts several groups,
 * the others are not set against it.
 */
function isNearest(figure: EventFigure, other: EventFigure, figures: readonly EventFigure[]): boolean {
  const distance = Math.abs(figure.value - other.value);
  return figures.every(
    (rival) =>
      rival.article !== figure.article ||
      nounOf(rival) === nounOf(figure) ||
      Math.abs(rival.value - other.value) >= distance,
  );
}

function isOtherSpeaker(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [one, other] = [a, b].map((name) => name.toLowerCase().replace(/^(?:the|a|an) /, ''));
  return one !== undefined && other !== undefined && !one.includes(other) && !other.includes(one);
}

/** Whether two figures are of one stage of the event, so that neither is an early or late form of the other. */
function isOfOneStage(
  role: FigureRole,
  kind: DisagreementKind,
  one: EventFigure,
  other: EventFigure,
  figures: readonly EventFigure[],
): boolean {
  if (one.article === other.article) {
    return (
      isOtherSpeaker(one.attribution, other.attribution) &&
      Math.abs(one.passage.number - other.passage.number) <= 1
    );
  }
  if (one.article.publisher === other.article.publisher) return false;
  const [early, late] = earlierFirst(one, other);
  const apart = Math.max(0, published(late.article)[0] - published(early.article)[1]);
  if (apart <= ONE_MOMENT) return true;
  // A bound is what was known at the time.
  if (SETTLED.has(role)) return !isBound(one) && !isBound(other);
  if (role === 'missing' || role === 'rescued' || basisOf(one) === 'remaining' || isUpdate(late))
    return false;
  // The later text gives the earlier count as one that still stands, beside its own.
  const stillStands = figures.some(
    ({ article, value, attribution }) =>
      article === late.article && value === early.value && isOtherSpeaker(attribution, late.attribution),
  );
  if (stillStands) return true;
  if (kind === 'incompatible') return late.value < early.value && apart <= HALF_A_DAY;
  // An exact count that is higher than an early rough one may have grown.
  return apart <= ONE_DAY && (late.value < early.value || late.qualifier !== null) && !(one.max ?? other.max);
}

const isBound = ({ qualifier }: EventFigure) =>
  qualifier !== null && qualifier !== 'about' && qualifier !== 'nearly';

/** "rose to 15", "15, up from 14": it takes the place of earlier counts. */
function isUpdate({ passage, span }: EventFigure): boolean {
  const lead = passage.text.slice(0, span[0]);
  return (
    /\b(?:r(?:ose|isen|ises?|ising)|climb\w*|gone up|went up|grew|grown|increas\w*|revised|lowered|raised|brought)\b[^.;]{0,40}$/.test(
      lead,
    ) || /^[^.;]{0,40}\b(?:up|down) from\b/.test(passage.text.slice(span[1]))
  );
}

function earlierFirst(one: EventFigure, other: EventFigure): readonly [EventFigure, EventFigure] {
  return published(one.article)[0] <= published(other.article)[0] ? [one, other] : [other, one];
}

/** When an article may have been published: a day without a time is a morning's paper. */
function published({ published: { instant, day } }: Article): readonly [from: number, to: number] {
  if (instant !== undefined) return [instant, instant];
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return [midnight, midnight + 12 * HOUR];
}
