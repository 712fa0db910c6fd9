import type { FigureRole } from '../corpus/model.ts';
import { before, from, type Line } from './figure-line.ts';
import type { Head } from './figure-nouns.ts';
import type { NumberMention } from './figure-numbers.ts';
import type { StatedQualifier } from './figures.ts';

const DEFINITE =
  /(?:^| )(?:the|its|his|her|their|all|all the|these|those|both|whose|'s|s'|[a-z]+'s|[a-z]+s')(?: other| remaining)?$/;
const ASSAULT =
  /^(?:(?:had |have |has )?(?:stormed|opened fire|attacked|held up|robbed|ambushed|looted|burst (?:in|through)|broke (?:in|through)|raided|hijacked|detonated|(?:taken|took) part(?= (?:in (?:the|an?) (?:[a-z]+ ){0,2}?(?:attack|raid|assault|siege|shooting|robbery|heist|ambush|hijacking|kidnapping|bombing|killings?|hold-up)\b|[.,;]|and|but))|blew (?:themselves|himself|herself)|stabbed|fired (?:on|at|into)|barged in|(?:held|took) (?:\S+ ){0,4}hostages?|armed with)) ?/;
const ASSAILABLE =
  /(?:^| )(?:men|women|people|man|woman|youths|brothers|sisters|teenagers|boys|suspects|students|others) $/;
const PREPOSITION = /^(?:at|in|near|on|outside|inside|from|by|elsewhere|there) /;

/** The figure before in the same sentence. */
export interface Previous {
  /** Index behind its noun. */
  readonly to: number;
  readonly roles: readonly FigureRole[];
  readonly value: number;
  /** It hangs on "with". */
  readonly isAside: boolean;
  /** It is the whole of which a part is told: "none of the 40 passengers". */
  readonly isTotal?: boolean;
  /** It stands in a list behind a colon. */
  readonly isListed?: boolean;
}

export interface Told {
  readonly roles: readonly FigureRole[];
  readonly qualifier?: StatedQualifier;
  readonly isPart: boolean;
  readonly isAct: boolean;
  /** It is said to be a part, not just "more". */
  readonly isNamedPart?: boolean;
  /** It is the whole of which a part is told. */
  readonly isTotal?: boolean;
  /** It goes on from a figure of a sentence before. */
  readonly isTakenUp?: boolean;
}

export const isDefinite = (lead: string) => DEFINITE.test(lead);

export function isMore(line: Line, mention: NumberMention, head: Head): boolean {
  const around = line.text.slice(line.at[Math.max(0, mention.from - 2)], line.at[head.to]);
  return /\b(?:more|others?|further|additional|another)\b/.test(around.replace(/more than/g, ''));
}

/** What a noun and what is said of it tell together. */
export function combine(
  head: Head,
  predicate: FigureRole,
  definite: boolean,
  isObject: boolean,
): readonly FigureRole[] {
  const noun = head.role;
  if (!noun || noun === predicate) return [predicate];
  switch (noun) {
    case 'attackers':
      return predicate === 'arrested' ? ['attackers', 'arrested'] : ['attackers'];
    case 'hostages':
      return ['killed', 'injured', 'missing', 'rescued'].includes(predicate) ? [predicate] : ['hostages'];
    case 'passengers':
    case 'crew':
      if (predicate === 'aboard') return [noun];
      if (!definite || isObject) return predicate === 'hostages' && definite ? [noun] : [predicate];
      return predicate === 'arrested' || predicate === 'hostages' ? [noun] : [noun, predicate];
    case 'injured':
    case 'missing':
    case 'rescued':
      return head.modified || ['killed', 'rescued', 'injured'].includes(predicate)
        ? [head.modified ? noun : predicate]
        : [noun];
    default:
      return [noun];
  }
}

/** "none of the 40 passengers", "three of the 12 people aboard". */
export function totalRoles(head: Head, rest: string): readonly FigureRole[] | undefined {
  if (
    /^(?:who (?:were|had been) )?(?:aboard|on board|onboard|on the (?:train|bus|plane|ferry|boat|coach|ship))\b/.test(
      rest,
    )
  ) {
    return head.role === 'passengers' || head.role === 'crew' ? [head.role] : ['aboard'];
  }
  return head.role ? [head.role] : undefined;
}

/** A noun that tells its role by itself, with nothing said of it that tells another. */
export function nounAlone(
  head: Head,
  mention: NumberMention,
  lead: string,
  rest: string,
  isSubject: boolean,
  isPart: boolean,
): Told | undefined {
  const role = head.role;
  if (!role) return undefined;
  const speaksForItself = ['passengers', 'crew', 'hostages', 'rescued'].includes(role);
  // "Two passengers said …" counts speakers.
  const isPersonSpoken = role === 'crew' || mention.value < 20;
  const isOut =
    role === 'hostages' &&
    /^(?:later |then )?(?:walked|came|emerged|got|escaped|ran) (?:out|free|away|from)?/.test(rest);
  if (
    speaksForItself &&
    !isOut &&
    !(role === 'hostages' && /^(?:are|were|remain|remained)\b/.test(rest)) &&
    isSubject &&
    isPersonSpoken &&
    !isDefinite(lead) &&
    !/\b(?:with|were|are)$/.test(lead)
  )
    return undefined;
  if (['attackers', 'hostages', 'passengers', 'crew'].includes(role) && mention.value === 1) return undefined;
  return { roles: [role], isPart, isAct: false };
}

/** "31 passengers and two crew" */
export function isJoined(line: Line, mention: NumberMention, previous: Previous | undefined): boolean {
  const isAboard = previous?.roles.some((role) => ['aboard', 'passengers', 'crew'].includes(role)) === true;
  if (!previous || mention.from - previous.to > (isAboard ? 3 : 1)) return false;
  return /^(?:and|,)$/.test(line.pieces[mention.from - 1]?.word ?? '');
}

/** "a gang of five", "three masked men", "two men opened fire". */
export function isAssault(line: Line, mention: NumberMention, head: Head, verb: number | undefined): boolean {
  if (
    /(?:^| )(?:gang|band|group|squad|cell|team) of$/.test(before(line, mention.from)) &&
    verb !== undefined
  ) {
    return ASSAULT.test(from(line, verb));
  }
  const noun = line.text.slice(line.at[head.to - 1], line.at[head.to]);
  if (!ASSAILABLE.test(` ${noun}`)) return false;
  const phrase = line.text.slice(line.at[Math.max(0, head.to - 3)], line.at[head.to]);
  if (/\b(?:armed|masked|hooded|balaclava-clad|knife-wielding|heavily armed)\b/.test(phrase)) return true;
  return verb !== undefined && ASSAULT.test(from(line, verb));
}

/** "12 soldiers and three civilians", "died in the north and two more in the south". */
export function continues(
  line: Line,
  mention: NumberMention,
  head: Head,
  to: number,
  hasVerb: boolean,
): boolean {
  const joint = line.pieces[mention.from - 1]?.word ?? '';
  if (!/^(?:and|or|,|plus|as|another|further|a)$/.test(joint) || hasVerb) return false;
  const rest = from(line, head.to);
  const isNext = mention.from - to <= 2;
  if (isNext) return head.class === 'person';
  const isMoreOf = isMore(line, mention, head);
  return (
    (head.class === 'bare' || head.class === 'person') &&
    PREPOSITION.test(rest) &&
    (isMoreOf || head.class === 'bare')
  );
}
