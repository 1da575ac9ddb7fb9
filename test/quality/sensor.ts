import sharp from 'sharp';
import type { Random } from '../../src/imaging/random.ts';
import { copyRaster, createRaster, type Raster } from '../../src/imaging/raster.ts';

/** Peak of the noise that a phone's sensor adds, 0–255; three draws are summed, so that it is bell-shaped. */
const NOISE = 5;

/** What a phone makes of a scene: sensor noise, then JPEG at quality 88. */
export async function photographed(scene: Raster, random: Random): Promise<Raster> {
  const { width, height } = scene;
  const noisy = copyRaster(scene);
  for (let i = 0; i < noisy.data.length; i++) {
    if (i % 4 !== 3) noisy.data[i] = noisy.data[i]! + (random() + random() + random() - 1.5) * NOISE;
  }
  const jpeg = await sharp(noisy.data, { raw: { width, height, channels: 4 } })
    .jpeg({ quality: 88 })
    .toBuffer();
  const photo = createRaster(width, height);
  photo.data.set(await sharp(jpeg).ensureAlpha().raw().toBuffer());
  return photo;
}
