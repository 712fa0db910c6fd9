/** Adverbs between an auxiliary and a verb of speaking, or before it. */
const ADVERBS =
  '(?:since |first |long |repeatedly |officially |now |also |already |later |still |then |flatly |only |previously |initially |earlier |publicly |separately )*';

/** Verbs of saying and counting that take their speaker before them. */
export const SAY = new RegExp(
  `(?:(?:has |have |had )?${ADVERBS}(?:said|told|added|confirmed|announced|reported|estimated|claimed(?! (?:\\S+ ){1,4}lives)|stated|disclosed|revealed|acknowledged|insisted|declared(?! (?:\\S+ ){0,4}(?:mourning|emergency|war|curfew|holidays?|ceasefire|truce|martial|independence))|tweeted|posted|wrote|warned|explained|testified|conceded|noted|counted|recorded|admitted(?= (?:that|to|only) )|answered|replied|responded|spoken of|spoke of|g(?:ave|iven) (?:a|the|its|an|another)|put (?:the|it|that|its|her|his)|read (?:it|them|the \\w+) out|listed|calculated|verified|documented|registered|(?:revised|raised|lowered|cut|corrected)(?= (?:the|its|their) (?:\\S+ )?(?:toll|count|number|figure|tally)))` +
    `|says?|tells?|adds?|confirms?|announces|reports?(?! (?:of|by|about|were|was|are|had|have|said|say|suggest)\\b)|estimates?|claims?(?! (?:\\S+ ){1,4}lives)|states|insists?|counts?|admits?|acknowledges?|verif(?:y|ies)|believes?|reckons?|thinks?|warns?|speaks? of|puts?|gives? (?:a|the|its|an|another)|suggests?|reveals|maintains?|lists|show(?:s|ed)?)(?= )`,
  'y',
);

/** What names the speaker behind it. */
export const ACCORDING =
  /(?:according to|as (?:stated|reported|told|put|counted|confirmed) by|in the (?:words|view|opinion|estimation) of|(?:was|were|been|is|are) (?:first |later |since )?(?:confirmed|announced|reported|given|released|put out|provided|verified|acknowledged) by) /y;

/** Another's words that the speaker of the sentence passes on: the sentence's own speaker comes first, unless that one only reports. */
export const CITING = /(?:citing|quoting|with reference to) /y;
/** What newspapers and agencies do with the words of others: they are heard only where they name nobody. */
export const REPORTS = /^(?:(?:has|have|had) )?(?:reports?|reported|reporting|writes?|written|wrote) /;
/** "LPA quoted the ministry as saying": the ministry speaks. */
export const QUOTED =
  /(?:has |have |had )?(?:quoted|quotes|cited|cites) (?=(?:\S+ ){1,8}as (?:saying|putting|giving|stating))/y;

const OWN_VERBS =
  '(?:(?:also|had|have|has|wrongly|incorrectly|mistakenly|first) )*(?:reported|wrote|written|said|stated|gave|put|published) ';
/** A newspaper of itself: "we reported", "our article of Sunday said". */
export const OWN_REPORT = new RegExp(
  `(?:we|our (?:[a-z]+ )?(?:report|article|story|headline|edition|coverage)(?: (?:of|on|from) (?:[a-z]+ ){1,2}?)?) ?${OWN_VERBS}`,
  'y',
);
export const OWN_VERB = new RegExp(`${OWN_VERBS}$`);

/** What those find out who look into something. */
export const FIND = /(?:(?:has|have|had) )?(?:since )?found (?=that |\d|[a-z]+ )/y;
export const FINDERS =
  /^(?:investigators|inquiry|inspectors|auditors|commission|inquest|audit|review|tribunal)$/;
/** Verbs of those who keep to a number: "the deaths to which the ministry still held". */
export const HOLD =
  /(?:(?:has|have|had|still|only|now) )*(?:held|holds?|clung|clings?|stuck|sticks?|admitted|admits?|owned|confessed) ?/y;

const COUNT =
  '(?:count|tally|toll|figures?|estimates?|numbers?|reckoning|total|records?|data|statistics|lists?|registers?)';
/** "the ambulance service's count", "the government's latest tally". */
export const COUNT_OF = new RegExp(
  `(?:own |latest |official |final |first |provisional |initial )*${COUNT}(?= )`,
  'y',
);
/** "by a count that four town halls keep", "by the reckoning of the Red Crescent", "a tally kept by the Observer". */
export const COUNT_THAT = new RegExp(
  `(?:by (?:a|the) (?:[a-z]+ )?${COUNT} (?:of|from|that|which)` +
    `|(?:is|was|are|were) (?:a|the) (?:[a-z]+ )?${COUNT} (?:that|which)` +
    `|${COUNT} (?:kept|compiled|drawn up|made|released|published|issued|collected|provided|given) by) `,
  'y',
);
/** A count that stands before its verb, of whom it is: "figures released by the ministry show". */
export const COUNT_FROM = new RegExp(
  `^(?:[a-z]+ ){0,3}?${COUNT}(?: (?:released|published|compiled|issued|collected|kept))? (?:from|by|of|at) $`,
);
/** What stands between "according to" and of whom the count is: "a first count by", "the latest figures from". */
export const COUNT_BY = new RegExp(
  `(?:the |an? |its |their )?(?:(?!of |by |from )[a-z]+ ){0,2}(?:${COUNT}|reports?|assessments?|bulletins?|statements?|surveys?) (?:(?:kept|compiled|released|published|issued|made|given|drawn up) )?(?:from|by|of) `,
  'y',
);
export const IS_COUNT = new RegExp(`^${COUNT}$`);
