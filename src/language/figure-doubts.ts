/** Denied, doubted or asked, before the number. */
export const DENIED =
  /\b(?:den(?:y|ies|ied|ying)(?! (?:access|entry|bail))|(?:reject|dismiss|refut|disput|debunk|ridicul|contradict)\w*(?: (?:as|the|any|a|all|earlier|media|online|foreign|these))* (?:untrue|false|nonsense|reports?|claims?|suggestions?|allegations?|rumou?rs?|accounts?|assertions?|that|idea)|it (?:is|was) (?:not true|untrue|false)|falsely|wrongly (?:said|claimed|reported)|rumou?rs?|no evidence|no truth|(?:not|unable to|could not|declin\w+ to|refus\w+ to) (?:immediately |yet )?(?:confirm|verify)|whether|if|unless|in case|threaten(?:s|ed|ing)? to|hoax|(?:training )?(?:exercise|drill) in which)\b(?!.*(?:\bsaid\b|\bsaying\b|\binsist|[;:]|\bbut\b|\bhowever\b))/;
export const DENIED_BEHIND =
  /\b(?:(?:is|are|was|were|proved|turned out)(?: to be)? (?:untrue|false|not true|wrong|unfounded|fabricated)|denied)\b/;
/** What was counted wrongly is no count: "two bodies had been counted twice", "one victim was entered under two names". */
export const MISCOUNTED =
  /^(?:(?!and |but )[a-z]+ ){0,5}?(?:counted twice|double-counted|counted in error|listed twice|(?:wrongly|mistakenly) (?:counted|included|listed)|(?:been|was|were|being) (?:counted|included|listed|registered|recorded|entered|reported) (?:twice|in error|by mistake|more than once|under (?:two|several|both|different) names?))\b/;
/** "fear that 20 people drowned": they may live. */
export const FEARED = /(?:^| )fear(?:s|ed|ing)?(?: that)?$/;
export const RATE =
  /^(?:(?:a|per|each|every) (?:day|year|week|month|head|person|minute|hour|night|season)|daily|annually|on average|yearly|at a time)\b/;
export const CAPACITY =
  /\b(?:capacity (?:of|for)|(?:(?:space|room|seats|berths|beds|licen[cs]ed|built|certified|registered|intended|meant) (?:for|to(?: (?:carry|hold|take))?))|designed for|up to a maximum of)$/;
