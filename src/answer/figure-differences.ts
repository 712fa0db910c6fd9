import type { Article, Corpus, FigureRole } from '../corpus/model.ts';
import { WERE_THERE } from '../language/roles.ts';
import type { Disagreement, DisagreementKind, Side } from './answer.ts';
import { basisOf, isOfOneThing, nounOf, RIVAL_SHARE } from './figure-measures.ts';
import { differenceOf } from './figure-ranges.ts';
import type { EventFigure, FigureReader } from './figures.ts';
import type { Place } from './place.ts';
import { findRevisions } from './revisions.ts';

/** Who was there is settled by what happened, so that all counts of them are of one moment. */
const SETTLED = WERE_THERE;
/** Of these, what is known before the event begins. */
const ON_BOARD: ReadonlySet<FigureRole> = new Set(['passengers', 'crew', 'aboard']);
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
/** Counts that grow from hour to hour while rescuers and police are at work. */
const GROWING: ReadonlySet<FigureRole> = new Set(['killed', 'injured', 'rescued', 'evacuated', 'arrested']);
/** A rough count is repeated for a day. */
const ONE_DAY = 24 * HOUR;
/** Most figures of a role that are compared; a corpus with more holds the same figure many a time. */
const MOST_COMPARED = 1000;

/**
 * Pairs of passages with figures of one role that cannot both be true of one moment, or are so only roughly.
 *
 * @param readFigures all figures, which tell at which places the event happened.
 * @param readCompared those that are compared.
 */
export function findFigureDifferences(
  corpus: Corpus,
  places: readonly Place[],
  readFigures: FigureReader,
  readCompared: FigureReader,
): readonly Disagreement[] {
  const byRole = new Map<FigureRole, EventFigure[]>();
  for (const { article, passage } of places) {
    for (const figure of wholeCounts(readCompared(article, passage))) {
      const known = byRole.get(figure.role);
      if (known) known.push(figure);
      else byRole.set(figure.role, [figure]);
    }
  }
  const sites = sitesAmong(places.flatMap(({ article, passage }) => readFigures(article, passage)));
  const revisions = findRevisions(corpus);
  const found = new Map<string, Disagreement>();
  for (const [role, stated] of byRole) {
    const figures = mainCounts(stated).slice(0, MOST_COMPARED);
    // Who was aboard is settled when the journey begins: what an update repeats in a newer state stands against what was published before the update alone.
    const isSuperseded = ({ article }: EventFigure, other: EventFigure) => {
      const revision = revisions.get(article.id);
      if (revision?.kind !== 'updated' || !figures.some((newer) => newer.article === revision.by))
        return false;
      return !ON_BOARD.has(role) || published(other.article)[1] >= published(revision.by)[0];
    };
    for (const [index, one] of figures.entries()) {
      for (const other of figures.slice(index + 1)) {
        const kind = differenceOf(one, other);
        if (isSuperseded(one, other) || isSuperseded(other, one)) continue;
        if (isElsewhere(one, other, sites)) continue;
        if (!kind || !isOfOneStage(role, kind, one, other, figures) || !isOfOneThing(role, one, other))
          continue;
        if (
          one.article !== other.article &&
          !(isNearest(one, other, figures) && isNearest(other, one, figures))
        )
          continue;
        const key = [role, kind, one.passage.id, other.passage.id].join(' ');
        const side = (figure: EventFigure): Side => {
          const { article, passage, span, value } = figure;
          // "five men and one woman": no text says six.
          const isStated = readFigures(article, passage).some(
            (stated) => stated.span[0] === span[0] && stated.value === value,
          );
          return { article, passage, ...(isStated && { figure }) };
        };
        const isThere = one.site && sites.has(one.site.key) && one.site.key === other.site?.key;
        const site = isThere ? one.site?.name : undefined;
        const difference = { about: role, kind, sides: [side(one), side(other)], ...(site && { site }) };
        if (!found.has(key)) found.set(key, difference);
      }
    }
  }
  return [...found.values()];
}

/** The places at which two articles count, by their keys; none where all but one place is named by a single one. */
function sitesAmong(figures: readonly EventFigure[]): ReadonlySet<string> {
  const spread = new Map<string, Set<Article>>();
  for (const { article, site } of figures) {
    if (site) spread.set(site.key, (spread.get(site.key) ?? new Set()).add(article));
  }
  const known = [...spread].flatMap(([key, articles]) => (articles.size < 2 ? [] : [key]));
  return new Set(known.length < 2 ? [] : known);
}

/** Whether of two figures one was counted at another place of the event than the other, or at one place of several. */
function isElsewhere(one: EventFigure, other: EventFigure, sites: ReadonlySet<string>): boolean {
  const siteOf = ({ site }: EventFigure) => (site && sites.has(site.key) ? site.key : undefined);
  const [a, b] = [siteOf(one), siteOf(other)];
  if (a === b) return false;
  if (a !== undefined && b !== undefined) return true;
  const [part, whole] = a === undefined ? [other, one] : [one, other];
  return part.value < (whole.max ?? whole.value);
}

/** Figures that count a whole; "five in the hall and two more at the pier" are seven. */
function wholeCounts(figures: readonly EventFigure[]): readonly EventFigure[] {
  const whole: EventFigure[] = [];
  for (const figure of figures) {
    const last = whole.at(-1);
    if (figure.value === 0 || isCorrected(figure) || isFirstWord(figure)) continue;
    if (last?.role === figure.role && (figure.isPart ? isAdded(last, figure) : isJoint(last, figure))) {
      whole[whole.length - 1] = { ...last, value: last.value + figure.value };
    } else if (!figure.isPart || figure.role === 'rescued') whole.push(figure);
  }
  return whole;
}

const isOfCorrection = (text: string) => /^correction\b/i.test(text);

/** "On Monday we reported that nine had died": what the publisher takes back. */
function isOwnMistake({ passage, span }: EventFigure): boolean {
  return /\b(?:we|our|article|report)\b[^.]*$/i.test(passage.text.slice(0, span[0]));
}

/** What a correction says was wrong, and tolls that it mends: they are of an earlier moment. */
function isCorrected(figure: EventFigure): boolean {
  const { passage, role } = figure;
  if (!isOfCorrection(passage.text)) return false;
  return !SETTLED.has(role) || isOwnMistake(figure);
}

/** "At first six had been reported": the text itself knows better. */
function isFirstWord({ passage, span }: EventFigure): boolean {
  const lead = passage.text.slice(0, span[0]);
  return /(?:^|[.!?]["”]? )(?:at first|initially|originally|(?:initial|first|early|earlier) (?:reports?|counts?|estimates?|accounts?|figures?|versions?))\b[^.!?,;]*$/i.test(
    lead,
  );
}

function isAdded(one: EventFigure, more: EventFigure): boolean {
  const between = one.passage.text.slice(one.span[1], more.span[1] + 6);
  return !/[.;]/.test(between) && /\band\b.*\b(?:more|another|others)\b/.test(between);
}

/** "five men and one woman", "twelve soldiers and three civilians": the counts of one whole. */
function isJoint(one: EventFigure, next: EventFigure): boolean {
  if (one.passage !== next.passage || one.isPart || next.isPart) return false;
  const between = one.passage.text.slice(one.span[1], next.span[0]);
  if (one.site?.key !== next.site?.key) return false;
  return (
    /^ (?:(?!there\b|\p{L}+ed\b|were\b|was\b)\p{L}+ ){1,2}and $/u.test(between) &&
    /^ \p{L}/u.test(next.passage.text.slice(next.span[1]))
  );
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
    const isRival = figures.some(
      (other) => other.article === top.article && other.value === top.value && isSetAgainst(figure, other),
    );
    if (figure.value < top.value * RIVAL_SHARE && !isRival) return false;
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
      // People are arrested here and there: a passage further on counts others.
      Math.abs(one.passage.number - other.passage.number) <= (role === 'arrested' ? 0 : 1)
    );
  }
  if (one.article.publisher === other.article.publisher && !isOfTwoMinds(role, one, other)) return false;
  const [early, late] = earlierFirst(one, other);
  const apart = Math.max(0, published(late.article)[0] - published(early.article)[1]);
  if (apart <= ONE_MOMENT)
    return !(apart > 0 && GROWING.has(role) && isOpen(late) && late.value > early.value);
  // "At least 12" gunmen is what was known at the time; who was aboard was known before.
  if (SETTLED.has(role)) return ON_BOARD.has(role) || (!isBound(one) && !isBound(other));
  if (role === 'missing' && kind === 'incompatible' && apart <= HALF_A_DAY && late.value > early.value)
    return true;
  if (role === 'missing' || role === 'rescued' || basisOf(one) === 'remaining' || isUpdate(late))
    return false;
  // The later text, or one after it, gives the earlier count as one that still stands beside a higher one.
  const stillStands = figures.some(
    ({ article, value, attribution }) =>
      value === early.value &&
      published(article)[0] >= published(late.article)[0] &&
      isOtherSpeaker(attribution, late.attribution) &&
      figures.some((higher) => higher.article === article && higher.value >= Math.max(late.value, value + 1)),
  );
  if (stillStands) return true;
  // What a later text counts beside a higher count is no fall.
  const isHighest = figures.every(({ article, value }) => article !== late.article || value <= late.value);
  if (kind === 'incompatible') return isHighest && late.value < early.value && apart <= HALF_A_DAY;
  // An exact count that is higher than an early rough one may have grown.
  return apart <= ONE_DAY && (late.value < early.value || late.qualifier !== null) && !(one.max ?? other.max);
}

const isBound = ({ qualifier }: EventFigure) =>
  qualifier !== null && qualifier !== 'about' && qualifier !== 'nearly';

const isOpen = ({ qualifier }: EventFigure) => qualifier === 'at least' || qualifier === 'more than';

/**
 * Two articles of one publisher in which different people count what is settled, neither in place of the other. What
 * the publisher says in its own name it has come to know better.
 */
function isOfTwoMinds(role: FigureRole, one: EventFigure, other: EventFigure): boolean {
  const [early, late] = earlierFirst(one, other);
  return (
    SETTLED.has(role) &&
    late.article.updates !== early.article.id &&
    !isOfCorrection(late.passage.text) &&
    early.attribution !== null &&
    isOtherSpeaker(early.attribution, early.article.publisher) &&
    (late.attribution === null || isOtherSpeaker(early.attribution, late.attribution))
  );
}

/** "rose to 15", "15, up from 14": it takes the place of earlier counts. */
function isUpdate({ passage, span }: EventFigure): boolean {
  const lead = passage.text.slice(0, span[0]);
  return (
    /\b(?:r(?:ose|isen|ises?|ising)|climb\w*|gone up|went up|grew|grown|increas\w*|revised|lowered|raised|brought)\b[^.;]{0,60}$/.test(
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
