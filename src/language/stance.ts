import type { FigureRole, Span } from '../corpus/model.ts';
import type { Lexicon } from './lexicon.ts';
import { type Token, tokenize } from './tokens.ts';

/** Something that a passage reports as denied: by whom is said in the passage. */
export interface Denial {
  /** What is denied, as offsets in the text. */
  readonly span: Span;
  /** Terms of the words of what is denied, function words and words of speaking left out. */
  readonly terms: ReadonlySet<string>;
  /** The role of a figure whose facts are denied: "no hostages", "had been arrested". */
  readonly role: FigureRole | undefined;
  /** It is denied outright, with nothing that narrows it: "There are no hostages". */
  readonly isOutright: boolean;
  /** Concepts of the lexicon in what is denied. */
  readonly concepts: ReadonlySet<string>;
}

/** Cues with what is denied behind them. */
const DENIES =
  /(?<!\b(?:an?|the|was|were|been|is|are) )\b(?:(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing)|contradict(?:s|ed|ing)?|rebut(?:s|ted)|rul(?:es|ed|ing) out|scoff(?:s|ed) at|pour(?:s|ed) scorn on)\b|(?:has|have|had) nothing (?:\w+ )?to do with|had no part in|(?:was|were) not involved in|there (?:was|were|is|are|has been|have been) no\b|not (?:one|a single)\b|no evidence (?:of|that|for)|no truth in|(?:it is|it was) (?:not true|untrue|false) that|nobody (?:was|were|is|from|has)\b|(?:did|does|do|has|have|had) (?:not|never)\b(?= (?:order|fire|shoot|use|take|receive|warn|arrest|send|break|detain|been)))/gi;
/** Cues that say that something is denied, not just that it is not so. */
const EXPLICIT = /^(?:den|reject|dismiss|refut|disput|contradict|rebut|rul|scoff|pour|no truth|it)/i;
/** Cues with what is denied before them. */
const DENIED =
  /\b(?:(?:is|are|was|were|as) (?:simply |entirely |plainly |completely |totally )?(?:untrue|not true|false|nonsense|baseless|unfounded|fabricated|groundless|an? (?:invention|lie|fabrication|hoax|smear|film without a camera))|as (?:an? )?(?:invention|lies?|fabrications?|nonsense|slander|hoax|smear))\b/i;

/** What the passage reports as denied, rejected, untrue or not so. */
export function readDenials(text: string, sentences: readonly Span[], lexicon: Lexicon): readonly Denial[] {
  const denials: Denial[] = [];
  for (const [from, to] of sentences) {
    const sentence = text.slice(from, to);
    for (const match of sentence.matchAll(DENIES)) {
      const start = match.index + match[0].length;
      // "There is no call" denies only in somebody's mouth.
      const isPlain = !EXPLICIT.test(match[0]);
      if (isPlain && !/["“”]|\b(?:said|says|insist\w*|told)\b/.test(sentence)) continue;
      if (isPlain && /\b(?:killed|injured|hurt|dead)\b/.test(sentence.slice(start, start + 30))) continue;
      denials.push(denialOf(text, [from + start, from + clauseEnd(sentence, start)], lexicon));
    }
    const behind = DENIED.exec(sentence);
    if (behind) denials.push(denialOf(text, [from, from + behind.index], lexicon));
  }
  return denials.filter(({ terms, concepts }) => terms.size + concepts.size > 0);
}

/** Where what is denied ends: at a closing quotation, or where the speaker is named. */
function clauseEnd(sentence: string, from: number): number {
  const end =
    /[”;]|," |, (?:[\p{L}.’']+ ){1,8}(?:said|says|told|added)\b|,? (?:and|but) (?:said|called|suggested|blamed|insisted|added)\b|, (?:saying|since|as|because|after)\b/u.exec(
      sentence.slice(from),
    );
  return end ? from + end.index : sentence.length;
}

const SPEECH = new Set(
  'say said report claim call tell told statement reject deni deny dismiss rumour suggest alleg accus accusation media untru fals part'.split(
    ' ',
  ),
);

function denialOf(text: string, span: Span, lexicon: Lexicon): Denial {
  const tokens = tokenize(text.slice(span[0], span[1]));
  const words = text.slice(span[0], span[1]).toLowerCase();
  const terms = contentTerms(tokens);
  const role = FACTS.find(([, pattern]) => pattern.test(words))?.[0];
  return {
    span,
    terms,
    role,
    isOutright: role !== undefined && terms.size <= 1,
    concepts: conceptsOf(tokens, lexicon),
  };
}

/** Words of what is denied that would make a figure. */
const FACTS: readonly (readonly [FigureRole, RegExp])[] = [
  ['hostages', /\b(?:hostages?|captives?|held captive|kidnapp\w+|abduct\w+)\b/],
  ['arrested', /\b(?:arrest\w*|detain\w*|in custody|rounded up|detentions?)\b/],
  ['evacuated', /\b(?:evacuat\w+|emptied|moved out|cleared of)\b/],
  ['killed', /\b(?:killed|dead|died|deaths?|fatalities)\b/],
  ['injured', /\b(?:injured|wounded|hurt|injuries)\b/],
  ['missing', /\b(?:missing|unaccounted)\b/],
];

/** Terms that say what a text is about. */
export function contentTerms(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(
    tokens
      .filter(({ stop, term, word }) => !stop && !SPEECH.has(term) && word.length > 2)
      .map(({ term }) => term),
  );
}

/** Concepts that are of events, not of speaking, time or degree. */
export function conceptsOf(tokens: readonly Token[], lexicon: Lexicon): ReadonlySet<string> {
  return new Set(lexicon.inText(tokens).map(({ concept }) => concept));
}
