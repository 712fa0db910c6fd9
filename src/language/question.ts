import { tokenize } from './tokens.ts';

/** What kind of thing a question asks for. */
export type Asked =
  | 'number'
  | 'person'
  | 'place'
  | 'time'
  | 'reason'
  | 'statement'
  | 'yes-no'
  | 'anything';

/** Questions longer than this are cut: nobody asks so much at once, and analysis stays quick. UTF-16 units. */
export const QUESTION_LIMIT = 1000;

/** More parts than this are read as one. */
const PART_LIMIT = 4;

/** The first pattern that fits names what is asked. Chat forms ("hm ppl", "wat time") are meant as well. */
const PATTERNS: readonly (readonly [Asked, RegExp])[] = [
  [
    'number',
    /\b(how many|how much|hm|number of|no\.? of|nr of|count of|total|toll|tally|headcount|percent(age)?|how (big|large|high|far|deep|tall|long|old|fast))\b/,
  ],
  [
    'statement',
    /\b(wh?at|how) (did|does|do|has|have|had|is|was|were|are) .*\b(say|said|says|saying|think|thinks|thought|claim|claimed|respond|responded|react|reacted|comment|tweet|tweeted|post|posted|write|wrote|announce|announced|tell|told|promise|promised|want|wanted|demand|demanded|argue|argued|warn|warned)\b/,
  ],
  ['statement', /\b(react(ion|ions)?|respon(se|d)|statement|comments?|quotes?|said|say)\b/],
  [
    'time',
    /\b(when|wh?at (time|day|date|hour|month|year)|since when|how long ago|date|at wh?at point|which (day|month|year))\b/,
  ],
  [
    'place',
    /\b(where|wh?at place|wh?at location|(which|wh?at) (part|city|town|street|area|district|region|country|building|side|direction|village|station|site|places|cities|towns)|location)\b/,
  ],
  ['reason', /\b(why|reasons?|cause[ds]?|how come|motives?|wh?at (led|made|triggered|caused)|because of wh?at)\b/],
  ['person', /\b(who|whos|whose|whom|wh?at person|name of)\b/],
  [
    'yes-no',
    /^(and |so |but |ok |hey )*(is|are|was|were|did|does|do|has|have|had|can|could|will|would|any|isnt|isn't|wasnt|wasn't|didnt|didn't|arent|aren't)\b/,
  ],
];

export interface QuestionAnalysis {
  /** As asked, cut at `QUESTION_LIMIT`. */
  readonly text: string;
  readonly asked: Asked;
  /** The questions that stand in it, each by itself; the whole where it is one. */
  readonly parts: readonly string[];
}

/** Reads what a question asks for, from its form alone. */
export function analyseQuestion(question: string): QuestionAnalysis {
  const text = question.slice(0, QUESTION_LIMIT).trim();
  const folded = text.toLowerCase().replace(/[’‘]/g, "'");
  const asked = PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'anything';
  return { text, asked, parts: parts(text) };
}

const QUESTION_WORD =
  "(?:who|whom|whose|what|whats|what's|wat|when|where|which|why|how|is|are|was|were|did|does|do|has|have|can|could|will|would|any)";
const BORDERS = [
  /[?!;\n]+\s*(?:(?:and|but|also|so|plus)\s+)?/iu,
  new RegExp(`\\s*,?\\s+(?:and|but|also|or|plus|&)\\s+(?:also\\s+|then\\s+)?(?=${QUESTION_WORD}\\b)`, 'iu'),
  new RegExp(`\\s*,\\s+(?=${QUESTION_WORD}\\b)`, 'iu'),
];

/** Splits "who did it, and how many died" where a new question begins. */
function parts(text: string): readonly string[] {
  const pieces = BORDERS.reduce<readonly string[]>(
    (found, border) => found.flatMap((piece) => piece.split(border)),
    [text],
  )
    .map((piece) => piece.trim())
    .filter((piece) => tokenize(piece).some((token) => !token.stop));
  return pieces.length > 1 && pieces.length <= PART_LIMIT ? pieces : [text];
}
