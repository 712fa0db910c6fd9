import type { FigureRole } from '../corpus/model.ts';

/** Words of questions that ask for a figure of a role. */
const ASKED: readonly (readonly [FigureRole, RegExp])[] = [
  [
    'killed',
    /\b(kill(ed|ings?)?|dead|die[ds]?|dying|deaths?|death toll|toll|fatal(ity|ities)?|lost their lives?|perish(ed)?|casualt(y|ies)|body count|bodies|slain|victims?|murdered|lives lost|casualty)\b/,
  ],
  [
    'injured',
    /\b(injur(ed|y|ies|ing)|wound(ed|s|ing)?|hurt|casualt(y|ies)|hospitali[sz]ed|in hospital|maimed)\b/,
  ],
  ['missing', /\b(missing|unaccounted|disappeared|not (been )?found|unfound|lost at sea)\b/],
  ['rescued', /\b(rescue[ds]?|saved|surviv(ed|ors?|e)|pulled (out|from)|made it out)\b/],
  [
    'aboard',
    /\b(aboard|on ?board|on it|on the (train|ship|ferry|plane|boat|bus|flight)|inside the (train|bus|plane))\b/,
  ],
  ['passengers', /\b(passengers?|travell?ers?)\b/],
  ['crew', /\b(crew|staff on board|sailors?)\b/],
  [
    'attackers',
    /\b(attackers?|gunm[ae]n|terrorists?|assailants?|militants?|shooters?|bombers?|perpetrators?|raiders?|hijackers?|baddies|bad guys)\b/,
  ],
  ['hostages', /\b(hostages?|captives?|held captive|kidnapped|abducted)\b/],
  [
    'arrested',
    /\b(arrest(s|ed)?|detain(ed|ees?)?|detentions?|in custody|nicked|rounded up|jailed|locked up|busted)\b/,
  ],
  ['evacuated', /\b(evacuat(ed|ions?|ees?)|moved out|displaced|had to leave|fled|homeless|forced out)\b/],
];

/** The roles of figures that a question asks for, where it asks for a number of people at all. */
export function askedRoles(question: string): readonly FigureRole[] {
  const folded = question.toLowerCase();
  return ASKED.filter(([, pattern]) => pattern.test(folded)).map(([role]) => role);
}
