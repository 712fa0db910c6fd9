import type { FigureRole, Span } from '../corpus/model.ts';
import { before, type Line } from './figure-line.ts';
import type { NumberMention } from './figure-numbers.ts';
import type { RoleReading } from './figure-roles.ts';
import { SEEN } from './figure-told.ts';
import { verbForm } from './figure-verbs.ts';
import type { NumberReading } from './number-reading.ts';
import { WERE_THERE } from './roles.ts';

/**
 * From this chance on a role that the rules do not tell is taken from the model. Chosen on twelve labelled events that
 * neither rules nor model had seen (`READ` in bench/quality/events.ts); value and role: recall 73 and precision 94 %; with
 * 0.9 67 and 95 %, with 0.6 76 and 91 %.
 */
const SURE = 0.75;
/** Below this chance a role that the rules tell is dropped. */
const DOUBTFUL = 0.03;
/**
 * Above this chance a figure is of a part, though the rules take it for the whole: "nine of whom are in a critical
 * condition" in whatever words. On the labelled figures of `TUNED` and `READ` 139 of 188 parts are told so, and 24 wholes are
 * taken for parts; by the rules alone 105 and 23. Of attackers and others who were there none was told rightly.
 */
const SURE_OF_PART = 0.8;
/** "All three gunmen are dead" counts no part of them. */
const ALL = /\ball(?: the| of the)?$/;
/** From this chance on a speaker is taken from the model. */
const SURE_OF_SPEAKER = 0.7;

/** Roles by rules, mended where a model that read the numbers is sure of something else. In the order of the numbers. */
export function settleRoles(
  line: Line,
  mentions: readonly NumberMention[],
  told: readonly RoleReading[],
  readingOf: (mention: NumberMention) => NumberReading | undefined,
): readonly RoleReading[] {
  return mentions.flatMap((mention): readonly RoleReading[] => {
    const byRules = told.filter((reading) => reading.mention === mention);
    const reading = readingOf(mention);
    if (!reading) return byRules;
    // A number may have two roles, of which the model tells one: "both gunmen were arrested".
    const believed = byRules.reduce((sum, { role }) => sum + reading.roles[role], 0);
    if (byRules.length > 0 && believed >= DOUBTFUL) {
      const isPart = reading.part > SURE_OF_PART && !ALL.test(before(line, mention.from));
      return byRules.map((told) => (isPart && !WERE_THERE.has(told.role) ? { ...told, isPart } : told));
    }
    const [role, chance] = likeliest(reading);
    // "Four gunmen are dead" counts gunmen, whoever else may be dead.
    if (role === 'killed' && byRules.some((told) => told.role === 'attackers')) return byRules;
    if (chance < SURE) return [];
    const isPart = reading.part > 0.5 || SEEN.test(before(line, mention.from));
    return [{ mention, role, isPart, isAct: false, isTakenUp: false }];
  });
}

/** What stands where in a text that speakers are read in. */
interface SpokenText {
  readonly text: string;
  readonly sentences: readonly Span[];
  /** The figures that it states, which are no words that name anybody. */
  readonly figures: readonly Span[];
}

/** The speaker by rules, or the one that a model is sure of: in the words of the text, of one sentence. */
export function settleSpeaker(
  { text, sentences, figures }: SpokenText,
  byRules: string | null,
  reading: NumberReading | undefined,
): string | null {
  if (!reading || reading.speaker.chance < SURE_OF_SPEAKER) return byRules;
  const { span } = reading.speaker;
  if (span && figures.some(([start, end]) => start < span[1] && end > span[0])) return byRules;
  const [, end = text.length] = sentences.find(([, end]) => span && end > span[0]) ?? [];
  const words = span && (span[1] <= end ? text.slice(...span) : text.slice(span[0], end).replace(/\W+$/, ''));
  // "at 6 p.m. the mayor said"
  const named = words?.replace(/^[ap]\.?m\.? /, '');
  if (named && NO_NAME.test(named)) return byRules;
  // Rules know for whom a pronoun stands.
  if (named && byRules !== null && PRONOUN.test(named)) return byRules;
  // "The semi-official" of "The semi-official agency": a name that was cut short.
  if (named && byRules?.startsWith(`${named} `)) return byRules;
  // "The mayor says the raiders numbered thirty": no name ends with a verb.
  const endsWithVerb = named && verbForm(named.split(' ').at(-1) ?? '') !== undefined;
  if (endsWithVerb) return byRules ?? nameWithout(named);
  // From one speaker to another whom that one cites: not a name.
  const [speaker = ''] = named?.split(SAYING) ?? [];
  if (named && speaker !== named) return byRules ?? (speaker || null);
  if (named) return named;
  // The model knows nothing of who is named in the passage before.
  return byRules !== null && text.includes(byRules) ? null : byRules;
}

/** A name without the verb behind it; null where that leaves no name. */
function nameWithout(words: string): string | null {
  const name = words.replace(/ ?\S+$/, '');
  return name === '' || /^(?:the|an?|those|these|some|all|its|his|her|their)$/i.test(name) ? null : name;
}

const SAYING =
  /: |,? (?:said|says?|reported|reports|told|tells|added|adds|announced|announces|citing|quoting) /;

const NO_NAME = /^(?:that|which|who|whom|this|these|those|there)$/i;
const PRONOUN = /^(?:he|she|they|it|him|her|them)$/i;

function likeliest({ roles }: NumberReading): readonly [FigureRole, number] {
  const [best] = (Object.entries(roles) as [FigureRole, number][]).sort((a, b) => b[1] - a[1]);
  return best ?? ['killed', 0];
}
