import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/studio/catalogue.ts';
import { renderScene } from '../../../src/studio/render-scene.ts';
import { expectGolden, goldensIn } from '../../golden/expect-golden.ts';
import { request } from '../request.ts';

const CASES = catalogue.styles.names.flatMap((style) => [
  {
    name: `${style}-latte`,
    style,
    recipe: 'table',
    subject: 'strawberry-latte',
    lighting: 'window',
  } as const,
  { name: `${style}-bouquet`, style, recipe: 'outdoor', subject: 'bouquet', lighting: 'sun' } as const,
]);

// A colour that is between two of the few that a drawing has may fall to either.
const TOLERANCE = { maxShare: 0.02, maxMean: 0.8 };

describe('styles', () => {
  it.each(CASES)('$name', async ({ name, ...changes }) => {
    const size = { width: 96, height: 96 };
    const { image } = renderScene(request({ ...changes, size, room: { product: false, words: false } }));
    await expectGolden(`studio/styles/${name}`, image, TOLERANCE);
  });

  it('has no golden of a style that is gone', async () => {
    expect(await goldensIn('studio/styles')).toEqual(CASES.map(({ name }) => name).sort());
  });
});
