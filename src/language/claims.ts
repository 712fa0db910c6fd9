/** Who says that it was them is asked, or whether anybody does: "who claimed it", "has anyone taken responsibility". */
const WHO_CLAIMED =
  /^(?!.*\b(?:claim\w* (?:that|to)|den(?:y|ies|ied))\b)(?=.*\b(?:who|whos|who's|which|what group|any ?(?:one|body)|any (?:group|organi[sz]ation)|some ?(?:one|body))\b)(?=.*\b(?:claim(?:s|ed|ing)?|(?:t(?:ook|ake[sn]?|aking)|accept(?:s|ed)?|admit(?:s|ted)?) (?:the )?(?:credit|responsibility|blame)|owned up|own(?:s|ed)? (?:to|up to))\b)/i;

/** What does not stand between "nobody" and what nobody did. */
const WITHIN_CLAUSE = '(?:(?!\\b(?:who|which|that|until|but)\\b)[^,.;:])';
const NO_CLAIM = new RegExp(
  `\\b(?:no ?body|no[- ]one|no (?:\\w+ ){0,2}(?:group|organi[sz]ation|party|side|militants?)|neither ${WITHIN_CLAUSE}{1,30}?)\\b${WITHIN_CLAUSE}{0,40}?\\b(?:claim(?:ed|s|ing)|(?:tak|admitt|accept)\\w* (?:credit|responsibility)|owned up)\\b` +
    `|\\bno (?:\\w+ ){0,2}claims?(?: of responsibility)?\\b|\\b(?:not|n't) (?:yet |so far |immediately )?been (?:a claim of responsibility|claimed)\\b`,
  'i',
);
/** "… until the Red Front claimed it": somebody did in the end. */
const UNTIL = /\b(?:until|but|then|later)\b[^.;]*\b(?:claim(?:ed|s)|responsibility)\b/i;

export const asksWhoClaimed = (question: string): boolean => WHO_CLAIMED.test(question);

/** Whether a text says that nobody claims to have done it, as early reports do. */
export const isUnclaimed = (text: string): boolean => NO_CLAIM.test(text) && !UNTIL.test(text);
