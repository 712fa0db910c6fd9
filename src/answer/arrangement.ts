import type { FigureRole, Passage } from '../corpus/model.ts';
import { asksWhoClaimed, isUnclaimed } from '../language/claims.ts';
import { asksForVictims } from '../language/roles.ts';
import type { Searcher } from '../search/search.ts';
import type { ScoredPassage } from './explanation.ts';
import { isAmong, type Site } from './figure-sites.ts';
import type { EventFigure, FigureReader } from './figures.ts';
import { introductionFirst } from './introduction-first.ts';
import { newestWordFirst } from './newest-word.ts';
import type { Place } from './place.ts';
import { preferredFirst } from './preferred-first.ts';
import { heedSides, LOSS } from './sides.ts';

/** From these odds on, in natural logarithms, a passage is taken to belong to a topic. */
const CLEARLY = 1;

/**
 * Roles of which a much smaller count is of a part. Of arrests it is not: those of relatives or of strikers outnumber those of
 * suspects, and the last word was lost in two questions on `TUNED` where they were among these.
 */
const TOLLS: ReadonlySet<FigureRole> = new Set(['killed', 'injured']);

/** The strength that a claim may lie behind a passage by which there is none. */
const BEHIND_NONE = 5;

/** What was asked, and what was found. */
interface Found {
  readonly question: string;
  /** Figures of one role are asked for: counts of several cannot be compared. */
  readonly hasOneRole: boolean;
  /** The places of the event that the question names. */
  readonly sites: readonly Site[];
  /** What may be shown, the strongest first. */
  readonly passages: readonly ScoredPassage[];
}

/**
 * Puts the passages that may be shown in the order of the answer: publishers in turn; before others those that state the
 * figure at the place that is asked about, and those that speak of other dead than attackers where victims are asked
 * about, and of a claim where it is asked who claims it; of these the newest; and first of all who tells who somebody is.
 *
 * @param readAsked the figures of a passage that are asked for.
 */
export function arrange(
  { question, hasOneRole, sites, passages }: Found,
  readAsked: FigureReader,
  readings: Searcher['readings'],
  { lexicon }: Searcher['analyzer'],
): readonly ScoredPassage[] {
  const asked = ({ article, passage }: Place) => readAsked(article, passage);
  const countOf = (place: Place) => {
    if (!hasOneRole) return undefined;
    const isAtPlace = ({ site }: EventFigure) =>
      sites.length === 0 || (site !== undefined && isAmong(site, sites));
    const counts = asked(place).filter(
      (figure) => TOLLS.has(figure.role) && !figure.isPart && isAtPlace(figure),
    );
    return counts.length === 0 ? undefined : Math.max(...counts.map(({ value }) => value));
  };
  const loss = passages[0]?.signals.figure === 1 ? LOSS.figure : LOSS.passage;
  const heard = heedSides(passages, ({ article }) => article.publisher, loss);
  const isThere = (place: Place) =>
    asked(place).some(({ site }) => site !== undefined && isAmong(site, sites));
  const inOrder = (list: readonly ScoredPassage[]) => newestWordFirst(question, list, countOf);
  const [first] = heard;
  if (sites.length > 0) return introductionFirst(preferredFirst(heard, isThere, inOrder));
  if (first && isUnclaimed(first.passage.text) && asksWhoClaimed(question)) {
    const claims = ({ passage }: Place) =>
      !isUnclaimed(passage.text) && (readings.topic('claimed-by', passage) ?? 0) > 0;
    return preferredFirst(heard, claims, inOrder, BEHIND_NONE);
  }
  const isOfAttackers = ({ passage }: Place) => isOfAttackersAlone(passage, readings);
  const isMisled = first !== undefined && isOfAttackers(first) && asksForVictims(question, lexicon);
  return introductionFirst(preferredFirst(heard, (place) => isMisled && !isOfAttackers(place), inOrder));
}

/** Whether a passage is about attackers and not about casualties; false where no model told. */
function isOfAttackersAlone(passage: Passage, readings: Searcher['readings']): boolean {
  const [attackers = 0, casualties = CLEARLY] = ['attackers', 'casualties'].map((topic) =>
    readings.topic(topic, passage),
  );
  return attackers >= CLEARLY && casualties < CLEARLY;
}
