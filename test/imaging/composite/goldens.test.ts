import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../src/ad/scene.ts';
import { drawn } from '../../../src/imaging/canvas.ts';
import { type CompositeRequest, composite } from '../../../src/imaging/composite/composite.ts';
import type { PlacedLayer } from '../../../src/imaging/composite/layer.ts';
import { cropToMatte } from '../../../src/imaging/cutout/crop-to-matte.ts';
import { alphaOf, type Raster } from '../../../src/imaging/raster.ts';
import { expectGolden, goldensIn } from '../../golden/expect-golden.ts';
import { cup, cupOnTable } from '../pictures.ts';

const SIDE = 112;

/** A wall and a table in soft light. */
const background = drawn(SIDE, SIDE, (context) => {
  const wall = context.createLinearGradient(0, 0, SIDE, 0);
  wall.addColorStop(0, '#e8ddcb');
  wall.addColorStop(1, '#c2b8a8');
  context.fillStyle = wall;
  context.fillRect(0, 0, SIDE, 62);
  context.fillStyle = '#b08a62';
  context.fillRect(0, 62, SIDE, SIDE - 62);
});

const stage: Stage = {
  light: { azimuth: (3 * Math.PI) / 4, elevation: 0.7, softness: 0.3, tint: '#ffffff' },
  horizon: 62,
  floor: { top: 66, bottom: SIDE, ground: 92, colour: '#b08a62', gloss: 0 },
  freeSpace: [],
};

function cropped(picture: Raster): Raster {
  return cropToMatte({ image: picture, matte: alphaOf(picture) }).image;
}

const product = cropped(cup(160, 120));
const small = cropped(cup(96, 72));
const darker = drawn(small.width, small.height, (context) => {
  context.fillStyle = '#24303a';
  context.fillRect(4, 0, small.width - 8, small.height);
});

/** Tilted by a few rows, as photos are that were not held level. */
const tilted = cropped(
  drawn(96, 80, (context) => {
    context.fillStyle = '#2f6f66';
    context.beginPath();
    context.moveTo(20, 10);
    context.lineTo(78, 10);
    context.lineTo(78, 70);
    context.lineTo(20, 64);
    context.fill();
  }),
);

const onGround = (image: Raster, x: number, ground = 92): PlacedLayer => ({
  image,
  x,
  y: ground - image.height,
});

const request = (changes: Partial<CompositeRequest> = {}): CompositeRequest => ({
  background,
  stage,
  layers: [onGround(product, 26)],
  kind: 'cut-out',
  harmonise: 0,
  seed: 0,
  ...changes,
});

const under = (light: Partial<Stage['light']>): CompositeRequest =>
  request({ stage: { ...stage, light: { ...stage.light, ...light } } });

const { floor: _, ...wallOnly } = stage;
const card = (seed: number): CompositeRequest =>
  request({ kind: 'photo-card', seed, layers: [{ image: cupOnTable(92, 104), x: 10, y: 4 }] });

const CASES: Readonly<Record<string, CompositeRequest>> = {
  'on-the-floor': request(),
  'hard-light-from-the-right': under({ azimuth: 0.3, elevation: 0.35, softness: 0 }),
  overcast: under({ azimuth: Math.PI / 2, elevation: 1.4, softness: 1 }),
  'polished-floor': request({ stage: { ...stage, floor: { ...stage.floor!, gloss: 0.8 } } }),
  'tilted-base': request({ layers: [onGround(tilted, 26)] }),
  'two-products': request({ layers: [onGround(darker, 12, 84), onGround(small, 52, 98)] }),
  harmonised: request({ harmonise: 1 }),
  'before-a-wall': request({ stage: wallOnly }),
  'photo-card': card(0),
  'photo-polaroid': card(1),
  'photo-arch': card(2),
};

describe('composite', () => {
  it.each(Object.entries(CASES))('%s', async (name, asked) => {
    await expectGolden(`imaging/composite/${name}`, composite(asked).image);
  });

  it('says where the product is', async () => {
    await expectGolden('imaging/composite/product-matte', composite(request()).product);
  });

  it('changes nothing inside of the product, under any light and on any floor', () => {
    for (const [name, asked] of Object.entries(CASES)) {
      if (asked.kind !== 'cut-out' || asked.harmonise > 0 || asked.layers.length > 1) continue;
      const { image } = composite(asked);
      const [{ image: own, x, y }] = asked.layers as [PlacedLayer];
      for (let i = 0; i < own.width * own.height; i++) {
        if (own.data[i * 4 + 3] !== 255) continue;
        const at = ((y + Math.floor(i / own.width)) * SIDE + x + (i % own.width)) * 4;
        expect(image.data.subarray(at, at + 3), name).toEqual(own.data.subarray(i * 4, i * 4 + 3));
      }
    }
  });

  it('only darkens the ground where nothing is mirrored', () => {
    const { image, product: matte } = composite(request());
    for (let i = 0; i < matte.data.length; i++) {
      if (matte.data[i]! > 0) continue;
      // The shade is dithered, by one level.
      for (let c = 0; c < 3; c++)
        expect(image.data[i * 4 + c]).toBeLessThanOrEqual(background.data[i * 4 + c]! + 1);
    }
  });

  it('has no golden that nothing is compared with', async () => {
    const names = [...Object.keys(CASES), 'product-matte'];
    expect(await goldensIn('imaging/composite')).toEqual(names.sort());
  });
});
