import { readAction } from './figure-actions.ts';
import { DENIED } from './figure-doubts.ts';
import { before, from, type Line } from './figure-line.ts';
import type { Told } from './figure-noun-roles.ts';
import type { Head } from './figure-nouns.ts';
import type { NumberMention } from './figure-numbers.ts';
import { readSubject } from './figure-subject.ts';

/** "no one was killed", "none of the 40 passengers was hurt", "no deaths". */
export function readNobody(
  line: Line,
  mention: NumberMention,
  mentions: readonly NumberMention[],
  head: Head,
): Told | undefined {
  const lead = before(line, mention.from);
  if (DENIED.test(lead) || /\b(?:so|ensure|sure|hope|hopes|hoped|miracle|wonder) that$/.test(lead))
    return undefined;
  // "Nobody from the firm is in custody" leaves others out.
  if (/^from\b/.test(from(line, mention.to))) return undefined;
  const counts = line.pieces[mention.to - 1]?.word === 'no' || line.pieces[mention.to - 1]?.word !== 'one';
  if (
    line.pieces[mention.first]?.word === 'no' &&
    counts &&
    head.class === 'role' &&
    head.role &&
    ['killed', 'injured', 'arrested'].includes(head.role) &&
    !/^no (?:people|person|passengers?|residents?|civilians?|members?|crew|staff)/.test(
      from(line, mention.first),
    )
  ) {
    if (/\breports? of$/.test(lead)) return undefined;
    return { roles: [head.role], isPart: false, isAct: false };
  }
  // "The second blast killed nobody."
  const action = readAction(line, mention.from, mention.to);
  if (action && !action.isDoubtful && (action.role === 'killed' || action.role === 'injured'))
    return { roles: [action.role], isPart: false, isAct: true };
  const found = readSubject(line, mention.to, mentions, true);
  if (!found?.role || found.isDoubtful) return undefined;
  if (/\b(?:how|whether|what|why|who)\b/.test(line.text.slice(line.at[mention.to], line.at[found.from])))
    return undefined;
  const group = line.text.slice(line.at[found.from], line.at[found.to]);
  if (/\b(?:seriously|badly|critically|severely|gravely|ever|killed or)\b/.test(group)) return undefined;
  if (!['killed', 'injured', 'missing', 'arrested'].includes(found.role)) return undefined;
  if (found.role === 'arrested' && !/arrested|detained|custody/.test(group)) return undefined;
  const isPart = !ALL_PEOPLE.test(line.text.slice(line.at[mention.first], line.at[mention.to]));
  return { roles: [found.role], isPart, isNamedPart: isPart, isAct: false };
}

/** Words for nobody that leave nobody out; "no police officer" speaks of the police alone. */
const ALL_PEOPLE =
  /^(?:no one|no-one|nobody|none|not (?:a single|one) (?:person|soul)|no (?:people|person|passengers?|residents?|civilians?|deaths?|injuries|arrests)) /;
