import type { Span } from '../corpus/model.ts';
import type { Lexicon } from './lexicon.ts';
import { type Token, tokenize } from './tokens.ts';

/** Something that a passage reports as denied: by whom is said in the passage. */
export interface Denial {
  /** What is denied, as offsets in the text. */
  readonly span: Span;
  /** Terms of the words of what is denied, function words and words of speaking left out. */
  readonly terms: ReadonlySet<string>;
  /** Concepts of the lexicon in what is denied. */
  readonly concepts: ReadonlySet<string>;
}

/** Cues with what is denied behind them. */
const DENIES =
  /\b(?:(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing)|contradict(?:s|ed|ing)?|rebut(?:s|ted)|rul(?:es|ed|ing) out|scoff(?:s|ed) at|pour(?:s|ed) scorn on)\b|(?:has|have|had) nothing (?:\w+ )?to do with|had no part in|(?:was|were) not involved in|there (?:was|were|is|are|has been|have been) no\b|not (?:one|a single)\b|no evidence (?:of|that|for)|no truth in|(?:it is|it was) (?:not true|untrue|false) that|nobody (?:was|were|is|from|has)\b|(?:did|does|do|has|have|had) (?:not|never)\b(?= (?:order|fire|shoot|use|take|receive|warn|arrest|send|break|detain|been)))/gi;
/** Cues with what is denied before them. */
const DENIED =
  /\b(?:(?:is|are|was|were|as) (?:simply |entirely |plainly |completely |totally )?(?:untrue|not true|false|nonsense|baseless|unfounded|fabricated|groundless|an? (?:invention|lie|fabrication|hoax|smear|film without a camera))|as (?:an? )?(?:invention|lies?|fabrications?|nonsense|slander|hoax|smear))\b/gi;

/** What the passage reports as denied, rejected, untrue or not so. */
export function readDenials(text: string, sentences: readonly Span[], lexicon: Lexicon): readonly Denial[] {
  const denials: Denial[] = [];
  for (const [from, to] of sentences) {
    const sentence = text.slice(from, to);
    for (const match of sentence.matchAll(DENIES)) {
      const end = clauseEnd(sentence, match.index + match[0].length);
      denials.push(denialOf(text, [from + match.index + match[0].length, from + end], lexicon));
      break;
    }
    for (const match of sentence.matchAll(DENIED)) {
      denials.push(denialOf(text, [from, from + match.index], lexicon));
      break;
    }
  }
  return denials.filter(({ terms, concepts }) => terms.size + concepts.size > 0);
}

/** Where what is denied ends: at a closing quotation, or where the speaker is named. */
function clauseEnd(sentence: string, from: number): number {
  const end = /[”;]|," |, (?:[\p{L}.’']+ ){1,8}(?:said|says|told|added)\b|,? (?:and|but) (?:said|called|suggested|blamed|insisted|added)\b|, (?:saying|since|as|because|after)\b/u.exec(
    sentence.slice(from),
  );
  return end ? from + end.index : sentence.length;
}

const SPEECH = new Set(
  'say said report claim call tell told statement reject deni deny dismiss rumour suggest alleg accus accusation media untru fals part'.split(' '),
);

function denialOf(text: string, span: Span, lexicon: Lexicon): Denial {
  const tokens = tokenize(text.slice(span[0], span[1]));
  return { span, terms: contentTerms(tokens), concepts: conceptsOf(tokens, lexicon) };
}

/** Terms that say what a text is about. */
export function contentTerms(tokens: readonly Token[]): ReadonlySet<string> {
  return new Set(
    tokens.filter(({ stop, term, word }) => !stop && !SPEECH.has(term) && word.length > 2).map(({ term }) => term),
  );
}

/** Concepts that are of events, not of speaking, time or degree. */
export function conceptsOf(tokens: readonly Token[], lexicon: Lexicon): ReadonlySet<string> {
  return new Set(lexicon.inText(tokens).map(({ concept }) => concept));
}
