import { describe, expect, it } from 'vitest';
import { LIGHTING_NAMES, SEASON_NAMES } from '../../../src/ad/scene.ts';
import { renderScene } from '../../../src/studio/render-scene.ts';
import type { SceneRequest } from '../../../src/studio/scene.ts';
import { expectGolden, goldensIn } from '../../golden/expect-golden.ts';
import { request } from '../request.ts';

/** A subject with a broad shadow before a plain wall, for the light to fall on. */
const lit = (changes: Partial<SceneRequest>): SceneRequest =>
  request({ recipe: 'sweep', subject: 'kettlebell', size: { width: 64, height: 64 }, ...changes });

const CASES: Readonly<Record<string, SceneRequest>> = {
  ...Object.fromEntries(LIGHTING_NAMES.map((lighting) => [lighting, lit({ lighting })])),
  ...Object.fromEntries(SEASON_NAMES.map((season) => [season, lit({ lighting: 'sun', season })])),
  night: lit({ lighting: 'spot', darkness: 1 }),
};

describe('lighting', () => {
  it.each(Object.entries(CASES))('%s', async (name, asked) => {
    await expectGolden(`studio/lighting/${name}`, renderScene(asked).image);
  });

  it('has no golden of a lighting that is gone', async () => {
    expect(await goldensIn('studio/lighting')).toEqual(Object.keys(CASES).sort());
  });
});
