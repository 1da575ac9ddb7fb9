import { describe, expect, it } from 'vitest';
import type { ProductPlacement } from '../../../src/ad/layout.ts';
import type { Stage } from '../../../src/ad/scene.ts';
import { rgbToOklab } from '../../../src/imaging/colour.ts';
import { type Composite, composite } from '../../../src/imaging/composite/composite.ts';
import type { Layer } from '../../../src/imaging/composite/layer.ts';
import { placeLayers } from '../../../src/imaging/composite/place-layers.ts';
import { createRaster, type Raster } from '../../../src/imaging/raster.ts';

const SIDE = 400;

function plain(width: number, height: number, colour: readonly [number, number, number]): Raster {
  const raster = createRaster(width, height);
  for (let i = 0; i < raster.data.length; i += 4) raster.data.set([...colour, 255], i);
  return raster;
}

/** A cup seen from the side: an opaque block with a handle that ends well above its foot. */
function cup(): Raster {
  const raster = createRaster(120, 140);
  for (let y = 0; y < 140; y++) {
    for (let x = 0; x < 120; x++) {
      const body = x >= 30;
      const handle = x < 30 && y > 40 && y < 90;
      if (body || handle) raster.data.set([40 + (x % 50), 60 + (y % 60), 150, 255], (y * 120 + x) * 4);
    }
  }
  return raster;
}

const stage = (more: Partial<Stage> = {}): Stage => ({
  light: { azimuth: (3 * Math.PI) / 4, elevation: 0.6, softness: 0.3, tint: '#ffffff' },
  horizon: 200,
  floor: { top: 220, bottom: 390, colour: '#c8b8a0', gloss: 0 },
  freeSpace: [],
  ...more,
});

const at = (image: Raster, scale = 1, more: Partial<ProductPlacement> = {}): ProductPlacement => ({
  photo: 0,
  box: { x: 140, y: 330 - image.height * scale, width: image.width * scale, height: image.height * scale },
  scale,
  ground: 330,
  depth: 0,
  ...more,
});

const background = plain(SIDE, SIDE, [200, 184, 160]);

type Setting = Omit<Parameters<typeof composite>[0], 'layers'> & { readonly layers: readonly Layer[] };

async function set({ layers, ...more }: Partial<Setting> = {}): Promise<Composite> {
  return composite({
    background,
    stage: stage(),
    layers: await placeLayers(layers ?? [{ image: cup(), placement: at(cup()) }]),
    kind: 'cut-out',
    harmonise: 0,
    seed: 1,
    ...more,
  });
}

function lightness({ image }: Composite, x: number, y: number): number {
  const i = (y * SIDE + x) * 4;
  return 100 * rgbToOklab([image.data[i]!, image.data[i + 1]!, image.data[i + 2]!])[0];
}

describe('composite', () => {
  it('keeps the pixels of the product byte for byte, and those far from it', async () => {
    const { image, product } = await set();
    const source = cup();
    for (let y = 0; y < source.height; y++) {
      for (let x = 0; x < source.width; x++) {
        const from = (y * source.width + x) * 4;
        if (source.data[from + 3] !== 255) continue;
        const to = ((y + 190) * SIDE + x + 140) * 4;
        expect(image.data.slice(to, to + 4)).toEqual(source.data.slice(from, from + 4));
        expect(product.data[to / 4]).toBe(255);
      }
    }
    expect(image.data.slice(0, 400)).toEqual(background.data.slice(0, 400));
    expect(product.data[0]).toBe(0);
  });

  it('darkens the ground where the product touches it, not under a handle in the air', async () => {
    const made = await set();
    const open = lightness(made, 20, 331);
    expect(open - lightness(made, 215, 331)).toBeGreaterThan(12);
    expect(open - lightness(made, 150, 331)).toBeLessThan(6);
  });

  it('throws the shadow away from the light', async () => {
    const fromLeft = await set();
    expect(lightness(fromLeft, 275, 318)).toBeLessThan(lightness(fromLeft, 130, 318) - 4);
    const right = { ...stage().light, azimuth: Math.PI / 4 };
    const fromRight = await set({ stage: stage({ light: right }) });
    expect(lightness(fromRight, 155, 318)).toBeLessThan(lightness(fromRight, 275, 318) - 4);
  });

  it('mirrors the product in a glossy floor only', async () => {
    const floor = { top: 220, bottom: 390, colour: '#c8b8a0' as const, gloss: 0.8 };
    const glossy = await set({ stage: stage({ floor }) });
    const matt = await set();
    const blue = ({ image }: Composite): number => image.data[((345 * SIDE + 215) * 4) | 0]!;
    expect(blue(glossy)).toBeLessThan(blue(matt) - 5);
  });

  it('hangs the product in front of a ground that nothing can stand on', async () => {
    const { horizon, light, freeSpace } = stage();
    const made = await set({ stage: { horizon, light, freeSpace } });
    expect(lightness(made, 215, 334)).toBeLessThan(lightness(made, 20, 334) - 3);
    expect(lightness(made, 265, 264)).toBeLessThan(lightness(made, 20, 264) - 1);
  });

  it('draws nearer products over farther ones', async () => {
    const red = plain(80, 80, [200, 0, 0]);
    const blue = plain(80, 80, [0, 0, 200]);
    const box = { x: 150, y: 240, width: 80, height: 80 };
    const made = await set({
      layers: [
        { image: red, placement: at(red, 1, { box, depth: 2 }) },
        { image: blue, placement: at(blue, 1, { box: { ...box, x: 190 }, depth: 1, photo: 1 }) },
      ],
    });
    const pixel = (280 * SIDE + 200) * 4;
    expect(made.image.data[pixel]).toBeGreaterThan(made.image.data[pixel + 2]!);
  });

  it('moves colours towards the scene when asked, within the cap', async () => {
    const grey = plain(100, 100, [120, 120, 120]);
    const placed = [{ image: grey, placement: at(grey) }];
    const warm = plain(SIDE, SIDE, [250, 150, 60]);
    const still = await set({ background: warm, layers: placed });
    const moved = await set({ background: warm, layers: placed, harmonise: 1 });
    const colour = ({ image }: Composite) =>
      rgbToOklab([...image.data.slice((280 * SIDE + 190) * 4)].slice(0, 3) as never);
    const [a, b] = [colour(still), colour(moved)];
    const distance = 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
    expect(distance).toBeGreaterThan(1.5);
    expect(distance).toBeLessThan(6);
  });

  it('frames a whole photo as a card of its box', async () => {
    const photo = plain(160, 120, [30, 90, 60]);
    for (const seed of [0, 1, 2]) {
      const made = await set({ kind: 'photo-card', seed, layers: [{ image: photo, placement: at(photo) }] });
      const middle = (270 * SIDE + 220) * 4;
      expect([...made.image.data.slice(middle, middle + 3)]).toEqual([30, 90, 60]);
      const border = (270 * SIDE + 142) * 4;
      expect(made.image.data[border]).toBeGreaterThan(230);
      expect(made.product.data[middle / 4]).toBe(255);
    }
  });

  it('accepts products that reach out of the picture', async () => {
    const image = cup();
    const box = { x: -60, y: 300, width: image.width, height: image.height };
    const made = await set({ layers: [{ image, placement: at(image, 1, { box }) }] });
    expect(made.image.data.length).toBe(SIDE * SIDE * 4);
  });
});
