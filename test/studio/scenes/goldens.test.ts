import { describe, expect, it } from 'vitest';
import { BACKDROP_NAMES } from '../../../src/ad/scene.ts';
import { renderBackdrop } from '../../../src/studio/render-scene.ts';
import type { BackdropRequest } from '../../../src/studio/scene.ts';
import { expectGolden, goldensIn } from '../../golden/expect-golden.ts';
import { request } from '../request.ts';

/** Every scene as a shop would mostly see it, and in another material, light, season and format. */
const SETTINGS: Readonly<Record<string, Partial<BackdropRequest>>> = {
  day: { lighting: 'window', season: 'spring', size: { width: 88, height: 88 } },
  evening: {
    lighting: 'sunset',
    material: 'walnut',
    season: 'autumn',
    darkness: 0.2,
    palette: { background: '#9fb4c0', ink: '#14212b', accent: '#e0a526' },
    productColour: '#8c4a26',
    size: { width: 72, height: 96 },
    seed: 12,
  },
};

const CASES = BACKDROP_NAMES.flatMap((recipe) =>
  Object.entries(SETTINGS).map(([setting, changes]) => ({ name: `${recipe}-${setting}`, recipe, changes })),
);

describe('scenes', () => {
  it.each(CASES)('$name', async ({ name, recipe, changes }) => {
    const { image } = renderBackdrop(request({ recipe, ...changes }));
    await expectGolden(`studio/scenes/${name}`, image);
  });

  it('has no golden of a scene that is gone', async () => {
    expect(await goldensIn('studio/scenes')).toEqual(CASES.map(({ name }) => name).sort());
  });
});
