import type { FigureRole, Passage, Span } from '../corpus/model.ts';
import { extractFigures } from '../language/figures.ts';
import type { Token } from '../language/tokens.ts';
import type { Analyzer, Occurrence } from './analysis.ts';

/** What ranking knows of a passage besides its text. */
export interface PassageFacts {
  readonly passage: Passage;
  readonly tokens: readonly Token[];
  /** Term → where it stands. */
  readonly occurrences: ReadonlyMap<string, readonly Occurrence[]>;
  /** Number of words that are not function words. */
  readonly length: number;
  readonly figureRoles: ReadonlySet<FigureRole>;
  readonly hasNumber: boolean;
  readonly hasTime: boolean;
  readonly hasPlace: boolean;
  readonly hasPerson: boolean;
  readonly hasReason: boolean;
  readonly hasSpeech: boolean;
  /** Spans of words in quotation marks. */
  readonly quotations: readonly Span[];
  /** It speaks of another time than the event's. */
  readonly isBackground: boolean;
}

const NUMBER =
  /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|dozens?|half|third|quarter|no ?one|none|single|double|triple)\b/i;
const TIME =
  /\b(\d{1,2}([:.]\d{2})? ?([ap]\.?m\b)?|morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk|sunrise|sunset|mon|tues|wednes|thurs|fri|satur|sun)(day)?s?\b|\b(january|february|march|april|june|july|august|september|october|november|december|yesterday|today|tomorrow|hours?|minutes?|days?|weeks?|months?|years?|o'clock|(19|20)\d\d|after|before|until|since|later|earlier|shortly|during)\b/i;
const PLACE =
  /\b(in|at|near|outside|inside|from|to|across|around|towards?|south|north|east|west|central|via|through|on the|into)\b (the |its |a |an |[a-z]+ern |central |[a-z]+ )?(\p{Lu}\p{L}+|[a-z]*(side|street|building|square|station|city|town|village|district|area|region|gate|entrance|bank|coast|bridge|valley|hill|border|harbour|port|airport|hospital|school|hall|house|centre|center))/u;
const PERSON =
  /\p{Lu}\p{Ll}+ (?:\p{Lu}\.? )?(?:al-|de |van |von )?\p{Lu}\p{Ll}+|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Sgt|President|Minister|Governor|Mayor|Chief)\b\.? \p{Lu}|\b(?:man|woman|men|women|group|gunm[ae]n|attackers?|police|officials?|minister|spokes\w+|driver|worker|resident|witness\w*)\b/u;
const REASON =
  /\b(because|due to|owing to|caused?|causes|reason|blamed?|after|since|as a result|led to|triggered|sparked|in response|in order to|so that|to avoid|motive|therefore|so as|prompt(ed|ing)|thanks to|attributed|over (the|its|his|her|their))\b/i;
const SPEECH =
  /["“”«»]|\b(said|says|say|saying|told|tells|stated?|announced?|claim(s|ed)?|warn(s|ed)?|call(s|ed) (for|on)|accus\w+|den(y|ies|ied)|condemn\w*|described?|urged?|add(s|ed)|tweeted|posted|wrote|declared|insist\w*|vow\w*|promis\w*|confirm\w*|report\w*|argu\w+|believ\w+|ask(s|ed)|blam\w+|express\w*|according to|thank\w*)\b/i;
const QUOTATION = /"[^"]{2,}"|“[^”]{2,}”|«[^»]{2,}»|‘[^’]{6,}’/gu;
const OTHER_TIME =
  /\b(last (week|month|year|decade|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december)|(weeks?|months?|years?|decades?|centur(y|ies)) (ago|earlier|before)|previous(ly)?|in recent (weeks|months|years)|historically|back in|since (19|20)\d\d|in the (19|20)?\d\ds|a (year|decade|month|week) (ago|earlier))\b/i;
const YEAR = /\b(1[89]\d\d|20\d\d)\b/g;

/** Reads the facts of a passage. `eventYears` are the years of the event, which are no sign of another time. */
export function readFacts(
  passage: Passage,
  analyzer: Analyzer,
  eventYears: ReadonlySet<string>,
): PassageFacts {
  const { tokens, occurrences } = analyzer.passage(passage.text);
  const byTerm = new Map<string, Occurrence[]>();
  for (const occurrence of occurrences) {
    const list = byTerm.get(occurrence.term);
    if (list) list.push(occurrence);
    else byTerm.set(occurrence.term, [occurrence]);
  }
  const { text } = passage;
  return {
    passage,
    tokens,
    occurrences: byTerm,
    length: tokens.filter((token) => !token.stop).length,
    figureRoles: new Set(extractFigures(text, passage.sentences).map((figure) => figure.role)),
    hasNumber: NUMBER.test(text),
    hasTime: TIME.test(text),
    hasPlace: PLACE.test(text),
    hasPerson: PERSON.test(text),
    hasReason: REASON.test(text),
    hasSpeech: SPEECH.test(text),
    quotations: [...text.matchAll(QUOTATION)].map((m) => [m.index, m.index + m[0].length] as const),
    isBackground:
      OTHER_TIME.test(text) || [...text.matchAll(YEAR)].some(([year]) => year && !eventYears.has(year)),
  };
}
