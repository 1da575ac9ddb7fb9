import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyRaster, createMatte, createRaster, type Raster } from '../../src/imaging/raster.ts';
import { compareWithGolden, recordGolden } from './expect-golden.ts';

const TOLERANCE = { maxDifference: 4, maxShare: 0.01, maxMean: 0.5 };

/** A picture of 20 × 20 with a colour for every place, half of it see-through. */
const picture = createRaster(20, 20);
for (let i = 0; i < 400; i++) picture.data.set([i % 256, 255 - (i % 256), 120, i < 200 ? 255 : 90], i * 4);

let folder: string;
let file: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-test-'));
  file = join(folder, 'golden.png');
  await sharp(picture.data, { raw: { width: 20, height: 20, channels: 4 } })
    .png()
    .toFile(file);
});
afterAll(() => rm(folder, { recursive: true }));

/** The picture with so many of its opaque pixels changed by so many levels. */
function changed(pixels: number, levels: number): Raster {
  const copy = copyRaster(picture);
  for (let i = 0; i < pixels; i++) copy.data[i * 4 + 2]! += levels;
  return copy;
}

const compared = (actual: Raster): Promise<void> => compareWithGolden(file, actual, TOLERANCE);

/** The message of the refusal, and what lies in the folder that it names. */
async function refusal(actual: Raster): Promise<{ message: string; files: readonly string[] }> {
  const message = await compared(actual).then(
    () => 'not refused',
    (error: Error) => error.message,
  );
  const report = message.match(/See (\S*golden-\w+)/)?.[1];
  if (report === undefined) return { message, files: [] };
  const files = (await readdir(report)).sort();
  await rm(report, { recursive: true });
  return { message, files };
}

describe('compareWithGolden', () => {
  it('takes the same picture, and one that is a little off', async () => {
    await compared(picture);
    await compared(changed(40, 4));
    await compared(changed(4, 40));
  });

  it('refuses a picture of which too many pixels differ, and shows where', async () => {
    const { message, files } = await refusal(changed(5, 5));
    expect(message).toMatch(/1\.25 % of its pixels differ by more than 4 \(1\.00 % may\), 5 at the largest/);
    expect(files).toEqual(['actual.png', 'difference.png', 'golden.png']);
  });

  it('refuses a picture that is all of it a little off', async () => {
    const { message } = await refusal(changed(400, 2));
    expect(message).toMatch(
      /0\.00 % of its pixels differ by more than 4 .* 1\.\d\d in the mean \(0\.5 may be\)/,
    );
  });

  it('refuses another transparency, but not other colours where nothing is seen', async () => {
    const opaque = copyRaster(picture);
    for (let i = 3; i < opaque.data.length; i += 4) opaque.data[i] = 255;
    expect((await refusal(opaque)).message).toMatch(/^.* 50\.00 % of its pixels/);
    const [clear, tinted] = [createRaster(20, 20), createRaster(20, 20)];
    for (let i = 0; i < 400; i++) tinted.data[i * 4] = 200;
    const other = join(folder, 'clear.png');
    await sharp(clear.data, { raw: { width: 20, height: 20, channels: 4 } })
      .png()
      .toFile(other);
    await compareWithGolden(other, tinted, TOLERANCE);
  });

  it('refuses a picture of another size', async () => {
    const { message, files } = await refusal(createRaster(20, 10));
    expect(message).toContain('20 × 10, and not 20 × 20');
    expect(files).toEqual(['actual.png', 'golden.png']);
  });

  it('refuses a picture that has no golden, so that none is missing unseen', async () => {
    const missing = join(folder, 'missing.png');
    await expect(compareWithGolden(missing, picture, TOLERANCE)).rejects.toThrow(
      /missing\.png was not recorded: run/,
    );
  });

  it('compares a matte as a grey picture', async () => {
    const matte = createMatte(20, 20);
    matte.data.fill(100);
    const grey = join(folder, 'grey.png');
    await sharp(matte.data, { raw: { width: 20, height: 20, channels: 1 } })
      .png()
      .toFile(grey);
    await compareWithGolden(grey, matte, TOLERANCE);
    matte.data.fill(130);
    await expect(compareWithGolden(grey, matte, TOLERANCE)).rejects.toThrow('100.00 % of its pixels');
  });
});

describe('recordGolden', () => {
  it('keeps every pixel, of whatever kind the picture is', async () => {
    const opaque = createRaster(20, 20);
    for (let i = 0; i < 400; i++) opaque.data.set([i % 256, i % 7, 30, 255], i * 4);
    const matte = createMatte(20, 20);
    for (let i = 0; i < 400; i++) matte.data[i] = (i * 7) % 256;
    for (const [name, recorded] of Object.entries({ picture, opaque, matte })) {
      const path = join(folder, 'recorded', `${name}.png`);
      await recordGolden(path, recorded);
      await compareWithGolden(path, recorded, { maxDifference: 0, maxShare: 0, maxMean: 0 });
    }
  });
});
