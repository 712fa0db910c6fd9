import type { FigureRole } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Asked } from '../language/question.ts';
import { askedRoles, WERE_THERE } from '../language/roles.ts';
import type { ParsedQuery, Slot } from './query.ts';

/** The roles of the figures that a question asks for. */
export interface AskedFigures {
  /** Figures of these are shown with the answer. */
  readonly shown: readonly FigureRole[];
  /** Passages that state a figure of these answer better than others. */
  readonly preferred: readonly FigureRole[];
}

/**
 * Questions of other kinds ask for no figure of people, though they may name those who are counted: "who were the
 * attackers", "when were the hostages freed", "what did the minister say about the dead".
 */
const MAY_ASK: ReadonlySet<Asked> = new Set(['count', 'share', 'yes-no', 'anything']);
/** A question for yes or no that asks whether there are any. */
const WHETHER_ANY =
  /\b(?:any|any ?one|any ?body|how many|there (?:is|are|was|were))\b|\b(?:is|are|was|were) there\b/i;

/** "Is he dead" asks about one. */
const OF_ONE = /\b(?:is|was|has|had|did|does) (?:he|she)\b/i;

/** Tells of which roles a question asks for figures; none for most questions. */
export function askedFigures(query: ParsedQuery, lexicon: Lexicon): AskedFigures {
  const { asked, text } = query;
  const isOfOne = asked === 'yes-no' && OF_ONE.test(text);
  const spoken = MAY_ASK.has(asked) && !isOfOne ? askedRoles(text, lexicon) : [];
  const isForNumber = asked !== 'yes-no' || WHETHER_ANY.test(text);
  // "Were the attackers masked" names them and asks for no number; "were people killed" asks for one.
  const shown = spoken.filter((role) => isForNumber || !WERE_THERE.has(role));
  return { shown, preferred: isOfAll(query, lexicon) ? shown : [] };
}

/**
 * Whether the newest count of all answers. In a longer question that does not say "how many" a figure may be beside the
 * point; and "were any lawmakers hurt" is about lawmakers.
 */
function isOfAll({ asked, slots }: ParsedQuery, lexicon: Lexicon): boolean {
  if (asked === 'count') return true;
  const isAbout = ({ generic, label }: Slot) => !generic && askedRoles(label, lexicon).length === 0;
  return slots.length <= 2 && (asked !== 'yes-no' || !slots.some(isAbout));
}
