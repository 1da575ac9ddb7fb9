import { describe, expect, it } from 'vitest';
import { PROP_NAMES } from '../../../src/ad/scene.ts';
import { renderBackdrop } from '../../../src/studio/render-scene.ts';
import { expectGolden, goldensIn } from '../../golden/expect-golden.ts';
import { request } from '../request.ts';

describe('props', () => {
  it.each(PROP_NAMES)('%s', async (subject) => {
    const { image } = renderBackdrop(
      request({
        recipe: 'sweep',
        subject,
        lighting: 'softbox',
        room: { product: false, words: false },
        size: { width: 80, height: 80 },
        seed: 5,
      }),
    );
    await expectGolden(`studio/props/${subject}`, image);
  });

  it('has no golden of a prop that is gone', async () => {
    expect(await goldensIn('studio/props')).toEqual([...PROP_NAMES].sort());
  });
});
