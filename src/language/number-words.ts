const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );

const VALUES: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, index): [string, number] => [word, (index + 2) * 10]),
]);

const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
]);

const ORDINAL_VALUES: ReadonlyMap<string, number> = new Map(
  ORDINALS.map((word, value): [string, number] => [word, value]),
);

/** The value of a single number word (`seven`, `twenty`, `twenty-three`), or undefined. */
export function numberWord(word: string): number | undefined {
  const simple = VALUES.get(word);
  if (simple !== undefined) return simple;
  const [tens, unit, ...more] = word.split('-');
  if (more.length > 0) return undefined;
  const high = tens === undefined ? undefined : VALUES.get(tens);
  const low = unit === undefined ? undefined : VALUES.get(unit);
  return high !== undefined && high >= 20 && low !== undefined && low > 0 && low < 10
    ? high + low
    : undefined;
}

/** `hundred`, `thousand` or `million` as a factor, or undefined. */
export function numberScale(word: string): number | undefined {
  return SCALES.get(word);
}

/** The value of an ordinal (`third`, `3rd`, `22nd`), or undefined. */
export function ordinalWord(word: string): number | undefined {
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
  return digits ? Number(digits[1]) : ORDINAL_VALUES.get(word);
}
