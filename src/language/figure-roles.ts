import type { FigureRole } from '../corpus/model.ts';
import { type Action, readAction } from './figure-actions.ts';
import { CAPACITY, DENIED, DENIED_BEHIND, RATE } from './figure-doubts.ts';
import { goesOn, INCLUDING, isOfPeople, isStillIll, partOf, readGroup } from './figure-groups.ts';
import { before, from, type Line } from './figure-line.ts';
import { readNobody } from './figure-nobody.ts';
import {
  combine,
  continues,
  isAssault,
  isDefinite,
  isJoined,
  isMore,
  nounAlone,
  type Previous,
  type Told,
  totalRoles,
} from './figure-noun-roles.ts';
import { type Head, readHead } from './figure-nouns.ts';
import type { NumberMention } from './figure-numbers.ts';
import { readSubject } from './figure-subject.ts';
import { readIntroduction } from './figure-tolls.ts';
import type { StatedQualifier } from './figures.ts';

/** A number of a sentence with the role that the sentence gives it. */
export interface RoleReading {
  readonly mention: NumberMention;
  readonly role: FigureRole;
  /** Told by the words around, where the number has no qualifier of its own: "the toll passed 100". */
  readonly qualifier?: StatedQualifier;
  readonly isPart: boolean;
  /** Somebody who is named in the sentence acts on the people counted: "police arrested five men". */
  readonly isAct: boolean;
}

/** What the sentences before have told. */
export interface RoleContext {
  /** The last figure that was read, for "the true number is two" and "among them are six minors". */
  last: { readonly role: FigureRole; readonly value: number } | undefined;
}

const TOTAL =
  /(?:^| )(?:of|out of|among) (?:the|its|his|her|their|all|some|about|around|nearly|more than|at least)(?: [a-z]+)?$|(?:^| )(?:of|out of)$/;
/** What somebody saw need not be all. */
const SEEN = /(?:^| )(?:shows?|showed|showing|saw|seen|filmed|spotted|watched|passed)(?: the)?$/;
/** What is said of those who are no longer counted. */
const LET_GO =
  /\b(?:discharged|sent home|released|let go|freed|left (?:the )?hospital|gone home|returned home|acquitted|identified)\b/;
const FOR_PEOPLE_ALONE: ReadonlySet<FigureRole> = new Set(['injured', 'arrested', 'hostages']);
/** The roles of the numbers of a sentence, in order; numbers that count nothing of the kind are left out. */
export function readRoles(
  line: Line,
  mentions: readonly NumberMention[],
  context: RoleContext,
): readonly RoleReading[] {
  const readings: RoleReading[] = [];
  const before_ = context.last;
  let previous: Previous | undefined;
  for (const mention of mentions) {
    const head = readHead(line, mention.to);
    const told = mention.zero
      ? readNobody(line, mention, mentions, head)
      : readSome(line, mention, mentions, head, previous, previous ? undefined : before_);
    if (!told) continue;
    for (const role of told.roles) {
      readings.push({
        mention,
        role,
        ...(told.qualifier && { qualifier: told.qualifier }),
        isPart:
          told.isPart &&
          (head.isPart ||
            INCLUDING.test(before(line, mention.from)) ||
            SEEN.test(before(line, mention.from)) ||
            role === (previous?.roles[0] ?? before_?.role) ||
            told.isNamedPart === true),
        isAct: told.isAct,
      });
    }
    const role = told.roles[0];
    if (role === undefined) continue;
    previous = {
      to: head.to,
      roles: told.roles,
      value: mention.value,
      isAside:
        /(?:^| )with$/.test(before(line, mention.from)) ||
        (previous?.isAside === true && isJoined(line, mention, previous)),
    };
    context.last = { role, value: mention.value };
  }
  return readings;
}

function readSome(
  line: Line,
  mention: NumberMention,
  mentions: readonly NumberMention[],
  head: Head,
  previous: Previous | undefined,
  earlier: RoleContext['last'],
): Told | undefined {
  if (head.class === 'thing') return undefined;
  const lead = before(line, mention.from);
  const rest = from(line, head.to);
  const clause = lead.slice(Math.max(lead.lastIndexOf(' ; '), lead.lastIndexOf('" ')) + 1);
  if (DENIED_BEHIND.test(rest)) return undefined;
  // "Nobody can say whether the toll of nine counts the crew": the toll itself is not in doubt.
  if (/(?:^| )the (?:[a-z]+ )*toll of$/.test(lead)) return one('killed');
  if (DENIED.test(clause)) return undefined;
  if (RATE.test(rest) || CAPACITY.test(lead)) return undefined;
  if (isOneOfGroup(line, mention, head)) return undefined;
  if (/(?:^| )crew (?:of|numbering)$/.test(lead)) return one('crew');

  // "carried upstairs by two nurses": they act.
  const isAgent = /(?:^| )by$/.test(lead);
  const isSeen = SEEN.test(lead);
  const isPart = head.isPart || isSeen || INCLUDING.test(lead) || isMore(line, mention, head);
  const last = previous?.roles[0] ?? earlier?.role;
  const isBare = head.class === 'bare';
  const isTotal =
    TOTAL.test(lead) &&
    /(?:\d|one|none|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|most|many|some|several|half|dozens|few|more) (?:out )?of (?:\S+ )?(?:\S+)?$/.test(
      `${lead} `.replace(/ $/, ''),
    );

  if (/^lives (?:were|have been|had been) lost\b/.test(line.text.slice(line.at[head.to - 1])))
    return one('killed');
  const group = readGroup(line, mention);
  if (
    group &&
    head.class !== 'unknown' &&
    !(group.isPart && group.role === 'killed' && head.role === 'attackers')
  ) {
    const own = group.role === 'aboard' && head.role ? head.role : group.role;
    return { roles: [own], isPart: group.isPart, isNamedPart: group.isPart, isAct: false };
  }
  const action = readAction(line, mention.from, head.to);
  if (action?.isDoubtful) return undefined;
  if (action && allows(action, head)) {
    const allOfThem =
      isBare &&
      action.role === 'killed' &&
      /(?:^| )all$/.test(lead) &&
      /\b(?:attackers|gunmen|assailants|raiders|terrorists|hijackers)\b/.test(lead);
    const roles = allOfThem ? ['attackers' as const] : combine(head, action.role, isDefinite(lead), true);
    if (roles.length > 0) {
      const isOneAct =
        action.role === 'rescued' && !/\b(?:in all|in total|altogether|a total of)\b/.test(line.text);
      return {
        roles,
        isPart: isPart || isOneAct,
        isNamedPart: isOneAct,
        isAct: action.role !== 'aboard',
      };
    }
  }

  const introduced = readIntroduction(line, mention, isBare, last);
  if (introduced?.kind === 'doubtful') return undefined;
  if (introduced?.kind === 'toll' && (isBare || head.class === 'person' || head.role === introduced.role)) {
    return {
      roles: [introduced.role],
      ...(introduced.qualifier && { qualifier: introduced.qualifier }),
      isPart: false,
      isAct: false,
    };
  }
  if (introduced?.kind === 'same' && last && isBare) {
    const isEarlier = /(?:up|down) from$/.test(lead);
    return { roles: [last], isPart: isEarlier, isNamedPart: isEarlier, isAct: false };
  }

  const isFirstOf = /^(?:out )?of(?: the| all| some| about| around| its)?$/.test(lead);
  if ((isTotal || isFirstOf) && !head.isPart) {
    const roles = totalRoles(head, rest);
    return roles ? { roles, isPart: false, isAct: false } : undefined;
  }

  // "with six crew and 148 passengers, vanished": the verb is the plane's.
  const isAttached =
    /(?:^| )with$/.test(lead) || (previous?.isAside === true && isJoined(line, mention, previous));
  const found = isAgent ? undefined : readSubject(line, head.to, mentions, head.isPart, isAttached);
  if (found?.isDoubtful) return undefined;
  // "He has three children and was injured": the verb is his.
  if (found && mention.value > 1 && /(?:^| )and (?:was|is|has)$/.test(before(line, found.from + 1)))
    return undefined;
  const verb = found
    ? line.text.slice(line.at[found.from], line.at[Math.min(line.at.length - 1, found.from + 6)])
    : '';
  const isLetGo = LET_GO.test(verb) || /\b(?:released|freed|discharged|let go)$/.test(lead);
  if (head.isPart && isLetGo && head.role !== 'hostages' && !found?.role) return undefined;
  const isKnown = head.class !== 'unknown' || (found?.role !== undefined && FOR_PEOPLE_ALONE.has(found.role));
  if (found?.role && isKnown) {
    const roles = combine(head, found.role, isDefinite(lead), false);
    if (roles[0] === 'aboard' && /\bstaff $/.test(line.text.slice(0, line.at[head.to]))) return one('crew');
    const alsoAboard = found.aboard && isDefinite(lead) && !head.role ? (['aboard'] as const) : [];
    return { roles: [...alsoAboard, ...roles], isPart, isAct: false };
  }
  const whole =
    partOf(lead, last) ?? (previous && /^among (?:them|those|whom)\b/.test(rest) ? last : undefined);
  if (whole && head.class !== 'unknown' && (!found || !/\bwhom$/.test(lead))) {
    const own = head.role && ['aboard', 'passengers'].includes(whole) ? head.role : whole;
    return { roles: [own], isPart: own === whole, isNamedPart: own === whole, isAct: false };
  }
  if (head.isPart && last && previous && head.class === 'bare' && isOfPeople(line, head.to)) {
    return { roles: [last], isPart: true, isNamedPart: true, isAct: false };
  }
  if (isBare && last === 'injured' && previous && isStillIll(line, head.to)) {
    return { roles: ['injured'], isPart: true, isAct: false };
  }
  if (
    isBare &&
    !previous &&
    earlier &&
    mention.first === 0 &&
    goesOn(line, head.to, mention.value, earlier)
  ) {
    return { roles: [earlier.role], isPart: true, isAct: false };
  }
  if ((isBare || head.class === 'person') && isAssault(line, mention, head, found?.from))
    return one('attackers');
  if (head.role)
    return nounAlone(
      head,
      mention,
      lead,
      rest,
      found !== undefined && !isJoined(line, mention, previous),
      isPart,
    );
  if (previous && continues(line, mention, head, previous.to, found !== undefined)) {
    return { roles: previous.roles, isPart, isAct: false };
  }
  return undefined;
}

const one = (role: FigureRole): Told => ({ roles: [role], isPart: false, isAct: false });

/** "one of the gunmen" counts nothing; "one of them was killed" does. */
function isOneOfGroup(line: Line, mention: NumberMention, head: Head): boolean {
  return (
    mention.value === 1 &&
    head.isPart &&
    /^of (?:the|its|his|her|their|our|those|these)/.test(from(line, mention.to))
  );
}

function allows(action: Action, head: Head): boolean {
  if (head.class === 'unknown') return FOR_PEOPLE_ALONE.has(action.role);
  if (head.class === 'bare') return !action.needsNoun;
  return true;
}
