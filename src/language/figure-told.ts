import type { FigureRole } from '../corpus/model.ts';
import { type Action, readAction } from './figure-actions.ts';
import { readContinuation, readMember } from './figure-continuations.ts';
import { CAPACITY, DENIED, DENIED_BEHIND, FEARED, MISCOUNTED, RATE } from './figure-doubts.ts';
import { goesOn, INCLUDING, isStillIll, partOf, readGroup } from './figure-groups.ts';
import { before, from, type Line } from './figure-line.ts';
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
import type { Head } from './figure-nouns.ts';
import { isLone, type NumberMention } from './figure-numbers.ts';
import { readSubject } from './figure-subject.ts';
import { readIntroduction } from './figure-tolls.ts';

const TOTAL =
  /(?:^| )(?:of|out of|among) (?:the|its|his|her|their|all|some|about|around|nearly|more than|at least)(?: [a-z]+)?$|(?:^| )(?:of|out of)$/;
/** What somebody saw need not be all. */
export const SEEN = /(?:^| )(?:shows?|showed|showing|saw|seen|filmed|spotted|watched|passed)(?: the)?$/;
/** What is said of those who are no longer counted. */
const LET_GO =
  /\b(?:discharged|sent home|released|let go|freed|left (?:the )?hospital|gone home|returned home|acquitted|identified)\b/;
/** It sets right what was told before, be it in the passage before. */
const TRUE_NUMBER = /(?:^| )(?:true|real|correct|right|actual) (?:number|figure|total|count) (?:is|was)$/;
const FOR_PEOPLE_ALONE: ReadonlySet<FigureRole> = new Set(['injured', 'arrested', 'hostages']);
/** What is possible, or ruled out. */
const MAY_BE =
  /\b(?:rul\w+ out|reject\w*|dismiss\w*|doubt\w*|may (?:well )?(?:have|be)|might|could|would|not?|never)\b|\bn't\b/;

/**
 * What a number counts, as the words around it tell: a group or verb before it, what introduces it, what is said of
 * it behind, or its noun alone; the first that tells anything has the word.
 *
 * @param previous the figure before in the same sentence
 * @param earlier the last figure of the sentences before, where this one has none yet
 */
export function readTold(
  line: Line,
  mention: NumberMention,
  mentions: readonly NumberMention[],
  head: Head,
  previous: Previous | undefined,
  earlier: { readonly role: FigureRole; readonly value: number } | undefined,
  lastBefore: () => FigureRole | undefined,
): Told | undefined {
  if (head.class === 'thing') return undefined;
  const lead = before(line, mention.from);
  const rest = from(line, head.to);
  const clause = lead.slice(Math.max(lead.lastIndexOf(' ; '), lead.lastIndexOf('" ')) + 1);
  if (DENIED_BEHIND.test(rest) || MISCOUNTED.test(rest) || FEARED.test(lead)) return undefined;
  // "Nobody can say whether the toll of nine counts the crew": the toll itself is not in doubt.
  if (/(?:^| )the (?:[a-z]+ )*toll of$/.test(lead)) return one('killed');
  if (DENIED.test(clause)) return undefined;
  // "13 people, not 30, were missing"
  if (/, not$/.test(lead)) return undefined;
  if (RATE.test(rest) || CAPACITY.test(lead)) return undefined;
  if (isOneOfGroup(line, mention, head)) return undefined;
  if (/(?:^| )crew (?:of|numbering)$/.test(lead)) return one('crew');
  if (isLone(line, mention.first))
    return MAY_BE.test(clause) || /^(?:theory|theories|idea)\b/.test(rest) ? undefined : one('attackers');

  // "carried upstairs by two nurses": they act.
  const isAgent = /(?:^| )by$/.test(lead);
  const isSeen = SEEN.test(lead);
  const isPart = head.isPart || isSeen || INCLUDING.test(lead) || isMore(line, mention, head);
  const last = previous?.roles[0] ?? earlier?.role;
  const known = { previous, last, lastBefore };
  const isBare = head.class === 'bare';
  const isTotal =
    TOTAL.test(lead) &&
    /(?:\d|one|none|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty|hundred|dozen|all|most|many|some|several|half|dozens|few|more) (?:out )?of (?:\S+ )?(?:\S+)?$/.test(
      `${lead} `.replace(/ $/, ''),
    );

  if (/^lives (?:were|have been|had been) lost\b/.test(line.text.slice(line.at[head.to - 1])))
    return one('killed');
  const continued = readContinuation(line, mention, head, known);
  if (continued) return continued;
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
  if (
    action &&
    allows(
      action,
      head,
      (isMore(line, mention, head) || /(?:^| )(?:last|remaining|other)$/.test(lead)) && last !== undefined,
    )
  ) {
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

  const introduced = readIntroduction(
    line,
    mention,
    isBare,
    last ?? (TRUE_NUMBER.test(lead) ? lastBefore() : undefined),
  );
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
    return {
      roles: [last],
      isPart: isEarlier,
      isNamedPart: isEarlier,
      isAct: false,
      isTakenUp: previous === undefined,
    };
  }

  const isFirstOf = /^(?:out )?of(?: the| all| some| about| around| its)?$/.test(lead);
  const isJoinedTotal =
    previous?.isTotal === true && /(?:^| )and$/.test(lead) && isJoined(line, mention, previous);
  if ((isTotal || isFirstOf || isJoinedTotal) && !head.isPart) {
    const roles = totalRoles(head, rest) ?? relativeRole(line, head, rest, mentions);
    return roles ? { roles, isPart: false, isAct: false, isTotal: true } : undefined;
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
  if (head.isPart && isLetGo && head.role !== 'hostages' && (!found?.role || found.isOfWhole))
    return undefined;
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
    const isPart = own === whole;
    return { roles: [own], isPart, isNamedPart: isPart, isAct: false, isTakenUp: previous === undefined };
  }
  const member = readMember(line, mention, head, known, found?.from);
  if (member) return member;
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
  if (isSomeOf(line, head, found?.from))
    return { roles: [head.role as FigureRole], isPart: true, isNamedPart: true, isAct: false };
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

/** "Seven of the 19 crew had been hired that week": some of a group, told by what they were. */
function isSomeOf(line: Line, head: Head, verb: number | undefined): boolean {
  if (!head.isPart || !head.role || verb === undefined) return false;
  return (
    ['crew', 'passengers', 'attackers', 'hostages'].includes(head.role) &&
    /^(?:had|have|has|were|was|are|is) (?!said|told|spoken|unable|able)/.test(from(line, verb))
  );
}

/** "one of the 14 people who died": what is said of the whole. */
function relativeRole(
  line: Line,
  head: Head,
  rest: string,
  mentions: readonly NumberMention[],
): readonly FigureRole[] | undefined {
  if (!/^who\b/.test(rest)) return undefined;
  const found = readSubject(line, head.to, mentions, false);
  return found?.role && !found.isDoubtful ? [found.role] : undefined;
}

const one = (role: FigureRole): Told => ({ roles: [role], isPart: false, isAct: false });

/** "one of the gunmen" counts nothing; "one of them was killed" does. */
function isOneOfGroup(line: Line, mention: NumberMention, head: Head): boolean {
  return (
    mention.value === 1 &&
    head.isPart &&
    /^of (?:the|its|his|her|their|our|those|these)\b/.test(from(line, mention.to))
  );
}

/** @param isOther "searching for nine more": bare, but of people counted before. */
function allows(action: Action, head: Head, isOther: boolean): boolean {
  if (head.class === 'unknown') return FOR_PEOPLE_ALONE.has(action.role);
  if (head.class === 'bare') return !action.needsNoun || (action.role === 'missing' && isOther);
  return true;
}
