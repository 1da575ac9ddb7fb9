import { describe, expect, it } from 'vitest';
import type { Raster } from '../../../src/imaging/raster.ts';
import { paintCoat } from '../../../src/studio/materials/paint.ts';
import {
  clearLiquid,
  GLASS,
  GOLD,
  glazed,
  ICE,
  matt,
  STEEL,
  translucent,
} from '../../../src/studio/props/solid-materials.ts';
import { block } from '../../../src/studio/renderer/block.ts';
import { axesAlong, ellipsoid } from '../../../src/studio/renderer/ellipsoid.ts';
import { addDisc, addThing, createFarLayer } from '../../../src/studio/renderer/far-layer.ts';
import { type Finish, finish } from '../../../src/studio/renderer/finish.ts';
import { group } from '../../../src/studio/renderer/group.ts';
import { lathe } from '../../../src/studio/renderer/lathe.ts';
import { createLinearPicture, type LinearPicture } from '../../../src/studio/renderer/linear-picture.ts';
import { loft } from '../../../src/studio/renderer/loft.ts';
import { niche } from '../../../src/studio/renderer/niche.ts';
import { overlayDrawing } from '../../../src/studio/renderer/overlay-drawing.ts';
import { panel } from '../../../src/studio/renderer/panel.ts';
import { renderRoom } from '../../../src/studio/renderer/render-room.ts';
import { renderRoomWithSolids } from '../../../src/studio/renderer/render-room-with-solids.ts';
import { rod } from '../../../src/studio/renderer/rod.ts';
import type { Solid, SolidMaterial } from '../../../src/studio/renderer/solid.ts';
import { torus } from '../../../src/studio/renderer/torus.ts';
import { expectGolden, goldensIn } from '../../golden/expect-golden.ts';
import { GROUND, tabletop, WALL } from '../tabletop.ts';

const red = glazed([0.55, 0.19, 27]);
const blue = matt([0.5, 0.12, 250]);
const [x, y, z] = [0, 0, 10];

const ball = (material: SolidMaterial): Solid => ellipsoid({ at: [0, 1, z], radius: 1, material });

const SOLIDS: Readonly<Record<string, readonly Solid[]>> = {
  ellipsoid: [
    ellipsoid({ at: [0, 0.9, z], radius: [0.5, 1.1, 0.8], axes: axesAlong([1, 1, 0.3], 0.4), material: red }),
  ],
  block: [
    block({
      x,
      y,
      z,
      width: 1.5,
      height: 1.6,
      depth: 1,
      turn: 0.5,
      bevel: 0.08,
      material: red,
      others: [blue, GOLD],
    }),
  ],
  rod: [rod([-0.9, 0.3, z], [0.8, 1.9, z + 0.4], 0.25, red)],
  torus: [
    torus({
      at: [0, 1, z],
      axes: axesAlong([0.3, 1, -0.6]),
      radius: [0.9, 0.9],
      tube: [0.3, 0.3],
      material: red,
    }),
  ],
  lathe: [
    lathe({
      x,
      y,
      z,
      outline: [
        { r: 0, y: 0 },
        { r: 0.9, y: 0 },
        { r: 0.4, y: 1 },
        { r: 1, y: 1.9, material: 1 },
        { r: 0, y: 1.7, material: 1 },
      ],
      materials: [red, blue],
      crease: 40,
    }),
  ],
  loft: [
    loft({
      x,
      y,
      z,
      sections: [
        { y: 0, x: 0.9, z: 0.6 },
        { y: 1, x: 0.8, z: 0.5, material: 1 },
        { y: 2, x: 0.7, z: 0.05 },
      ],
      materials: [red, blue],
      power: 3,
    }),
  ],
  disc: [panel({ x, y: 0.2, z, width: 1.8, thick: 0.2, shape: 'disc', material: red })],
  arch: [panel({ x, y, z, width: 1.4, height: 2.1, thick: 0.3, shape: 'arch', material: red })],
  niche: [niche({ x, y: 0.4, z: WALL, width: 2, height: 2.4, depth: 1, materials: [red, blue] })],
  group: [
    group(
      [0, 1, 2, 3, 4].map((k) =>
        ellipsoid({
          at: [0.5 * k - 1, 0.4 + 0.3 * (k % 2), z],
          radius: 0.35,
          material: k % 2 === 0 ? red : blue,
        }),
      ),
    ),
  ],
  matt: [ball(blue)],
  glazed: [ball(red)],
  gold: [ball(GOLD)],
  steel: [ball(STEEL)],
  glass: [ball(GLASS), block({ x: -0.4, y: 0, z: 12, width: 0.4, height: 3, depth: 0.4, material: red })],
  ice: [ball(ICE)],
  'clear-liquid': [ball(clearLiquid([0.9, 0.5, 0.15]))],
  translucent: [ball(translucent([0.9, 0.05, 60]))],
  emission: [ball({ ...blue, emission: [2, 1.2, 0.4] })],
};

const plain = (picture: LinearPicture, settings: Partial<Finish> = {}): Raster =>
  finish(picture, { grain: 0, vignette: 0, seed: 1, ...settings });

/** Levels from black to six times white from left to right, in white, red, blue and a skin tone. */
function wedge(): LinearPicture {
  const colours = [
    [1, 1, 1],
    [1, 0.12, 0.1],
    [0.1, 0.2, 1],
    [0.9, 0.6, 0.45],
  ] as const;
  const picture = createLinearPicture({ width: 96, height: 48 });
  for (let i = 0; i < picture.r.data.length; i++) {
    const level = 6 * ((i % 96) / 95) ** 3;
    const [r, g, b] = colours[Math.floor(i / 96 / 12)]!;
    picture.r.data[i] = level * r;
    picture.g.data[i] = level * g;
    picture.b.data[i] = level * b;
  }
  return picture;
}

function drawn(blur: number): LinearPicture {
  const picture = createLinearPicture({ width: 64, height: 64 }, [0.5, 0.5, 0.5]);
  const draw: Parameters<typeof overlayDrawing>[1] = (context) => {
    context.fillStyle = '#e0a030';
    context.fillRect(12, 20, 40, 8);
    context.beginPath();
    context.arc(32, 46, 10, 0, 7);
    context.fill();
  };
  overlayDrawing(picture, draw, { light: [0.9, 0.8, 0.7], blur });
  return picture;
}

function outOfFocus(): LinearPicture {
  const room = tabletop();
  const far = createFarLayer(room.camera);
  const draw: Parameters<typeof addThing>[1]['draw'] = (context) => {
    context.fillStyle = '#2f6b3a';
    context.fillRect(8, 2, 14, 30);
  };
  addThing(far, { draw, blur: 4, light: [0.8, 0.8, 0.8] });
  addDisc(far, { x: 40, y: 12, radius: 7, light: [3, 2, 0.8], rim: 0.2 });
  addDisc(far, { x: 56, y: 18, radius: 5, light: [0.4, 0.8, 2.5], rim: 0.9 });
  return renderRoom({ ...room, far });
}

const PICTURES: Readonly<Record<string, () => Raster>> = {
  ...Object.fromEntries(
    Object.entries(SOLIDS).map(([name, solids]) => [
      name,
      () => plain(renderRoomWithSolids(tabletop(), solids, GROUND)),
    ]),
  ),
  mirrored: () =>
    plain(renderRoomWithSolids(tabletop(paintCoat([0.05, 0.05, 0.06], 0, 1, 0.02)), SOLIDS.lathe!, GROUND)),
  'out-of-focus': () => plain(outOfFocus()),
  'drawing-sharp': () => plain(drawn(0)),
  'drawing-blurred': () => plain(drawn(2)),
  'drawing-soft': () => plain(drawn(5)),
  tones: () => plain(wedge()),
  'tones-bright': () => plain(wedge(), { exposure: 1.8, lift: 1.3 }),
  'tones-dark': () => plain(wedge(), { exposure: 0.4, lift: 0.8 }),
  'grain-and-vignette': () =>
    plain(createLinearPicture({ width: 96, height: 64 }, [0.3, 0.28, 0.25]), { grain: 3, vignette: 0.35 }),
};

describe('renderer', () => {
  it.each(Object.entries(PICTURES))('%s', async (name, render) => {
    await expectGolden(`studio/renderer/${name}`, render());
  });

  it('has no golden that nothing is compared with', async () => {
    expect(await goldensIn('studio/renderer')).toEqual(Object.keys(PICTURES).sort());
  });
});

describe('finish', () => {
  it('keeps the order of light: nothing brighter comes out darker', () => {
    const { data } = plain(wedge());
    for (let x = 1; x < 96; x++) expect(data[x * 4 + 1]).toBeGreaterThanOrEqual(data[x * 4 - 3]! - 1);
  });

  it('leaves the mean as it is by grain', () => {
    const grey = createLinearPicture({ width: 256, height: 256 }, [0.2, 0.2, 0.2]);
    const mean = (grain: number): number =>
      plain(grey, { grain }).data.reduce((sum, v) => sum + v, 0) / 256 ** 2 / 4;
    expect(mean(3)).toBeCloseTo(mean(0), 0);
  });
});
