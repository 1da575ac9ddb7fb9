import { describe, expect, it } from 'vitest';

import { defined } from '../../../src/collections/defined.ts';
import { renderScene } from '../../../src/studio/render-scene.ts';
import type { SceneRequest } from '../../../src/studio/scene.ts';
import { builtIn } from '../../../src/studio/studio.ts';
import { expectGolden, goldensIn } from '../../golden/expect-golden.ts';
import { request } from '../request.ts';

/** Every scene as a shop would mostly see it, and in another light, season and format. */
const SETTINGS: Readonly<Record<string, Partial<SceneRequest>>> = {
  day: { lighting: 'window', season: 'spring', size: { width: 88, height: 88 } },
  evening: {
    lighting: 'sunset',
    season: 'autumn',
    darkness: 0.2,
    palette: { background: '#9fb4c0', ink: '#14212b', accent: '#e0a526' },
    productColour: '#8c4a26',
    size: { width: 72, height: 96 },
    seed: 12,
  },
};

const CASES = builtIn.scenes.all.flatMap(({ name: recipe, materials }) =>
  Object.entries(SETTINGS).map(([setting, changes]) => {
    // By day the scene's own material, in the evening the last that it can be made with.
    const material = setting === 'evening' ? materials.at(-1) : undefined;
    return { name: `${recipe}-${setting}`, asked: request({ recipe, ...changes, ...defined({ material }) }) };
  }),
);

describe('scenes', () => {
  it.each(CASES)('$name', async ({ name, asked }) => {
    await expectGolden(`studio/scenes/${name}`, renderScene(asked).image);
  });

  it('has no golden of a scene that is gone', async () => {
    expect(await goldensIn('studio/scenes')).toEqual(CASES.map(({ name }) => name).sort());
  });
});
