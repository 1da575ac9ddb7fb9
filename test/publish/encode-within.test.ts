import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { readPngText } from '../../src/imaging/encode-png.ts';
import { recipeInFile, recipeInXmp } from '../../src/imaging/xmp.ts';
import { encodeWithin } from '../../src/publish/encode-within.ts';
import { by, noise, placeWith } from './places.ts';

const content = {
  labels: { digitalSource: 'algorithmicMedia', alt: '광고. 딸기라떼 <그림> & 글', language: 'ko' },
  recipe: { keyword: 'Recipe', text: JSON.stringify({ words: '가나다라'.repeat(300) }) },
};

const encoded = (rules: Parameters<typeof placeWith>[0]) => encodeWithin(noise(), placeWith(rules), content);

/** The packet, as sharp finds it in the file. */
const xmpOf = async (bytes: Buffer): Promise<string> => (await sharp(bytes).metadata()).xmp?.toString() ?? '';

describe('a file for a place', () => {
  it('is the best kind that the place takes, without loss where there is no limit', async () => {
    const { bytes, kind, hasRecipe } = await encoded({});
    expect({ kind, hasRecipe }).toEqual({ kind: 'png', hasRecipe: true });
    expect(readPngText(bytes).get('Recipe')).toBe(content.recipe.text);
    const pixels = await sharp(bytes).raw().toBuffer();
    expect(pixels[0]).toBe(noise().data[0]);
  });

  it('keeps to the bytes of its place, and its pixels', async () => {
    for (const limit of [40_000, 12_000]) {
      const { bytes } = await encoded({ bytes: { is: limit, by } });
      expect(bytes.length).toBeLessThanOrEqual(limit);
      expect(await sharp(bytes).metadata()).toMatchObject({
        width: 160,
        height: 120,
        space: 'srgb',
        channels: 3,
      });
    }
  });

  it('is no other kind than the place takes', async () => {
    const jpeg = await encoded({ files: { is: ['jpeg'], by } });
    expect((await sharp(jpeg.bytes).metadata()).format).toBe('jpeg');
    const png = await encoded({ files: { is: ['png'], by }, bytes: { is: 30_000, by } });
    expect((await sharp(png.bytes).metadata()).format).toBe('png');
    expect(png.bytes.length).toBeLessThanOrEqual(30_000);
  });

  it('says how it was made and what it shows, in every kind and at every quality', async () => {
    for (const [file, limit] of [
      ['png', 1_000_000],
      ['png', 20_000],
      ['jpeg', 1_000_000],
      ['jpeg', 12_000],
      ['webp', 1_000_000],
    ] as const) {
      const { bytes } = await encoded({ files: { is: [file], by }, bytes: { is: limit, by } });
      const xmp = await xmpOf(bytes);
      expect(xmp).toContain('>http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia<');
      expect(xmp).toContain('<rdf:li xml:lang="ko">광고. 딸기라떼 &lt;그림&gt; &amp; 글</rdf:li>');
    }
  });

  it('carries its recipe in a JPEG too, and leaves it out before its letters suffer', async () => {
    const roomy = await encoded({ files: { is: ['jpeg'], by } });
    expect(recipeInXmp(await xmpOf(roomy.bytes))).toBe(content.recipe.text);
    expect(recipeInFile(roomy.bytes)).toBe(content.recipe.text);
    const narrow = await encoded({ files: { is: ['jpeg'], by }, bytes: { is: 12_000, by } });
    expect(narrow.hasRecipe).toBe(false);
    expect(recipeInXmp(await xmpOf(narrow.bytes))).toBeUndefined();
  });

  it('comes back as small as it gets where nothing fits', async () => {
    const { bytes } = await encoded({ files: { is: ['png'], by }, bytes: { is: 100, by } });
    expect(bytes.length).toBeGreaterThan(100);
    expect(bytes.length).toBeLessThan((await encoded({ files: { is: ['png'], by } })).bytes.length);
  });
});
