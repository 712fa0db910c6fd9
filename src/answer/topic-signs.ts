import type { Span } from '../corpus/model.ts';

/**
 * Signs: what shows in a sentence by its shape more than by its words. A topic's declaration names them with a
 * `#`, among its words and concepts.
 */
const SIGNS = {
  /** A time of day to the minute or the hour: `08:50`, `7.30pm`, `two o'clock`, `midnight`. */
  'clock-time':
    /\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b(?! ?(?:per ?cent|percent|%|million|billion|points|met|km|kilo|miles|crowns|tonnes|billion))|\b\d{1,2} ?[ap]\.?m\b|\b(?:[a-z]+|\d{1,2}) o['’]clock\b|\b(?:midnight|noon|midday|half past \w+|quarter (?:past|to) \w+)\b|\b(?:after|before|at|until|about) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?= (?:in the|on|this|and)\b|[.,])/giu,
  /** A part of a named day: `Wednesday morning`, `early on Wednesday`. */
  'day-part':
    /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day (?:morning|afternoon|evening|night)\b|\b(?:early|late) on (?:mon|tues|wednes|thurs|fri|satur|sun)day\b/giu,
  /** An entry of a chronology: it begins with a time. */
  'dated-entry':
    /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? |\d{1,2} [A-Z][a-z]+,? |[A-Z][a-z]+ \d{1,2},? )?(?:at |around |about )?(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: (?:local time|gmt|utc|[a-z]?[a-z]st))?\s?[:,–—-]/giu,
  /** So long after or before something else, or for so long. */
  lapse:
    /\b(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|ninety|half an|several|a few|about half an) (?:seconds?|minutes?|hours?) (?:later|earlier|after|before)\b|\b(?:shortly|soon|moments|minutes|hours|immediately) (?:after|before|later|afterwards)\b|\bfor (?:the next )?(?:\w+ ){1,3}(?:minutes|hours)\b|\bwithin (?:an hour|minutes|hours|\w+ (?:minutes|hours))\b/giu,
  /** It names a place where something is: a preposition before a name or a kind of site. */
  place:
    /\b(?:[Ii]n|[Aa]t|[Nn]ear|[Bb]etween|[Oo]utside|[Ii]nside|[Oo]n|[Tt]hrough|[Ii]nto|[Oo]ff|[Bb]etween|[Bb]ehind|[Bb]elow|[Aa]cross|[Aa]long|[Tt]owards?|[Aa]round|(?:streets|part|parts|centre|outskirts|suburbs?|town|village|city|district|banks|station|port|valley) of|[Hh]its?|struck|reach(?:es|ed)|stormed|flattened|filled|arrives in) (?:the |an? |its |their )?(?:[\p{Ll}-]+ ){0,3}(?!Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December|Mr|Ms|Mrs|Dr|President|Prime)(?:\p{Lu}[\p{L}’'-]+)(?! [Tt]old| said)|\b(?:in|at|near|outside|inside|on|through|into|off|between|behind|below|above|across|along|under) (?:the |an? |its )(?:[\p{Ll}-]+ ){0,2}(?:street|road|building|square|station|city|town|village|district|gate|entrance|yard|bridge|valley|hill|harbour|port|airport|hospital|school|hall|church|mosque|roof|floor|room|tunnel|river|lake|shore|field|camp|office|factory|shop|market|pier|platform|tracks?|crossing|junction|depot|dam|motorway|embankment|carriage|warehouse|court|square|park|stadium|corridor|stairs|staircase|canteen|cellar|plant)s?\b/gu,
  /** How far or in which direction from something. */
  bearing:
    /\b(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|half a|a few|several|dozens of|hundreds of) ?(?:km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|yards|blocks)(?: [a-z]+)? (?:away|from|north|south|east|west|off|outside|inland|up|down|below|upstream|downstream)\b|\b(?:north|south|east|west)(?:ern)? of\b/giu,
  /** Words in quotation marks, more than a couple. */
  quotation: /"[^"]{12,}"|“[^”]{12,}”|«[^»]{12,}»|‘[^’]{12,}’/gu,
  /** Somebody who speaks for a state, a party, a church, a body of people. */
  leader:
    /\b(?:presidents?|prime ministers?|premiers?|chancellors?|chief executives?|king|queen|pope|(?:arch)?bishops?|imams?|rabbis?|patriarch|(?:foreign|home) secretar(?:y|ies)|ministers?|senators?|governors?|mayors?|ambassadors?|secretary-general|commissioner-general|(?:opposition|party|world|church|religious|faction|protest|rebel|community|union|trade union|strike) leaders?|leaders|chair(?:man|woman)?|opposition|parliament|lawmakers|mps?|congress|part(?:y|ies)|unions?|coalition|council|chamber|ministry|embassy|government|governments|federation|association|candidates?|rival|countries|nations|states|general secretary|head of state|supporters|rector)\b/giu,
  /** People at large, or those who were struck. */
  people:
    /\b(?:residents|people|crowds?|mourners|survivors|families|relatives|fans|thousands|hundreds|demonstrators|protesters|citizens|neighbours|neighbors|inhabitants|villagers|townspeople|students|pupils|workers|staff|colleagues|women|parents|passengers|commuters|worshippers|children)\b/giu,
  /** Somebody who acts for the state of the event, or comes to rescue. */
  state:
    /\b(?:police|polic(?:e)?(?:man|men|woman|women)|officers?|detectives?|gendarmes?|army|soldiers?|troops|military|navy|air force|coast ?guard|national guard|security (?:forces|services|officers)|special forces|authorit(?:y|ies)|government|cabinet|ministr(?:y|ies)|ministers?|president|prime minister|premier|governor|mayor|(?:town|city|county|district|regional|local) council|prosecutors?|magistrates?|courts?|judges?|inspectors?|investigators?|regulators?|fire(?:fighters?| service| brigade| crews?)|rescuers?|rescue (?:workers|teams|crews|services)|paramedics?|ambulances?|emergency (?:services|crews)|civil defen[cs]e|directorate|agency|commission(?:er)?|board|parliament|lawmakers|officials|inquiry|divers?|helicopters?|(?:education|health|transport) office|crews)\b/giu,
  /** Somebody who knows such things in general and was not there. */
  expert:
    /\b(?:analysts?|experts?|specialists?|commentators?|observers|pundits?|economists?|historians?|(?:political|social) scientists?|sociologists?|criminologists?|seismologists?|geologists?|hydrologists?|climatologists?|epidemiologists?|virologists?|meteorologists?|pollsters?|academics?|scholars?|researchers?|lecturers?|think[- ]tanks?|consultants?|former (?:inspectors?|investigators?|regulators?|diplomats?|ministers?|engineers?|generals?|officers?|chiefs?))\b|\b[Pp]rof(?:\.|essors?)(?=\W)|\bDr\.? (?=\p{Lu})|\b(?:teaches|lectures|studies|researches)\b(?! (?:the|pupils|children|at a school))|\b\p{Lu}\p{L}+ Institute\b|\bInstitute (?:of|for)\b|\baccording to a study\b/gu,
  /** Doctors and nurses speak of patients, not of what an event means. */
  medical:
    /\b(?:hospitals?|surgeons?|nurses?|patients?|clinics?|wards?|medical|wounds?|injur(?:y|ies|ed)|paramedics?|ambulances?|treated|treating)\b/giu,
  /** Something left undone, broken or done against the rules. */
  failing:
    /\b(?:despite|in spite of|although|past (?:its|the|their) limits?|without (?:permission|a permit|a warrant|authority|a licen[cs]e|insurance|checks?)|(?:switched|turned) off|disabled|disconnected|deleted|erased|shredded|falsified|forged|doctored|conceal\w*|hid(?:den)? from|ignored|overlooked|neglected|fail(?:ed|ing|ure|s)? to|(?:had|were|was|been) (?:\w+ )?warned|warned (?:\w+ ){0,2}(?:in writing|repeatedly|twice|three times|for (?:years|months|weeks)|since)|(?:cut|halved|slashed|reduced) (?:the|its|their|maintenance|staff|inspect\w*|safety|corners|costs|back)|halving|under-?staffed|short-?staffed|overload\w*|overcrowded|over-?worked|too (?:late|fast|few|slow(?:ly)?|tired|long)|never (?:been )?(?:replaced|repaired|inspected|tested|fitted|installed|told|put back|passed on|acted)|not (?:been )?(?:repaired|inspected|tested|replaced|maintained|working|accredited|passed on|told|warned|been told)|put off|overdue|expired|unlicen[cs]ed|unsafe|illegal(?:ly)?|unlawful(?:ly)?|broken|faulty|defective|rusted|worn(?:-out| out)?|loose|cracked|drunk|speeding|brib\w+|pocketed|rigg(?:ed|ing)|tampered|poisoned|turned (?:\w+ )?away|excluded|coerced|pressured|pressure on|(?:were|was|been) (?:told|ordered|forced) to (?:finish|work|drive|sign|carry)|(?:ordered|told) (?:staff|workers|drivers|employees|crews|them) to|should (?:never )?have|did not (?:sound|work|respond|act|stop|warn|tell|arrive)|no (?:siren|alarm|warning|inspection)s?|missing from|beyond its|stored|spilled|leaked|leaking)\b/giu,
  /** Somebody or something gives it: a speaker, a letter, records. */
  attributed:
    /\b(?:said|says|say|saying|told|claims?|claimed|alleges?|alleged|insists?|according to|letters?|documents?|records?|memos?|e-?mails?|logs?|accounts|audit|report|complain(?:s|ed)|testified|wrote|argues?|asks?|asked)\b/giu,
  /** The writer's own judgement. */
  opinion:
    /\b(?:in my view|to my mind|I (?:do not|don't|think|believe|suspect|know|doubt|wonder|would|have|cannot)|ought to|(?:is|are) (?:\w+ )?reasons? (?:for|to|why)|what (?:burst|failed|broke|spread|went wrong|matters|troubles)|there is a (?:cheaper|better|simpler)|lessons?|the (?:real |larger |bigger )?question is|raises? (?:the )?questions?|remedy|tells us|it is hard to (?:see|believe)|nobody (?:should|can)|we (?:should|must|ought|need)|such (?:totals|figures|numbers) hide)\b/gu,
  /** Moving pictures and recordings, whoever made them. */
  footage:
    /\b(?:footage|videos?|filmed|film (?:from|shows|showing|shot|taken|of the)|clips?|cctv|dash-?cams?|dashboard cameras?|body-?cams?|webcams?|security cameras?|surveillance cameras?|live-?streams?|live-?streamed|camera recordings?|(?:audio|voice|sound|radio|video) recordings?|recordings? (?:shows?|of the|made by)|(?:drone|satellite|aerial|television|tv) (?:pictures|images))\b/giu,
  /** What could come of it, or what it means. */
  outlook:
    /\b(?:expects?|doubts?|predicts?|reckons?|argues?|believes?|thinks|sees|suggests?|notes?|concludes?|says|calculated|worked out|estimates?|warns?|(?:could|may|might|would) (?:well )?(?:be|have|lead|mean|come|become|bring|cost|take|turn|prove|go|force|push|make|weaken|strengthen)|is (?:likely|unlikely|bound|seen)|are (?:likely|unlikely)|tells? the story|means that|had (?:it|the|they|he|she)\b[^.]*\bwould have)\b/giu,
  /** A group that nobody would call a state: a brigade, a front, a cell. */
  group:
    /\b(?:(?:militant|armed|extremist|terrorist|separatist|rebel|little-known|unknown|shadowy|jihadist|activist|hacker|radical|anarchist|guerrilla|underground)\w* (?:\w+ )?(?:group|organi[sz]ation|movement|cell|network|faction)s?|(?:a |the )?(?:\w+ )?groups? (?:calling|that calls|which calls) (?:itself|themselves)|\p{Lu}\p{L}+ (?:Brigades?|Front|Cell|Movement|Army|Faction|Unit|State|Resistance|League|Fighters|Command|Collective))\b/giu,
  /** Words that take a deed upon the speaker. */
  'own-deed':
    /\b(?:said|says|saying|say|claim(?:s|ed|ing)|admit(?:s|ted|ting)|boast(?:s|ed)|announc(?:es|ed)|wrote|declar(?:es|ed)|confess(?:es|ed))\b(?: [\w“”"-]+){0,6}? (?:it|they|he|she|its \w+|their \w+|his \w+|her \w+) (?:was|were|is|are|had|has|have)(?: been)?(?: itself| themselves)? (?:behind|responsible|to blame|carried|planned|planted|placed|set|laid|jammed|cut|blown|bombed|attacked|killed|shot|fired|sabotaged|hacked|started|lit|caused|struck|targeted|derailed|loosened|removed|poisoned|kidnapped|taken|executed|done|acted)\b|\b(?:it|they|he|she) carried out the\b/giu,
  /** Somebody of a name and an age: `Ana Lind, 34,`. */
  'named-person': /\b\p{Lu}[\p{L}’'-]+,? (?:aged )?(?:\d{1,2}|\(\d{1,2}\))(?=[,.);])/gu,
  /** Another time than the event's, by a word of time. Years are compared with the event's besides. */
  earlier:
    /\b(?:last (?:week|month|year|decade|century|spring|summer|autumn|winter)|(?:weeks?|months?|years?|decades?|centur(?:y|ies)|generations?) (?:ago|earlier|before|previously)|in recent (?:months|years|decades)|over the (?:past|last) \w+ ?(?:months|years|decades)?|for (?:many |several )?(?:years|decades|generations|centuries)|since the (?:spring|summer|autumn|winter|19\d\ds|20\d\ds)|historically|used to|(?:has|have|had) long|long been|ever since|in living memory|dat(?:es|ing) back|(?:was|were) (?:founded|built|completed|opened|established|created) in|(?:(?:was|has been|had been) )(?:struck|hit|attacked|flooded|closed|fined|warned) before|seen (?:\w+ )?(?:before|worse)|had (?:already )?been warned|a year (?:ago|earlier)|the previous (?:year|month|summer|winter)|earlier this year|(?:previous|earlier|past|similar) (?:attacks?|accidents?|disasters?|incidents?|crash(?:es)?|floods?|fires?|elections?|votes?|strikes?|outbreaks?|disputes?|derailments?|collisions?))\b/giu,
  /** Anything that may tell of another time: what `#earlier-time` is looked for in. */
  past: /\b(?:1[5-9]\d\d|2[01]\d\d|(?:weeks?|months?|years?|decades?|centur\w+|generations?)|last|recent|since|historically|used to|long|ever|living memory|dat(?:es|ing) back|founded|built|completed|opened|established|before|earlier|previous|past|similar|warned|January|February|March|April|May|June|July|August|September|October|November|December)\b/gi,
} as const;

export type Sign = keyof typeof SIGNS;

/** The sign that a declaration's `#…` names. */
export function signOf(evidence: string): Sign | undefined {
  const name = evidence.slice(1);
  return evidence.startsWith('#') && Object.hasOwn(SIGNS, name) ? (name as Sign) : undefined;
}

/** Where a sentence bears a sign; offsets into the sentence. */
export function findSign(sign: Sign, sentence: string): readonly Span[] {
  return [...sentence.matchAll(SIGNS[sign])].map(
    ({ index, 0: found }) => [index, index + found.length] as const,
  );
}

export function bearsSign(sign: Sign, text: string): boolean {
  // Unlike `test`, `search` neither heeds nor leaves a `lastIndex`, which `matchAll` would begin from.
  return text.search(SIGNS[sign]) >= 0;
}
