import { canSpeak } from './attribution-pronouns.ts';
import { escapeRegExp } from './escape-reg-exp.ts';

/** The word that a text ends with, and the same before a comma. */
const LAST_WORD = /([\p{L}\p{N}][\p{L}\p{N}'’-]*) $/u;
const LAST_BEFORE_COMMA = /([\p{L}\p{N}][\p{L}\p{N}'’-]*), $/u;
/** Titles that do not end as those of people do. */
const TITLE =
  /^(?:president|king|queen|prince|princess|pope|captain|lieutenant|colonel|major|marshal|admiral|judge|justice|dean|imam|rabbi|bishop|sheikh|secretary|secretary-general|deputy|attorney|envoy|aide|premier|chancellor|analyst|expert|witness|spokesperson|chair|superintendent|detective|agent)$/;
/** Verbs that tell that the words before belong to somebody who speaks: "blamed Roe, the owner said". */
const SPEAKS = '(?!(?:\\S+ ){0,4}(?:said|says|told|tells|adds?|added|reports?|reported|wrote|writes)\\b)';
/** What behind a name tells who bears it: "Ilse Roe, 43", "Ilse Roe, who steers", "Ilse Roe, its owner", "Ilse Roe is the owner". */
const BEHIND = new RegExp(
  [
    '^,? \\(?(?:aged )?\\d{1,3}\\b(?! (?:people|others|of))',
    '^, (?:who|whose)\\b',
    `^,? \\(?(?:the|an?|its|his|her|their|our|\\p{Lu}[\\p{L}]+['’]s|head|chief|leader|chair(?:man|woman)?|director|owner|founder) ${SPEAKS}`,
    `^,? \\(?(?:deputy|acting|former|interim) ${SPEAKS}`,
    '^,? (?:is|was) (?:the|an?|one of|head|chief|leader)\\b(?! (?:little|bit|lot))',
  ].join('|'),
  'u',
);
/** "Ilse Roe of the council". */
const OF = /^ of (?:the|its|his|\p{Lu})/u;

/**
 * Whether a text tells beside a name who bears it: "the harbour master, Ilse Roe, said", "Commissioner Roe", "Roe, who
 * steers the ferry". It need not, where it only tells what somebody said or did.
 *
 * @param name its words in lower case, as asked for
 */
export function introduces(text: string, name: readonly string[]): boolean {
  const last = name.at(-1);
  if (last === undefined) return false;
  const named = new RegExp(`(?<![\\p{L}\\p{N}])${escapeRegExp(last)}(?![\\p{L}\\p{N}])`, 'giu');
  for (const match of text.matchAll(named)) {
    // "Al-Roe"
    const before = text.slice(0, match.index).replace(/[\p{L}'’]+-$/u, '');
    const behind = text.slice(match.index + match[0].length);
    if (BEHIND.test(behind) || OF.test(behind) || isTitled(before, behind, name)) return true;
  }
  return false;
}

/** Whether what stands before a name, its first names left out, tells who bears it. */
function isTitled(before: string, behind: string, name: readonly string[]): boolean {
  let lead = before;
  for (;;) {
    const [piece, word = ''] = LAST_WORD.exec(lead) ?? [];
    if (piece === undefined) break;
    const folded = word.toLowerCase();
    if (!name.includes(folded) && isTitle(folded)) return true;
    if (!/^\p{Lu}/u.test(word)) return false;
    lead = lead.slice(0, -piece.length);
  }
  // "the harbour master, Ilse Roe, said", not "said the harbour master, Ilse Roe said"
  const [, noun] = LAST_BEFORE_COMMA.exec(lead) ?? [];
  return noun !== undefined && /^(?:[,.;:)]|$)/.test(behind) && isTitle(noun.toLowerCase());
}

const isTitle = (word: string) => TITLE.test(word) || (canSpeak(word) && !/[^s]s$/.test(word));
