/** The words by which English news prose says that somebody denies something, as patterns. */

const CLAIM_NOUN =
  '(?:reports?|claims?|talk|suggestions?|allegations?|rumou?rs?|accounts?|assertions?|accusations?|charges?|ideas?|theor(?:y|ies)|notion|speculation|stories|story|versions?)';
const CLAIMS = `(?: as (?:false|untrue|nonsense|baseless|absurd|unfounded|a lie|lies))?(?:(?: (?:the|any|all|a|an|these|those|such|earlier|media|press|foreign|false|untrue|nonsense|absurd|baseless|unfounded|[\\p{L}.]+['’]s?))* ${CLAIM_NOUN}(?: (?:that|of|about|by))?|(?: (?:the|any|all|a|an|these|those|such|earlier|media|press|foreign|false|untrue|nonsense|absurd|baseless|unfounded))*(?: (?:that|of|about|by)(?= ))?)`;
const REJECTING =
  'den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es|ed|ing)|disput(?:es|ed|ing)|contradict(?:s|ed|ing)?|contest(?:s|ed|ing)(?= (?:the|that|any|all|this|its|his|her|their|such)\\b)|rebut(?:s|ted)|(?<=(?:s|men|people|police|they|we) )(?:dispute|contest|refute)(?= (?:the|that|any|all|this|its|his|her|their|such)\\b)';

/** Somebody denies what stands behind. */
export const EXPLICIT = new RegExp(
  `\\b(?:(?<!\\b(?:an?|the|was|were|been|is|are|nor|not) )(?:${REJECTING}|rul(?:es|ed|ing) out|discount(?:s|ed)|scoff(?:s|ed) at|pour(?:s|ed) scorn on|play(?:s|ed|ing) down|push(?:es|ed|ing) back (?:against|on))${CLAIMS}|contrary to${CLAIMS}|(?:it is|it was|it is simply|it was simply) (?:not true|untrue|false|wrong) that|no (?:truth|substance) (?:in|to)${CLAIMS}|(?:has|have|had) nothing (?:\\w+ )?to do with|(?:has|have|had) no (?:part|hand|role) in|(?:was|were) not involved in|no (?:evidence|sign|signs|indication|proof|trace) (?:whatsoever |at all )?(?:of|that|for)|never (?:spoken|spoke|talked) of)(?![\\p{L}\\p{N}])`,
  'giu',
);

/** What stands behind is said not to be so; a denial in somebody's mouth alone. */
export const PLAIN =
  /\b(?:there (?:was|were|is|are|has been|have been|had been) no(?! (?:evidence|sign|indication|proof|truth))|not (?:one|a single)|at no (?:time|point) (?:did|had|was|were|has)|(?:nobody|no one|no-one) (?=(?:was|were|is|are|has|have|had|from)\b)|(?:did|does|do|has|have|had|was|were) (?:not|never)(?! (?:yet|only|immediately|answer|reply|say|comment|clear|known|want|wish|exclude))|(?:it|they|he|she|we) never|(?:know|knows|knew) of no(?: such)?|(?:know|knows|knew) nothing (?:of|about)|(?:was|were|is|are) no(?= [a-z]+[.,;”"]| [a-z]+ (?:but|and)\b)|no (?=\w+(?: \w+)? (?:was|were|had been|have been|has been)\b))/gi;

/** Somebody speaks. */
export const SPOKEN = /["“”]|\b(?:said|says?|insist\w*|told|maintain\w*|stress\w*|stated|added)\b/;

const UNTRUE =
  '(?:(?:simply |entirely |plainly |completely |totally |utterly |just |quite )?(?:untrue|not true|not so|not the case|not correct|incorrect|false|nonsense|baseless|unfounded|fabricated|groundless|ruled out|excluded|an? (?:invention|lie|fabrication|hoax|smear|film without a camera)))';
/** What stands before is untrue. */
export const BEHIND = new RegExp(
  `\\b(?:(?:is|are|was|were|as) ${UNTRUE}|(?:can|could|may|must) (?:now |safely )?be (?:ruled out|excluded|discounted|dismissed)|as (?:an? )?(?:invention|lies?|fabrications?|nonsense|slander|hoax|smear|guesswork))\\b`,
  'i',
);

/** "It was caused by a bomb and not by gas": what is named behind is not what it was. */
export const CONTRAST =
  /(?:,| and) not (?:by |from |because of |due to |through )?(?:an? |the |any )?(?=[a-z]{3,}(?: [a-z]+){0,2}[.,;”"])(?!(?:who|what|where|when|why|how|whether|if|that|to|as|yet|only|even|just|necessarily|always|all|least|two|three|four|five|six|seven|eight|nine|ten)\b)/g;

const ALL_OF_IT = `(?:(?:this|it|both|them|these)(?=[.,;:!?"”’ ]|$)|(?:this|that|it|all of (?:this|that|it)|any of (?:this|that|it))(?=[.,;:!?"”’]|$)|(?:the|this|that|these|those|his|her|their|its|such|all(?: the| these)?)(?: [\\p{L}’'-]+)? ${CLAIM_NOUN}(?! (?:that|of|about|by)\\b))`;
const ENDING =
  '(?=[.,;:!?"”’]|$| (?:as|in|on|at|too|outright|flatly|categorically|strongly|within|yesterday|today|later|and|but)\\b)';
/** What was said just before is denied: "Police denied this", "The owner says otherwise". */
export const OF_BEFORE: readonly RegExp[] = [
  new RegExp(`\\b(?:${REJECTING})(?: all)? ${ALL_OF_IT}${ENDING}`, 'iu'),
  /\b(?:says?|said|insists?|insisted|maintains?|maintained) otherwise\b/i,
  /\bcontradict(?:s|ed) (?:him|her)(?=[.,;:!?]|$)/i,
  /^["“]?(?:simply |quite |entirely )?not so(?=[.,;:!?"”’]|$)/i,
  /\b(?:tells?|told|gives?|gave) (?:a|quite a|a very|another) (?:different )?(?:story|version|account)\b(?! of)/i,
  /^["“]?(?:that|this) (?:is|was) not (?:what|how) /i,
  new RegExp(
    `(?:^|["“] ?|, )(?:that|this|it|all (?:of )?(?:this|that)) (?:is|was) (?:${UNTRUE}|wrong|a mistake)(?=[.,;:!?"”’]|$)`,
    'iu',
  ),
  /\b(?:none of (?:this|that|it) (?:is|was) true|nothing of the (?:sort|kind))\b/i,
  /\b(?:calls?|called|calling|branded|dismissed) (?:this|that|it|them|the (?:claim|charge|accusation|allegation|report|story)s?) (?:as )?["“]?(?:an? )?(?:\w+ )?(?:lies?|nonsense|untrue|false|inventions?|fabrications?|slander|smear|hoax|fiction)\b/i,
];

/** "Called the memo a forgery": the thing is said to be none. */
export const BRANDED =
  /\b(?:calls?|called|calling|brand(?:s|ed)|denounc(?:es|ed)|describ(?:es|ed)) ((?:the|this|that|his|her|its|their)(?: [\p{L}'’-]+){1,4}?) (?:as )?["“‘]?(?:an? )?(?:[\p{L}]+ )?(?:forger(?:y|ies)|fakes?|fabrications?|hoax|inventions?|counterfeits?|concoctions?)\b/iu;

/** Taken back: "did not deny this", "would neither confirm nor deny it". */
export const UNDENIED = /(?:\bnot|n['’]t|\bnor|\bnever|\bto|\bcannot|\bor|\bif)\s(?:\w+ly )?$/i;
