import { describe, expect, it } from 'vitest';
import { maskOf } from '../../../../src/imaging/cutout/mask.ts';
import { maskOfMap, votesOf } from '../../../../src/imaging/cutout/matting/mask-of-map.ts';
import { priorOf } from '../../../../src/imaging/cutout/matting/prior.ts';
import { refinementCrop } from '../../../../src/imaging/cutout/refinement-crop.ts';
import { backgroundOf } from '../../../../src/imaging/cutout/segmentation/background.ts';
import { analysePhoto } from '../../../../src/imaging/cutout/segmentation/photo-analysis.ts';
import { planeOf } from '../../pictures.ts';
import { block, photoOf } from '../photo.ts';

const photo = { x: 0, y: 0, width: 200, height: 100 };
const whole = (map = planeOf(20, 10, () => 0)) => ({ map, box: { x: 0, y: 0, width: 200, height: 100 } });

describe('priorOf', () => {
  const left = planeOf(20, 10, (x) => (x < 10 ? 1 : 0));

  it('is the first look where there is no other', () => {
    const prior = priorOf([whole(left)], photo, { width: 40, height: 20 });
    expect([prior.data[5], prior.data[35]]).toEqual([1, 0]);
  });

  it('takes from a closer look what the first was not sure of, and nothing where they saw different things', () => {
    const grey = planeOf(20, 10, (x) => (x < 8 ? 1 : x < 12 ? 0.5 : 0));
    const box = { x: 50, y: 0, width: 100, height: 100 };
    const closer = { map: planeOf(20, 20, (x) => (x < 13 ? 1 : 0)), box };
    const prior = priorOf([whole(grey), closer], photo, { width: 40, height: 20 });
    expect(prior.data[10 * 40 + 21]).toBeGreaterThan(0.9);
    expect(prior.data[10 * 40 + 25]).toBeLessThan(0.1);
    const other = { map: planeOf(20, 20, (x) => (x < 13 ? 0 : 1)), box };
    const first = priorOf([whole(left)], photo, { width: 40, height: 20 });
    expect(priorOf([whole(left), other], photo, { width: 40, height: 20 }).data).toEqual(first.data);
  });
});

describe('priorOf, of looks that agree in half of what they saw', () => {
  const box = { x: 50, y: 0, width: 100, height: 100 };
  const closer = { map: planeOf(20, 20, (x) => (x < 18 ? 1 : 0)), box };
  const at = (value: number) =>
    priorOf([whole(planeOf(20, 10, (x) => (x < 10 ? value : 0))), closer], photo, { width: 40, height: 20 })
      .data[10 * 40 + 25];

  it('keeps to a first look that left no doubt', () => {
    expect(at(1)).toBe(0);
  });

  it('follows the closer one where the first was in doubt', () => {
    expect(at(0.8)).toBeGreaterThan(0.5);
  });
});

describe('maskOfMap', () => {
  const RED = [190, 44, 40] as const;
  const { photo: seen } = photoOf({
    width: 160,
    height: 120,
    ground: [214, 210, 202],
    things: [{ shape: block(40, 30, 100, 90), colour: RED }],
  });
  const analysis = analysePhoto(seen, 160);
  const own = maskOf(160, 120, (i) => block(40, 30, 100, 90)(i % 160, Math.floor(i / 160)));
  const votes = votesOf(own, backgroundOf(analysis));
  const at = (mask: { data: Uint8Array }, x: number, y: number) => mask.data[y * 160 + x];

  it('follows the pixels where the model is in doubt', () => {
    const doubt = planeOf(160, 120, (x) => (x < 80 ? 0.4 : 0.6));
    expect(at(maskOfMap(doubt), 60, 60)).toBe(0);
    const mask = maskOfMap(doubt, votes);
    expect([at(mask, 60, 60), at(mask, 120, 60)]).toEqual([1, 0]);
  });

  it('keeps what the model is sure of though pixels show nothing there', () => {
    const sure = planeOf(160, 120, (x) => (x < 80 ? 0.99 : 0.01));
    const mask = maskOfMap(sure, votes);
    expect([at(mask, 20, 60), at(mask, 90, 60)]).toEqual([1, 0]);
  });
});

describe('refinementCrop', () => {
  const small = photoOf({ width: 400, height: 300, ground: [214, 210, 202], things: [] }).photo;
  const found = (right: number, rim = 1) => ({
    map: planeOf(40, 30, (x, y) => {
      if (x < 10 || x >= right || y < 10 || y >= 20) return 0;
      return x >= 14 && x < right - 4 ? 1 : rim;
    }),
    box: { x: 0, y: 0, width: 400, height: 300 },
  });

  it('looks at a small product from near by, and at nothing where it is large or absent', () => {
    const { crop: box } = refinementCrop({ photo: small, map: found(20) });
    expect(box?.width).toBeGreaterThan(105);
    expect(box?.width).toBeLessThan(140);
    expect(box && box.x + box.width / 2).toBeCloseTo(150, -1);
    expect(refinementCrop({ photo: small, map: found(40) }).crop).toBeUndefined();
    expect(refinementCrop({ photo: small, map: found(10) }).crop).toBeUndefined();
  });

  it('looks from further away where the first look is so much in doubt that it may have seen a part', () => {
    const { crop: box } = refinementCrop({ photo: small, map: found(20, 0.7) });
    expect(box?.width).toBeGreaterThan(180);
    expect(box?.width).toBeLessThan(220);
  });

  it('looks once more at what is larger where the first look left doubts', () => {
    expect(refinementCrop({ photo: small, map: found(36) }).crop).toBeUndefined();
    expect(refinementCrop({ photo: small, map: found(36, 0.85) }).crop?.width).toBeGreaterThan(260);
  });

  it('looks at what is long and thin in no narrower a crop than a model can be shown', () => {
    const map = planeOf(80, 60, (x, y) => (x >= 20 && x < 50 && y >= 30 && y < 32 ? 1 : 0));
    const { crop: box } = refinementCrop({
      photo: small,
      map: { map, box: { x: 0, y: 0, width: 400, height: 300 } },
    });
    expect(box && box.height / box.width).toBeCloseTo(0.4, 1);
    expect(box && box.y + box.height / 2).toBeCloseTo(155, -1);
  });
});
