import { describe, expect, it } from 'vitest';

import { renderScene } from '../../../src/studio/render-scene.ts';
import { builtIn } from '../../../src/studio/studio.ts';
import { expectGolden, goldensIn } from '../../golden/expect-golden.ts';
import { request } from '../request.ts';

describe('props', () => {
  it.each(builtIn.props.names)('%s', async (subject) => {
    const { image } = renderScene(
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
    expect(await goldensIn('studio/props')).toEqual([...builtIn.props.names].sort());
  });
});
