import type { FigureRole } from '../corpus/model.ts';
import { classOf } from './figure-nouns.ts';
import type { Lexicon } from './lexicon.ts';
import { tokenize } from './tokens.ts';

/** For each role of a figure, the concepts of the lexicon by which a question asks for it. */
const CONCEPTS: Readonly<Record<FigureRole, readonly string[]>> = {
  killed: ['death', 'death-toll', 'killing', 'casualty', 'murder', 'drowning'],
  injured: ['injury', 'casualty', 'serious-injury', 'minor-injury', 'burn-injury'],
  missing: ['missing-person', 'search-for-missing'],
  rescued: ['rescue', 'saving', 'found-alive', 'survivor', 'boat-rescue', 'air-rescue'],
  aboard: ['crew-aboard', 'on-board', 'on-board-list'],
  passengers: ['passenger'],
  crew: ['vehicle-crew', 'sailor'],
  attackers: ['attacker', 'gunman', 'bomber', 'attacker-group', 'militant'],
  hostages: ['hostage', 'held-hostage', 'hostage-taking'],
  arrested: ['arrest', 'custody', 'imprisonment'],
  evacuated: ['evacuation', 'displaced'],
};

/** Roles of those who were there; the others tell what became of people. */
export const WERE_THERE: ReadonlySet<FigureRole> = new Set([
  'attackers',
  'hostages',
  'passengers',
  'crew',
  'aboard',
]);

/** Words of a question about people in something that moves: "how many were on the train". */
const SAYS_ABOARD =
  /\b(aboard|on ?board|(on|in|inside) (the|that|this) (train|ship|ferry|plane|boat|bus|coach|flight|tram))\b/;

/** What is counted: "how many hectares burned" asks for no figure of people, "how many bus passengers died" does. */
const COUNTED = /\b(?:how many|number of) ([a-z-]+)(?: of)?(?: ([a-z-]+))?/g;

function isOfThings(question: string): boolean {
  const counted = [...question.toLowerCase().matchAll(COUNTED)];
  const isThing = (word: string | undefined) => word !== undefined && classOf(word)?.kind === 'thing';
  const isPeople = (word: string | undefined) =>
    word !== undefined && ['person', 'guard', 'role'].includes(classOf(word)?.kind ?? '');
  return counted.length > 0 && counted.every(([, noun, next]) => isThing(noun) && !isPeople(next));
}

/** The roles of figures that a question's words speak of; whether it asks for a number is for the caller to tell. */
export function askedRoles(question: string, lexicon: Lexicon): readonly FigureRole[] {
  if (isOfThings(question)) return [];
  const concepts = new Set(lexicon.inQuestion(tokenize(question)).map(({ concept }) => concept));
  const spoken = (Object.keys(CONCEPTS) as FigureRole[]).filter((role) =>
    CONCEPTS[role].some((concept) => concepts.has(concept)),
  );
  // Who asks how many died on the train does not ask how many were on it.
  const isAboard =
    SAYS_ABOARD.test(question.toLowerCase()) &&
    spoken.every((role) => role !== 'aboard' && WERE_THERE.has(role));
  return isAboard ? [...spoken, 'aboard'] : spoken;
}

/** Those who died are spoken of, whoever killed them. */
const WHO_DIED =
  /\b(?:victims?|fatalit(?:y|ies)|casualt(?:y|ies)|dead|deceased|die[ds]?|dying|deaths?|(?:was|were|been|be|gets?|got|people|civilians|any ?one|any ?body|some ?one) (?:\w+ ){0,3}(?:killed|murdered|shot dead))\b/i;
/** Who or what is to blame is asked. */
const TO_BLAME =
  /\b(?:responsib\w+|behind|blam\w+|claim\w*|caus\w+|accus\w+|admit\w*|killers?|why|motive\w*|react\w*|order(?:s|ed)?|who (?:killed|murdered|shot|did))\b/i;

/** Whether a question asks about those who died, and not about attackers: "were any guests killed", "who were the victims". */
export function asksForVictims(question: string, lexicon: Lexicon): boolean {
  if (!WHO_DIED.test(question) || TO_BLAME.test(question)) return false;
  const roles = askedRoles(question, lexicon);
  return roles.includes('killed') && !roles.includes('attackers');
}
