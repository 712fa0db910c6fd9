import type { FigureRole } from '../corpus/model.ts';
import { isOfPeople } from './figure-groups.ts';
import { before, from, type Line } from './figure-line.ts';
import { combine, isJoined, isMore, type Previous, type Told } from './figure-noun-roles.ts';
import { classOf, type Head, readHead } from './figure-nouns.ts';
import type { NumberMention } from './figure-numbers.ts';
import { readPredicate } from './figure-predicates.ts';
import { readSubject } from './figure-subject.ts';

/** The figures that a number may go on from. */
export interface Earlier {
  /** The figure before in the same sentence. */
  readonly previous: Previous | undefined;
  /** What the figure before counts, in this sentence or an earlier one. */
  readonly last: FigureRole | undefined;
  /** What the last figure of the passage before counts. */
  readonly lastBefore: () => FigureRole | undefined;
}

/** Groups whose members are told apart by what became of each, and stay members. */
const MEMBERS: ReadonlySet<FigureRole> = new Set(['attackers', 'hostages']);

/**
 * A bare number that counts what a figure before it counts, told by its shape alone: "there were four", "brought up
 * eight more", "seven of them pupils", "five people died: two children, …".
 */
export function readContinuation(
  line: Line,
  mention: NumberMention,
  head: Head,
  { previous, last, lastBefore }: Earlier,
): Told | undefined {
  const lead = before(line, mention.from);
  const rest = from(line, head.to);
  const isBare = head.class === 'bare';
  const part = (role: FigureRole): Told => ({ roles: [role], isPart: true, isNamedPart: true, isAct: false });
  if (isBare && !head.isPart && THERE_WERE.test(lead) && /^(?:[.,;:)–—"”]|$|not )/.test(rest)) {
    const role = last ?? lastBefore();
    return role && { roles: [role], isPart: false, isAct: false };
  }
  const named = isBare ? NAMED.exec(lead)?.[1] : undefined;
  if (named && /^(?:in (?:number|all)|of them|altogether)\b/.test(rest)) {
    const of = classOf(named);
    if (of?.kind === 'role') return { roles: [of.role], isPart: false, isAct: false };
  }
  if (isBare && last === 'hostages' && STILL_HELD.test(rest)) return part('hostages');
  if (isBare && last === 'killed' && isMore(line, mention, head) && FOUND.test(lead)) return part('killed');
  if (isBare && HELD.test(rest) && /(?:^| )of us$/.test(before(line, head.to)) && !LAWFUL.test(line.text))
    return { roles: ['hostages'], isPart: false, isAct: false };
  if (!previous) return undefined;
  const role = previous.roles[0];
  if (role === undefined) return undefined;
  if (isBare && /^(?:fatally|mortally)\b/.test(rest)) return part('killed');
  if (isBare && COMPARED.test(lead) && GIVEN.test(rest))
    return { roles: [role], isPart: false, isAct: false };
  if (isBare && SHARE_OF.test(lead) && isOfPeople(line, head.to)) return part(role);
  if (isBare && OF_THEM.test(before(line, head.to)) && isApposition(line, mention, head)) {
    const noun = readHead(line, head.to);
    if (noun.class === 'thing') return undefined;
    const own = noun.class === 'role' && role === 'aboard' && noun.role ? noun.role : role;
    return own === role ? part(role) : { roles: [own], isPart: false, isAct: false };
  }
  if (mention.value < previous.value && isListed(line, mention, head, previous)) return part(role);
  return undefined;
}

const THERE_WERE = /(?:^| )there (?:were|are|was|is|have been|had been)(?: only| just| in fact| actually)?$/;
/** What captives tell: "there were eleven of us held in the cellar". */
const HELD = /^(?:were |was |being |who were )*(?:held|kept|locked|tied|shut|herded|barricaded|bound)\b/;
const LAWFUL = /\b(?:police|jail|prison|cells?|court|officers|soldiers|custody)\b/;
/** "double the 16 that police acknowledge", "against the nine given by the army": another count of the same. */
const COMPARED =
  /(?:^| )(?:double|twice|half|triple|treble|(?:three|four|five|six|ten) times|(?:more|fewer|less|higher|lower) than|above|below|against|to|with|from|not) the$/;
const GIVEN =
  /^(?:(?:that|which|to which) |(?:first |earlier |previously )?(?:given|reported|claimed|acknowledged|announced|admitted|counted) (?:by|earlier|on|at|in)\b)/;
/** "Of the 19 wounded, seven are children". */
const SHARE_OF = /^of (?:the|its|their|those) [^,]* ,$/;
const STILL_HELD =
  /^(?:(?:are|were|remain|remained|is|was) )(?:still |now |being )*(?:held|captive|inside|in captivity|missing from)\b/;
/** "The gunmen, four or five in number" */
const NAMED = /(?:^| )([a-z-]+) ,$/;
const FOUND =
  /(?:^| )(?:found|recovered|retrieved|(?:brought|dug|fished) (?:up|out)|pulled (?:up|out)|unearthed|discovered)$/;
const OF_THEM = /(?:^| )of (?:them|whom|these|those)$/;

/** "…, seven of them pupils of the school": no verb of its own. */
function isApposition(line: Line, mention: NumberMention, head: Head): boolean {
  if (isOfPeople(line, head.to)) return true;
  if (!/(?:^| )[,(–—-]$/.test(before(line, mention.from))) return false;
  const next = line.pieces[head.to];
  // "one of them with a long bag" tells what they look like.
  if (next?.kind !== 'word' || LOOKS.test(next.word)) return false;
  return readPredicate(line, head.to) === undefined;
}

const LOOKS = /^(?:with|without|carrying|wearing|holding|armed|dressed|in|on|by|near|at)$/;

/** "Five people died: two children, a nurse and two clerks": the parts behind a colon. */
function isListed(line: Line, mention: NumberMention, head: Head, previous: Previous): boolean {
  if (head.class !== 'person' && head.class !== 'guard') return false;
  const between = line.text.slice(line.at[previous.to], line.at[mention.from]);
  const isFirst = / : $/.test(` ${between}`) || /^: $/.test(between);
  const isNext = previous.isListed === true && isJoined(line, mention, previous);
  if (!isFirst && !isNext) return false;
  return readSubject(line, head.to, [], false)?.role === undefined;
}

/** Whether a number is the first, or one of, a list behind a colon. */
export function isInList(line: Line, mention: NumberMention, previous: Previous | undefined): boolean {
  return previous !== undefined && /(?:^| ):$/.test(before(line, mention.from));
}

/**
 * Some of the attackers counted before: "one of them is on the run", "three men took part and one got
 * away". What is said must be of people, and no speaking.
 */
export function readMember(
  line: Line,
  mention: NumberMention,
  head: Head,
  { previous, last }: Earlier,
  verb: number | undefined,
): Told | undefined {
  if (head.class !== 'bare' || verb === undefined || last !== 'attackers') return undefined;
  if (SPEAKS.test(from(line, verb))) return undefined;
  const isOfThem = OF_THEM.test(before(line, head.to));
  const isJoint =
    previous?.roles.includes(last) === true &&
    mention.value < previous.value &&
    /(?:^| )(?:and|but|,|;)(?: that)?$/.test(before(line, mention.from));
  if (!isOfThem && !isJoint) return undefined;
  return { roles: [last], isPart: true, isNamedPart: true, isAct: false, isTakenUp: previous === undefined };
}

const SPEAKS =
  /^(?:(?:has|have|had|also|later) )*(?:said|says|say|told|tells|spoke|speaks|shouted|asked|called|demanded|recalled|added)\b/;

/**
 * Whether the bare numbers of a sentence share out the group that the sentence before counted: "There were four
 * attackers. Two died in the hotel, one is in custody and one was found dead."
 */
export function sharesOut(
  line: Line,
  mentions: readonly NumberMention[],
  earlier: { readonly role: FigureRole; readonly value: number } | undefined,
): boolean {
  if (!earlier || !MEMBERS.has(earlier.role) || mentions.length < 2) return false;
  const bare = mentions.filter(({ to, zero }) => !zero && readHead(line, to).class === 'bare');
  if (
    bare.length < 2 ||
    !/^(?:(?:the|of those ,|of these ,) )?$/.test(line.text.slice(0, line.at[bare[0]?.from ?? 0]))
  )
    return false;
  return bare.reduce((sum, { value }) => sum + value, 0) === earlier.value;
}

/** What a share of a group is: a member, and what became of it. */
export function readShare(
  line: Line,
  head: Head,
  mentions: readonly NumberMention[],
  role: FigureRole,
): Told {
  const found = readSubject(line, head.to, mentions, head.isPart);
  const isKnown = found?.role !== undefined && !found.isDoubtful;
  const roles =
    isKnown && found.role ? combine({ ...head, role, modified: false }, found.role, false, false) : [role];
  return { roles, isPart: true, isNamedPart: true, isAct: false, isTakenUp: true };
}
