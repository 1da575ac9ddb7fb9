import type { Size } from '../../src/ad/geometry.ts';
import type { Palette, Stage } from '../../src/ad/scene.ts';
import { defined } from '../../src/collections/defined.ts';
import { drawn } from '../../src/imaging/canvas.ts';
import { type Random, seededRandom } from '../../src/imaging/random.ts';
import { copyRaster, createMatte, type Matte, type Raster } from '../../src/imaging/raster.ts';

/** The five formats, at half their usual size. */
export const FORMATS: Readonly<Record<string, Size>> = {
  '1:1': { width: 540, height: 540 },
  '4:5': { width: 540, height: 675 },
  '9:16': { width: 540, height: 960 },
  '16:9': { width: 960, height: 540 },
  '1.91:1': { width: 600, height: 314 },
};

export const PALETTES: readonly Palette[] = [
  { background: '#efe0cd', ink: '#3a2415', accent: '#c2410c' },
  { background: '#1c1412', ink: '#fff7ed', accent: '#f97316' },
  { background: '#ffd84d', ink: '#3b0d0d', accent: '#dc2626' },
  { background: '#f2faf6', ink: '#134e3a', accent: '#059669' },
];

export const GROUND_NAMES = ['flat', 'wall', 'mid-grey', 'photo', 'noise', 'stripes'] as const;

export type GroundName = (typeof GROUND_NAMES)[number];

const grey = (level: number): string => `rgb(${level}, ${level}, ${level})`;

/** A picture to put words on, from a calm wall to what no words can be read on. */
export function groundOf(name: GroundName, { width, height }: Size, seed: number): Raster {
  const random = seededRandom(seed);
  const picture = drawn(width, height, (context) => {
    context.fillStyle = name === 'mid-grey' ? grey(128) : '#e8ddd0';
    context.fillRect(0, 0, width, height);
    if (name === 'wall') {
      const light = context.createRadialGradient(width * random(), 0, 0, width / 2, height / 2, width);
      light.addColorStop(0, '#fbf3e6');
      light.addColorStop(1, '#b79a7c');
      context.fillStyle = light;
      context.fillRect(0, 0, width, height);
      context.fillStyle = '#7a5436';
      context.fillRect(0, height * 0.7, width, height);
    }
    if (name === 'photo') {
      for (let i = 0; i < 60; i++) {
        context.fillStyle = `hsl(${360 * random()}, ${70 * random()}%, ${15 + 75 * random()}%)`;
        context.beginPath();
        context.arc(width * random(), height * random(), height * (0.03 + 0.22 * random()), 0, 7);
        context.fill();
      }
    }
    if (name === 'stripes') {
      for (let x = 0; x < width; x += 18) {
        context.fillStyle = (x / 18) % 2 === 0 ? '#111111' : '#f5f5f5';
        context.fillRect(x, 0, 18, height);
      }
    }
  });
  if (name === 'noise') speckle(picture, random);
  return picture;
}

function speckle(picture: Raster, random: Random): void {
  for (let i = 0; i < picture.data.length; i += 4) {
    const level = 255 * random();
    picture.data[i] = level;
    picture.data[i + 1] = level;
    picture.data[i + 2] = level;
  }
}

/** A stage with a floor in the lower third. */
export function stageOf({ width, height }: Size, across?: readonly [number, number]): Stage {
  return {
    light: { azimuth: 2, elevation: 0.8, softness: 0.5, tint: '#ffffff' },
    horizon: Math.round(0.66 * height),
    floor: {
      top: Math.round(0.7 * height),
      bottom: height,
      colour: '#7a5436',
      gloss: 0.1,
      ...defined({ across }),
    },
    freeSpace: [{ x: 0, y: 0, width, height: Math.round(0.4 * height) }],
  };
}

/** A rounded thing of one colour on nothing, cropped to itself. */
export function productOf(width: number, height: number, colour = '#2f4a8a'): Raster {
  return drawn(width, height, (context) => {
    context.fillStyle = colour;
    context.beginPath();
    context.roundRect(0, 0, width, height, Math.min(width, height) / 5);
    context.fill();
  });
}

/** The picture with a box of one colour standing in it, and where that is. */
export function withBox(
  picture: Raster,
  box: { x: number; y: number; width: number; height: number },
): { image: Raster; product: Matte } {
  const image = copyRaster(picture);
  const product = createMatte(image.width, image.height);
  for (let y = Math.max(0, box.y); y < Math.min(image.height, box.y + box.height); y++) {
    for (let x = Math.max(0, box.x); x < Math.min(image.width, box.x + box.width); x++) {
      const i = y * image.width + x;
      product.data[i] = 255;
      image.data.set([47, 74, 138, 255], i * 4);
    }
  }
  return { image, product };
}
