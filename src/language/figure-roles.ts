import type { FigureRole } from '../corpus/model.ts';
import { isInList, readShare, sharesOut } from './figure-continuations.ts';
import { INCLUDING } from './figure-groups.ts';
import { before, type Line } from './figure-line.ts';
import { readNobody } from './figure-nobody.ts';
import { isJoined, isMore, type Previous } from './figure-noun-roles.ts';
import { classOf, type Head, readHead } from './figure-nouns.ts';
import type { NumberMention } from './figure-numbers.ts';
import { readTold, SEEN } from './figure-told.ts';
import type { StatedQualifier } from './figures.ts';

/** Words back from a number in which those are named whom it counts. */
const SPOKEN_OF = 60;

/** A number of a sentence with the role that the sentence gives it. */
export interface RoleReading {
  readonly mention: NumberMention;
  readonly role: FigureRole;
  /** Told by the words around, where the number has no qualifier of its own: "the toll passed 100". */
  readonly qualifier?: StatedQualifier;
  readonly isPart: boolean;
  /** Somebody who is named in the sentence acts on the people counted: "police arrested five men". */
  readonly isAct: boolean;
  /** It goes on from a figure of a sentence before: "another 20 were hurt". */
  readonly isTakenUp: boolean;
}

/** What the sentences before have told. */
export interface RoleContext {
  /** The last figure that was read, for "the true number is two" and "among them are six minors". */
  last: { readonly role: FigureRole; readonly value: number } | undefined;
  /** What the last figure of the passage before counts. */
  readonly lastBefore: () => FigureRole | undefined;
  /** The passage up to the sentence. */
  before: string;
}

/** The roles of the numbers of a sentence, in order; numbers that count nothing of the kind are left out. */
export function readRoles(
  line: Line,
  mentions: readonly NumberMention[],
  context: RoleContext,
): readonly RoleReading[] {
  const readings: RoleReading[] = [];
  const before_ = context.last;
  const isShared = sharesOut(line, mentions, before_);
  let previous: Previous | undefined;
  let isCarriedOn = false;
  for (const mention of mentions) {
    const head = readHead(line, mention.to);
    const told = mention.zero
      ? readNobody(line, mention, mentions, head)
      : isShared && before_ && head.class === 'bare'
        ? readShare(line, head, mentions, before_.role)
        : readTold(
            line,
            mention,
            mentions,
            head,
            previous,
            previous ? undefined : before_,
            context.lastBefore,
          );
    if (!told) continue;
    const roles = areAttackers(line, mention, head, context) ? told.roles.map(asAttackers) : told.roles;
    for (const role of new Set(roles)) {
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
        isTakenUp:
          told.isTakenUp === true ||
          (previous ? isCarriedOn : head.class === 'bare' && isMore(line, mention, head)),
      });
    }
    const role = roles[0];
    if (role === undefined) continue;
    isCarriedOn = readings.at(-1)?.isTakenUp === true;
    previous = {
      to: head.to,
      roles,
      value: mention.value,
      isTotal: told.isTotal === true,
      isListed:
        isInList(line, mention, previous) ||
        (previous?.isListed === true && isJoined(line, mention, previous)),
      isAside:
        /(?:^| )with$/.test(before(line, mention.from)) ||
        (previous?.isAside === true && isJoined(line, mention, previous)),
    };
    context.last = { role, value: mention.value };
  }
  return readings;
}

const asAttackers = (role: FigureRole): FigureRole => (role === 'killed' ? 'attackers' : role);

/** "The gunmen came in at noon. Police shot all four", "three of them are dead": those of whom was spoken last are attackers. */
function areAttackers(line: Line, mention: NumberMention, head: Head, context: RoleContext): boolean {
  if (head.class !== 'bare') return false;
  const lead = before(line, mention.from);
  if (!/(?:^| )(?:all|both)(?: of the| the)?$/.test(lead) && !/(?:^| )of them$/.test(before(line, head.to)))
    return false;
  const words = `${context.before} ${lead}`.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [];
  for (const word of words.slice(-SPOKEN_OF).reverse()) {
    const known = classOf(word);
    if (known?.kind === 'role') return known.role === 'attackers';
    if (known?.kind === 'person') return false;
  }
  return context.lastBefore() === 'attackers';
}
