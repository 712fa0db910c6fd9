/** A question with the chance that the articles answer it, as a fit without its event gives it. */
export interface Chance {
  /** Whether the articles answer it. */
  readonly yes: boolean;
  /** Between 0 and 1. */
  readonly chance: number;
}

/** What a threshold does: shares between 0 and 1. */
export interface TradeOff {
  readonly threshold: number;
  /** Of the questions with an answer, those that are answered. */
  readonly answered: number;
  /** Of those without, those that are refused. */
  readonly refused: number;
}

const THRESHOLDS = Array.from({ length: 19 }, (_, index) => (index + 1) / 20);

/** What each threshold from 0.05 to 0.95 would do. */
export function tradeOffs(chances: readonly Chance[]): readonly TradeOff[] {
  const share = (yes: boolean, isRight: (chance: number) => boolean) => {
    const some = chances.filter((one) => one.yes === yes);
    return some.filter(({ chance }) => isRight(chance)).length / Math.max(1, some.length);
  };
  return THRESHOLDS.map((threshold) => ({
    threshold,
    answered: share(true, (chance) => chance >= threshold),
    refused: share(false, (chance) => chance < threshold),
  }));
}

/** A line a threshold. */
export function tradeOffTable(points: readonly TradeOff[]): string {
  const percent = (share: number) => `${(100 * share).toFixed(0)}%`.padStart(9);
  return [
    'threshold answered  refused balanced',
    ...points.map(
      ({ threshold, answered, refused }) =>
        `     ${threshold.toFixed(2)}${percent(answered)}${percent(refused)}${percent((answered + refused) / 2)}`,
    ),
  ].join('\n');
}

const SIZE = { width: 640, height: 400, left: 48, right: 110, top: 16, bottom: 40 } as const;
const LINES = [
  { label: 'answered', color: '#1f6feb', value: ({ answered }: TradeOff) => answered },
  { label: 'refused', color: '#bc4c00', value: ({ refused }: TradeOff) => refused },
  {
    label: 'balanced',
    color: '#57606a',
    value: ({ answered, refused }: TradeOff) => (answered + refused) / 2,
  },
] as const;

/** The same as a drawing, with the threshold that is in force. */
export function tradeOffDrawing(points: readonly TradeOff[], inForce: number): string {
  const x = (threshold: number) => SIZE.left + threshold * (SIZE.width - SIZE.left - SIZE.right);
  const y = (share: number) => SIZE.top + (1 - share) * (SIZE.height - SIZE.top - SIZE.bottom);
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  const parts = [
    `<rect width="${SIZE.width}" height="${SIZE.height}" fill="#ffffff"/>`,
    ...ticks.flatMap((tick) => [
      `<line x1="${SIZE.left}" x2="${x(1)}" y1="${y(tick)}" y2="${y(tick)}" stroke="#d0d7de"/>`,
      `<text x="${SIZE.left - 8}" y="${y(tick) + 4}" text-anchor="end">${100 * tick}%</text>`,
      `<text x="${x(tick)}" y="${y(0) + 18}" text-anchor="middle">${tick}</text>`,
    ]),
    `<text x="${x(0.5)}" y="${SIZE.height - 6}" text-anchor="middle">threshold of the chance</text>`,
    `<line x1="${x(inForce)}" x2="${x(inForce)}" y1="${y(0)}" y2="${y(1)}" stroke="#57606a" stroke-dasharray="4 4"/>`,
    ...LINES.flatMap(({ label, color, value }) => {
      const line = points.map((point) => `${x(point.threshold).toFixed(1)},${y(value(point)).toFixed(1)}`);
      const last = points.at(-1);
      const end = last ? [x(last.threshold), y(value(last))] : [0, 0];
      return [
        `<polyline points="${line.join(' ')}" fill="none" stroke="${color}" stroke-width="2"/>`,
        `<text x="${(end[0] ?? 0) + 8}" y="${(end[1] ?? 0) + 4}" fill="${color}">${label}</text>`,
      ];
    }),
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" font-family="sans-serif" font-size="13" fill="#1f2328">\n<title>Shares of questions answered and refused, by the threshold</title>\n${parts.join('\n')}\n</svg>\n`;
}
