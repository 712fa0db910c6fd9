/** Who says that it was them is asked, or whether anybody does: "who claimed it", "has anyone taken responsibility". */
const WHO_CLAIMED =
  /^(?=.*\b(?:who|whos|who's|which|what group|any ?(?:one|body)|any (?:group|organi[sz]ation)|some ?(?:one|body))\b)(?=.*\b(?:claim(?:s|ed|ing)?|(?:t(?:ook|ake[sn]?|aking)|accept(?:s|ed)?|admit(?:s|ted)?) (?:the )?(?:credit|responsibility|blame)|owned up|own(?:s|ed)? (?:to|up to))\b)/i;

const NOBODY =
  /\b(?:no ?body|no[- ]one|no (?:\w+ ){0,2}(?:group|organi[sz]ation|party|side|person|militants?)|none|neither|not (?:yet )?(?:been )?)\b[^.;]{0,60}?\b(?:claim(?:ed|s|ing)?|responsib\w+|owned up)\b|\bno (?:\w+ ){0,2}claims? of responsibility\b|\b(?:unclaimed|went unclaimed)\b/i;

export const asksWhoClaimed = (question: string): boolean => WHO_CLAIMED.test(question);

/** Whether a text says that nobody claims to have done it, as early reports do. */
export const isUnclaimed = (text: string): boolean => NOBODY.test(text);
