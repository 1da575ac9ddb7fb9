import { describe, expect, it } from 'vitest';
import {
  adviceFor,
  type Reason,
  reasonFor,
  remarksOn,
} from '../../../../src/imaging/cutout/confidence/advice.ts';
import { type CutoutSignals, measureSignals } from '../../../../src/imaging/cutout/confidence/signals.ts';
import { createMask, type Mask, maskOf } from '../../../../src/imaging/cutout/mask.ts';
import { backgroundOf } from '../../../../src/imaging/cutout/segmentation/background.ts';
import { analysePhoto } from '../../../../src/imaging/cutout/segmentation/photo-analysis.ts';
import { segment } from '../../../../src/imaging/cutout/segmentation/segment.ts';
import { gaussianBlur } from '../../../../src/imaging/filter.ts';
import { seededRandom } from '../../../../src/imaging/random.ts';
import { createPlane, createRaster, type Raster } from '../../../../src/imaging/raster.ts';
import { block, disc, photoOf, type Scene } from '../photo.ts';

const PAPER = [206, 200, 190] as const;
const RED = [150, 40, 40] as const;
const bottle = block(90, 40, 150, 170);

/** Patches of many colours and sizes. */
function jumble(x: number, y: number): readonly [number, number, number] {
  const random = seededRandom(1 + Math.floor(x / 17) * 131 + Math.floor(y / 13) * 7);
  return [40 + 200 * random(), 40 + 200 * random(), 40 + 200 * random()];
}

function blurred(photo: Raster, sigma: number): Raster {
  const out = createRaster(photo.width, photo.height);
  out.data.fill(255);
  for (let c = 0; c < 3; c++) {
    const plane = createPlane(photo.width, photo.height);
    for (let i = 0; i < plane.data.length; i++) plane.data[i] = photo.data[i * 4 + c]!;
    const soft = gaussianBlur(plane, sigma);
    for (let i = 0; i < soft.data.length; i++) out.data[i * 4 + c] = soft.data[i]!;
  }
  return out;
}

/** @param cut absent = as the classical way cuts it */
function signalsOf(photo: Raster, cut?: Mask): CutoutSignals {
  const analysis = analysePhoto(photo, 400);
  const background = backgroundOf(analysis);
  const own = segment(analysis, background);
  const mask = cut ?? own?.mask ?? createMask(analysis.width, analysis.height);
  return measureSignals({ analysis, background, mask, own });
}

const reasonOf = (photo: Raster, things = 1): Reason => reasonFor(signalsOf(photo), things);

/** A photo for each thing that goes wrong. */
const PHOTOS: Readonly<Record<Exclude<Reason, 'several' | 'blurred' | 'alike' | 'leftBody'>, Scene>> = {
  dark: { ground: [26, 24, 24], things: [{ shape: bottle, colour: [52, 16, 16] }] },
  overexposed: { ground: [196, 190, 184], things: [{ shape: bottle, colour: [255, 255, 255] }], noise: 0 },
  framed: { ground: PAPER, things: [{ shape: block(90, 60, 170, 200), colour: RED }] },
  small: { ground: PAPER, things: [{ shape: disc(120, 100, 9), colour: RED }] },
  seeThrough: {
    ground: PAPER,
    things: [
      { shape: bottle, colour: [110, 112, 112] },
      { shape: block(95, 45, 145, 165), colour: [203, 199, 191] },
    ],
  },
  paleOnPale: {
    ground: [240, 239, 236],
    things: [
      { shape: bottle, colour: [231, 230, 228] },
      { shape: block(105, 90, 135, 110), colour: [190, 30, 40] },
    ],
  },
  darkOnDark: {
    ground: [38, 38, 41],
    things: [
      { shape: bottle, colour: [24, 24, 27] },
      { shape: block(105, 90, 135, 110), colour: [214, 176, 100] },
    ],
  },
  busy: { ground: jumble, things: [{ shape: bottle, colour: RED }] },
};

describe('reasonFor', () => {
  it.each(Object.entries(PHOTOS))('names what is wrong with the photo: %s', (reason, scene) => {
    expect(reasonOf(photoOf(scene).photo)).toBe(reason);
  });

  it('sees that a photo is out of focus', () => {
    const { photo } = photoOf({ ground: PAPER, things: [{ shape: bottle, colour: RED }] });
    expect(reasonOf(blurred(photo, 6))).toBe('blurred');
    expect(reasonOf(photo)).not.toBe('blurred');
  });

  it('asks for the product alone where several things were found', () => {
    const { photo } = photoOf({ ground: PAPER, things: [{ shape: bottle, colour: RED }] });
    expect(reasonOf(photo, 2)).toBe('several');
  });

  it('sees the clear body below a lid that was taken for all', () => {
    const [lid, outer, inner] = [block(90, 40, 150, 70), block(92, 74, 148, 170), block(93, 75, 147, 169)];
    const things = [
      { shape: lid, colour: RED },
      { shape: outer, colour: [194, 188, 178] },
      { shape: inner, colour: PAPER },
    ] as const;
    const { photo } = photoOf({ ground: PAPER, things });
    const analysis = analysePhoto(photo, 400);
    const ratio = photo.width / analysis.width;
    const found = maskOf(analysis.width, analysis.height, (i) =>
      lid(ratio * (i % analysis.width), ratio * Math.floor(i / analysis.width)),
    );
    expect(signalsOf(photo, found).leftBody).toBeGreaterThan(0.5);
    const { photo: alone } = photoOf({ ground: PAPER, things: things.slice(0, 1) });
    expect(signalsOf(alone, found).leftBody).toBe(0);
  });

  it('names a colour that product and ground share', () => {
    const print = { shape: block(105, 90, 135, 110), colour: RED };
    const { photo } = photoOf({
      ground: [176, 150, 122],
      things: [{ shape: bottle, colour: [167, 140, 113] }, print],
    });
    expect(reasonOf(photo)).toBe('alike');
  });
});

describe('adviceFor', () => {
  it('says what to do in both languages', () => {
    const { photo } = photoOf(PHOTOS.paleOnPale);
    const { ko, en } = adviceFor(signalsOf(photo));
    expect(ko).toBe('흰 제품이 흰 바탕에 있어요: 색 있는 종이 위에서 찍어 보세요.');
    expect(en).toMatch(/coloured paper/);
  });
});

describe('remarksOn', () => {
  const whole = maskOf(240, 200, (i) => bottle(i % 240, Math.floor(i / 240)));

  it('says where the old background shows through a product that was cut out whole', () => {
    const { photo } = photoOf(PHOTOS.seeThrough);
    expect(remarksOn(signalsOf(photo, whole)).map(({ en }) => en)).toEqual([
      expect.stringMatching(/shows through/),
    ]);
  });

  it('says nothing of what is solid, be it as pale as its ground', () => {
    const solid = photoOf({ ground: PAPER, things: [{ shape: bottle, colour: RED }] }).photo;
    expect(remarksOn(signalsOf(solid, whole))).toEqual([]);
    expect(remarksOn(signalsOf(photoOf(PHOTOS.paleOnPale).photo, whole))).toEqual([]);
  });
});
