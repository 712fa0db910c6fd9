import type { FigureRole } from '../corpus/model.ts';
import { before, from, type Line } from './figure-line.ts';
import { classOf, type Head } from './figure-nouns.ts';
import type { NumberMention } from './figure-numbers.ts';

/** Those who fight attackers: where they act, or where the attackers were counted, "all four" are these. */
const GUARDS = /\b(?:security|police|policemen|troops|soldiers|army|marines|marksmen|commandos|forces)\b/;

/** What was told before a sentence. */
interface Before {
  /** The passage up to the sentence. */
  readonly before: string;
  /** The last figure of the passage. */
  readonly last: { readonly role: FigureRole; readonly value: number } | undefined;
  /** What the last figure of the passage before counts. */
  readonly lastBefore: () => FigureRole | undefined;
}

/** Words back from a number in which those are named whom it counts. */
const SPOKEN_OF = 30;
/** "all four", "both". */
const ALL = /(?:^| )(?:all|both)(?: of the| the)?$/;
const OF_THEM = /(?:^| )of them$/;
/** "Of the four gunmen in the hall, one". */
const SHARE_OF = /^of (?:the|its|those|these) [^,;]*,(?: [^,;]*)?$/;
/** "was shot by police": those who are shot by guards are seldom the ones whom these guard. */
const BY_GUARDS =
  /^(?:(?:was|were|has|have|had|been|is|are) )*(?:killed|shot(?: dead)?|gunned down) by (?:the )?(?:[a-z]+ )?(?:security|police|policemen|troops|soldiers|army|marines|marksmen|snipers|commandos|guards|officers|forces)\b/;
const BY_OWN =
  /^(?:died|(?:was|were) killed|(?:is|are) dead) (?:in|by|with) (?:his|her|their) own (?:suicide )?(?:blast|bombs?|bombing|explosion|explosives|hands?|vests?|belts?|grenades?)\b/;

/** What counts the dead counts attackers, where these died. */
export const asAttackers = (role: FigureRole): FigureRole => (role === 'killed' ? 'attackers' : role);

/**
 * Whether a bare number counts attackers, of whom was spoken last, and whether all of them: "The gunmen came in at noon.
 * Police shot all four", "three of them are dead", "one was killed by soldiers".
 */
export function attackersMeant(
  line: Line,
  mention: NumberMention,
  { class: noun, to }: Head,
  spoken: Before,
): 'all' | 'some' | undefined {
  if (noun !== 'bare') return undefined;
  const lead = before(line, mention.from);
  const rest = from(line, to);
  if (BY_OWN.test(rest)) return 'some';
  if (SHARE_OF.test(lead)) return lastAreAttackers(lead) === true ? 'some' : undefined;
  const inPassage = lastAreAttackers(`${spoken.before} ${lead}`);
  const inLast = inPassage === undefined && spoken.lastBefore() === 'attackers';
  if ((!inPassage && !inLast) || /^(?:on board|aboard|inside)\b/.test(rest)) return undefined;
  const isCounted = spoken.last?.role === 'attackers' && spoken.last.value >= mention.value;
  const isMeant = inLast || isCounted || GUARDS.test(lead);
  if (ALL.test(lead)) return isMeant ? 'all' : undefined;
  return BY_GUARDS.test(rest) || (isMeant && OF_THEM.test(before(line, to))) ? 'some' : undefined;
}

/** Whether attackers were the last people that were spoken of, those who fight them left out; undefined where nobody was. */
function lastAreAttackers(text: string): boolean | undefined {
  const words = text.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [];
  for (const word of words.slice(-SPOKEN_OF).reverse()) {
    const known = classOf(word);
    if (known?.kind === 'role') return known.role === 'attackers';
    if (known?.kind === 'person') return false;
  }
  return undefined;
}
