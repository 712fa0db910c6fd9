import type { FigureRole } from '../corpus/model.ts';
import { before, from, type Line } from './figure-line.ts';
import { ending, HOSPITAL, type Table } from './figure-predicates.ts';
import { verbForm } from './figure-verbs.ts';

/** Verbs right before a number that counts what they act on. `carry` and `with` need people, not a bare number. */
const CAPTORS =
  '(?:kidnappers|captors|hijackers|abductors|hostage-takers|rebels|militants|gunmen|insurgents|guerrillas|separatists|pirates|bandits|terrorists|raiders)';
/** Who picks people up to save them. */
const BOATS =
  '(?:boats?|ships?|vessels?|freighters?|trawlers?|lifeboats?|helicopters?|tugs?|ferry|ferries|yachts?|frigate|coastguards?|navy|rescuers|fishermen|tankers?)';
const ACTIONS: Table = [
  [
    'killed',
    ending(
      `kill(?:ed|ing|s)|murder(?:ed|ing)|massacr(?:ed|ing)|slaughter(?:ed|ing)|execut(?:ed|ing)|gunn(?:ed|ing) down|sho(?:t|oting) dead|shot and killed|claim(?:ed|ing|s) the lives of|took the lives of|tak(?:en|ing) the lives of|cost(?:ing)? the lives of|the lives of|the loss of|lost with(?: all)?|(?:claim(?:ed|ing|s)|cost|took|taken|taking)|we(?: have)? lost|(?:the )?deaths? of|killings? of|murders? of|(?:bod(?:y|ies)|remains|corpses) of|drown(?:ed|ing)`,
    ),
  ],
  [
    'injured',
    ending(
      `injur(?:ed|ing|es)|wound(?:ed|ing|s)|hurt(?:ing)?|maim(?:ed|ing)|injuries to|treat(?:ed|ing)|hospitali[sz](?:ed|ing)|admitted`,
    ),
  ],
  [
    'arrested',
    ending(
      'arrest(?:ed|ing|s)|detain(?:ed|ing|s)|apprehend(?:ed|ing)|round(?:ed|ing) up|arrests? of|detentions? of|captur(?:ed|ing)|(?:police|officers|detectives|agents|gendarmes)(?: [a-z]+){0,5} (?:picked up|caught|seized|nabbed|(?:took|led|dragged) away)|(?:took|taken|taking) into custody',
    ),
  ],
  [
    'rescued',
    ending(
      `rescu(?:ed|ing|es)|sav(?:ed|ing)|plucked|plucking|winch(?:ed|ing)|airlift(?:ed|ing)|(?:managed|able|helped) to (?:rescue|save|winch)|rescue of|${BOATS}(?: [a-z]+){0,2} (?:picked up|took (?:on board|aboard)|fished out)|(?:pull(?:ed|ing)|brought|bringing|led|got) (?:out|up|alive|ashore|to safety)`,
    ),
  ],
  [
    'evacuated',
    ending(
      'evacuat(?:ed|ing|es)|relocat(?:ed|ing)|displac(?:ed|ing)|mov(?:ed|ing) out|evacuations? of|forc(?:ed|ing) out',
    ),
  ],
  [
    'hostages',
    ending(
      `(?:took|taken|taking|held|holding|holds|seized) (?:hostage|captive)|${CAPTORS}(?: (?:have |had )?(?:seized|snatched)|(?: (?:[a-z]+ ){0,3}(?:they|it))?(?: (?:are|is|were|was|have|had|been|still|now|also|said to be))* (?:hold|holding|held))|kidnapp?(?:ed|ing)|abduct(?:ed|ing)|kidnapping of|abduction of`,
    ),
  ],
  [
    'missing',
    ending(
      'disappearance of|search(?:es)? for|searching for|looking for|no (?:trace|sign|word|news)(?: [a-z]+){0,3} of|contact (?:was |has been |had been )?lost with|lost contact with',
    ),
  ],
];
/** With a direction behind the people: "pulled nine people out of the water". */
const MOVES = ending(
  'pull(?:ed|ing)|br(?:ought|inging)|carr(?:ied|ying)|pick(?:ed|ing)|lift(?:ed|ing)|haul(?:ed|ing)|dragg(?:ed|ing)|led|leading|t(?:ook|aken|aking)|held|holding|cut(?:ting)?|dug|freed|digging|helped|fish(?:ed|ing)|ferr(?:ied|ying)|guid(?:ed|ing)|escort(?:ed|ing)|mov(?:ed|ing)|g(?:ot|etting)|freed|freeing|(?:managed|able|helped) to (?:pull|bring|carry|pick|lift|drag|lead|get)|flown|flew|rush(?:ed|ing)|seized|seizing',
);
const DIRECTIONS: Table = [
  ['hostages', /^(?:[a-z']+ ){0,4}?(?:hostages?|captive)\b/],
  ['arrested', /^(?:[a-z']+ ){0,3}?(?:into (?:police )?custody|for questioning)\b/],
  ['injured', new RegExp(`^(?:[a-z']+ ){0,4}?to (?:\\S+ ){0,4}?${HOSPITAL}`)],
  [
    'evacuated',
    /^(?:[a-z']+ ){0,2}?(?:out of their homes|from their homes|out of (?:the )?(?:area|district|town|village)|to higher ground|to shelters?|inland|away from)\b/,
  ],
  [
    'rescued',
    /^(?:[a-z']+ ){0,5}?(?:to safety|alive|ashore|free\b|down by\b|off (?:the|a|its|their)\b|from (?:under|beneath|below|inside|underneath|between|the |an? |its |their |roofs?|trees?|rubble|wreckage|ruins|balcon|window)|out of\b|out\b|to dry land)/,
  ],
];
/** "The cable car fell with 14 people inside". */
const VEHICLE_WITH =
  /\b(?:bus|coach|train|ferry|plane|boat|ship|vessel|jet|aircraft|flight|tram|helicopter|minibus|airliner|car|cabin|gondola|lift|van|lorry|truck|submarine|balloon)\b.* with$/;
const CARRYING = ending(
  'carr(?:y|ies|ied|ying)|transport(?:ed|ing)|ferr(?:ied|ying)|(?:bus|coach|train|ferry|plane|boat|ship|vessel|jet|aircraft|flight|tram|helicopter|minibus|airliner) with',
);

/** What a verb before a number says of what is counted. */
export interface Action {
  readonly role: FigureRole;
  /** Only people are counted so, never a bare number. */
  readonly needsNoun: boolean;
  /** The verb could, might or was meant to act. */
  readonly isDoubtful: boolean;
}

/** @param head index behind the noun that the number counts. */
export function readAction(line: Line, index: number, head: number): Action | undefined {
  const lead = before(line, index).replace(
    /(?: ,)? (?:(?:him|her|them)sel(?:f|ves) and|a further|another|(?:the |its |their )?(?:last|first|remaining|final|other)|the|its|his|her|their|all|also|a total of|nearby)$/,
    '',
  );
  // "arrested a man of 34 and two women": the verb acts on both.
  const joint = JOINT.exec(lead);
  const counted = line.text.slice(line.at[index], line.at[head]);
  const beside = BESIDE.exec(lead);
  return (
    readAct(lead, counted) ??
    (beside ? readAct(lead.slice(0, beside.index), counted, true) : undefined) ??
    (joint ? readAct(lead.slice(0, joint.index), counted) : undefined) ??
    readMove(lead, from(line, head)) ??
    readCarrying(lead, from(line, head))
  );
}

/**
 * @param counted the number with its noun
 * @param isBeside the verb may be passive: "was arrested along with three managers"
 */
function readAct(lead: string, counted: string, isBeside = false): Action | undefined {
  for (const [role, pattern] of ACTIONS) {
    const found = pattern.exec(lead);
    if (!found) continue;
    if (role === 'killed' && TAKES_LIVES.test(lead) && !/(?:^| )(?:li(?:fe|ves)|souls|hands) $/.test(counted))
      continue;
    if (!isBeside && isPassive(lead.slice(0, found.index), found[0])) continue;
    if (role === 'missing' && SOUGHT.test(counted)) continue;
    return {
      role,
      needsNoun: /(?:for|treat(?:ed|ing)|admitted)$/.test(lead),
      isDoubtful: isHypothetical(lead.slice(0, found.index)),
    };
  }
  return undefined;
}

const BESIDE = / (?:along|together) with$/;
/** What is taken or lost must be lives. */
const TAKES_LIVES = /(?:claim(?:ed|ing|s)|cost|took|taken|taking|loss of|lost with(?: all)?)$/;
const JOINT =
  / (?:an?|the|one|its|his|her|their)(?: (?!(?:in|on|at|by|for|with|to|from|when|while|who|that|after|before|and|was|were|had|as)\b)[a-z'-]+){1,4}?(?: of \d+)?(?: ,)? and$/;

/** "pulled nine people out of the water": a verb, and a direction behind the people. */
function readMove(lead: string, rest: string): Action | undefined {
  if (!MOVES.test(lead)) return undefined;
  const holds = /(?:held|holding|seized|seizing)$/.test(lead);
  for (const [role, pattern] of DIRECTIONS) {
    const found = pattern.exec(rest);
    if (!found || (holds && (role === 'rescued' || role === 'evacuated'))) continue;
    // "carrying 180 people ran aground off the cape": the direction is another verb's.
    if (found[0].split(' ').some((word) => verbForm(word) === 'finite')) continue;
    return { role, needsNoun: false, isDoubtful: isHypothetical(lead) };
  }
  return undefined;
}

function readCarrying(lead: string, rest: string): Action | undefined {
  if (VEHICLE_WITH.test(lead) && (SET_OUT.test(lead) || INSIDE.test(rest)))
    return { role: 'aboard', needsNoun: true, isDoubtful: false };
  const carrying = CARRYING.exec(lead);
  if (!carrying) return undefined;
  // "The bus, carrying nearly forty, …": only what carries people can do without a noun.
  const isVehicle =
    /\b(?:bus|coach|train|ferry|plane|boat|ship|vessel|jet|aircraft|flight|tram|helicopter|minibus|airliner)(?: , [^,]* ,| ,)?(?: (?:which|that))?(?: was| is| had been)? carrying$/.test(
      lead,
    );
  return { role: 'aboard', needsNoun: !isVehicle, isDoubtful: isHypothetical(lead.slice(0, carrying.index)) };
}

const INSIDE = /^(?:inside|in it|on it|in its cabins?|trapped inside)\b/;
const SET_OUT = /\b(?:set (?:out|off)|sailed|took off|departed|left)(?: \S+){0,4} with$/;

/** Police search for them, too. */
const SOUGHT = /\b(?:suspects?|men|man|gunmen|killers?|robbers?|attackers|accomplices?|others?) $/;

/** "were injured 40 minutes later": the verb has its subject before it. */
function isPassive(lead: string, verb: string): boolean {
  return /(?:ed|hurt)$/.test(verb) && /(?:^| )(?:is|are|was|were|be|been|being)(?: [a-z]+ly)?$/.test(lead);
}

function isHypothetical(lead: string): boolean {
  return (
    /(?:^| )(?:could|may|might|would|can|will|to|not|never|without|if|threaten(?:ed|ing)? to|plan(?:ned|ning)? to|from)(?: have| be)?$/.test(
      lead,
    ) &&
    !/(?:known|managed|able|helped|have|believed|thought|said|reported|claim(?:s|ed|ing)?|appears?|appeared) to(?: have)?$/.test(
      lead,
    )
  );
}
