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
  const found = readSubject(line, mention.to, mentions, true);
  if (!found?.role || found.isDoubtful) return undefined;
  if (/\b(?:how|whether|what|why|who)\b/.test(line.text.slice(line.at[mention.to], line.at[found.from])))
    return undefined;
  const group = line.text.slice(line.at[found.from], line.at[found.to]);
  if (/\b(?:seriously|badly|critically|severely|gravely|ever|killed or)\b/.test(group)) return undefined;
  if (!['killed', 'injured', 'missing', 'arrested'].includes(found.role)) return undefined;
  if (found.role === 'arrested' && !/arrested|detained/.test(group)) return undefined;
  return { roles: [found.role], isPart: false, isAct: false };
}
