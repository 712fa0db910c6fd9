import type { FigureRole, Span } from '../corpus/model.ts';
import { BEHIND, BRANDED, CONTRAST, EXPLICIT, OF_BEFORE, PLAIN, SPOKEN, UNDENIED } from './denial-cues.ts';
import { classOf } from './figure-nouns.ts';

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
  /**
   * `said`: what stands in the span. `before`: what was said just before, the span being the sentence that denies it.
   * `thing`: that a thing is what it seems ("called the memo a forgery").
   */
  readonly of: 'said' | 'before' | 'thing';
}

/** What the passage reports as denied, rejected, untrue or not so. */
export function readDenials(text: string, sentences: readonly Span[]): readonly Denial[] {
  const denials: Denial[] = [];
  let quotes = 0;
  for (const span of sentences) {
    const [from, to] = span;
    const sentence = text.slice(from, to);
    const isQuoted = quotes % 2 === 1;
    quotes += sentence.match(/["“”]/g)?.length ?? 0;
    const taken = OF_BEFORE.flatMap((pattern) => metAt(pattern, sentence) ?? [])[0];
    if (taken !== undefined) {
      // "Reports of a leak went round; the owner denied them" denies what stands in the sentence itself.
      const first = FIRST_CLAUSE.exec(sentence.slice(0, taken))?.[1]?.length;
      denials.push(
        first === undefined
          ? { ...PLAINLY, span, sentence: span, isExplicit: true, of: 'before' }
          : { ...PLAINLY, ...denialOf(text, [from, from + first], span, true), of: 'said' },
      );
    }
    const branded = BRANDED.exec(sentence);
    if (branded?.[1]) {
      const start = from + branded.index + branded[0].indexOf(branded[1]);
      const thing: Span = [start, start + branded[1].length];
      denials.push({ ...PLAINLY, span: thing, sentence: span, isExplicit: true, of: 'thing' });
    }
    const cues = [...sentence.matchAll(EXPLICIT)].map((match) => ({ match, isExplicit: true }));
    cues.push(...[...sentence.matchAll(CONTRAST)].map((match) => ({ match, isExplicit: false })));
    if (cues.every(({ isExplicit }) => !isExplicit) && (isQuoted || SPOKEN.test(sentence))) {
      cues.push(...[...sentence.matchAll(PLAIN)].map((match) => ({ match, isExplicit: false })));
    }
    for (const { match, isExplicit } of cues) {
      const start = match.index + match[0].length;
      const end = clauseEnd(sentence, start);
      const cause = PART.test(match[0]) ? CAUSE.exec(sentence.slice(0, match.index)) : null;
      if (cause?.[1]) {
        const to = from + match.index;
        const subject: Span = [to - cause[1].length, to];
        denials.push({ ...PLAINLY, span: subject, sentence: span, isExplicit: true, of: 'said' });
        continue;
      }
      // "rejected as stolen", "dismissed by an official as", "rejected his words as rude": an opinion of it.
      const denied = sentence.slice(start, end);
      const isOpinion =
        /^ (?:as|by)\b/.test(denied) ||
        (/^(?:reject|dismiss)/i.test(match[0]) && OPINION.test(sentence.slice(start)));
      const isOfPerson = /^dismiss/i.test(match[0]) && isSacked(denied);
      if (end - start > 2 && !isOpinion && !isOfPerson) {
        denials.push({
          of: 'said',
          isVerbal: !isExplicit && !NOUN_DENIED.test(match[0] + denied),
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
        ...PLAINLY,
        ...denialOf(text, [from + clauseStart(sentence, behind.index), from + behind.index], span, true),
        of: 'said',
      });
  }
  return denials;
}

/** Whom one dismisses from work, not what: "dismissed in the spring", "dismissed two stewards". */
function isSacked(object: string): boolean {
  if (
    /\b(?:that|claims?|reports?|rumou?rs?|allegations?|accusations?|suggestions?|charges?|idea|theory|talk|criticism|speculation|figures?)\b/.test(
      object,
    )
  )
    return false;
  if (/^(?: (?:in|from|on|at|for|after|over|last|without)\b|\W*$|,)/.test(object)) return true;
  const noun =
    /^ (?:the|an?|its|his|her|their|two|three|four|five|\d+|several|some|all) ([a-z]+)(?![a-z'’])/.exec(
      object,
    )?.[1];
  const kind = noun === undefined ? undefined : classOf(noun)?.kind;
  return kind === 'person' || kind === 'guard';
}

const PLAINLY = { role: undefined, isOutright: false, isVerbal: false, isOfPart: false } as const;

/** Where a pattern stands that is not taken back. */
function metAt(pattern: RegExp, sentence: string): number | undefined {
  const match = pattern.exec(sentence);
  return match && !UNDENIED.test(sentence.slice(0, match.index)) ? match.index : undefined;
}

/** A clause of four words or more, with what is denied in the next. */
const FIRST_CLAUSE = /^((?:[^\s;]+ ){3,}[^\s;]+?)(?:;|,? but|, and) /;

/** Where the clause begins that ends at an offset: "the hull was whole, so that a blow could be excluded". */
function clauseStart(sentence: string, to: number): number {
  const lead = sentence.slice(0, to);
  return Math.max(0, ...[', so that ', '; ', ', and '].map((mark) => lead.lastIndexOf(mark) + 1));
}

/** "There was no fire", "nobody is on the run": no verb is denied. */
const NOUN_DENIED =
  /^(?:there|no |not|know|,| and|(?:was|were|is|are) no\b|(?:nobody|no one|no-one) (?:is|are|was|were|has been|had been) (?:still )?(?:on|in|at|under|behind|out)\b)/i;

const OPINION =
  / as ["“‘']?(?!(?:an? )?(?:false|untrue|baseless|unfounded|nonsense|lies?|fabricat|invent|propaganda|rumou?r|speculation))/i;
/** A thing, not anybody, that is said to have had no part in it: "The fog had nothing to do with it". */
const CAUSE = /(?:^|[,;“"] )((?:(?:[Tt]he|[Aa]n?|[Aa]ny|[Tt]his|[Tt]hat) )[a-z -]+ )$/;
const PART = /to do with|part in|involved in/i;

/** Where what is denied ends: at a closing quotation, or where the speaker is named or goes on. */
function clauseEnd(sentence: string, from: number): number {
  const end =
    /[”;]|:\s|," |, (?:[\p{L}.’']+ ){1,8}(?:said|says|say|told|added)\b|,? (?:and|but) (?:said|says|called|suggested|blamed|insisted|added|asked|that)\b|, (?:saying|since|as|because|after|but|while|although|whatever|whoever|however)\b| but (?=["“]|an? )/u.exec(
      sentence.slice(from),
    );
  return end ? from + end.index : sentence.length;
}

function denialOf(
  text: string,
  span: Span,
  sentence: Span,
  isExplicit: boolean,
): Omit<Denial, 'isOfPart' | 'isVerbal' | 'of'> {
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
  [
    'hostages',
    /\b(?:hostages?|captives?|being held|held captive|kidnapp\w+|abduct\w+|hold(?:s|ing)? (?:\S+ ){0,4}(?:people|staff|employees|workers|servants|men|women|children|guests|passengers|students|visitors|soldiers)\b(?! (?:responsible|accountable))|held (?:at gunpoint|against their will))\b/i,
  ],
  ['arrested', /\b(?:arrest\w*|detain\w*|custody|rounded up|detentions?)\b/i],
  ['evacuated', /\b(?:evacuat\w+|emptied|moved out|cleared of)\b/i],
  ['killed', /\b(?:killed|dead|died|deaths?|fatalities)\b/i],
  ['injured', /\b(?:injured|wounded|hurt|injuries)\b/i],
  ['missing', /\b(?:missing|unaccounted)\b/i],
];
