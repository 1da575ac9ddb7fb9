import { describe, expect, it } from 'vitest';
import type { StyleName } from '../../../src/ad/style.ts';
import { resizeRaster } from '../../../src/imaging/filter.ts';
import type { Raster } from '../../../src/imaging/raster.ts';
import { renderScene } from '../../../src/studio/render-scene.ts';
import { restyle } from '../../../src/studio/restyle/restyle.ts';
import { builtIn } from '../../../src/studio/studio.ts';
import { applyStyle } from '../../../src/studio/styles/apply-style.ts';

const palette = { background: '#e8efe4', ink: '#24402c', accent: '#d9467a' } as const;

const { image: photo } = renderScene({
  recipe: 'table',
  subject: 'strawberry-latte',
  lighting: 'window',
  palette: { background: '#efe0cd', ink: '#3a2415', accent: '#c2410c' },
  darkness: 0,
  style: 'realistic',
  room: { product: false, words: false },
  size: { width: 320, height: 320 },
  seed: 3,
});

const restyled = (style: StyleName, strength: number): Raster =>
  restyle({ reference: photo, strength, style, palette, lighting: 'sunset', darkness: 0.2, seed: 1 }).image;

/** Mean distance of two pictures, 0–255. */
function difference(a: Raster, b: Raster): number {
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += Math.abs(a.data[i]! - b.data[i]!);
  return sum / a.data.length;
}

/** How alike two pictures are in what is light and what is dark in them, at a sixteenth of the size: 1 = the same. */
function sameComposition(a: Raster, b: Raster): number {
  const levels = (image: Raster): number[] => {
    const { data } = resizeRaster(image, 20, 20);
    return Array.from({ length: 400 }, (_, i) => data[i * 4]! + 2 * data[i * 4 + 1]! + data[i * 4 + 2]!);
  };
  const [p, q] = [levels(a), levels(b)];
  const mean = (list: number[]): number => list.reduce((sum, value) => sum + value, 0) / list.length;
  const [mp, mq] = [mean(p), mean(q)];
  const dot = (x: number[], mx: number, y: number[], my: number): number =>
    x.reduce((sum, value, i) => sum + (value - mx) * (y[i]! - my), 0);
  return dot(p, mp, q, mq) / Math.sqrt(dot(p, mp, p, mp) * dot(q, mq, q, mq));
}

describe.each(builtIn.styles.names)('restyled as %s', (style) => {
  it('goes visibly farther with more strength', () => {
    const [gentle, clear, bold] = [0.3, 0.6, 0.9].map((strength) => restyled(style, strength));
    expect(difference(photo, gentle!)).toBeGreaterThan(2);
    expect(difference(photo, clear!)).toBeGreaterThan(difference(photo, gentle!) + 1);
    expect(difference(photo, bold!)).toBeGreaterThan(difference(photo, clear!) + 1);
  });

  it('keeps what is in the photo where it is', () => {
    expect(sameComposition(photo, restyled(style, 0.6))).toBeGreaterThan(0.85);
  });

  it('gives the same picture for the same request', () => {
    expect(restyled(style, 0.6).data).toEqual(restyled(style, 0.6).data);
  });
});

describe('applyStyle', () => {
  it('looks clearly different in every style', () => {
    const pictures = builtIn.styles.all.map((style) => applyStyle(photo, style, 1));
    for (const [i, picture] of pictures.entries()) {
      for (const other of pictures.slice(i + 1)) expect(difference(picture, other)).toBeGreaterThan(2);
    }
  });
});
