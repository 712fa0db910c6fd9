import type { FigureRole } from '../corpus/model.ts';
import { from, type Line, matchAt } from './figure-line.ts';
import { verbForm } from './figure-verbs.ts';

export type Table = readonly (readonly [FigureRole, RegExp])[];

const sticky = (source: string) => new RegExp(`(?:${source})(?= |$)`, 'y');
export const ending = (source: string) => new RegExp(`(?:^| )(?:${source})$`);

export const HOSPITAL =
  '(?:hospitals?|clinics?|infirmar(?:y|ies)|emergency rooms?|burns? (?:units?|cent(?:er|re)s?)|medical cent(?:er|re)s?)';
const ADVERBS = '(?:[a-z]+ly |also |very |more |less )?';

/** What is said of people after a form of "to be", or right behind a noun. */
const STATES: Table = [
  [
    'arrested',
    sticky(
      'arrested|detained|among (?:the|those) (?:arrested|detained)|apprehended|rounded up|taken into (?:police )?custody|in (?:our |their |its |his |police |army |state |federal |the |pre-trial )*custody|(?:being )?held (?:in|at) (?:an? |the |several )?(?:[a-z]+ ){0,2}(?:jails?|prisons?|police stations?|stadium|camps?|barracks|detention cent(?:er|re)s?)|behind bars|in (?:the cells|jail|a cell|police cells|handcuffs)|led (?:away|off) in (?:handcuffs|chains)|captured|under arrest|in (?:police )?detention|placed under arrest|held (?:for questioning|at the scene|since|overnight by police|without charge|on suspicion|in connection|by (?:the )?police)|being questioned',
    ),
  ],
  [
    'hostages',
    sticky(
      'in the hands of (?:their |his |the )?(?:kidnappers|captors|abductors|hostage-takers)|(?:being |been )?(?:taken|held|seized)(?: as)? (?:hostages?|captive|at gunpoint)|kidnapped|abducted|hostages?',
    ),
  ],
  [
    'killed',
    sticky(
      `killed|slain|murdered|massacred|executed|beheaded|assassinated|lynched|gunned down|shot dead|shot and killed|dead|[a-z]+ to death|fatally (?:shot|injured|wounded|stabbed|hurt)|(?:pronounced|presumed|as) dead|mortally wounded|(?:(?:identified|counted|named|listed) )?among (?:the|those) (?:\\S+ )?(?:dead|killed|fatalities|victims)|crushed to death|electrocuted|drowned|not survive|lost their lives`,
    ),
  ],
  [
    'injured',
    sticky(
      `${ADVERBS}(?:injured|wounded|hurt|harmed|maimed|burned|burnt|scalded|hospitali[sz]ed|concussed|stabbed|knifed|poisoned|gassed|bruised)|(?:brought|carried|taken) (?:up|out|in|away|ashore) with (?:[a-z-]+ ){0,3}(?:burns|injuries|wounds|fractures|cuts)|cut by|cut on|overcome by (?:[a-z]+ ){0,3}(?:smoke|fumes|gas|heat)|kept in (?:overnight|hospital|for observation)|with (?:[a-z-]+ ){0,3}(?:burns|injuries|wounds|fractures|cuts|bruises|concussion|smoke inhalation|breathing (?:problems|difficulties|trouble))|(?:being |been )?(?:treated|operated on)(?! as| like| to)|(?:being |been )?(?:taken|rushed|brought|sent|admitted|airlifted|flown|carried|moved|transferred|referred|driven|conveyed) (?:by [a-z]+ )?to (?:(?!,)\\S+ ){0,5}?${HOSPITAL}|admitted|in (?:a |an )?(?:[a-z-]+ (?:but )?){0,2}conditions?|critically ill|in (?:the )?(?:[a-z']+ ){0,2}(?:hospitals?|intensive care)|on the wards?|receiv(?:ed|ing) (?:[a-z]+ )?treatment|fighting for (?:their|his|her) li(?:fe|ves)|among (?:the|those) (?:\\S+ )?(?:injured|wounded|hurt|taken to hospital)`,
    ),
  ],
  [
    'missing',
    sticky(
      '(?:as )?missing|unaccounted for|lost at sea|not (?:yet )?(?:been )?(?:found|accounted for|located|traced)|yet to be (?:found|accounted for|located|traced)|still being (?:looked|searched) for|(?:still to be|never|never been) found|left to find|still to find',
    ),
  ],
  [
    'evacuated',
    sticky(
      `(?:being |been )?(?:evacuated|relocated|displaced|moved(?! on )(?: (?:out|to|into|from|away|inland))?|moved(?= on [a-z]+day)|driven from|ordered (?:out|from|to leave)|told to leave|out of their homes|in (?:[a-z]+ ){0,2}shelters|away from (?:home|their homes)|taken to (?:[a-z]+ )?shelters?|forced (?:out|from|to (?:leave|flee))|cleared from|(?:led|ushered|escorted|brought|taken|cleared) (?:out of|from|out from) (?:the |their |its |an? )?(?:[a-z]+ ){0,2}(?:hotels?|buildings?|stations?|theatres?|theaters?|stadiums?|schools?|cinemas?|shops?|malls?|stores?|arenas?|airports?|terminals?|offices?|homes|houses|flats|blocks?|towers?)|led out of their|housed in (?:[a-z]+ )?shelters?|bussed (?:out|away))|(?:left|fled|abandoned) (?:their|his|her) (?:homes?|houses?|villages?|flats?)|(?:spent|spending|passed) (?:the |a |two |three |several |another |their )?(?:[a-z]+ )?nights? in (?:\\S+ ){0,3}?(?:shelters?|barracks|gyms?|gymnasiums?|halls?|schools?|churches|church|tents|centres?|centers?|depots?)|sleeping in (?:\\S+ ){0,3}?(?:shelters?|barracks|gyms?|gymnasiums?|halls?|schools?|churches|church|tents|centres?|centers?|depots?)`,
    ),
  ],
  [
    'rescued',
    sticky(
      '(?:being |been )?(?:rescued|saved|plucked|winched|airlifted|hoisted (?:from|off|to safety|aboard)|(?:pulled|brought|dragged|hauled|lifted|led|carried|picked|dug|cut|fished|ferried|guided|helped|taken|escorted|got)(?: [a-z]+){0,3}? (?:to safety|to the surface|alive|ashore|free|(?:from|out of|off) the (?:[a-z]+ )?(?:water|sea|rubble|wreckage|wreck|ruins|debris|roofs?|river|lake|mud|snow|train|boat|ship|ferry|carriages?|coach|bus))|(?:pulled|brought|dragged|lifted|dug|cut|helped) out|(?:picked|lifted|taken|plucked|helped) (?:off|up))|freed (?:from|by (?:fire|rescue))|pulled (?:from|out)|dug out|found alive|reached safety',
    ),
  ],
  [
    'aboard',
    sticky(
      'aboard|onboard|on board|on-board|(?:travelling |riding )?on (?:the|that) (?:[a-z]+ )?(?:train|bus|coach|ferry|plane|boat|ship|vessel|aircraft|jet|flight|tram|helicopter|minibus)',
    ),
  ],
];

/** Verbs that say of their subject what became of it. */
const VERBS: Table = [
  [
    'killed',
    sticky(
      `died|dies|die|dying|perished|drowned|suffocated|succumbed|(?:lost|losing|lose) (?:their|his|her) li(?:fe|ves)|not survive|been lost`,
    ),
  ],
  [
    'injured',
    sticky(
      '(?:suffer(?:ed|ing|s)?|sustain(?:ed|ing|s)?)(?: from)? (?:[a-z-]+ ){0,4}?(?:injur(?:y|ies)|burns?|wounds?|fractures?|cuts|bruises|smoke inhalation|concussions?)|(?:need(?:ed|ing)?|requir(?:ed|ing)|receiv(?:ed|ing)) (?:[a-z]+ )?(?:treatment|stitches|surgery|oxygen|first aid|hospital care)',
    ),
  ],
  ['missing', sticky('disappeared|vanished|went missing|gone missing')],
  [
    'rescued',
    sticky(
      '(?:came up(?= (?:by|through|in|on) )|(?:got|came|made it|walked|climbed|crawled) (?:up |out |off )?(?:alive|to safety|ashore|unhurt))|got off|(?:made it|swam|rowed) (?:ashore|to (?:the )?shore|to safety)',
    ),
  ],
  ['hostages', sticky('(?:remain(?:ed|s)?|still) captive')],
  [
    'evacuated',
    sticky(
      '(?:have |has |had )?(?:left|fled|abandoned|leave|flee|quit|leaving|fleeing) (?:their|his|her) (?:homes?|houses?|villages?|flats?|apartments?|farms?)|been made to leave|had to (?:leave|flee|be evacuated)|been told to leave',
    ),
  ],
];

const AUXILIARY =
  "(?:is|are|was|were|be|been|being|has|have|had|having|remains?|remained|stays?|stayed|got|gets|did|does|do|will|would|could|may|might|must|can|cannot|should|didn't|weren't|aren't|haven't|wasn't|isn't|hadn't|hasn't|couldn't|need(?:ed|s)?)";
const BESIDE =
  '(?:not|never|also|now|still|since|already|later|then|only|just|known|thought|believed|understood|confirmed|reported|listed|said|presumed|declared|found|officially|reportedly|to|all|both|themselves|so|far|either|eventually|yet|again|once|recently|left|being|been|feared|[a-z]+ly|in hospital with)';
const GROUP = new RegExp(`(?:${AUXILIARY} )(?:(?:${AUXILIARY}|${BESIDE}) )*`, 'y');
const LEADING = new RegExp(`(?:(?:${BESIDE}) )+`, 'y');
/** "had", "has since", with no form of "to be". */
const HAVING = /^(?:has|have|had|having) (?!.*\b(?:been|being|got)\b)/;
const DOUBTFUL =
  /\b(?:(?:yet|still|is|are|was|were) to be|will|would|could|may|might|must|can|should|cannot|feared|couldn't)\b/;
const NEGATED = /\b(?:not|never|[a-z]+n't)\b/;
/** Participles that take an object: with one behind them they are active verbs with another subject. */
const OBJECT_BEHIND =
  /^(?:\d|(?:at least|more than|up to|as many as|about|around|some|nearly|almost|a|an|the|its|his|her|their|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens|hundreds|several|many|people|civilians|him|them|himself|themselves) )/;

export interface Predicate {
  readonly role: FigureRole | undefined;
  /** Index behind what was read. */
  readonly to: number;
  /** `weak`: a form that may stand before the real verb ("12 people trapped in the lift were rescued"). */
  readonly strength: 'strong' | 'weak';
  /** Negated, hypothetical or feared. */
  readonly isDoubtful: boolean;
}

/** Reads a group of verbs that begins at a piece, or nothing where none begins there. */
export function readPredicate(line: Line, index: number): Predicate | undefined {
  const behind = matchAt(line, GROUP, index);
  if (behind !== undefined) {
    const group = line.text.slice(line.at[index], line.at[behind]);
    return readState(line, index, behind, group, true);
  }
  const adverbs = matchAt(line, LEADING, index);
  if (adverbs !== undefined) {
    const group = line.text.slice(line.at[index], line.at[adverbs]);
    const state = readState(line, index, adverbs, group, false);
    if (state?.role) return state;
  }
  return readState(line, index, index, '', false) ?? readOtherVerb(line, index);
}

function readState(
  line: Line,
  index: number,
  at: number,
  group: string,
  hasAuxiliary: boolean,
): Predicate | undefined {
  // A "not" that a state needs ("not survive", "not been found") is part of it.
  for (let start = at; start >= index; start--) {
    const lead = line.text.slice(line.at[index], line.at[start]);
    for (const table of [STATES, VERBS]) {
      for (const [role, pattern] of table) {
        const to = matchAt(line, pattern, start);
        if (to === undefined) continue;
        const state = line.text.slice(line.at[start], line.at[to]);
        // "The raiders had killed nine people": only a form of "to be" makes it passive.
        const mayBeActive = !hasAuxiliary || HAVING.test(group);
        if (table === STATES && mayBeActive && isActive(state, from(line, to))) continue;
        if (
          role === 'injured' &&
          /conditions? /.test(state) &&
          !/critical|serious|stable|grave|life|bad|poor|danger/.test(state)
        )
          continue;
        return { role, to, strength: 'strong', isDoubtful: DOUBTFUL.test(group) || NEGATED.test(lead) };
      }
    }
  }
  return hasAuxiliary ? { role: undefined, to: at + 1, strength: 'strong', isDoubtful: false } : undefined;
}

function isActive(state: string, rest: string): boolean {
  const object = rest.replace(/^(?:and|or) (?:killed|wounded|injured|hurt) /, '');
  return /(?:ed|hurt|shot)(?: (?:up|out|off|away))? $/.test(state) && OBJECT_BEHIND.test(object);
}

function readOtherVerb(line: Line, index: number): Predicate | undefined {
  const piece = line.pieces[index];
  if (piece?.kind !== 'word') return undefined;
  const form = verbForm(piece.word);
  if (!form) return undefined;
  const strength = form === 'participle' ? 'weak' : 'strong';
  return { role: undefined, to: index + 1, strength, isDoubtful: false };
}
