import type { FigureRole } from '../corpus/model.ts';
import type { Lexicon } from '../language/lexicon.ts';
import type { Asked } from '../language/question.ts';
import { askedRoles, WERE_THERE } from '../language/roles.ts';
import type { ParsedQuery } from './query.ts';

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

/** Tells of which roles a question asks for figures; none for most questions. */
export function askedFigures({ asked, text, slots }: ParsedQuery, lexicon: Lexicon): AskedFigures {
  const spoken = MAY_ASK.has(asked) ? askedRoles(text, lexicon) : [];
  const isForNumber = asked !== 'yes-no' || WHETHER_ANY.test(text);
  // "Were the attackers masked" names them and asks for no number; "were people killed" asks for one.
  const shown = spoken.filter((role) => isForNumber || !WERE_THERE.has(role));
  // In a longer question that does not say "how many" a figure may be beside the point. "Were any lawmakers hurt" is
  // about lawmakers: the newest count of the injured does not answer it.
  const most = asked === 'count' ? Number.POSITIVE_INFINITY : asked === 'yes-no' ? 1 : 2;
  const isOfAll = slots.filter(({ generic }) => !generic).length <= most;
  return { shown, preferred: isOfAll ? shown : [] };
}
