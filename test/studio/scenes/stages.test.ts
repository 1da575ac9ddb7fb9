import { describe, expect, it } from 'vitest';
import { LIGHTING_NAMES, type Stage } from '../../../src/ad/scene.ts';
import { renderScene } from '../../../src/studio/render-scene.ts';
import { builtIn } from '../../../src/studio/studio.ts';
import { request } from '../request.ts';

const rounded = (value: number): number => Math.round(100 * value) / 100;

/** What a scene says of its picture, in one line; free space is measured on the picture, which has its own golden. */
function lineOf(name: string, { light, horizon, floor }: Stage): string {
  const { azimuth, elevation, softness, tint } = light;
  const lit = `light ${[azimuth, elevation, softness].map(rounded).join(' ')} ${tint}`;
  if (floor === undefined) return `${name}: ${lit}, horizon ${horizon}`;
  const { top, bottom, ground, across, gloss } = floor;
  const between = across === undefined ? '' : `, across ${across.map(Math.round).join('–')}`;
  return `${name}: ${lit}, horizon ${horizon}, floor ${top}–${bottom}, ground ${ground}${between}, gloss ${rounded(gloss)}`;
}

describe('what scenes say of their pictures', () => {
  it('is as it was recorded, for every scene and lighting', async () => {
    const scenes = builtIn.scenes.names.map((recipe) =>
      lineOf(recipe, renderScene(request({ recipe })).stage),
    );
    const lights = LIGHTING_NAMES.map((lighting) =>
      lineOf(lighting, renderScene(request({ recipe: 'sweep', lighting, darkness: 0.2 })).stage),
    );
    await expect(`${[...scenes, ...lights].join('\n')}\n`).toMatchFileSnapshot(
      '../../golden/studio/stages.txt',
    );
  });
});
