import type { FigureRole } from '../corpus/model.ts';
import { before, from, type Line } from './figure-line.ts';
import { ending, HOSPITAL, type Table } from './figure-predicates.ts';

/** Verbs right before a number that counts what they act on. `carry` and `with` need people, not a bare number. */
const ACTIONS: Table = [
  [
    'killed',
    ending(
      `kill(?:ed|ing|s)|murder(?:ed|ing)|massacr(?:ed|ing)|slaughter(?:ed|ing)|execut(?:ed|ing)|gunn(?:ed|ing) down|sho(?:t|oting) dead|shot and killed|claim(?:ed|ing|s) the lives of|took the lives of|tak(?:en|ing) the lives of|cost(?:ing)? the lives of|the lives of|(?:claim(?:ed|ing|s)|cost|took|taken|taking)|(?:the )?deaths? of|killings? of|murders? of|(?:bod(?:y|ies)|remains|corpses) of|drown(?:ed|ing)`,
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
      'arrest(?:ed|ing|s)|detain(?:ed|ing|s)|apprehend(?:ed|ing)|round(?:ed|ing) up|arrests? of|detentions? of|captur(?:ed|ing)|(?:police|officers|detectives|agents|gendarmes)(?: [a-z]+){0,3} (?:picked up|caught|seized|nabbed)|(?:took|taken|taking) into custody',
    ),
  ],
  [
    'rescued',
    ending(
      `rescu(?:ed|ing|es)|sav(?:ed|ing)|plucked|plucking|winch(?:ed|ing)|airlift(?:ed|ing)|(?:managed|able|helped) to (?:rescue|save|winch)|rescue of|(?:pull(?:ed|ing)|brought|bringing|led|got) (?:out|alive|ashore|to safety)`,
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
      '(?:took|taken|taking|held|holding|holds|seized) (?:hostage|captive)|(?:kidnappers|captors|hijackers|abductors|hostage-takers)(?: [a-z]+)? (?:hold|holding|held)|kidnapp?(?:ed|ing)|abduct(?:ed|ing)|kidnapping of|abduction of',
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
    /^(?:[a-z']+ ){0,5}?(?:to safety|alive|ashore|free\b|down by\b|off (?:the|a|its|their)\b|from (?:the |an? |its |their |roofs?|trees?|rubble|wreckage|ruins|balcon|window)|out of\b|out\b|to dry land)/,
  ],
];
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
    /(?: ,)? (?:a further|another|the|its|his|her|their|all|also|a total of|nearby)$/,
    '',
  );
  for (const [role, pattern] of ACTIONS) {
    const found = pattern.exec(lead);
    if (!found) continue;
    const claims = /(?:claim(?:ed|ing|s)|cost|took|taken|taking)$/.test(lead);
    if (claims && !/(?:^| )li(?:fe|ves) $/.test(line.text.slice(line.at[index], line.at[head]))) continue;
    if (isPassive(lead.slice(0, found.index), found[0])) continue;
    if (role === 'missing' && SOUGHT.test(line.text.slice(line.at[index], line.at[head]))) continue;
    return {
      role,
      needsNoun: /(?:for|treat(?:ed|ing)|admitted)$/.test(lead),
      isDoubtful: isHypothetical(lead.slice(0, found.index)),
    };
  }
  if (MOVES.test(lead)) {
    const rest = from(line, head);
    const direction = DIRECTIONS.find(([, pattern]) => pattern.test(rest));
    if (direction) return { role: direction[0], needsNoun: false, isDoubtful: isHypothetical(lead) };
  }
  const carrying = CARRYING.exec(lead);
  if (!carrying) return undefined;
  // "The bus, carrying nearly forty, …": only what carries people can do without a noun.
  const isVehicle =
    /\b(?:bus|coach|train|ferry|plane|boat|ship|vessel|jet|aircraft|flight|tram|helicopter|minibus|airliner),? ?(?: ?, )?(?:(?:which|that) )?(?:was |is )?carrying$/.test(
      lead,
    );
  return { role: 'aboard', needsNoun: !isVehicle, isDoubtful: isHypothetical(lead.slice(0, carrying.index)) };
}

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
