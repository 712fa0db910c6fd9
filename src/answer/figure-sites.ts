import type { EventInfo, Passage, Span } from '../corpus/model.ts';
import { verbForm } from '../language/figure-verbs.ts';
import { MAY_COUNT } from '../language/figures.ts';
import type { Lexicon } from '../language/lexicon.ts';
import { PhraseTrie } from '../language/phrase-trie.ts';
import { type Token, tokenize } from '../language/tokens.ts';
import { sentenceOf } from './event-time.ts';

/**
 * Where something can happen, by concepts of the lexicon. Those in one row may be names of one place. Hospitals are none:
 * who is counted in one was hurt elsewhere.
 */
const SITES: readonly (readonly string[])[] = [
  ['shrine', 'mosque', 'place-of-worship'],
  ['temple'],
  ['church'],
  ['hotel'],
  ['restaurant', 'bar-nightclub'],
  ['school'],
  ['university'],
  ['market'],
  ['shop', 'shopping-centre'],
  ['factory'],
  ['warehouse'],
  ['government-building', 'court-building'],
  ['bank-building'],
  ['petrol-station'],
  ['embassy'],
  ['police-station'],
  ['military-base'],
  ['theatre'],
  ['museum'],
  ['stadium'],
  ['square'],
  ['bridge'],
  ['station'],
  ['airport'],
  ['port'],
];
const SITE_OF = new Map(SITES.flatMap((row) => row.map((concept) => [concept, row[0] ?? concept] as const)));

/** What parts the counts of a sentence from each other; "in the hall, on the stairs or at the gate" goes on. */
const CLAUSE = new RegExp(
  `(?:[,;:]|\\b(?:and|while|but|whereas)\\b)(?!(?: (?:and|or))? (?:at|in|inside|on|near|outside)\\b(?![^,;:]*(?:${MAY_COUNT.source})))`,
  'gi',
);
/** "One guard was killed and twelve were wounded in the mosque": both were, where the first is nowhere else. */
const SHARED = /^and\b(?!.*\bof (?:them|whom)\b)/i;
const LOCATED = /\b(?:in|at|by|on|near|inside|outside|from|elsewhere|there)\b/i;
/** A few words behind "and" or a comma: "in attacks on a hotel and a mosque". */
const CONJUNCT =
  /^(?!.*\b(?:according|said|says?|told|added|citing|by|from)\b)(?:[,;\s]|and\b|or\b)+(?:[\p{L}’'-]+[\s.]?){1,4}$/iu;
/** What goes on beside what is counted: "nine were hurt, the agency reports while the siege goes on". */
const MEANWHILE = /\b(?:while|as(?! (?:many|well|much)\b)|before|since|until)\b.*$/is;
/** What stands before the name of a place where something happens, a few words of its own between. */
const WHERE =
  /\b(?:at|in|inside|into|within|outside|near|(?<!\b(?:according|next|close|way|back) )to|on|through|attack(?:ed|ing|s)?|storm(?:ed|ing|s)?|hit|struck|raid(?:ed|ing|s)?|enter(?:ed|ing|s)?|target(?:ed|ing|s)?|(?:siege|assault|attack|raid|shooting|bombing)s? (?:of|on)) (?:(?:the|a|an|its|their|that|this) )?(?:[\p{L}’'-]+ ){0,4}$/iu;
/** Between that and the name: another thing is meant, or a time. */
const NOT_WHERE =
  /\b(?:from|by|after|before|since|until|way)\b|(?<!\b(?:building|complex|compound|ground|hall|entrance|gate|roof|floor|wing|part|siege|assault|attack|raid|shooting|bombing)s? )\bof\b/i;
/** What may stand right behind the name of a place, beside verbs and small words; numbers as well. */
const GOES_ON =
  /^(?:\d.*|outsid|insid|near|around|beside|behind|alon|short|soon|earli|late|yesterday|today|tonight|overnight|hour|minut|day)$/;
/** It happened where the text was just speaking of. */
const THERE =
  /\b(?:in|inside|into|at|outside|near|attack(?:ed|ing)|storm(?:ed|ing)|hit|struck|raid(?:ed|ing)|enter(?:ed|ing)) it\b|\b(?:in|into|inside|on|at) its (?:grounds?|halls?|yards?|buildings?|lobby|courtyards?|premises)\b|\bthere\b(?! (?:is|are|was|were|has|have|had|be|may|might)\b)/i;

/** One of the places where an event happened. */
export interface Site {
  /** The same for all names of one place. */
  readonly key: string;
  /** As the event's aliases or the text name it. */
  readonly name: string;
}

export const isAmong = ({ key }: Site, sites: readonly Site[]): boolean =>
  sites.some((site) => site.key === key);

/** Tells at which of the event's places a number of a passage was counted; undefined where it may be at all of them. */
export type SiteReader = (passage: Passage, span: Span) => Site | undefined;

/** The places that a text names, be it in passing. */
export type SiteFinder = (text: string) => readonly Site[];

/** Reads places by the names that the event has for them and by the lexicon's words for buildings and the like. */
export function createSites(
  event: EventInfo,
  lexicon: Lexicon,
): { readonly siteOf: SiteReader; readonly sitesIn: SiteFinder } {
  const sitesOf = siteFinder(event, lexicon);
  return { siteOf: siteReader(sitesOf), sitesIn: (text) => sitesOf(text, true) };
}

function siteReader(sitesOf: ReturnType<typeof siteFinder>): SiteReader {
  const only = (sites: readonly Site[]) => (sites.length === 1 ? sites[0] : undefined);
  return (passage, [start, end]) => {
    const at = passage.sentences.findIndex(([from, to]) => start >= from && start < to);
    const sentence = passage.sentences[at];
    if (!sentence) return undefined;
    const offset = start - sentence[0];
    const whole = sentenceOf(passage, sentence);
    const behind = offset + end - start;
    const text = whole.slice(0, behind) + whole.slice(behind).replace(MEANWHILE, '');
    // The place of another count says nothing of this one; of all else that the sentence names, one place must be left.
    const clauses = clausesOf(text);
    const own = clauses.findIndex(([, to]) => to > offset);
    const [mine, next] = clauses.slice(own);
    const isShared = mine && next && SHARED.test(text.slice(...next)) && !LOCATED.test(text.slice(...mine));
    const told = clauses.filter(
      (clause) => clause === mine || (clause === next && isShared) || !MAY_COUNT.test(text.slice(...clause)),
    );
    const named = merged(
      told.map((clause) => {
        const words = text.slice(...clause);
        return sitesOf(words, CONJUNCT.test(words));
      }),
    );
    if (named.length > 0 || !THERE.test(text)) return only(named);
    const before = passage.sentences.slice(0, at).map((span) => sentenceOf(passage, span));
    for (const earlier of [...before, whole.slice(0, offset)].reverse()) {
      const spokenOf = sitesOf(earlier, true);
      if (spokenOf.length > 0) return only(spokenOf);
    }
    return undefined;
  };
}

/** The places that a text names as such, or in any way. */
function siteFinder(
  event: EventInfo,
  lexicon: Lexicon,
): (text: string, isInAnyWay?: boolean) => readonly Site[] {
  const ofConcepts = (tokens: readonly Token[]) =>
    lexicon.inText(tokens).flatMap(({ concept, from, to }) => {
      const key = SITE_OF.get(concept);
      return key === undefined ? [] : [{ key, from, to }];
    });
  // "member of parliament" names nobody's place.
  const isSite = (tokens: readonly Token[]) =>
    !tokens.some(({ word }) => word === 'of') && ofConcepts(tokens).some(({ to }) => to === tokens.length);
  const names = new PhraseTrie<string>();
  for (const [canonical, others] of event.aliases) {
    const all = [canonical, ...others].map(tokenize);
    if (!all.some(isSite)) continue;
    for (const tokens of all)
      names.add(
        tokens.map(({ term }) => term),
        canonical,
      );
  }
  return (text, isInAnyWay = false) => {
    const tokens = tokenize(text);
    const nameAt = (from: number, to: number) => text.slice(tokens[from]?.start, tokens[to - 1]?.end);
    // "on market carts", "in Port Halvern": another thing is named by it.
    const isOfOther = ({ to }: { to: number }) => {
      const next = tokens[to];
      if (isInAnyWay || !next || next.stop || GOES_ON.test(next.term)) return false;
      const isBeside = /^\s$/.test(text.slice(tokens[to - 1]?.end, next.start));
      return isBeside && (next.capital || verbForm(next.word) === undefined);
    };
    const named = names
      .matches(tokens.map(({ term }) => term))
      .map(({ from, to, value }) => ({ key: `@${value}`, name: value, from, to }));
    const known = ofConcepts(tokens)
      .filter((site) => !named.some((name) => name.from < site.to && site.from < name.to) && !isOfOther(site))
      .map((site) => ({ ...site, name: nameAt(site.from, site.to) }));
    const isWhere = ({ from }: { from: number }) => {
      const lead = WHERE.exec(text.slice(0, tokens[from]?.start))?.[0];
      return lead !== undefined && !NOT_WHERE.test(lead);
    };
    const sites = new Map<string, Site>();
    for (const { key, name, ...place } of [...named, ...known]) {
      if ((isInAnyWay || isWhere(place)) && !sites.has(key)) sites.set(key, { key, name });
    }
    return [...sites.values()];
  };
}

/** Each place once. */
function merged(found: readonly (readonly Site[])[]): readonly Site[] {
  return [...new Map(found.flat().map((site) => [site.key, site])).values()];
}

/** The clauses of a sentence, as offsets. */
function clausesOf(text: string): readonly Span[] {
  const cuts = [0, ...[...text.matchAll(CLAUSE)].map(({ index }) => index), text.length];
  return cuts.slice(1).map((cut, index) => [cuts[index] ?? 0, cut] as const);
}
