import type { FigureRole } from '../corpus/model.ts';
import { before, from, type Line } from './figure-line.ts';
import type { NumberMention } from './figure-numbers.ts';

/** People named by what became of them: "the dead", "the missing", "those arrested". */
const GROUPS: ReadonlyMap<string, FigureRole> = new Map([
  ['dead', 'killed'],
  ['killed', 'killed'],
  ['victims', 'killed'],
  ['injured', 'injured'],
  ['wounded', 'injured'],
  ['hurt', 'injured'],
  ['missing', 'missing'],
  ['unaccounted for', 'missing'],
  ['arrested', 'arrested'],
  ['detained', 'arrested'],
  ['in custody', 'arrested'],
  ['under arrest', 'arrested'],
  ['rescued', 'rescued'],
  ['saved', 'rescued'],
  ['evacuated', 'evacuated'],
  ['captive', 'hostages'],
]);
const GROUP = `(${[...GROUPS.keys()].join('|')})`;

export const INCLUDING =
  /(?:^| )(?:including|include|includes|included|among (?:them|whom|those|these)(?: (?:is|are|was|were))?|of whom)(?: at least)?$/;
/** "among the dead are", "the injured include", "of the dead, twelve": a part of the group. */
const PART_OF_GROUP = new RegExp(
  `(?:^| )(?:among (?:the|those) ${GROUP}(?: (?:is|are|was|were))?|(?:the|those) ${GROUP} (?:also )?includ(?:e|es|ed|ing)|of (?:the|those) ${GROUP}(?: so far)? ,(?: at least| only| some)?)$`,
);
/** "still missing are", "the arrested are", "injured:", "the dead now number": the whole of the group. */
const WHOLE_OF_GROUP = new RegExp(
  `(?:^|(?:[;:,."“(–—-]|and|but|the|those|confirmed) )(?:still |also |now |so far |confirmed )*${GROUP}(?: so far| in all| now| still)*(?: (?:is|are|was|were|remain(?:s|ed)?)(?: now| still)?| :| (?:now |already )?number(?:s|ed)?| total(?:s|led)?)$`,
);
const ABOARD_IS =
  /(?:^|(?:[;:,."“] ))(?:on board|aboard|on the (?:bus|train|coach|plane|ferry|boat|ship|tram))(?: at the time)? (?:were|was|are)(?: only| just)?$/;

/** A group that stands before the number which counts it or a part of it. */
export function readGroup(
  line: Line,
  mention: NumberMention,
): { readonly role: FigureRole; readonly isPart: boolean } | undefined {
  const lead = before(line, mention.from);
  if (ABOARD_IS.test(lead)) return { role: 'aboard', isPart: false };
  const among = AMONG_GROUP.exec(lead)?.[1];
  if (among) return { role: among === 'gunmen' ? 'attackers' : (among as FigureRole), isPart: true };
  const part = roleOf(PART_OF_GROUP.exec(lead));
  if (part) return { role: part, isPart: true };
  const whole = roleOf(WHOLE_OF_GROUP.exec(lead));
  return whole && { role: whole, isPart: false };
}

const roleOf = (match: RegExpExecArray | null): FigureRole | undefined =>
  GROUPS.get(match?.slice(1).find((group) => group !== undefined) ?? '');

/** "Among the passengers were 14 members of a choir". */
export const AMONG_GROUP =
  /(?:^| )among the (passengers|crew|hostages|attackers|gunmen)(?: [a-z]+){0,2} (?:is|are|was|were)(?: also| at least| some)?$/;

/** What a number is said to be a part of: "including two children", "among the dead are two Italians". */
export function partOf(lead: string, last: FigureRole | undefined): FigureRole | undefined {
  return roleOf(PART_OF_GROUP.exec(lead)) ?? (INCLUDING.test(lead) ? last : undefined);
}

/** "Six people died. Three were siblings", "Two captives did not survive. One was shot". */
export function goesOn(
  line: Line,
  at: number,
  value: number,
  earlier: { readonly role: FigureRole; readonly value: number },
): boolean {
  if (value >= earlier.value) return false;
  if (isOfPeople(line, at)) return true;
  return (
    earlier.role === 'killed' &&
    /^(?:was|were) (?:shot|stabbed|crushed|trampled|hit|struck|run over|buried|beaten|burned|burnt|swept)\b/.test(
      from(line, at),
    )
  );
}

export function isOfPeople(line: Line, at: number): boolean {
  return /^(?:(?:are|were|was|is|being|,) )?(?:[a-z]+ ){0,2}?(?:children|women|men|girls|boys|civilians|foreigners|teenagers|minors|students|police|officers|soldiers|siblings|pupils|over [a-z0-9-]+|under [a-z0-9-]+)\b/.test(
    from(line, at),
  );
}

/** "remain in hospital", "are still in bed": some of the injured, said of a bare number behind them. */
export function isStillIll(line: Line, at: number): boolean {
  return /^(?:(?:are|were|remain|remained|is|was) )?(?:still )?(?:(?:seriously|critically|badly|gravely|severely|slightly)\b|in (?:bed|hospital|intensive care|a coma|surgery)\b|fighting for|on (?:the wards?|ventilators?)\b)/.test(
    from(line, at),
  );
}
