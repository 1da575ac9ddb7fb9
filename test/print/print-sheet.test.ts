import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { bleedOf, type Place, pixelsPerMm } from '../../src/ad/place.ts';
import { readQr } from '../../src/design/parts/read-qr.ts';
import { cropRaster } from '../../src/imaging/crop.ts';
import { resizeRaster } from '../../src/imaging/filter.ts';
import type { Raster } from '../../src/imaging/raster.ts';
import { xmpPacket } from '../../src/imaging/xmp.ts';
import type { AdContent } from '../../src/layered/ad-content.ts';
import { pdfFacts } from '../../src/print/pdf-facts.ts';
import { printSheet } from '../../src/print/print-sheet.ts';
import { explainResolution } from '../../src/print/source-resolution.ts';
import { designPresets } from '../design/requests.ts';
import { faces } from '../faces.ts';
import { designedContent, likeness, meanDifference } from '../layered/contents.ts';
import { hasPoppler, pdfFonts, pdfImages, pdfInfo, pdfRaster, pdfText } from './poppler.ts';

const CODE = 'https://example.com/chicken';
const about = {
  title: '바삭 후라이드',
  language: 'ko',
  xmp: xmpPacket({ digitalSource: 'algorithmicMedia', alt: '광고', language: 'ko', recipe: '{"a":1}' }),
};

function placeOf(key: string): Place {
  const place = designPresets.places.rows.find((row) => row.key === key);
  if (place === undefined) throw new Error(`There is no place ${key}`);
  return place;
}

const contentFor = (place: Place, given: Parameters<typeof designedContent>[1] = {}): Promise<AdContent> => {
  const bleed = bleedOf(place);
  return designedContent(place.pixels.is, { ...given, ...(bleed === undefined ? {} : { bleed }) });
};

const print = (content: AdContent, { print: rule }: Place) => {
  if (rule === undefined) throw new Error('This place is not printed');
  return printSheet({ content, sheet: rule.is, faces, about });
};

/** What of a rendered page is the sheet with its bleed, at the layout's size. */
async function sheetOf(pdf: Uint8Array, place: Place, dpi = 150): Promise<Raster> {
  const page = await pdfRaster(pdf, dpi);
  const { bleed, trim } = pdfFacts(pdf).boxes;
  expect(trim).toBeDefined();
  const [left = 0, foot = 0, right = 0, top = 0] = (bleed ?? []).map((point) =>
    Math.round((point / 72) * dpi),
  );
  const cropped = cropRaster(page, {
    x: left,
    y: page.height - top,
    width: right - left,
    height: top - foot,
  });
  return resizeRaster(cropped, place.pixels.is.width, place.pixels.is.height);
}

/** Finds the line, which screens show in magenta, at every angle where a knife of that radius goes. */
async function expectCircle(bytes: Uint8Array, radius: number): Promise<void> {
  const dpi = 600;
  const page = await pdfRaster(bytes, dpi);
  const middle = page.width / 2;
  const isMagenta = (mm: number, angle: number): boolean => {
    const far = (mm / 25.4) * dpi;
    const [x, y] = [Math.round(middle + far * Math.cos(angle)), Math.round(middle + far * Math.sin(angle))];
    const [r = 0, g = 0, b = 0] = page.data.subarray(4 * (y * page.width + x));
    return r > 150 && b > 80 && g < 0.5 * Math.min(r, b);
  };
  const near = [-0.06, -0.03, 0, 0.03, 0.06];
  for (let turn = 0; turn < 1; turn += 1 / 24) {
    const angle = 2 * Math.PI * (turn + 0.01);
    expect(near.some((by) => isMagenta(radius + by, angle))).toBe(true);
  }
}

let card: Place;
let content: AdContent;
let pdf: Uint8Array;
beforeAll(async () => {
  card = placeOf('business-card');
  content = await contentFor(card, { qr: CODE, asked: 'split-sheet' });
  ({ bytes: pdf } = await print(content, card));
});

describe('a sheet for a press', () => {
  it('says where it is cut and what is cut off, and for which inks it was made', () => {
    const { boxes, images, hasRgb, hasIntent, fonts, xmp } = pdfFacts(pdf);
    const mm = (box: readonly number[] = []) =>
      [(box[2] ?? 0) - (box[0] ?? 0), (box[3] ?? 0) - (box[1] ?? 0)].map((side) =>
        Math.round((side / 72) * 25.4),
      );
    expect(mm(boxes.trim)).toEqual([90, 50]);
    expect(mm(boxes.bleed)).toEqual([96, 56]);
    expect(images).toEqual([
      { width: Math.round((96 / 25.4) * 300), height: Math.round((56 / 25.4) * 300), channels: 4 },
    ]);
    expect({ hasRgb, hasIntent }).toEqual({ hasRgb: false, hasIntent: true });
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.every(({ embedded }) => embedded)).toBe(true);
    expect(xmp).toContain('digitalsourcetype/algorithmicMedia');
  });

  it('is the same file for the same ad', async () => {
    expect(Buffer.compare((await print(content, card)).bytes, pdf)).toBe(0);
  });

  it('prints what is black in black ink alone, over what lies under it', () => {
    const file = Buffer.from(pdf).toString('latin1');
    const [, length] = /\/Length (\d+)[^>]*\/Filter \/FlateDecode\s*>>\s*stream\n(?=x)/.exec(file) ?? [];
    expect(length).toBeDefined();
    const contents = [...file.matchAll(/stream\n(x[\s\S]*?)\nendstream/g)].map(([, packed = '']) => {
      try {
        return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
      } catch {
        return '';
      }
    });
    const page = contents.find((text) => text.includes('/Picture Do')) ?? '';
    expect(page).toMatch(/\/Overprint gs 0 0 0 1 k/);
    expect(page).toMatch(/BT[\s\S]*Tj|TJ/);
  });

  it('tells of pictures that are too small for it, with what would be enough', async () => {
    // The bottle is 560 pixels high: at 100 dpi there is nothing to tell, at 300 dpi there is.
    const rule = card.print?.is ?? { trim: { width: 0, height: 0 }, bleed: 0, dpi: 0 };
    const [told] = explainResolution(content, { ...rule, dpi: 2400 });
    expect(told?.ko).toMatch(/^제품 사진이 이 크기에서 \d+ dpi.*픽셀인 사진이 필요해요/);
    expect(told?.en).toMatch(/^The product has \d+ dpi.*pixels/);
    expect(explainResolution(content, { ...rule, dpi: 100 })).toEqual([]);
  });

  it.skipIf(!hasPoppler)(
    'is what the picture is, in the eyes of Poppler, with every font in it (needs poppler-utils)',
    async () => {
      expect(await pdfInfo(pdf)).toMatch(/TrimBox:\s+28\.35\s+28\.35/);
      const fonts = await pdfFonts(pdf);
      expect(fonts.length).toBeGreaterThan(0);
      for (const [name, embedded, subset] of fonts)
        expect([name, embedded, subset]).toEqual([name, 'yes', 'yes']);
      expect(await pdfImages(pdf)).toEqual([['icc', '4', '300']]);
      expect((await pdfText(pdf)).replaceAll(/\s/g, '')).toContain('바삭후라이드');
      const seen = await sheetOf(pdf, card, 300);
      // A press has fewer colours than a screen; everything stands where it stands in the picture.
      expect(meanDifference(seen, content.finished)).toBeLessThan(12);
      expect(likeness(seen, content.finished)).toBeGreaterThan(0.97);
      expect(readQr(seen)).toBe(CODE);
    },
  );

  it.skipIf(!hasPoppler)(
    'fills the bleed with the picture, and never with paper (needs poppler-utils)',
    async () => {
      const place = placeOf('round-sticker');
      const photo = await designedContent(
        place.pixels.is,
        { bleed: bleedOf(place) ?? { top: 0, right: 0, bottom: 0, left: 0 } },
        'photo',
      );
      const { bytes } = await print(photo, place);
      const seen = await sheetOf(bytes, place);
      const rim = Math.round(
        2 * pixelsPerMm(place.pixels.is, { trim: { width: 50, height: 50 }, bleed: 3, dpi: 300 }),
      );
      const { width, height } = seen;
      const strips = [
        { x: rim / 2, y: rim / 2, width: width - rim, height: rim / 2 },
        { x: rim / 2, y: height - rim, width: width - rim, height: rim / 2 },
      ].map((box) => ({
        x: Math.round(box.x),
        y: Math.round(box.y),
        width: Math.round(box.width),
        height: Math.round(box.height),
      }));
      for (const strip of strips)
        expect(meanDifference(cropRaster(seen, strip), cropRaster(photo.finished, strip))).toBeLessThan(14);
      expect(pdfFacts(bytes).spots).toEqual(['CutContour']);
      expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Type \/OCG\s+\/Name \(CutContour\)/);
      await expectCircle(bytes, 25);
    },
  );
});
