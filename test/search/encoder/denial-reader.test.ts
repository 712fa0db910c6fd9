import { afterAll, describe, expect, it } from 'vitest';
import { loadDenialReader } from '../../../src/search/encoder/denial-reader.ts';

const reader = await loadDenialReader();
afterAll(() => reader?.close());

describe.skipIf(!reader)('the denial reader', () => {
  it('reads a denial of what another passage asserts as likelier than the assertion, and than another matter', async () => {
    const [rumour, denial, other] = [
      'A second bomb lay in a van on the quay, a witness told the radio.',
      'There was no truth in reports of a second bomb, the police said: the van belonged to a baker.',
      'Eleven people were treated for burns at the district hospital on Tuesday.',
    ];
    const odds = await Promise.all([
      reader?.denies(denial, rumour),
      reader?.denies(rumour, denial),
      reader?.denies(denial, other),
    ]);
    expect(odds[0] ?? 0).toBeGreaterThan(Math.max(odds[1] ?? 0, odds[2] ?? 0));
  });

  it.each([
    ['nothing', ''],
    ['emoji', '😀🚢'],
    ['another script', 'کشتی غرق شد'],
    ['6,000 characters', 'ferry '.repeat(1000)],
  ])('reads %s', async (_, text) => {
    const claim = 'A second bomb lay in a van on the quay.';
    expect(await reader?.denies(text, claim)).toSatisfy(Number.isFinite);
    expect(await reader?.denies(claim, text)).toSatisfy(Number.isFinite);
  });

  it('fails once it is closed', async () => {
    const another = await loadDenialReader();
    await another?.close();
    await expect(another?.denies('No.', 'Yes.')).rejects.toThrow(/thread/);
  });
});
