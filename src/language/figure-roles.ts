import type { FigureRole } from '../corpus/model.ts';
import { asAttackers, attackersMeant } from './figure-attackers.ts';
import { isInList, readShare, sharesOut } from './figure-continuations.ts';
import { INCLUDING } from './figure-groups.ts';
import { before, from, type Line } from './figure-line.ts';
import { readNobody } from './figure-nobody.ts';
import { isJoined, isMore, type Previous } from './figure-noun-roles.ts';
import { readHead } from './figure-nouns.ts';
import type { NumberMention } from './figure-numbers.ts';
import { readTold, SEEN } from './figure-told.ts';
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

/** Of those who are hurt, the worst: "were still in intensive care". */
const WORST =
  /^(?:(?:of them|people|patients|others?|more) )?(?:(?:is|are|was|were|remain(?:s|ed)?|lies?|lay) )?(?:still |also )?(?:(?:being )?treated )?(?:in (?:intensive care|an? (?:critical|life-threatening|grave) condition|danger of (?:their|his|her) li(?:fe|ves))|on (?:ventilators|life support)|fighting for (?:their|his|her) li(?:fe|ves))\b/;

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
    const meant = attackersMeant(line, mention, head, context);
    const roles = meant ? told.roles.map(asAttackers) : told.roles;
    for (const role of new Set(roles)) {
      readings.push({
        mention,
        role,
        ...(told.qualifier && { qualifier: told.qualifier }),
        isPart:
          (meant === 'some' && role === 'attackers') ||
          (role === 'injured' && WORST.test(from(line, head.to))) ||
          (told.isPart &&
            (head.isPart ||
              INCLUDING.test(before(line, mention.from)) ||
              SEEN.test(before(line, mention.from)) ||
              role === (previous?.roles[0] ?? before_?.role) ||
              told.isNamedPart === true)),
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
