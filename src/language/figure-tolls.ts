import type { FigureRole } from '../corpus/model.ts';
import { before, from, type Line } from './figure-line.ts';
import type { NumberMention } from './figure-numbers.ts';
import type { StatedQualifier } from './figures.ts';

/** What the words that introduce a number say of it: "the death toll rose to", "up from", "admit to". */
export type Introduction =
  | { readonly kind: 'toll'; readonly role: FigureRole; readonly qualifier?: StatedQualifier }
  /** The number is one more of what the last figure counts. */
  | { readonly kind: 'same' }
  /** It is what could come to pass. */
  | { readonly kind: 'doubtful' };

const COUNTED: readonly (readonly [FigureRole, RegExp])[] = [
  ['killed', /\b(?:dead|deaths?|killed|fatalities|died|lives lost|victims|bodies|killings)\b/],
  [
    'injured',
    /\b(?:injured|wounded|hurt|injuries|casualties treated|in hospitals?|hospitali[sz]ed|on the wards)\b/,
  ],
  ['missing', /\b(?:missing|unaccounted)\b/],
  ['rescued', /\b(?:rescued|survivors|saved)\b/],
  [
    'arrested',
    /\b(?:arrested|arrests|under arrest|held by police|behind bars|detained|detainees|detentions|in custody)\b/,
  ],
  ['evacuated', /\b(?:evacuated|evacuees|displaced)\b/],
  ['hostages', /\b(?:hostages|captives)\b/],
  ['attackers', /\b(?:attackers|gunmen|assailants)\b/],
  ['passengers', /\bpassengers\b/],
  ['aboard', /\b(?:aboard|on board)\b/],
];

const TOLL = /(?:^| )(?:(?:death |casualty |official |final |confirmed )*toll|body count)\b/g;
const NUMBER_OF = /(?:^| )(?:numbers?|tall(?:y|ies)|counts?|totals?|figures?|lists?) (?:of|for) /g;
const COUNT_NOUN =
  /(?:^| )(?:(?:confirmed |recorded )?(?:deaths|fatalities|injuries|arrests)|the (?:dead|injured|wounded|missing|arrested|rescued|evacuated))(?= (?:now |already )?(?:rose|climbed|stood|stands|reached|has|had|have|rises?|number|numbered|remains|remained|to |at ))/g;
const BARE_COUNT =
  /(?:^| )(?:(?:true |real |correct |right |actual |official |government |earlier )*(?:number|figure|tally|count|total)|it)\b/g;

const LINK =
  /(?:^| )(?:to|at|of|from|as|reach(?:es|ed|ing)?|hits?|pass(?:es|ed|ing)?|topp(?:ed|ing)|tops|exceed(?:s|ed|ing)?|surpass(?:es|ed)|is|was|were|are|be|been|now|number|numbered|numbers|above|past|beyond|over|:)(?: now| at| a)?$/;
const VERB_BETWEEN =
  /\b(?:r(?:ise|ises|ose|isen|ising)|climb\w*|st(?:and|ands|ood|anding)|reach\w*|hits?|pass\w*|topp\w*|exceed\w*|surpass\w*|go\w*|gone|went|up|down|jump\w*|gr(?:ow|ew|own|owing)|increas\w*|f(?:all|ell|alls|allen)|dropp?\w*|revis\w*|put|puts|putting|remain\w*|brought|bring\w*|t(?:ook|aking)|rais\w*|lower\w*|is|was|are|were|be|been|now|at|corrected|doubled|tripled|shrank|shrunk|came|comes?|number(?:ed|s)?|total(?:led|s)?|given|gave)\b/;
const PAST =
  /(?:pass(?:es|ed|ing)?|topp(?:ed|ing)|tops|exceed(?:s|ed|ing)?|surpass(?:es|ed)|above|past|beyond)$/;
const HYPOTHETICAL =
  /\b(?:could|may|might|would|expected|likely|will|feared|fears|if|can|projected|predicted|estimated to rise)\b(?!.*\bshould have been)/;

const CHANGES =
  /(?:^| )(?:lower|rais|revis|cut|correct|reduc|increas|adjust|downgrad|updat|bring|brought|push|put|set|tak|took)(?:e|es|ed|s|ing)?(?: down| up)?(?: the| its| their| that)?(?: [a-z]+)?$/;
/** "It had been lowered to", "it was given as": the count of the sentence before. */
const IT_WAS =
  /(?:^|[;,] |and |but )it (?:(?:had|has|was|is|been|now|since|then|earlier|first|later|already|previously) )*(?:lowered|raised|revised|cut|corrected|reduced|increased|given|put|reported|set|adjusted|stood|stands|rose|risen|climbed|fell|fallen|dropped)(?: (?:down|up))? (?:to|as|at|from)$/;

/** "it later corrected that to" */
const CORRECTS_IT =
  /(?:^| )(?:raised|lowered|revised|corrected|cut|updated|reduced|increased) (?:that|this|it|them) to$/;

const SAID =
  /(?:^| )(?:admit(?:s|ted)? (?:only )?to|sp(?:eaks?|oke|oken) of|puts? (?:it|the figure|the number|the total|that) at|counts?|counted|claims?|claimed|insists? on|gave|gives|acknowledge[sd]?|lists?|listed|reports?|reported|says?|said|confirm(?:s|ed)|verif(?:ies|ied)|estimates?d?|admit(?:s|ted))(?: only| just)?$/;

/** @param isBare no noun stands behind the number. */
export function readIntroduction(
  line: Line,
  mention: NumberMention,
  isBare: boolean,
  last: FigureRole | undefined,
): Introduction | undefined {
  const lead = before(line, mention.from);
  const rest = from(line, mention.to);
  if (/(?:^| )(?:up|down) from$/.test(lead)) return last ? { kind: 'same' } : undefined;
  const linked = LINK.exec(lead);
  if (linked) {
    const clause = lead.slice(lead.lastIndexOf(';') + 1);
    const head = tollHead(clause, last);
    if (head) {
      const between = clause.slice(head.end);
      const link = linked[0].trim();
      const isDirect = /^(?: ?(?:of|:|at|to|now at|as high as))$/.test(between) || between.trim() === link;
      const words = between.split(' ').length;
      if (
        words <= 24 &&
        (isDirect || VERB_BETWEEN.test(between) || (head.isChanged && link !== 'of')) &&
        !(link === 'of' && !isDirect) &&
        !(link === 'as' && !isDirect && !/(?:given|reported|stated|listed) as$/.test(between))
      ) {
        if (/\bshould have been$/.test(between)) return { kind: 'toll', role: head.role };
        if (HYPOTHETICAL.test(between)) return { kind: 'doubtful' };
        return { kind: 'toll', role: head.role, ...(PAST.test(link) && { qualifier: 'more than' }) };
      }
    }
  }
  if (isBare && last && (IT_WAS.test(lead) || CORRECTS_IT.test(lead))) return { kind: 'same' };
  if (isBare && last && SAID.test(lead) && /^(?:[.;,)]|$)/.test(rest)) return { kind: 'same' };
  return undefined;
}

interface TollHead {
  readonly role: FigureRole;
  readonly end: number;
  /** The verb of change stands before it: "lowered the number of dead to". */
  readonly isChanged?: boolean;
}

/** The last count before the number, and what it counts. */
function tollHead(clause: string, last: FigureRole | undefined): TollHead | undefined {
  const found: TollHead[] = [];
  for (const match of clause.matchAll(TOLL))
    found.push({
      role: 'killed',
      end: match.index + match[0].length,
      isChanged: CHANGES.test(clause.slice(0, match.index)),
    });
  for (const match of clause.matchAll(NUMBER_OF)) {
    const end = match.index + match[0].length;
    const counted = clause.slice(end).split(' ').slice(0, 7).join(' ');
    const nearest = COUNTED.flatMap(([role, pattern]) => {
      const hit = pattern.exec(counted);
      return hit ? [{ role, at: hit.index, length: hit[0].length }] : [];
    }).sort((a, b) => a.at - b.at)[0];
    const isChanged = CHANGES.test(clause.slice(0, match.index));
    if (nearest) found.push({ role: nearest.role, end: end + nearest.at + nearest.length, isChanged });
  }
  for (const match of `${clause} `.matchAll(COUNT_NOUN)) {
    const role = COUNTED.find(([, pattern]) => pattern.test(match[0]))?.[0];
    if (role) found.push({ role, end: match.index + match[0].length });
  }
  if (found.length === 0 && last) {
    for (const match of clause.matchAll(BARE_COUNT)) {
      if (match[0].trim() === 'it' && !/\bputs? it at$/.test(clause)) continue;
      found.push({ role: last, end: match.index + match[0].length });
    }
  }
  return found.sort((a, b) => b.end - a.end)[0];
}
