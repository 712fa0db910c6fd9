import type { Span } from '../corpus/model.ts';
import type { Asked } from './question.ts';

const NUMBER =
  '(?:\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|million|billion|a dozen|dozens|half a dozen|several|a few|an?)';
const any = (source: string, flags = 'iu') => new RegExp(source, flags);

/** For each kind of thing that can be asked for, what a text looks like that gives one. */
const GIVES: Readonly<Partial<Record<Asked, RegExp>>> = {
  count: any(
    `\\b(?:\\d[\\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|million|billion|dozens?|half|no ?one|none|nobody|several|both|pair|couple)\\b`,
  ),
  clock: any(
    "\\b(?:\\d{1,2}[:.]\\d\\d|\\d{1,2} ?(?:[ap]\\.?m\\b|o'clock)|noon|midday|midnight|dawn|dusk|daybreak|sunrise|sunset|morning|afternoon|evening|night|lunchtime|first light|o'clock|half past|quarter (?:past|to))\\b",
  ),
  year: any('\\b(?:1[5-9]|20)\\d\\d\\b'),
  day: any(
    '\\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|june|july|august|september|october|november|december|(?:on|in|until|since|by|last|next|this|early|late|mid) ?may|yesterday|today|tomorrow|\\d{1,2}(?:st|nd|rd|th)?)\\b',
  ),
  time: any(
    "\\b(?:\\d{1,2}[:.]\\d\\d|\\d{1,2} ?(?:[ap]\\.?m|o'clock)|noon|midday|midnight|dawn|dusk|first light|morning|afternoon|evening|night|overnight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may|june|july|august|september|october|november|december|yesterday|today|tomorrow|hours?|minutes?|days?|weeks?|months?|years?|later|earlier|after|before|until|since|spring|summer|autumn|winter|shortly|now|(?:1[5-9]|20)\\d\\d)\\b",
  ),
  duration: any(
    `\\b${NUMBER}(?:[ -]and[ -]a[ -]half)?[ -](?:more )?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?)\\b|\\b(?:until|all (?:day|night)|overnight|since|for (?:hours|days|weeks|months|years))\\b`,
  ),
  distance: any(
    `\\b${NUMBER}[ -]?(?:km|kilomet(?:er|re)s?|miles?|m|met(?:er|re)s?|feet|foot|ft|inch(?:es)?|yards?|cm|centimet(?:er|re)s?|mph|kph|km/h|knots?|tonn?es?|tons?|kg|kilos?|hectares?|acres?|blocks|storeys?|stories|floors?|cubic|square|degrees?)\\b`,
  ),
  money: any(
    `[$£€¥]\\s?\\d|\\b${NUMBER} (?:million |billion |thousand )?(?:dollars?|euros?|pounds?|crowns?|francs?|marks?|cents?|pence|[a-z]{3,8}s)\\b|\\b(?:free|price|cost|paid|worth)\\b`,
  ),
  age: any(
    `,\\s\\d{1,3},|\\baged? (?:about )?\\d|\\b${NUMBER}[ -]years?[ -]old|\\b\\d{1,3}-year|\\bin (?:his|her|their) (?:teens|twenties|thirties|forties|fifties|sixties|seventies|\\d0s)|\\babout \\d\\d\\b`,
  ),
  share: any(
    '%|\\bper ?cent\\b|\\bhalf\\b|\\bthird\\b|\\bquarters?\\b|\\bmajority\\b|\\b(?:one|two|three|four|nine) (?:in|out of) (?:\\d|[a-z]+)',
  ),
  person:
    /\p{Lu}[\p{L}’'-]+ (?:\p{Lu}\.? |al-|de |van |von |bin )?\p{Lu}\p{L}+|\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Sgt|President|Minister|Governor|Mayor|Chief|King|Queen)\b\.? \p{Lu}|\b(?:m[ae]n|wom[ae]n|group|gunm[ae]n|attackers?|police|officials?|minister|spokes\w+|drivers?|workers?|residents?|witness\w*|teacher|guard|officer|firefighters?|soldiers?|engineers?|union|company|ministry|agency|volunteers?|party)\b/u,
  place:
    /\b(?:in|at|near|outside|inside|from|to|across|around|towards?|via|through|on|into|off|between|behind|above|beneath|under|below|beside)\b (?:the |its |a |an |[a-z]+ern |central |[a-z]+ )?(?:\p{Lu}\p{L}+|[a-z]*(?:side|street|road|building|square|station|city|town|village|district|area|region|gate|entrance|door|bank|coast|bridge|valley|hill|border|harbour|port|airport|hospital|school|hall|house|church|cent(?:re|er)|roof|floor|room|tunnel|river|lake|sea|beach|field|camp|office|factory|shop|market)s?\b)|\b(?:north|south|east|west|central)(?:ern)?\b/u,
  reason: any(
    '\\b(?:because|due to|owing to|caused?|causes|reasons?|blam(?:ed|es|ing)|since|as a result|led to|triggered|sparked|in response|in order to|so that|to avoid|motives?|therefore|so as|prompt(?:ed|ing)|thanks to|attributed|fear(?:s|ed|ing)?|in protest|revenge|retaliation|over (?:the|its|his|her|their)|said (?:it|he|she|they) (?:was|were|had|wanted)|after|to (?:protect|prevent|make|let|keep|stop|show|give|get|allow|ease|help|warn))\\b',
  ),
  statement: any(
    '["“”«»]|\\b(?:said|says|say|saying|told|tells|stated?|announced?|claim(?:s|ed)?|warn(?:s|ed)?|call(?:s|ed)|accus\\w+|den(?:y|ies|ied)|condemn\\w*|described?|urged?|add(?:s|ed)|tweeted|posted|wrote|declared|insist\\w*|vow\\w*|promis\\w*|confirm\\w*|report\\w*|argu\\w+|believ\\w+|ask(?:s|ed)|blam\\w+|express\\w*|according to|thank\\w*|pledg\\w+|offer\\w*|reject\\w*|demand\\w*)\\b',
  ),
};

const everywhere = new Map(
  Object.entries(GIVES).map(([asked, pattern]) => [asked, new RegExp(pattern.source, `${pattern.flags}g`)]),
);

/** Whether a thing of some kind is asked for, which a text may lack. */
export function isOfKind(asked: Asked): boolean {
  return everywhere.has(asked);
}

/** Where a text gives a thing of the kind that is asked for. Undefined where any text may be an answer. */
export function answersOfKind(text: string, asked: Asked): readonly Span[] | undefined {
  const pattern = everywhere.get(asked);
  return pattern && [...text.matchAll(pattern)].map((m): Span => [m.index, m.index + m[0].length]);
}
