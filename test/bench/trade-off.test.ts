import { describe, expect, it } from 'vitest';
import { type Chance, tradeOffDrawing, tradeOffs, tradeOffTable } from '../../bench/quality/trade-off.ts';

const CHANCES: readonly Chance[] = [
  { yes: true, chance: 0.9 },
  { yes: true, chance: 0.4 },
  { yes: false, chance: 0.6 },
  { yes: false, chance: 0.1 },
];

describe('the trade-off of the refusal threshold', () => {
  const points = tradeOffs(CHANCES);
  const at = (threshold: number) => points.find((point) => Math.abs(point.threshold - threshold) < 1e-9);

  it('counts what each threshold would answer and refuse', () => {
    expect(at(0.05)).toMatchObject({ answered: 1, refused: 0 });
    expect(at(0.5)).toMatchObject({ answered: 0.5, refused: 0.5 });
    expect(at(0.95)).toMatchObject({ answered: 0, refused: 1 });
  });

  it('never answers more at a higher threshold, nor refuses less', () => {
    for (const [index, point] of points.entries()) {
      const next = points[index + 1] ?? point;
      expect(next.answered).toBeLessThanOrEqual(point.answered);
      expect(next.refused).toBeGreaterThanOrEqual(point.refused);
    }
  });

  it('has a line and a point in the drawing for each threshold', () => {
    expect(tradeOffTable(points).split('\n')).toHaveLength(points.length + 1);
    const [line = ''] = /points="([^"]*)"/.exec(tradeOffDrawing(points, 0.4))?.slice(1) ?? [];
    expect(line.split(' ')).toHaveLength(points.length);
  });
});
