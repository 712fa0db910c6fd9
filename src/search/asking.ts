import { type Token, tokenize } from '../language/tokens.ts';
import fitted from './asking-weights.json' with { type: 'json' };
import type { ParsedQuery } from './query.ts';

/** What is known of words in lower case. */
interface Words {
  /** Whether English or the articles know it. */
  readonly knows: (word: string) => boolean;
  /** Whether it is part of a name in the articles. */
  readonly isName: (word: string) => boolean;
}

type Asking = Pick<ParsedQuery, 'text' | 'asked'>;

const QUESTION_WORD = /\b(?:who|whom|whose|what|when|where|why|how|which)\b/i;
const SECOND_PERSON = /\b(?:you|your|yours|yourself)\b/i;
/** A number, an hour: nothing that could be unknown. */
const NO_WORD = /^\d|^[ap]\.?m\.?$/;

/** The encoder whose vectors the weights are fitted on. */
export const FITTED_ON = fitted.encoder;

/** Below this chance nothing is asked, unless the articles all but surely answer ({@link CERTAIN}). */
export const LEAST_ASKING = 0.3;
/**
 * From this chance on that the articles answer, a text asks something, whatever it is taken for. Both were chosen on 200
 * messages of chatter, of which the program answered 95 on two events (one with so high a chance), and on the questions of
 * `TUNED` and `READ` in bench/quality/events.ts.
 */
const CERTAIN = 0.9;

/** @param chance that the articles answer. */
export const isChatter = ({ asking }: { readonly asking: number }, chance: number): boolean =>
  asking < LEAST_ASKING && chance < CERTAIN;

/** Whether a text has the form of a question that is not said to the bot, whatever it means. */
export const isQuestion = ({ text, asked }: Asking): boolean =>
  asksByForm({ text, asked }) && !SECOND_PERSON.test(text);

/**
 * Whether its words can be looked for at all: not where most are in another script than English, where neither English nor
 * the articles know any, or where there are bare function words that ask for nothing ("and so on then").
 */
export function isReadable({ text, asked }: Asking, { knows }: Words): boolean {
  const words = contentOf(text);
  if (words.length === 0) return asksByForm({ text, asked });
  const unknown = words.filter(({ word }) => !NO_WORD.test(word) && !knows(word));
  const foreign = unknown.filter(({ word }) => !/[a-z]/.test(word));
  return unknown.length < words.length && foreign.length * 2 <= words.length;
}

/**
 * The chance that a text asks something about news, and is no chatter and not said to the bot ("thanks", "tell me a joke"):
 * a logistic regression over the vector of what it means, fitted by `npm run fit:asking`. A name of the articles alone, or
 * with a number, asks for whom it names, a question word beside one for what that one did, and bare function words for the
 * event itself ("who did it"), unless they are said to the bot ("who are you").
 *
 * @param vector of the text as a whole, by the encoder {@link FITTED_ON}.
 */
export function chanceOfAsking({ text, asked }: Asking, vector: Float32Array, { isName }: Words): number {
  const words = contentOf(text);
  if (words.length === 0 && isQuestion({ text, asked })) return 1;
  const names = words.filter(({ word }) => isName(word));
  const others = words.filter(({ word }) => !isName(word) && !NO_WORD.test(word));
  if (names.length > 0 && (others.length === 0 || QUESTION_WORD.test(text))) return 1;
  const sum = vector.reduce((all, value, at) => all + value * (fitted.weights[at] ?? 0), fitted.bias);
  return 1 / (1 + Math.exp(-sum));
}

/** The words of a name of the articles where a text is that alone; undefined otherwise. */
export function nameIn(text: string, { isName }: Words): readonly string[] | undefined {
  const words = tokenize(text).map(({ word }) => word);
  return words.length > 0 && words.every(isName) ? words : undefined;
}

const asksByForm = ({ text, asked }: Asking) => asked !== 'anything' || QUESTION_WORD.test(text);

const contentOf = (text: string): readonly Token[] => tokenize(text).filter(({ stop }) => !stop);
