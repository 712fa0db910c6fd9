import type { FigureRole, Span } from '../corpus/model.ts';

/** Something that a passage reports as denied, or somebody in it says is not so. */
export interface Denial {
  /** What is denied, as offsets in the text. */
  readonly span: Span;
  /** The sentence it stands in. */
  readonly sentence: Span;
  /** The role of a figure whose facts are denied: "no hostages", "had been arrested". */
  readonly role: FigureRole | undefined;
  /** It is denied of anybody: "There are no hostages". */
  readonly isOutright: boolean;
  /** Said to be denied, not just said not to be so. */
  readonly isExplicit: boolean;
  /** "Nobody had told", "never received": the verb is denied, which "there was no" leaves open. */
  readonly isVerbal: boolean;
  /** What is denied is having had a part in it: "nothing to do with", "denied any involvement". */
  readonly isOfPart: boolean;
}

const CLAIMS =
  '(?: as (?:false|untrue|nonsense|baseless|absurd|unfounded|a lie|lies))?(?: (?:the|any|all|a|an|these|those|such|earlier|media|press|foreign|false|untrue|nonsense|absurd|baseless|unfounded))*(?: (?:reports?|claims?|talk|suggestions?|allegations?|rumou?rs?|accounts?|assertions?|accusations?|charges?|ideas?|theor(?:y|ies)|message|notion|speculation|stories|story)(?: (?:that|of|about|by))?)?';
/** Somebody denies what stands behind. */
const EXPLICIT = new RegExp(
  `\\b(?:(?<!\\b(?:an?|the|was|were|been|is|are|nor|not) )(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing)|contradict(?:s|ed|ing)?|rebut(?:s|ted)|rul(?:es|ed|ing) out|discount(?:s|ed)|scoff(?:s|ed) at|pour(?:s|ed) scorn on|play(?:s|ed|ing) down|push(?:es|ed|ing) back (?:against|on))${CLAIMS}|contrary to${CLAIMS}|(?:it is|it was|it is simply|it was simply) (?:not true|untrue|false|wrong) that|no (?:truth|substance) (?:in|to)${CLAIMS}|(?:has|have|had) nothing (?:\\w+ )?to do with|had no part in|(?:was|were) not involved in|no (?:evidence|sign|signs|indication|proof|trace) (?:whatsoever |at all )?(?:of|that|for)|never (?:spoken|spoke|talked) of)\\b`,
  'gi',
);
/** What stands behind is said not to be so; a denial in somebody's mouth alone. */
const PLAIN =
  /\b(?:there (?:was|were|is|are|has been|have been|had been) no(?! (?:evidence|sign|indication|proof|truth))|not (?:one|a single)|(?:nobody|no one|no-one) (?=(?:was|were|is|are|has|have|had|from)\b)|(?:did|does|do|has|have|had|was|were) (?:not|never)(?! (?:yet|only|immediately|answer|reply|say|comment|clear|known|want|wish|exclude))|(?:it|they|he|she|we) never|no (?=\w+(?: \w+)? (?:was|were|had been|have been|has been)\b))/gi;
const SPOKEN = /["“”]|\b(?:said|says?|insist\w*|told|maintain\w*|stress\w*|stated)\b/;
/** What stands before is untrue. */
const BEHIND =
  /\b(?:(?:is|are|was|were|as) (?:simply |entirely |plainly |completely |totally |utterly )?(?:untrue|not true|false|nonsense|baseless|unfounded|fabricated|groundless|an? (?:invention|lie|fabrication|hoax|smear|film without a camera))|as (?:an? )?(?:invention|lies?|fabrications?|nonsense|slander|hoax|smear|guesswork))\b/i;

/** What the passage reports as denied, rejected, untrue or not so. */
export function readDenials(text: string, sentences: readonly Span[]): readonly Denial[] {
  const denials: Denial[] = [];
  let quotes = 0;
  for (const span of sentences) {
    const [from, to] = span;
    const sentence = text.slice(from, to);
    const isQuoted = quotes % 2 === 1;
    quotes += sentence.match(/["“”]/g)?.length ?? 0;
    const cues = [...sentence.matchAll(EXPLICIT)].map((match) => ({ match, isExplicit: true }));
    if (cues.length === 0 && (isQuoted || SPOKEN.test(sentence))) {
      cues.push(...[...sentence.matchAll(PLAIN)].map((match) => ({ match, isExplicit: false })));
    }
    for (const { match, isExplicit } of cues) {
      const start = match.index + match[0].length;
      const end = clauseEnd(sentence, start);
      // "rejected as stolen", "dismissed by an official as", "rejected his words as rude": an opinion of it.
      const denied = sentence.slice(start, end);
      const isOpinion =
        /^ (?:as|by)\b/.test(denied) ||
        (/^(?:reject|dismiss)/i.test(match[0]) && OPINION.test(sentence.slice(start)));
      if (end - start > 2 && !isOpinion) {
        denials.push({
          isVerbal: !isExplicit && !/^(?:there|no |not)/i.test(match[0]),
          ...denialOf(text, [from + start, from + end], span, isExplicit),
          isOfPart:
            PART.test(match[0]) ||
            /^ (?:any |all |its |his |her |their |having had |any kind of )*(?:involvement|part|role|responsibility|hand|link)\b/.test(
              sentence.slice(start),
            ),
        });
      }
    }
    const behind = BEHIND.exec(sentence);
    if (behind && cues.length === 0)
      denials.push({
        ...denialOf(text, [from, from + behind.index], span, true),
        isOfPart: false,
        isVerbal: false,
      });
  }
  return denials;
}

const OPINION =
  / as ["“‘']?(?!(?:an? )?(?:false|untrue|baseless|unfounded|nonsense|lies?|fabricat|invent|propaganda|rumou?r|speculation))/i;
const PART = /to do with|part in|involved in/i;

/** Where what is denied ends: at a closing quotation, or where the speaker is named or goes on. */
function clauseEnd(sentence: string, from: number): number {
  const end =
    /[”;]|:\s|," |, (?:[\p{L}.’']+ ){1,8}(?:said|says|say|told|added)\b|,? (?:and|but) (?:said|says|called|suggested|blamed|insisted|added|asked|that)\b|, (?:saying|since|as|because|after|but|while|although)\b/u.exec(
      sentence.slice(from),
    );
  return end ? from + end.index : sentence.length;
}

function denialOf(
  text: string,
  span: Span,
  sentence: Span,
  isExplicit: boolean,
): Omit<Denial, 'isOfPart' | 'isVerbal'> {
  // What is denied is the clause itself, not what a relative clause adds to it.
  const words = text
    .slice(span[0], span[1])
    .toLowerCase()
    .replace(
      /(?:, (?:namely )?|\b(?:in |to |of |from |by )?)\b(?:which|who|whom|whose|where|when|while)\b.*$/s,
      '',
    );
  const role = factOf(words);
  const isOutright =
    role !== undefined &&
    !/\b(?:he|she|him|her|his|they|them|their|its?|the|by|from|in|at|for|of)\b/.test(
      words.replace('inside', ''),
    ) &&
    words.trim().split(/\s+/).length <= 6;
  return { span, sentence, role, isOutright, isExplicit };
}

/** The role that words are about, or undefined: "had been taken into custody". */
export function factOf(words: string): FigureRole | undefined {
  return FACTS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Words that would make a figure. */
const FACTS: readonly (readonly [FigureRole, RegExp])[] = [
  ['hostages', /\b(?:hostages?|captives?|being held|held captive|kidnapp\w+|abduct\w+)\b/i],
  ['arrested', /\b(?:arrest\w*|detain\w*|custody|rounded up|detentions?)\b/i],
  ['evacuated', /\b(?:evacuat\w+|emptied|moved out|cleared of)\b/i],
  ['killed', /\b(?:killed|dead|died|deaths?|fatalities)\b/i],
  ['injured', /\b(?:injured|wounded|hurt|injuries)\b/i],
  ['missing', /\b(?:missing|unaccounted)\b/i],
];
