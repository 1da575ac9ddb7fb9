import { describe, expect, it } from 'vitest';
import { bitsFor, muxGif } from '../../../src/imaging/animation/gif.ts';
import { loopFacts, loopFrame, meanDifference } from '../../../src/imaging/animation/loop-facts.ts';
import { packLzw } from '../../../src/imaging/animation/lzw.ts';
import { type PaletteColour, paletteOf } from '../../../src/imaging/animation/palette.ts';
import { PaletteMap } from '../../../src/imaging/animation/palette-map.ts';
import { encodeWebpPart, muxWebp } from '../../../src/imaging/animation/webp.ts';
import { seededRandom } from '../../../src/imaging/random.ts';
import { createRaster, type Raster } from '../../../src/imaging/raster.ts';

const XMP = '<?xpacket begin="x"?><a>말</a><?xpacket end="r"?>';

function filled(width: number, height: number, at: (x: number, y: number) => readonly number[]): Raster {
  const raster = createRaster(width, height);
  for (let i = 0; i < width * height; i++)
    raster.data.set([...at(i % width, Math.floor(i / width)), 255], 4 * i);
  return raster;
}

const sky = filled(90, 60, (x, y) => [2 * x, 4 * y, 200]);
const patch = filled(30, 20, () => [250, 30, 20]);
const BOX = { x: 20, y: 10, width: 30, height: 20 };

describe('an animated WebP', () => {
  it('shows parts on what was there before, each for its time, and carries its labels', async () => {
    const frames = [
      { box: { x: 0, y: 0, width: 90, height: 60 }, milliseconds: 400, part: await encodeWebpPart(sky, 95) },
      { box: BOX, milliseconds: 67, part: await encodeWebpPart(patch, 95) },
    ];
    const file = muxWebp(sky, frames, { xmp: XMP, plays: 7 });
    const facts = await loopFacts(file);
    expect(facts).toMatchObject({ kind: 'webp', width: 90, height: 60, delays: [400, 67], plays: 7 });
    expect(facts.xmp).toContain('<a>말</a>');
    expect(meanDifference(await loopFrame(file, 0), sky)).toBeLessThan(4);
    const second = await loopFrame(file, 1);
    const at = (x: number, y: number) => [...second.data.subarray((y * 90 + x) * 4, (y * 90 + x) * 4 + 3)];
    expect(
      at(35, 20)
        .map((value, c) => Math.abs(value - [250, 30, 20][c]!))
        .every((d) => d < 8),
    ).toBe(true);
    expect(Math.abs(at(80, 50)[0]! - 160)).toBeLessThan(8);
  });
});

describe('a GIF', () => {
  it('shows parts on what was there before, leaving out what is alike', async () => {
    const whole = { x: 0, y: 0, width: 90, height: 60 };
    const later = createRaster(90, 60);
    later.data.set(sky.data);
    for (let y = 10; y < 30; y++) later.data.set(patch.data.subarray(0, 60), (y * 90 + 20) * 4);
    const palette = await paletteOf([sky, later], 255);
    expect(palette.length).toBeLessThanOrEqual(255);
    const map = new PaletteMap(palette, 0);
    const bits = bitsFor(palette);
    const indices = map.map(later.data, 90, BOX, sky.data, palette.length);
    expect(indices[29]).toBe(palette.length);
    const file = muxGif(
      sky,
      palette,
      [
        {
          box: whole,
          hundredths: 40,
          packed: packLzw(map.map(sky.data, 90, whole, undefined, palette.length), bits),
        },
        { box: BOX, hundredths: 7, packed: packLzw(indices, bits) },
      ],
      { xmp: XMP },
    );
    expect(await loopFacts(file)).toMatchObject({
      kind: 'gif',
      width: 90,
      height: 60,
      delays: [400, 70],
      plays: 0,
    });
    expect((await loopFacts(file)).xmp).toContain('<a>말</a>');
    expect(meanDifference(await loopFrame(file, 0), sky)).toBeLessThan(8);
    expect(meanDifference(await loopFrame(file, 1), later)).toBeLessThan(8);
  });

  it('is read as it was written, however long and however noisy', async () => {
    const random = seededRandom(4);
    const palette = Array.from({ length: 255 }, (_, i): PaletteColour => [i, 255 - i, (7 * i) % 256]);
    const indices = Uint8Array.from({ length: 300 * 300 }, () => Math.floor(255 * random()));
    const file = muxGif(
      { width: 300, height: 300 },
      palette,
      [{ box: { x: 0, y: 0, width: 300, height: 300 }, hundredths: 10, packed: packLzw(indices, 8) }],
      {},
    );
    const { data } = await loopFrame(file, 0);
    expect(indices.every((index, i) => data[4 * i] === index)).toBe(true);
  });
});
