import { describe, expect, it } from 'vitest';
import type { Box } from '../../src/ad/geometry.ts';
import type { TextBlock } from '../../src/ad/layout.ts';
import { createMatte, createRaster } from '../../src/imaging/raster.ts';
import { composeLoop } from '../../src/motion/compose-loop.ts';
import { FramePainter } from '../../src/motion/frame-painter.ts';
import type { Loop } from '../../src/motion/loop.ts';
import { drawText } from '../../src/typography/draw.ts';
import { faces } from '../faces.ts';
import { badge, calm, cup, design, designLoop, headline, price, size, wordsOf } from './loops.ts';

/** All frames, each with its pixels. */
function framesOf(loop: Loop): readonly Uint8ClampedArray[] {
  const painter = new FramePainter(loop);
  return Array.from({ length: loop.seconds * loop.fps + 1 }, (_, i) =>
    Uint8ClampedArray.from(painter.paint(i / loop.fps).pixels),
  );
}

const luminance = (pixels: Uint8ClampedArray, i: number): number =>
  [0.2126, 0.7152, 0.0722].reduce((sum, share, c) => {
    const value = pixels[i + c]! / 255;
    return sum + share * (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  }, 0);

/** Contrast of the darkest and the lightest twentieth of a box. */
function contrastIn(pixels: Uint8ClampedArray, { x, y, width, height }: Box): number {
  const all: number[] = [];
  for (let row = y; row < y + height; row++)
    for (let column = x; column < x + width; column++)
      all.push(luminance(pixels, (row * size.width + column) * 4));
  all.sort((a, b) => a - b);
  const at = (share: number): number => all[Math.floor(share * (all.length - 1))]!;
  return (at(0.95) + 0.05) / (at(0.05) + 0.05);
}

const sameAs = (a: Uint8ClampedArray, b: Uint8ClampedArray): boolean => a.every((value, i) => value === b[i]);

function pixelsIn(pixels: Uint8ClampedArray, { x, y, width, height }: Box): string {
  const rows = Array.from({ length: height }, (_, row) => {
    const from = ((y + row) * size.width + x) * 4;
    return Buffer.from(pixels.subarray(from, from + width * 4)).toString('base64');
  });
  return rows.join();
}

describe('an ad in motion', () => {
  const loop = designLoop();
  const frames = framesOf(loop);

  it('begins and ends as the ad itself, and moves in between', () => {
    const still = loop.still.data;
    const moving = frames.filter((frame) => !sameAs(still, frame)).length;
    expect(sameAs(still, frames[0]!)).toBe(true);
    expect(sameAs(still, frames.at(-1)!)).toBe(true);
    expect(sameAs(still, frames[Math.floor(calm.rest * calm.fps)]!)).toBe(true);
    expect(moving).toBeGreaterThan(30);
  });

  it('is, taken apart and at rest, the ad itself', () => {
    const [first] = framesOf({
      ...loop,
      items: loop.items.map((item) => ({
        ...item,
        gestures: item.gestures.map((gesture) =>
          gesture.kind === 'float' ? { ...gesture, from: -1, to: 5, rise: 1e-9 } : gesture,
        ),
      })),
    });
    const worst = loop.still.data.reduce((most, value, i) => Math.max(most, Math.abs(value - first![i]!)), 0);
    expect(worst).toBeLessThanOrEqual(3);
  });

  it('keeps all words readable in every frame', () => {
    for (const { box } of [headline, badge, price]) {
      const worst = Math.min(...frames.map((frame) => contrastIn(frame, box)));
      expect(worst).toBeGreaterThan(4.5);
    }
  });

  it('shows the true price for four fifths of the time, and no other one at rest', () => {
    const wheels = loop.items.flatMap(({ wheels = [] }) => wheels);
    expect(wheels).toHaveLength(4);
    const digits = { x: 30, y: 290, width: 100, height: 36 };
    const pop = loop.items
      .find(({ wheels }) => wheels !== undefined)
      ?.gestures.find(({ kind }) => kind === 'count');
    expect((pop?.to ?? 9) - (pop?.from ?? 0)).toBeLessThanOrEqual(0.6);
    // Frames in which digits turn and none is whole differ from one another and from the ad.
    const seen = frames.map((frame) => pixelsIn(frame, digits));
    const turning = seen.filter(
      (_, i) => pop !== undefined && i / calm.fps > pop.from && i / calm.fps < pop.to,
    );
    expect(turning.length / frames.length).toBeLessThan(0.2);
    expect(new Set(turning).size).toBe(turning.length);
  });

  it('changes no part of the sheet where nothing moves', () => {
    for (const frame of frames)
      expect(pixelsIn(frame, headline.box)).toBe(pixelsIn(frames[0]!, headline.box));
  });

  it('does not flash: no part grows light or dark more than three times in a second', () => {
    const block = { width: 60, height: 60 };
    for (let y = 0; y < size.height; y += 60) {
      for (let x = 0; x < size.width; x += 60) {
        const light = frames.map((frame) => {
          let sum = 0;
          for (let i = 0; i < 3600; i += 7)
            sum += luminance(frame, ((y + Math.floor(i / 60)) * size.width + x + (i % 60)) * 4);
          return sum / (3600 / 7);
        });
        const turns = light.filter((value, i) => i > 1 && Math.abs(value - light[i - 1]!) > 0.1).length;
        expect(turns, JSON.stringify({ x, y, block })).toBeLessThan(6);
      }
    }
  });
});

describe('what moves', () => {
  const gesturesOf = (loop: Loop) => loop.items.flatMap(({ gestures }) => gestures);

  it('is shown in the order of reading: the product first, then badge and price', () => {
    const starts = new Map(gesturesOf(designLoop()).map(({ kind, from }) => [kind, from]));
    const pops = gesturesOf(designLoop())
      .filter(({ kind }) => kind === 'pop')
      .map(({ from }) => from);
    expect(starts.get('float')).toBeLessThan(Math.min(...pops));
    expect(starts.get('count')).toBe(Math.max(...pops));
  });

  it('moves a badge with the shape that it stands on', () => {
    const popped = designLoop().items.filter(({ gestures }) => gestures.some(({ kind }) => kind === 'pop'));
    const about = popped.map(({ gestures }) =>
      gestures.flatMap((gesture) => (gesture.kind === 'pop' ? [gesture.about] : [])),
    );
    expect(popped).toHaveLength(3);
    expect(about[0]).toEqual(about[1]);
  });

  it('lets a product that the edge cuts off grow from it, so that nothing gapes below', () => {
    const layers = design.layers.map((layer) =>
      layer.kind === 'hero' ? { ...layer, box: { ...layer.box, y: 210 } } : layer,
    );
    const loop = designLoop([headline], layers);
    expect(gesturesOf(loop).map(({ kind }) => kind)).toEqual(['pop', 'light']);
    const bottom = { x: 140, y: 356, width: 70, height: 3 };
    for (const frame of framesOf(loop))
      expect(pixelsIn(frame, bottom)).not.toBe(pixelsIn(new Uint8ClampedArray(frame.length), bottom));
  });

  it('is the headline where there is nothing else', () => {
    const loop = designLoop([headline], design.layers.slice(0, 1));
    expect(gesturesOf(loop).map(({ kind }) => kind)).toEqual(['pop']);
  });

  it('turns no digits of a price that something is drawn around', () => {
    const outlined: TextBlock = { ...price, treatment: 'outline', treatmentColour: '#ffffff' };
    expect(gesturesOf(designLoop([headline, outlined])).some(({ kind }) => kind === 'count')).toBe(false);
  });
});

describe('a scene in motion', () => {
  it('lifts the product off its background, whose shadow stays', () => {
    const background = createRaster(360, 360).data.fill(220);
    const image = createRaster(360, 360);
    image.data.set(background);
    const product = createMatte(360, 360);
    for (let y = 0; y < 150; y++) {
      for (let x = 0; x < 110; x++) {
        if (cup.data[(y * 110 + x) * 4 + 3] !== 255) continue;
        const at = (y + 120) * 360 + x + 120;
        product.data[at] = 255;
        image.data.set(cup.data.subarray((y * 110 + x) * 4, (y * 110 + x) * 4 + 4), at * 4);
      }
    }
    for (let i = 3; i < image.data.length; i += 4) image.data[i] = 255;
    const still = drawText(image, wordsOf([price]), faces);
    const ground = { width: 360, height: 360, data: background };
    const loop = composeLoop({
      still,
      lettered: still,
      words: wordsOf([price]),
      score: calm,
      faces,
      picture: { kind: 'scene', image, background: ground, product },
    });
    const frames = framesOf(loop);
    const top = { x: 150, y: 117, width: 50, height: 2 };
    expect(sameAs(still.data, frames[0]!)).toBe(true);
    expect(frames.some((frame) => pixelsIn(frame, top) !== pixelsIn(frames[0]!, top))).toBe(true);
    const free = { x: 10, y: 10, width: 80, height: 80 };
    for (const frame of frames) expect(pixelsIn(frame, free)).toBe(pixelsIn(frames[0]!, free));
  });
});
