import type { Span } from '../corpus/model.ts';
import { tokenize } from './tokens.ts';

/** What kind of thing a question asks for. */
export type Asked =
  | 'count'
  | 'clock'
  | 'day'
  | 'year'
  | 'time'
  | 'duration'
  | 'distance'
  | 'money'
  | 'age'
  | 'share'
  | 'person'
  | 'place'
  | 'reason'
  | 'statement'
  | 'yes-no'
  | 'anything';

/** Questions longer than this are cut: nobody asks so much at once, and analysis stays quick. UTF-16 units. */
export const QUESTION_LIMIT = 1000;

/** More parts than this are read as one. */
const PART_LIMIT = 4;

const WHAT = "(?:wh?at(?:'?s| is| was)?|which|wich)";

/**
 * The first pattern that fits names what is asked; chat forms ("hm ppl", "wat time") are meant as well. The words
 * that a pattern matches only say what is asked for: they are not looked for in the articles. Those behind `=` are.
 */
const PATTERNS: readonly (readonly [Asked, RegExp])[] = [
  [
    'duration',
    /\b(?:how (?:long|many (?:hours|days|minutes|weeks|months|years))(?: (?:did|does|do|was|were|is|has|have|had|will)(?: it| they)?(?: take| last)?)?|for how long|duration(?: of)?)\b/,
  ],
  ['age', new RegExp(`\\b(?:how old(?: (?:is|was|were|are))?|${WHAT} age|age of|ages? of|aged?)\\b`)],
  [
    'distance',
    new RegExp(
      `\\b(?:how (?:far|deep|high|tall|wide|long is|big is|heavy|fast)(?: (?:is|was|were|are|did|away|apart|from))*|${WHAT} (?:distance|speed|height|depth|size))\\b`,
    ),
  ],
  [
    'money',
    new RegExp(
      `\\b(?:how much (?:money|cash|did .* cost|does .* cost|will .* cost|was .* paid|is .* paid|do .* get)|${WHAT} (?:price|cost|amount|fare)|how expensive|price of|cost of)\\b`,
    ),
  ],
  [
    'share',
    new RegExp(
      `\\b(?:${WHAT} (?:percent(?:age)?|share|proportion|fraction|turnout)|how (?:big|large) a (?:share|part)|percent(?:age)? of)\\b`,
    ),
  ],
  [
    'count',
    /\b(?:how many(?: (?:ppl|people|persons|of (?:them|those|the)))?|how much(?: of)?|hm(?: ppl)?|(?:the )?(?:total |exact )?(?:number|no\.?|nr|count|amount|figures|tally) of|(?<!\b(?:phone|telephone|contact|emergency) )(?:number|count|figures?|tally) for|headcount|how (?:big|large))\b/,
  ],
  [
    'clock',
    new RegExp(
      `\\b(?:${WHAT} (?:exact )?(?:time|hour)(?: of (?:the )?day)?(?: (?:did|was|is|were|do|does))?|at wh?at (?:time|hour)|time of day)\\b`,
    ),
  ],
  ['year', new RegExp(`\\b(?:(?:in )?${WHAT} year|year of)\\b`)],
  [
    'day',
    new RegExp(
      `\\b(?:(?:on )?${WHAT} (?:day|date|month|weekday)(?: of the (?:week|month|year))?(?: (?:did|was|is|were|do|does))?|date of|since wh?at (?:day|date))\\b`,
    ),
  ],
  [
    'time',
    /\b(?:when(?:'?s)?(?: (?:did|was|were|is|are|will|does|do|has|have|had|exactly))?|since when|how long ago|how soon|until when|date)\b/,
  ],
  [
    'statement',
    /\b(?:(?:wh?at|how) (?:did|does|do|has|have|had|is|was|were|are)\b(?=.*\b(?:say|said|says|saying|think|thinks|thought|claim|claimed|respond|responded|react|reacted|comment|commented|tweet|tweeted|post|posted|write|wrote|announce|announced|tell|told|promise|promised|demand|demanded|argue|argued|warn|warned|call|called|describe|described|reckon|explain|explained)\b))/,
  ],
  [
    'statement',
    /(?=.*\b(?:react(?:ion|ions|ed)?|respon(?:se|ses|d|ded)|statement|comments?|quotes?|said|says|say)\b)/,
  ],
  [
    'place',
    new RegExp(
      `\\b(?:where(?:'?s|bouts|abouts)?(?: (?:did|was|were|is|are|do|does|exactly|else|abouts))*|${WHAT} (?:place|location|spot)|location of|in ${WHAT} (?=part|city|town|street|area|district|region|country|building|village|station|room|side))\\b`,
    ),
  ],
  [
    'place',
    new RegExp(
      `\\b${WHAT} (?=(?:part|city|town|street|area|district|region|country|building|side|direction|village|station|site|places|cities|towns|streets|areas|room|floor|bridge|road|hospital|school|port|door|entrance)s?\\b)`,
    ),
  ],
  [
    'reason',
    new RegExp(
      `\\b(?:why(?: (?:did|was|were|is|are|do|does|didnt|didn't|isnt|wasnt|weren't|wasn't))?|how come|for wh?at reason|${WHAT} (?=(?:reason|cause|motive|led|made|triggered|caused)\\b))`,
    ),
  ],
  ['reason', /(?=.*\b(?:reasons?|causes?|caused|motives?)\b)/],
  [
    'person',
    /\b(?:who(?:'?s|se|m)?(?: (?:did|was|were|is|are|has|have|had|does|do|else))?|wh?at person|by whom|name of|names of)\b/,
  ],
  [
    'yes-no',
    /^(?:and |so |but |ok |hey |wait )*(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|any|isnt|isn't|wasnt|wasn't|didnt|didn't|arent|aren't)\b/,
  ],
];

/** Words that ask for the last word on something, whatever the articles call it: "the latest death toll". */
const LAST_WORD = /\b(?:latest|newest|most recent|up[- ]to[- ]date)\b/g;

export interface QuestionForm {
  readonly asked: Asked;
  /** The words that say what is asked for, and how new, as stretches of the question. */
  readonly frames: readonly Span[];
}

/** Reads what a question asks for, from its form alone. */
export function readForm(question: string): QuestionForm {
  const folded = question.toLowerCase().replace(/[’‘]/g, "'");
  const spanOf = (match: RegExpExecArray): Span => [match.index, match.index + match[0].length];
  const lastWord = [...folded.matchAll(LAST_WORD)].map(spanOf);
  // "up to date" asks for no date.
  const rest = folded.replace(LAST_WORD, (words) => ' '.repeat(words.length));
  for (const [asked, pattern] of PATTERNS) {
    const match = pattern.exec(rest);
    if (match) return { asked, frames: match[0] === '' ? lastWord : [spanOf(match), ...lastWord] };
  }
  return { asked: 'anything', frames: lastWord };
}

const QUESTION_WORD =
  "(?:who|whom|whose|what|whats|what's|wat|when|where|which|why|how|is|are|was|were|did|does|do|has|have|can|could|will|would|any)";
const BORDERS = [
  /[?!;\n]+\s*(?:(?:and|but|also|so|plus)\s+)?/iu,
  new RegExp(`\\s*,?\\s+(?:and|but|also|or|plus|&)\\s+(?:also\\s+|then\\s+)?(?=${QUESTION_WORD}\\b)`, 'iu'),
];
const COMMA = new RegExp(`\\s*,\\s+(?=${QUESTION_WORD}\\b)`, 'iu');
/** How a clause begins that says when, where or on what condition something is asked: no question by itself. */
const SETTING = new RegExp(
  `^(?:(?:and|but|so|ok) )?(?:${[
    'in|at|on|after|before|during|since|with|without|for|by|of|from|until|under|over|between|among|following',
    'if|as|while|because|although|though|despite|besides|according to|apart from|given|once|when|where',
  ].join('|')})(?! ${QUESTION_WORD}\\b)\\b`,
  'iu',
);

/** The questions that stand in a text, each by itself: "who did it, and how many died" holds two. */
export function questionParts(text: string): readonly string[] {
  const pieces = BORDERS.reduce<readonly string[]>(
    (found, border) => found.flatMap((piece) => piece.split(border)),
    [text],
  )
    .flatMap(splitAtCommas)
    .map((piece) => piece.trim())
    .filter((piece) => tokenize(piece).some((token) => !token.stop));
  return pieces.length > 1 && pieces.length <= PART_LIMIT ? pieces : [text];
}

/** "in the harbour, who drowned, how many" asks two things: where stays with who. */
function splitAtCommas(text: string): readonly string[] {
  const pieces = text.split(COMMA);
  const [setting = '', first = '', ...others] = pieces;
  if (pieces.length === 1 || !SETTING.test(setting.trim())) return pieces;
  return [text.slice(0, text.indexOf(first, setting.length) + first.length), ...others];
}
