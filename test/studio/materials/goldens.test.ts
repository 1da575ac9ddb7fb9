import { describe, expect, it } from 'vitest';

import { drawn } from '../../../src/imaging/canvas.ts';
import type { MaterialOptions } from '../../../src/studio/materials/colour-ramp.ts';

import { mural } from '../../../src/studio/materials/mural.ts';
import { stained } from '../../../src/studio/materials/stained.ts';
import { BONDS, tilesMaterial } from '../../../src/studio/materials/tiles.ts';
import { finish } from '../../../src/studio/renderer/finish.ts';
import { createLinearPicture } from '../../../src/studio/renderer/linear-picture.ts';
import type { Material } from '../../../src/studio/renderer/material.ts';
import { renderRoom } from '../../../src/studio/renderer/render-room.ts';
import type { Room } from '../../../src/studio/renderer/room.ts';
import { builtIn } from '../../../src/studio/studio.ts';
import { expectGolden, goldensIn } from '../../golden/expect-golden.ts';
import { closeUp, LIGHT_ALONG, tabletop, WALL } from '../tabletop.ts';

const options: MaterialOptions = { seed: 3, tint: '#d8c3a5', tintShare: 0.6, lightAlong: LIGHT_ALONG };

/** A wall of the material, whose coordinates are the camera's. */
const asWall = (material: Material): Room => tabletop(undefined, material);

const { camera } = tabletop();
const stripes = drawn(camera.width, camera.height, (context) => {
  for (let k = 0; k < 6; k++) {
    context.fillStyle = k % 2 === 0 ? '#c8553d' : '#f2d7a0';
    context.fillRect(k * 12, 0, 12, camera.height);
  }
});
const stain = createLinearPicture(camera, [1, 1, 1]);
for (let i = 0; i < stain.r.data.length; i++) {
  const away = Math.hypot((i % camera.width) - 36, Math.floor(i / camera.width) - 14);
  for (const plane of [stain.r, stain.g]) plane.data[i] = Math.min(1, away / 12);
}

const ROOMS: Readonly<Record<string, Room>> = {
  ...Object.fromEntries(builtIn.materials.all.map(({ name, make }) => [name, closeUp(make(options))])),
  ...Object.fromEntries(BONDS.map((bond) => [`tiles-${bond}`, asWall(tilesMaterial(bond, 1, options))])),
  mural: asWall(mural(stripes, { camera, depth: WALL })),
  stained: asWall(stained(builtIn.materials.get('hanji').make(options), stain, camera, WALL)),
};

describe('materials', () => {
  it.each(Object.entries(ROOMS))('%s', async (name, room) => {
    await expectGolden(
      `studio/materials/${name}`,
      finish(renderRoom(room), { grain: 0, vignette: 0, seed: 1 }),
    );
  });

  it('has no golden of a material that is gone', async () => {
    expect(await goldensIn('studio/materials')).toEqual(Object.keys(ROOMS).sort());
  });

  it('is as light as it is asked to be', () => {
    // But terrazzo, whose chips are light on a dark ground and dark on a light one.
    for (const { name, make } of builtIn.materials.all) {
      if (name === 'terrazzo') continue;
      const [dark, light] = [0.45, 0.6].map((lightness) => meanAlbedo(make({ ...options, lightness })));
      expect(light!, name).toBeGreaterThan(1.3 * dark!);
    }
  });
});

/** Mean of green over a board of a square metre. */
function meanAlbedo(material: Material): number {
  const out = new Float32Array(5);
  let sum = 0;
  for (let i = 0; i < 400; i++) {
    material.sample((i % 20) / 2, Math.floor(i / 20) / 2, 0.1, 0.1, out);
    sum += out[1]!;
  }
  return sum / 400;
}
