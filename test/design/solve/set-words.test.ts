import { describe, expect, it } from 'vitest';
import { setWords } from '../../../src/design/solve/set-words.ts';
import { breakUnits } from '../../../src/typography/break-lines.ts';
import { faces } from '../../faces.ts';

const price = (text: string, width: number) =>
  setWords(
    {
      words: { units: breakUnits(text), details: [] },
      type: {
        style: { slot: 'price', face: 'Pretendard', weight: 900, lineHeight: 1.1, tracking: 0 },
        size: [4, 15],
        lines: 3,
      },
      style: { scale: 'lines' },
      unit: 10,
      faces,
    },
    { width, height: 400 },
    0,
    false,
  )?.parts[0];

describe('lines of unlike size', () => {
  it.each([
    ['한 병 4,900원', '4,900원'],
    ['Every piece $59', '$59'],
  ])('say what a price is of in a lower voice: %s', (text, amount) => {
    const set = price(text, 340);
    const { lines = [], scales = [] } = set ?? {};
    const at = lines.findIndex((line) => line.includes(amount));
    expect(lines.length).toBeGreaterThan(1);
    expect(scales[at]).toBe(1);
    for (const [i, scale] of scales.entries()) if (i !== at) expect(scale).toBeLessThan(0.6);
  });

  it('keep a price that is all amount as large as its room', () => {
    expect(price('4,900원', 340)?.lines).toEqual(['4,900원']);
  });
});
