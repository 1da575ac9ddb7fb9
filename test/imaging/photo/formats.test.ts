import sharp, { type Sharp } from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePhoto } from '../../../src/imaging/decode-photo.ts';
import { cleanPhoto } from '../../../src/imaging/photo/clean-photo.ts';
import { createRaster, type Raster } from '../../../src/imaging/raster.ts';
import { differenceOf } from '../../golden/compare.ts';
import { expectGolden } from '../../golden/expect-golden.ts';
import { cupOnTable, plain } from '../pictures.ts';

const photo = cupOnTable();
const file = (picture = photo): Sharp =>
  sharp(picture.data, { raw: { width: picture.width, height: picture.height, channels: 4 } });

/** Mean difference, 0–255, that each format may make of the photo. */
const FORMATS: readonly (readonly [name: string, bytes: () => Promise<Buffer>, maxMean: number])[] = [
  ['PNG', () => file().png().toBuffer(), 0],
  ['PNG of 16 bits', () => file().toColourspace('rgb16').png().toBuffer(), 0.5],
  ['PNG with a palette', () => file().png({ palette: true, colours: 256 }).toBuffer(), 2],
  ['JPEG', () => file().removeAlpha().jpeg({ quality: 95 }).toBuffer(), 4],
  ['progressive JPEG', () => file().removeAlpha().jpeg({ quality: 95, progressive: true }).toBuffer(), 4],
  ['CMYK JPEG', () => file().removeAlpha().toColourspace('cmyk').jpeg({ quality: 95 }).toBuffer(), 20],
  ['WebP', () => file().webp({ lossless: true }).toBuffer(), 0],
  ['GIF', () => file().gif().toBuffer(), 4],
  ['TIFF', () => file().tiff({ compression: 'lzw' }).toBuffer(), 0],
  ['AVIF', () => file().avif({ quality: 90 }).toBuffer(), 4],
];

/** The photo as a camera writes it that was held so that the orientation (EXIF, tag 274) sets it upright. */
function lying(orientation: number): Raster {
  const { width, height, data } = photo;
  const isTurned = orientation >= 5;
  const stored = isTurned ? createRaster(height, width) : createRaster(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [fromRight, fromBelow] = [width - 1 - x, height - 1 - y];
      const places = [
        [x, y],
        [fromRight, y],
        [fromRight, fromBelow],
        [x, fromBelow],
        [y, x],
        [y, fromRight],
        [fromBelow, fromRight],
        [fromBelow, x],
      ] as const;
      const [column, row] = places[orientation - 1]!;
      const from = (y * width + x) * 4;
      stored.data.set(data.subarray(from, from + 4), (row * stored.width + column) * 4);
    }
  }
  return stored;
}

describe('decodePhoto', () => {
  it.each(FORMATS)('shows the photo from a %s', async (_name, bytes, maxMean) => {
    const { mean } = differenceOf(photo, await decodePhoto(await bytes(), 'photo'), 0);
    expect(mean).toBeLessThanOrEqual(maxMean);
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns it upright from orientation %i', async (orientation) => {
    const bytes = await file(lying(orientation)).withMetadata({ orientation }).png().toBuffer();
    const upright = await decodePhoto(bytes, 'photo');
    expect([upright.width, upright.height]).toEqual([photo.width, photo.height]);
    expect(differenceOf(photo, upright, 0).largest).toBe(0);
  });

  it('converts the colours of a Display P3 photo', async () => {
    const bytes = await file(plain(40, 40, [255, 0, 0]))
      .removeAlpha()
      .withIccProfile('p3')
      .png()
      .toBuffer();
    const [r, g, b] = (await decodePhoto(bytes, 'photo')).data;
    expect(Math.max(255 - r!, g!, b!)).toBeLessThan(4);
    // Without its profile the same file is of another red.
    const bare = cleanPhoto(bytes, 'PNG', { profile: false, frames: false });
    expect((await decodePhoto(bare.bytes, 'photo')).data[1]).toBeGreaterThan(30);
  });

  it('reduces a photo of which no more is wanted', async () => {
    await expectGolden(
      'imaging/photo/reduced',
      await decodePhoto(await file(cupOnTable(480, 360)).png().toBuffer(), 'photo', 80),
    );
  });

  it('paints a drawing', async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><circle cx="32" cy="32" r="24" fill="#c2410c"/><path d="M16 40h32" stroke="#ffffff" stroke-width="6"/></svg>`;
    await expectGolden('imaging/photo/drawing', await decodePhoto(Buffer.from(svg), 'logo', 64), {
      maxShare: 0.02,
    });
  });
});
