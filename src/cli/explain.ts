import type { Explanation, Judgement, ScoredPassage } from '../answer/explanation.ts';
import { formatPublishedDay } from '../command/date.ts';
import { isChatter, LEAST_ASKING } from '../search/asking.ts';
import type { Slot } from '../search/query.ts';
import type { RankedPassage } from '../search/search.ts';
import { WEIGHTS, WEIGHTS_WITHOUT_VECTORS } from '../search/weights.ts';

/** Passages whose signals are printed; the others are counted. */
const MOST_PASSAGES = 3;
/** Terms of a slot that are printed, the nearest first. */
const MOST_TERMS = 8;

/**
 * Why a question gets its answer, for a terminal: what is asked about, the chance that the articles answer, and
 * each signal of the strongest passages as value × weight. Signals that add nothing are left out.
 */
export function explanationText({ question, parts }: Explanation): string {
  if (parts.length === 0) return `${question}\nThere is no question in this line.`;
  return parts.map(judgementText).join('\n\n');
}

function judgementText({ question, result, confidence, shown }: Judgement): string {
  const { query, asking, isReadable, passages, hasVectors } = result;
  const { chance, threshold } = confidence;
  const weights = hasVectors ? WEIGHTS : WEIGHTS_WITHOUT_VECTORS;
  const isChat = isChatter(result, chance);
  // What is no question is refused whatever the articles say.
  const verdict = isChat || !isReadable ? '' : `, so it is ${shown.length === 0 ? 'refused' : 'answered'}`;
  const rest = passages.length - MOST_PASSAGES;
  return [
    `${question}\nAsks for: ${query.asked}. Sentence vectors: ${hasVectors ? 'yes' : 'no'}.`,
    isChat
      ? `It is refused as chatter: something is asked with a chance of ${asking.toFixed(3)} (from ${LEAST_ASKING} on it may be answered).`
      : '',
    isReadable ? '' : 'It is refused, since its words stand for nothing that could be looked for.',
    ['What is asked about', ...query.slots.map(slotText)].join('\n'),
    [
      `Chance that the articles answer: ${chance.toFixed(3)}${verdict} (from ${threshold} on it is answered)`,
      ...shares(confidence.signals, confidence.weights),
      shareText('bias', 1, confidence.weights.bias),
    ].join('\n'),
    ...passages
      .slice(0, MOST_PASSAGES)
      .map((ranked, index) =>
        [
          `${index + 1}. ${sourceText(ranked)}`,
          `   strength ${ranked.strength.toFixed(2)}, ${placeText(ranked, shown)}, speaks of: ${[...ranked.matched].join(', ') || 'nothing'}`,
          `   ${ranked.passage.text}`,
          ...shares(ranked.signals, weights),
        ].join('\n'),
      ),
    rest > 0 ? `… and ${rest} more, less strong.` : '',
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function slotText({ label, kind, weight, known, terms }: Slot): string {
  const nearest = [...terms].sort((a, b) => b[1] - a[1]);
  const listed = nearest.slice(0, MOST_TERMS).map(([term, closeness]) => `${term} ${closeness.toFixed(2)}`);
  const rest = nearest.length - listed.length;
  const unknown = known ? '' : ', spoken of nowhere';
  return `  ${label} (${kind}${unknown}), weight ${weight.toFixed(2)}: ${listed.join(', ')}${rest > 0 ? `, and ${rest} more` : ''}`;
}

function sourceText({ article, passage }: RankedPassage): string {
  return `${article.publisher}, ${formatPublishedDay(article.published)} (${article.id}, passage ${passage.number})`;
}

function placeText({ passage }: RankedPassage, shown: readonly ScoredPassage[]): string {
  const place = shown.findIndex((other) => other.passage.id === passage.id);
  const score = shown[place]?.score;
  return score === undefined ? 'not shown' : `score ${score.toFixed(2)}, place ${place + 1} in the answer`;
}

/** The largest share first. */
function shares<Name extends string>(
  signals: { readonly [Key in Name]: number },
  weights: { readonly [Key in NoInfer<Name>]: number },
): readonly string[] {
  return (Object.keys(signals) as Name[])
    .filter((name) => signals[name] * weights[name] !== 0)
    .sort((a, b) => Math.abs(signals[b] * weights[b]) - Math.abs(signals[a] * weights[a]))
    .map((name) => shareText(name, signals[name], weights[name]));
}

function shareText(name: string, value: number, weight: number): string {
  const sum = (value * weight).toFixed(3).padStart(7);
  return `     ${name.padEnd(18)} ${value.toFixed(3).padStart(6)} × ${weight.toFixed(3).padStart(6)} = ${sum}`;
}
