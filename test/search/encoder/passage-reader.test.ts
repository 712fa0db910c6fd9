import { afterAll, describe, expect, it } from 'vitest';
import { loadPassageReader } from '../../../src/search/encoder/passage-reader.ts';

const reader = await loadPassageReader();
afterAll(() => reader?.close());

describe.skipIf(!reader)('the passage reader', () => {
  describe('tells of the numbers of a text', () => {
    const text = 'At least 12 people were killed and 31 were injured, the coastguard said. £40 was found.';
    const at = (number: string) => text.indexOf(number);
    const read = async (...numbers: readonly string[]) =>
      (await reader?.read(text, numbers.map(at)))?.numbers ?? [];

    it('what they count', async () => {
      const [killed, injured, money] = await read('12', '31', '40');
      expect(killed?.at).toBe(at('12'));
      expect(killed?.roles.killed).toBeGreaterThan(0.5);
      expect(injured?.roles.injured).toBeGreaterThan(0.5);
      expect(Math.max(...Object.values(money?.roles ?? {}))).toBeLessThan(0.5);
    });

    it('who gave them, in the words of the text', async () => {
      const [{ speaker } = { speaker: { span: null, chance: 0 } }] = await read('12');
      expect(speaker.span && text.slice(...speaker.span)).toBe('the coastguard');
      expect(speaker.chance).toBeGreaterThan(0.5);
    });

    it('nothing of what stands behind the part that is read', async () => {
      const long = `${'On we went. '.repeat(90)}Nine died.`;
      expect((await reader?.read(long, [long.indexOf('Nine')]))?.numbers).toEqual([]);
    });
  });

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

  it('tells what a passage is about', async () => {
    const topics = async (text: string) => (await reader?.classify(text)) ?? {};
    const toll = await topics(
      'Twelve people were killed and 31 injured when the bus left the road, police said.',
    );
    const verdict = await topics(
      'The president called it a cowardly act and sent his condolences to the families.',
    );
    expect(toll['casualties']).toBeGreaterThan(verdict['casualties'] ?? 0);
    expect(verdict['reactions']).toBeGreaterThan(toll['reactions'] ?? 0);
  });

  it.each([
    ['nothing', ''],
    ['emoji', '😀🚢'],
    ['another script', 'کشتی غرق شد'],
    ['half of a character', '\ud83d'],
    ['6,000 characters', 'ferry '.repeat(1000)],
  ])('reads %s', async (_, text) => {
    expect(Object.values((await reader?.classify(text)) ?? {}).every(Number.isFinite)).toBe(true);
    const { topics = {}, numbers } = (await reader?.read(text, [])) ?? {};
    expect(numbers).toEqual([]);
    expect(Object.values(topics).every(Number.isFinite)).toBe(true);
  });
});
