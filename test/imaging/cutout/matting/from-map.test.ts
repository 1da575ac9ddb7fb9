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
  const found = (right: number) => ({
    map: planeOf(40, 30, (x, y) => (x >= 10 && x < right && y >= 10 && y < 20 ? 1 : 0)),
    box: { x: 0, y: 0, width: 400, height: 300 },
  });

  it('asks for twice the box of a small product, and for nothing where it is large or absent', () => {
    const { crop: box } = refinementCrop({ photo: small, map: found(20) });
    expect(box?.width).toBeGreaterThan(180);
    expect(box?.width).toBeLessThan(220);
    expect(box && box.x + box.width / 2).toBeCloseTo(150, -1);
    expect(refinementCrop({ photo: small, map: found(40) }).crop).toBeUndefined();
    expect(refinementCrop({ photo: small, map: found(10) }).crop).toBeUndefined();
  });
});
