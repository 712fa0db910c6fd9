import type { Article, Corpus, FigureRole, Passage } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { conceptsOf, contentTerms, type Denial, readDenials } from '../language/stance.ts';
import { tokenize } from '../language/tokens.ts';
import type { Citation, Disagreement, DisagreementKind } from './answer.ts';
import { type EventFigure, figuresOfPassage } from './figures.ts';
import { findRevisions } from './revisions.ts';

/** A passage with its article. */
export interface Place {
  readonly article: Article;
  readonly passage: Passage;
}

/**
 * Where passages differ: figures of one role that cannot both hold at one time, or do so only roughly, and what one
 * passage reports that another reports as denied. Takes about 0.2 ms a passage.
 *
 * @param places none of them of a retracted article. Default: every passage that may be quoted.
 */
export function findDisagreements(
  corpus: Corpus,
  lexicon: Lexicon,
  places: readonly Place[] = quotable(corpus),
): readonly Disagreement[] {
  return [...figureDisagreements(corpus, places), ...denials(corpus, places, lexicon)];
}

function quotable(corpus: Corpus): readonly Place[] {
  return corpus.articles
    .filter(({ retracted }) => retracted === undefined)
    .flatMap((article) => article.passages.map((passage) => ({ article, passage })));
}

/** The disagreements that an answer shows: those with both sides among the passages that are cited. */
export function disagreementsAmong(
  all: readonly Disagreement[],
  citations: readonly Citation[],
  roles: readonly FigureRole[],
): readonly Disagreement[] {
  const cited = new Set(citations.map(({ passage }) => passage.id));
  const isAsked = (about: string) => roles.some((role) => role === about);
  return all.filter(
    ({ about, kind, sides }) =>
      sides.every(({ passage }) => cited.has(passage.id)) && (kind === 'denied' || isAsked(about)),
  );
}

/** Disagreements about one thing, put together: each passage once, in the order of the pairs. */
export function groupDisagreements(pairs: readonly Disagreement[]): readonly Disagreement[] {
  const groups = new Map<string, Disagreement>();
  for (const pair of pairs) {
    const isDenied = pair.kind === 'denied';
    const key = `${pair.about} ${isDenied}`;
    const known = groups.get(key);
    const sides = known?.sides ?? [];
    const added = pair.sides.filter(({ passage }) => !sides.some((side) => side.passage.id === passage.id));
    const kind = isDenied ? 'denied' : known?.kind === 'incompatible' ? known.kind : pair.kind;
    groups.set(key, { about: pair.about, kind, sides: [...sides, ...added] });
  }
  return [...groups.values()];
}

/** Counts that are settled by what happened; the others grow or shrink while an event goes on. */
const SETTLED: ReadonlySet<FigureRole> = new Set(['attackers', 'hostages', 'passengers', 'crew', 'aboard']);
const HOUR = 3_600_000;
/** A lower count that follows a higher one so soon is no correction by time. */
const FALL_WITHIN = 12 * HOUR;
/** A higher count that follows so soon is another count, not a later one. */
const RISE_WITHIN = 2 * HOUR;
/** A higher count so soon by others than the authorities is another count. */
const OTHER_COUNT_WITHIN = 6 * HOUR;
/** Most pairs of a role that are compared; a corpus with more holds many a time the same figure. */
const MOST_COMPARED = 2000;

function figureDisagreements(corpus: Corpus, places: readonly Place[]): readonly Disagreement[] {
  const revisions = findRevisions(corpus);
  const byRole = new Map<FigureRole, EventFigure[]>();
  for (const { article, passage } of places) {
    if (/^correction\b/i.test(passage.text)) continue;
    for (const figure of wholeCounts(figuresOfPassage(article, passage, corpus.event))) {
      byRole.set(figure.role, [...(byRole.get(figure.role) ?? []), figure]);
    }
  }
  const found = new Map<string, Disagreement>();
  for (const [role, stated] of byRole) {
    const figures = mainCounts(stated);
    const updated = (figure: EventFigure) => revisions.get(figure.article.id)?.kind === 'updated';
    for (const [index, one] of figures.slice(0, MOST_COMPARED).entries()) {
      for (const other of figures.slice(index + 1, MOST_COMPARED)) {
        const kind = difference(one, other);
        if (!kind || !isSameStage(role, one, other, figures)) continue;
        if (one.article !== other.article && (updated(one) || updated(other))) continue;
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
    if (!figure.isPart) whole.push(figure);
    else if (last && last.role === figure.role && isAdded(last, figure)) {
      whole[whole.length - 1] = { ...last, value: last.value + figure.value };
    }
  }
  return whole.filter(({ value, role }) => value > 0 && !(role === 'rescued'));
}

/** Of each article the highest count, and beside it what others are said to count. */
function mainCounts(figures: readonly EventFigure[]): readonly EventFigure[] {
  const highest = new Map<Article, EventFigure>();
  for (const figure of figures) {
    if (figure.value > (highest.get(figure.article)?.value ?? 0)) highest.set(figure.article, figure);
  }
  return figures.filter((figure) => {
    const top = highest.get(figure.article);
    if (!top || figure.value === top.value) return true;
    const speakers = figures.flatMap(({ article, value, attribution }) =>
      article === top.article && value === top.value && attribution !== null ? [attribution] : [],
    );
    return speakers.length > 0 && speakers.every((speaker) => isOtherSpeaker(figure.attribution, speaker));
  });
}

function isOtherSpeaker(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [one, other] = [a, b].map((name) => name.toLowerCase().replace(/^(?:the|a|an) /, ''));
  return (
    one !== undefined && other !== undefined && !one.includes(other) && !other.includes(one) && !PRESS.test(a)
  );
}

/** A newspaper's word on itself. */
const PRESS = /\b(?:our|this newspaper|we)\b/i;

function isAdded(one: EventFigure, more: EventFigure): boolean {
  const between = one.passage.text.slice(one.span[1], more.span[1] + 6);
  return !/[.;]/.test(between) && /\band\b.*\b(?:more|another|others)\b/.test(between);
}

/** How two figures of a role differ, or undefined where both can hold. */
function difference(one: EventFigure, other: EventFigure): DisagreementKind | undefined {
  const [a, b] = [rangeOf(one), rangeOf(other)];
  const isExact = (figure: EventFigure) => figure.qualifier === null && figure.max === undefined;
  if (one.value === other.value && (one.max ?? 0) === (other.max ?? 0)) return undefined;
  if (a.from > b.to || b.from > a.to) return 'incompatible';
  const rough = [one, other].some(({ qualifier }) => qualifier === 'about' || qualifier === 'nearly');
  return rough && [one, other].some(isExact) ? 'imprecise' : undefined;
}

/** The values that a figure leaves open. */
function rangeOf({ value, max, qualifier }: EventFigure): { readonly from: number; readonly to: number } {
  if (max !== undefined) return { from: value, to: max };
  switch (qualifier) {
    case 'about':
      return { from: value * 0.85, to: value * 1.15 };
    case 'nearly':
      return { from: value * 0.9, to: value };
    case 'at least':
      return { from: value, to: Number.POSITIVE_INFINITY };
    case 'more than':
      return { from: value, to: Number.POSITIVE_INFINITY };
    case 'at most':
    case 'fewer than':
      return { from: 0, to: Math.max(value, 1) * 1.5 };
    default:
      return { from: value, to: value };
  }
}

/** Whether two figures speak of the same stage of the event, so that neither is an early form of the other. */
function isSameStage(
  role: FigureRole,
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
  if (SETTLED.has(role)) return role === 'attackers' || role === 'hostages' || shareVehicle(one, other);
  if (role === 'missing') return false;
  if (one.article.publisher === other.article.publisher) return false;
  if (role === 'evacuated' && (!one.attribution || !other.attribution)) return false;
  if (role === 'arrested' && !one.attribution && !other.attribution) return false;
  const [early, late] = earlierFirst(one, other);
  // An article's lower count, given beside its own higher one, is set against that one.
  if (!isHighest(early.value < late.value ? early : late, figures)) return false;
  if (early.article.published.instant === undefined || late.article.published.instant === undefined) {
    return isSameMorning(early.article, late.article);
  }
  const hours = late.article.published.instant - early.article.published.instant;
  if (late.value < early.value) return hours <= FALL_WITHIN;
  return hours <= (isOfficial(early) && isIndependent(late) ? OTHER_COUNT_WITHIN : RISE_WITHIN);
}

const isHighest = (figure: EventFigure, figures: readonly EventFigure[]) =>
  figures.every(({ article, value }) => article !== figure.article || value <= figure.value);

const isOfficial = ({ attribution }: EventFigure) =>
  /\b(?:minist\w+|government|police|commissioner|officials?|authorit\w+|president|governor)\b/i.test(
    attribution ?? '',
  );
const isIndependent = ({ attribution }: EventFigure) =>
  /\b(?:hospitals?|doctors?|nurses?|medics?|ambulance|lawyers?|opposition|activists?|rights|unions?|residents?|witness\w*|red (?:cross|crescent))\b/i.test(
    attribution ?? '',
  );

function earlierFirst(one: EventFigure, other: EventFigure): readonly [EventFigure, EventFigure] {
  const moment = ({ article: { published } }: EventFigure) =>
    published.instant ?? Date.parse(`${published.day}T00:00:00Z`);
  return moment(one) <= moment(other) ? [one, other] : [other, one];
}

/** A day without a time is a morning's paper: it stands beside what was published until noon. */
function isSameMorning(a: Article, b: Article): boolean {
  if (a.published.day !== b.published.day) return false;
  return [a, b].every(({ published }) => {
    const hour = /T(\d\d)/.exec(published.text)?.[1];
    return hour === undefined || Number(hour) < 12;
  });
}

const VEHICLES =
  /\b(train|coach|bus|minibus|ferry|boat|ship|vessel|plane|aircraft|airliner|jet|flight|tram|helicopter|express|metro|lorry)\b/gi;

function shareVehicle(one: EventFigure, other: EventFigure): boolean {
  const vehicles = ({ passage, article }: EventFigure) =>
    new Set([...`${article.title} ${passage.text}`.matchAll(VEHICLES)].map(([word]) => word.toLowerCase()));
  const [a, b] = [vehicles(one), vehicles(other)];
  return a.size === 0 || b.size === 0 || [...b].some((vehicle) => a.has(vehicle));
}

/** Share of the weight of what is denied that a passage must hold to assert it. */
const ASSERTED_SHARE = 0.5;

function denials(corpus: Corpus, places: readonly Place[], lexicon: Lexicon): readonly Disagreement[] {
  const texts = places.map(({ passage }) => tokenize(passage.text));
  const features = texts.map((tokens) => featuresOf(contentTerms(tokens), conceptsOf(tokens, lexicon)));
  // Names written with a capital within a sentence, of organisations and people rather than of places of everybody.
  const seen = new Map<string, number>();
  const capitals = places.map(({ passage }, at) => {
    const starts = new Set(passage.sentences.map(([from]) => from));
    const found = (texts[at] ?? []).filter(
      ({ capital, start, term, stop }) => capital && !stop && !starts.has(start) && !COMMON.test(`t:${term}`),
    );
    return new Set(found.map(({ term }) => term));
  });
  for (const name of capitals.flatMap((set) => [...set])) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = capitals.map(
    (set) => new Set([...set].filter((name) => (seen.get(name) ?? 0) <= Math.max(4, places.length / 8))),
  );
  const index = new Map<string, number[]>();
  for (const [at, own] of features.entries()) {
    for (const feature of own) index.set(feature, [...(index.get(feature) ?? []), at]);
  }
  const byRole = new Map<FigureRole, Set<number>>();
  for (const [at, { article, passage }] of places.entries()) {
    for (const { role, value } of figuresOfPassage(article, passage, corpus.event)) {
      if (value > 0) byRole.set(role, (byRole.get(role) ?? new Set()).add(at));
    }
  }
  const weight = (feature: string) => Math.log(1 + places.length / (1 + (index.get(feature)?.length ?? 0)));
  const found: Disagreement[] = [];
  for (const [at, place] of places.entries()) {
    const stated = readDenials(place.passage.text, place.passage.sentences, lexicon);
    const paired = new Set<number>();
    for (const denial of stated) {
      const others = denial.role
        ? counted(denial, at, byRole.get(denial.role) ?? new Set(), features, names)
        : asserted(denial, at, index, weight);
      for (const other of others) {
        if (paired.has(other)) continue;
        paired.add(other);
        const side = places[other];
        if (side)
          found.push({ about: denial.role ?? nameOf(denial, weight), kind: 'denied', sides: [side, place] });
      }
    }
  }
  return found;
}

function featuresOf(terms: ReadonlySet<string>, concepts: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([
    ...[...terms].map((term) => `t:${term}`),
    ...[...concepts].map((concept) => `c:${concept}`),
  ]);
}

/** Passages that count what is denied to be at all, and speak of the same people or place. */
function counted(
  denial: Denial,
  self: number,
  places: ReadonlySet<number>,
  features: readonly ReadonlySet<string>[],
  names: readonly ReadonlySet<string>[],
): readonly number[] {
  const own = [...denial.terms].filter((term) => !COMMON.test(`t:${term}`));
  return [...places].filter((at) => {
    if (at === self) return false;
    if (denial.isOutright) return true;
    const shared = own.filter((term) => features[at]?.has(`t:${term}`)).length;
    return shared > own.length / 3 || [...(names[self] ?? [])].some((name) => names[at]?.has(name));
  });
}

const COMMON =
  /^t:(?:polic|arrest|detain|offic|custodi|peopl|late|commission|kill|injur|empti|evacu|round|hostag|\d+|[a-z]+day|night|morn)$/;

/** Passages that hold the greater part of what is denied. */
function asserted(
  denial: Denial,
  self: number,
  index: ReadonlyMap<string, readonly number[]>,
  weight: (feature: string) => number,
): readonly number[] {
  const wanted = [...featuresOf(denial.terms, denial.concepts)];
  const total = wanted.reduce((sum, feature) => sum + weight(feature), 0);
  const scores = new Map<number, { sum: number; terms: number }>();
  for (const feature of wanted) {
    for (const at of index.get(feature) ?? []) {
      if (at === self) continue;
      const score = scores.get(at) ?? { sum: 0, terms: 0 };
      scores.set(at, {
        sum: score.sum + weight(feature),
        terms: score.terms + (feature.startsWith('t:') ? 1 : 0),
      });
    }
  }
  return [...scores]
    .filter(([, { sum, terms }]) => terms >= 2 && sum >= total * ASSERTED_SHARE)
    .sort((a, b) => b[1].sum - a[1].sum)
    .slice(0, 4)
    .map(([at]) => at);
}

/** The concept that is denied: the rarest one. */
function nameOf({ concepts, terms }: Denial, weight: (feature: string) => number): string {
  const ranked = (prefix: string, names: ReadonlySet<string>) =>
    [...names].sort((a, b) => weight(`${prefix}:${b}`) - weight(`${prefix}:${a}`))[0];
  return ranked('c', concepts) ?? ranked('t', terms) ?? 'statement';
}
