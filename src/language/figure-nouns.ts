import type { FigureRole } from '../corpus/model.ts';
import { from, type Line } from './figure-line.ts';
import { verbForm } from './figure-verbs.ts';
import { numberWord } from './number-words.ts';

/** What a noun behind a number tells: a role by itself, a person, or something that is no person. */
export type NounClass =
  | { readonly kind: 'role'; readonly role: FigureRole }
  | { readonly kind: 'person' | 'guard' | 'thing' };

/** The noun that a number counts. */
export interface Head {
  readonly class: NounClass['kind'] | 'bare' | 'unknown';
  /** The role that the noun, or a participle before it ("87 injured people"), tells. */
  readonly role?: FigureRole;
  /** The role comes of a participle, not of the noun. */
  readonly modified: boolean;
  /** Index behind the noun. */
  readonly to: number;
  /** "three of the …": a part of a group. */
  readonly isPart: boolean;
}

const words = (text: string) => new Set(text.trim().split(/\s+/));

const ROLE_NOUNS: Readonly<Partial<Record<FigureRole, ReadonlySet<string>>>> = {
  killed: words('deaths dead fatalities fatality bodies corpses death body victims killings murders'),
  injured: words('injuries wounded injured casualties-injured injury hurt'),
  missing: words('missing disappearances'),
  rescued: words('survivors rescuees'),
  passengers: words('passengers passenger travellers travelers holidaymakers-aboard commuters'),
  crew: words('crew crewmen crewmembers crewman sailors seamen deckhands'),
  attackers: words(
    `attackers attacker gunmen gunman assailants assailant terrorists terrorist raiders raider bombers bomber
     hijackers hijacker shooters shooter hostage-takers knifemen knifeman militants insurgents perpetrators
     assassins kidnappers abductors captors intruders`,
  ),
  hostages: words('hostages hostage captives captive abductees'),
  arrested: words('arrests detainees detentions arrest arrestees'),
  evacuated: words('evacuees evacuee evacuations'),
};
const ROLE_OF: ReadonlyMap<string, FigureRole> = new Map(
  Object.entries(ROLE_NOUNS).flatMap(([role, nouns]) =>
    [...(nouns ?? [])].map((noun): [string, FigureRole] => [noun, role as FigureRole]),
  ),
);

/** Participles and adjectives before a noun: "87 injured people", "six dead". */
const MODIFIERS: ReadonlyMap<string, FigureRole> = new Map([
  ['dead', 'killed'],
  ['killed', 'killed'],
  ['deceased', 'killed'],
  ['injured', 'injured'],
  ['wounded', 'injured'],
  ['hurt', 'injured'],
  ['missing', 'missing'],
  ['rescued', 'rescued'],
  ['arrested', 'arrested'],
  ['detained', 'arrested'],
  ['evacuated', 'evacuated'],
  ['displaced', 'evacuated'],
]);

const PEOPLE =
  words(`people persons person man men woman women child children boy boys girl girls baby babies toddler
  toddlers infant infants teenager teenagers adult adults youth youths pensioner pensioners minor minors schoolchildren
  pupil pupils student students teacher teachers civilian civilians resident residents villager villagers inhabitant
  inhabitants citizen citizens national nationals local locals visitor visitors tourist tourists holidaymaker
  holidaymakers guest guests patient patients worker workers employee employees staff staffer staffers member members
  miner miners fisherman fishermen farmer farmers soldier soldiers troops troop officer officers policeman policemen
  policewoman policewomen constable constables guard guards marshal marshals firefighter firefighters fireman firemen
  paramedic paramedics medic medics nurse nurses doctor doctors surgeon surgeons driver drivers pilot pilots steward
  stewards attendant attendants conductor conductors engineer engineers sailor sailors diver divers hiker hikers climber
  climbers skier skiers swimmer swimmers camper campers runner runners spectator spectators fan fans supporter
  supporters worshipper worshippers pilgrim pilgrims protester protesters protestor protestors demonstrator demonstrators
  marcher marchers activist activists striker strikers rioter rioters looter looters suspect suspects prisoner prisoners
  inmate inmates migrant migrants refugee refugees foreigner foreigners shopper shoppers customer customers bystander
  bystanders passer-by passers-by pedestrian pedestrians cyclist cyclists motorist motorists biker bikers rider riders
  clerk clerks official officials journalist journalists reporter reporters lawyer lawyers judge judges cook cooks
  waiter waiters cleaner cleaners builder builders labourer labourers laborer laborers volunteer volunteers rescuer
  rescuers family-members relative relatives sibling siblings sister sisters brother brothers twin twins son sons
  daughter daughters mother mothers father fathers parent parents couple-members grandmother grandmothers grandfather
  grandfathers cousin cousins neighbour neighbours neighbor neighbors friend friends colleague colleagues occupant
  occupants survivor others other human humans individual individuals soul souls friend nun nuns priest priests monk
  monks imam imams dancer dancers musician musicians actor actors player players footballer footballers athlete athletes
  contractor contractors technician technicians inspector inspectors sergeant sergeants captain captains hunter hunters
  vendor vendors trader traders shopkeeper shopkeepers commuter commuters traveller travellers traveler travelers elderly
  octogenarians newborn newborns orphan orphans widow widows scout scouts cadet cadets recruit recruits reservist
  reservists conscript conscripts fighter fighters rebel rebels separatist separatists trainee trainees apprentice
  apprentices crewmate crewmates bus-driver personnel lives life gatekeeper stewardess stewardesses porter porters
  docker dockers trawlermen lifeguard lifeguards mp mps lawmaker lawmakers mayor councillor councillors candidate
  candidates voter voters delegate delegates diplomat diplomats agent agents detective detectives servicemen serviceman
  servicewomen servicewoman jogger joggers sunbather sunbathers beachgoers churchgoers concertgoers partygoers
  householder householders tenant tenants lodger lodgers homeowner homeowners evangelist scientist scientists
  researcher researchers handlers handler operative operatives ringleader ringleaders accomplice accomplices
  smuggler smugglers thief thieves robber robbers burglar burglars founders founder leader leaders`);

/** People whose work is to fight attackers: they are no attackers when they open fire. */
const GUARDS =
  words(`police officers officer soldiers soldier troops guards guard marshals constables policemen
  firefighters security personnel rescuers`);

const THINGS =
  words(`metre metres meter meters kilometre kilometres kilometer kilometers km m miles mile feet foot inches
  yards hectares acres litres tonnes tons kilograms kilos kg pounds euros dollars crowns cents second seconds minute
  minutes hour hours day days night nights week weeks month months year years decade decades centuries time times
  percent points point votes ballots seats house houses home homes flat flats apartment apartments household households
  building buildings shop shops car cars carriage carriages coaches wagons coach bus buses truck trucks lorry lorries van
  vans vehicle vehicles boat boats ship ships vessel vessels train trains plane planes helicopter helicopters aircraft
  ambulance ambulances engine engines fire-engines dog dogs cat cats cow cows sheep pig pigs horse horses goat goats cattle animal animals
  birds chickens fish bridge bridges road roads street streets town towns village villages city cities country countries
  district districts province provinces region regions island islands school schools hospital hospitals ward wards clinic
  clinics bed beds shot shots bullet bullets round rounds rifle rifles gun guns pistol pistols knife knives weapon
  weapons grenade grenades bomb bombs rocket rockets missile missiles shell shells explosion explosions blast blasts
  attack attacks incident incidents call calls letter letters page pages message messages picture pictures photograph
  photographs video videos camera cameras line lines track tracks floor floors storey storeys storeys room rooms door
  doors window windows stage stages phase phases case cases charge charges count counts question questions meeting
  meetings team teams group groups unit units brigade brigades company companies firm firms station stations stop stops
  union unions party parties states nations governments parliaments courts trial trials hearing hearings family families
  quarters thirds percentages degrees goals games matches tickets flights trips crossings barrels bags boxes sacks
  containers trailers boosters numbers papers orders offers towers rivers chambers shutters quarters sectors motors
  factors errors colours hours restaurants plants grants warrants trees committees crosses tankers trawlers freighters
  liners cutters bulldozers diggers tents blankets meals bowls generators pumps cranes computers posters banners officers-mess
  districts polls centres centers shelters reservoirs dams pylons masts turbines sirens borders gunshots stations headquarters
  sites areas spots cells blocks halls streets theatres shares rooms`);

/** Nouns whose singular may stand before another: "police cars", "crew cabins". */
const FLAT = words('people crew staff personnel police troops dead injured wounded hurt missing elderly');
/** Singular nouns of many people: a part of one is people. */
const COLLECTIVE = words(
  'party team squad group family class choir band expedition delegation platoon patrol gang brigade',
);
/** Ends of nouns of people: taken where the predicate is one of people alone. */
const AGENT = /(?:ers|ors|ists|ians|eers|ees|men|women|folk|goers|mates|kids|ants|ans|ese)$/;

export function classOf(word: string): NounClass | undefined {
  const role = ROLE_OF.get(word);
  if (role) return { kind: 'role', role };
  if (THINGS.has(word)) return { kind: 'thing' };
  if (GUARDS.has(word)) return { kind: 'guard' };
  if (PEOPLE.has(word)) return { kind: 'person' };
  const tail = /-([a-z]+)$/.exec(word)?.[1];
  if (tail) return classOf(tail);
  if (word.length > 4 && AGENT.test(word)) return { kind: 'person' };
  return undefined;
}

const NOT_IN_PHRASE =
  /^(?:is|are|was|were|be|been|being|has|have|had|do|does|did|will|would|could|may|might|must|can|should|who|whom|whose|which|that|where|when|while|as|after|before|since|until|because|if|and|or|but|nor|so|than|then|to|from|in|on|at|by|for|with|into|onto|over|under|through|across|near|off|out|up|down|during|inside|outside|aboard|onboard|including|among|amid|between|against|about|around|behind|beneath|along|toward|towards|per|the|a|an|this|these|those|it|they|he|she|we|you|i|not|no|also|still|now|later|already|alive|unaccounted|hostage|remain|remained|remains|died|drowned|perished|said|says|say|told|went|came|took|left|lost|fled|made|held|found|survived|escaped|suffered|sustained|disappeared|evacuated|arrested|detained|rescued|killed|injured|wounded|hurt|saved|missing|dead|taken|shot|stabbed|treated|hospitalised|hospitalized|trapped|feared|pulled|brought|plucked|winched|airlifted|moved|freed|released|reported|believed|thought|known|confirmed|stormed|opened|attacked|broke|burst|pupils'|there|here|yesterday|today|tonight|overnight|so-called|onto|only|ago|late|early|earlier|nationwide|together|apart|each|every|daily|because|among|onwards?)$/;
const HOW = /^(?:critically|seriously|badly|gravely|severely|slightly|lightly|fatally|mortally)$/;
const LINKS =
  /^(?:of (?:them|whom|these|those|us|which)|of (?:the|its|his|her|their|our|those|these|all)(?: other| remaining)?|more|others?|further|additional|fellow) /;

/**
 * The noun phrase behind a number. `bare` where there is none ("43 were injured"); a thing or an unknown word where
 * what is counted is no person.
 */
export function readHead(line: Line, index: number): Head {
  let at = index;
  let isPart = false;
  let others = false;
  for (let link = LINKS.exec(from(line, at)); link; link = LINKS.exec(from(line, at))) {
    const skipped = link[0].trim().split(' ');
    at += skipped.length;
    if (skipped[0] === 'of') {
      isPart = true;
      if (/^(?:them|whom|those|us|these|which)$/.test(skipped[1] ?? '') && skipped.length === 2) {
        return { class: 'bare', modified: false, to: at, isPart };
      }
    } else others = true;
  }
  // "9,000 of the 14,000 homes": what the whole is, the part is.
  if (isPart && /^(?:\d|[a-z]+-[a-z]+ )/.test(from(line, at)) && line.pieces[at]?.kind === 'number') at++;
  // 41 "terrorists": a noun that the paper does not make its own.
  const isQuoted =
    /^["“]$/.test(line.pieces[at]?.word ?? '') && /^["”]$/.test(line.pieces[at + 2]?.word ?? '');
  if (isQuoted) return { ...readHead(line, at + 1), to: at + 3, isPart };
  const phrase: { word: string; index: number }[] = [];
  let role: FigureRole | undefined;
  for (let step = at; step < at + 6; step++) {
    const piece = line.pieces[step];
    if (piece?.kind !== 'word') break;
    // "injured 29, four critically": no noun.
    if (HOW.test(piece.word) && (line.pieces[step + 1]?.kind ?? 'mark') === 'mark') break;
    const modifier = MODIFIERS.get(piece.word);
    if (modifier && isBeforeNoun(line, step + 1)) {
      role ??= modifier;
      phrase.push({ word: piece.word, index: step });
      continue;
    }
    if (modifier && !role && isNominal(line, step, at)) {
      return { class: 'role', role: modifier, modified: false, to: step + 1, isPart };
    }
    if (
      NOT_IN_PHRASE.test(piece.word) &&
      !(piece.word === 'hostage' && line.pieces[step - 1]?.word === 'one')
    )
      break;
    if (verbForm(piece.word) && !modifier && !isBeforeNoun(line, step + 1)) break;
    phrase.push({ word: piece.word, index: step });
  }
  return pick(line, phrase, role, at, isPart, others);
}

/** Whether a noun of people stands right behind a participle: "87 injured people", "four missing crew". */
function isBeforeNoun(line: Line, index: number): boolean {
  for (let step = index; step < index + 3; step++) {
    const piece = line.pieces[step];
    if (piece?.kind !== 'word' || NOT_IN_PHRASE.test(piece.word)) return false;
    // "gunmen killed five people": what they did, and to others.
    if (numberWord(piece.word) !== undefined) return false;
    const kind = classOf(piece.word)?.kind;
    if (kind !== undefined) return kind !== 'thing';
  }
  return false;
}

/** "the fifteen dead", "12 wounded": the participle is the noun itself. */
function isNominal(line: Line, index: number, number: number): boolean {
  const word = line.pieces[index]?.word ?? '';
  if (!['dead', 'injured', 'wounded', 'missing', 'hurt'].includes(word)) return false;
  // "gunmen wounded three guards"
  const next = line.pieces[index + 1];
  if (next?.kind === 'number' || numberWord(next?.word ?? '') !== undefined) return false;
  return index === number || index - number <= 2;
}

function pick(
  line: Line,
  phrase: readonly { word: string; index: number }[],
  role: FigureRole | undefined,
  at: number,
  isPart: boolean,
  others: boolean,
): Head {
  if (phrase.length === 0) return { class: others ? 'bare' : 'bare', modified: false, to: at, isPart };
  for (const [position, { word, index }] of phrase.entries()) {
    if (MODIFIERS.has(word) && position < phrase.length - 1) continue;
    const known = classOf(word);
    if (!known) continue;
    const next = phrase[position + 1]?.word;
    const compound = next === undefined ? undefined : classOf(next);
    // "police officers", "crew members", "police cars": the last noun counts, but the first may tell the role.
    if (compound && (!word.endsWith('s') || FLAT.has(word)) && word !== 'people') {
      if (compound.kind === 'thing') return { class: 'thing', modified: false, to: index + 2, isPart };
      if (known.kind === 'role' && compound.kind !== 'role') {
        return {
          class: 'role',
          role: role ?? known.role,
          modified: role !== undefined,
          to: index + 2,
          isPart,
        };
      }
      continue;
    }
    if (known.kind === 'role') {
      // "two dead attackers": whether attackers or dead are counted cannot be told.
      if (known.role === 'attackers' && role === 'killed')
        return { class: 'thing', modified: true, to: index + 1, isPart };
      const own = known.role === 'attackers' ? known.role : (role ?? known.role);
      return { class: 'role', role: own, modified: own !== known.role, to: index + 1, isPart };
    }
    // "seven of the rowing team"
    if (isPart && COLLECTIVE.has(word)) return { class: 'person', modified: false, to: index + 1, isPart };
    if (known.kind === 'thing') return { class: 'thing', modified: false, to: index + 1, isPart };
    return { class: known.kind, ...(role && { role }), modified: role !== undefined, to: index + 1, isPart };
  }
  const last = phrase.at(-1);
  const demonym = phrase.find(
    ({ index }) => line.pieces[index]?.capital && /(?:s|ese|ish)$/.test(line.pieces[index]?.word ?? ''),
  );
  const class_ = demonym ? 'person' : 'unknown';
  return {
    class: class_,
    modified: false,
    to: (demonym ?? last)?.index !== undefined ? ((demonym ?? last)?.index ?? at) + 1 : at,
    isPart,
  };
}
