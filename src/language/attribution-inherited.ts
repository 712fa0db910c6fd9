import type { Speaker } from './attribution-speakers.ts';
import type { Line } from './figure-line.ts';

const OTHER_TIME = /\b(?:in|since|of) (?:1[5-9]|20)\d\d\b|\blast (?:year|month|week)\b/;
const COUNTS =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty|dozen|hundred)\b/;

/** "It is thought that 39 more were hurt": nobody who could be named thinks so, least of all who spoke before. */
const IMPERSONAL =
  /^it (?:is|was|has been) (?:now |also )?(?:thought|believed|feared|understood|reported|assumed|estimated) /;

/** "They were black with soot," the commander said; "the clerk gave the figure": it speaks of those just counted. */
export function takesUp(line: Line | undefined): boolean {
  if (line === undefined || OTHER_TIME.test(line.text)) return false;
  if (/^["“”] ?(?:they|them|these|those|that|all of them|each of them)\b/.test(line.text)) return true;
  if (/\bthe (?:figure|number|toll|count|names?)\b/.test(line.text)) return true;
  // "Six are missing, among them two cooks, the owner said": "them" are others, counted there.
  return /\bthem\b/.test(line.text) && !COUNTS.test(line.text);
}

/** "Two of them were killed, the diplomat said": it takes up the sentence before. */
export function followsOn(line: Line | undefined): boolean {
  return line !== undefined && /^(?:\w+ )?(?:of them|of these|of those|of whom)\b/.test(line.text);
}

/** "The mayor gave the figure to reporters": who speaks there gave what the sentence before counts. */
export function givesCount(line: Line | undefined, speaker: Speaker | undefined): boolean {
  return (
    line !== undefined &&
    speaker !== undefined &&
    !speaker.isTrailing &&
    /^(?:has |had )?(?:gave|given|announced|released|published|confirmed) (?:the|this|that|these|those) (?:figures?|numbers?|counts?|tolls?|totals?)\b/.test(
      line.text.slice(line.at[speaker.at]),
    )
  );
}

/** The neighbourhood of a sentence that goes on without a speaker of its own. */
export interface Neighbours {
  readonly lines: readonly Line[];
  readonly speakers: readonly (readonly Speaker[])[];
  /** Whether a sentence states figures. */
  readonly hasFigure: (sentence: number) => boolean;
}

/**
 * The speaker of the sentence before, where this one carries on what was said there: it takes up the count ("another
 * 20 were hurt", "it had been put at 60"), or tells in figures what was announced without any.
 */
export function inherited(
  { lines, speakers, hasFigure }: Neighbours,
  sentence: number,
  isTakenUp: boolean,
): Speaker | undefined {
  const line = lines[sentence];
  const previous = lines[sentence - 1];
  const last = speakers[sentence - 1]?.filter(({ isRelative }) => !isRelative).at(-1);
  if (!line || !previous || !last || /["“”]/.test(previous.text) || isOwnReport(previous, last))
    return undefined;
  if (/^correction\b/.test(lines[0]?.text ?? '') || IMPERSONAL.test(line.text)) return undefined;
  if (OTHER_TIME.test(line.text) || OTHER_TIME.test(previous.text)) return undefined;
  return isTakenUp || !hasFigure(sentence - 1) ? last : undefined;
}

/** "we reported", "our article said": the newspaper of itself. */
export function isOwnReport(line: Line, { from, to }: Speaker): boolean {
  return /\b(?:we|our|this newspaper|articles?|report|story|headline)\b/.test(
    line.text.slice(line.at[from], line.at[to]),
  );
}

/** "An earlier version of this article said": its words are withdrawn, and nobody's. */
export function isWithdrawn(line: Line, { from, to }: Speaker): boolean {
  return /\bthis (?:article|report|story)\b/.test(line.text.slice(line.at[from], line.at[to]));
}

/** "an article in the Courier said": of whom the text does not speak as "we". */
export function isReportOfPaper(line: Line, speaker: Speaker): boolean {
  return (
    isOwnReport(line, speaker) &&
    !/\b(?:we|our)\b/.test(line.text.slice(line.at[speaker.from], line.at[speaker.to]))
  );
}
