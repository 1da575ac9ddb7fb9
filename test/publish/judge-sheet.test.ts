import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/ad/place.ts';
import { encodeCmykJpeg } from '../../src/imaging/cmyk.ts';
import { xmpPacket } from '../../src/imaging/xmp.ts';
import { writePdf } from '../../src/print/write-pdf.ts';
import { explainFindings } from '../../src/publish/explain-findings.ts';
import { judge } from '../../src/publish/judge.ts';
import { by, placeWith } from './places.ts';

const NOTHING = { blocks: [], parts: [], hasBorder: false };
const sheet = { trim: { width: 30, height: 20 }, bleed: 3, dpi: 100 };
const size = { width: Math.round((36 / 25.4) * 100), height: Math.round((26 / 25.4) * 100) };
const place = placeWith({ files: { is: ['pdf'], by }, pixels: { is: size, by }, print: { is: sheet, by } });
const xmp = xmpPacket({ digitalSource: 'algorithmicMedia', alt: 'Ad', language: 'en' });

async function document(change: Partial<Parameters<typeof writePdf>[0]> = {}): Promise<Uint8Array> {
  const grey = new Uint8Array(4 * size.width * size.height).fill(180);
  const { jpeg, profile } = await encodeCmykJpeg(grey, size);
  const about = { title: 'Ad', language: 'en', xmp };
  return writePdf({
    sheet,
    layout: size,
    size,
    jpeg,
    profile,
    marks: [],
    colourOf: () => 'black',
    about,
    ...change,
  });
}

const kindsOf = async (bytes: Uint8Array, rules: Partial<Place> = {}) =>
  (await judge(bytes, { ...place, ...rules }, NOTHING)).map(({ kind }) => kind);

/** The same file with a text of the same length in the place of another. */
const changed = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
  const text = Buffer.from(bytes).toString('latin1');
  expect(text).toContain(from);
  expect(to.length).toBe(from.length);
  return Buffer.from(text.replace(from, to), 'latin1');
};

describe('the judge of sheets for a press', () => {
  it('finds nothing where every rule holds', async () => {
    expect(await kindsOf(await document())).toEqual([]);
  });

  it('catches a picture in RGB, which a press would turn into inks by itself', async () => {
    const rgb = await sharp({ create: { ...size, channels: 3, background: '#d02030' } })
      .jpeg()
      .toBuffer();
    const { default: sRgb } = { default: await sharp(rgb).withIccProfile('srgb').jpeg().toBuffer() };
    const { icc = Buffer.alloc(0) } = await sharp(sRgb).metadata();
    const three = changed(await document({ jpeg: rgb, profile: icc }), '/N 4', '/N 3');
    const found = await judge(three, place, NOTHING);
    expect(found.map(({ kind }) => kind)).toEqual(['colour', 'colour']);
    expect(explainFindings(found, place)[0]?.ko).toContain('색 공간: 3 (CMYK, 4)');
  });

  it('catches words and shapes that are coloured in RGB', async () => {
    const bytes = await document({
      marks: [{ kind: 'fill', path: 'M0 0L5 0L5 5Z', colour: '#ff0000', matrix: [1, 0, 0, 1, 0, 0] }],
      // What a careless hand would write in the place of four inks.
      colourOf: () => ['/DeviceRGB cs 1 0 0 scn' as never, '%' as never, '' as never, '' as never],
    });
    expect(await kindsOf(bytes)).toContain('colour');
  });

  it('catches another size, too few pixels, what is no sheet, and what does not say how it was made', async () => {
    expect(
      await kindsOf(await document(), { print: { is: { ...sheet, trim: { width: 31, height: 20 } }, by } }),
    ).toEqual(['sheet', 'sheet']);
    expect(await kindsOf(await document(), { print: { is: { ...sheet, bleed: 5 }, by } })).toEqual(['sheet']);
    expect(await kindsOf(await document(), { print: { is: { ...sheet, dpi: 300 }, by } })).toEqual([
      'resolution',
    ]);
    const { print: _, ...screen } = place;
    expect((await judge(await document(), screen, NOTHING)).map(({ kind }) => kind)).toEqual(['file']);
    expect(await kindsOf((await document()).subarray(0, 900))).toEqual(['unreadable']);
    const about = { title: 'Ad', language: 'en', xmp: '<x/>' };
    expect(await kindsOf(await document({ about }))).toEqual(['labels']);
  });

  it('catches a sheet that a knife cuts round and that does not say where', async () => {
    const round = { print: { is: { ...sheet, cut: 'round' as const }, by } };
    const found = await judge(await document(), { ...place, ...round }, NOTHING);
    expect(found.map(({ kind }) => kind)).toEqual(['sheet']);
    expect(explainFindings(found, place)[0]?.ko).toContain('칼선(CutContour)이 없어요');
    expect(await kindsOf(await document({ sheet: round.print.is }), round)).toEqual([]);
  });

  it('catches a font that is not in the file', async () => {
    const bytes = await new Promise<Buffer>((resolve) => {
      const chunks: Buffer[] = [];
      const bare = new PDFDocument({
        pdfVersion: '1.6',
        size: [100, 100],
        margin: 0,
        lang: 'en',
        displayTitle: true,
        font: null,
        compress: false,
        info: { Title: 'Ad', Producer: 'test', Creator: 'test', CreationDate: new Date(0) },
      });
      bare.on('data', (chunk: Buffer) => chunks.push(chunk));
      bare.on('end', () => resolve(Buffer.concat(chunks)));
      const font = bare.ref({ Type: 'FontDescriptor', FontName: 'OurShop' });
      font.end();
      bare.end();
    });
    expect(await kindsOf(bytes)).toContain('fonts');
  });
});
