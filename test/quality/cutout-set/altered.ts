import sharp, { type Sharp } from 'sharp';
import { seededRandom } from '../../../src/imaging/random.ts';
import { copyRaster, createRaster, type Raster } from '../../../src/imaging/raster.ts';
import type { KnownPhoto, Trouble } from './known-photo.ts';

interface Alteration {
  readonly kind: string;
  readonly trouble?: Trouble;
  alter(photo: Raster): Promise<Raster>;
}

/** What cameras and messengers do to photos; none of it moves a pixel, so the truth stays. */
const ALTERATIONS: readonly Alteration[] = [
  { kind: 'JPEG 25', alter: (photo) => through(photo, (image) => image.jpeg({ quality: 25 })) },
  { kind: 'JPEG 60', alter: (photo) => through(photo, (image) => image.jpeg({ quality: 60 })) },
  { kind: 'WebP 40', alter: (photo) => through(photo, (image) => image.webp({ quality: 40 })) },
  { kind: 'grey', alter: (photo) => through(photo, (image) => image.greyscale().toColourspace('srgb')) },
  { kind: 'dark', trouble: 'dark', alter: (photo) => through(photo, (image) => image.linear(0.22, 0)) },
  {
    kind: 'overexposed',
    trouble: 'overexposed',
    alter: (photo) => through(photo, (image) => image.linear(1.7, 20)),
  },
  { kind: 'blurred', trouble: 'blurred', alter: (photo) => through(photo, (image) => image.blur(5)) },
  { kind: 'noisy', alter: async (photo) => noisy(photo, 45) },
];

/** Every so many of the photos, altered in each way by turns. */
export function alteredPhotos(photos: readonly KnownPhoto[]): KnownPhoto[] {
  return photos
    .filter((_, i) => i % 4 === 0)
    .map((one, i): KnownPhoto => {
      const alteration = ALTERATIONS[i % ALTERATIONS.length];
      if (alteration === undefined) throw new RangeError('There are no alterations');
      const { kind, trouble } = alteration;
      return {
        name: `${kind} ${one.name}`,
        kind,
        family: one.family,
        ...(trouble === undefined ? {} : { trouble }),
        make: async () => {
          const made = await one.make();
          return { ...made, photo: await alteration.alter(made.photo) };
        },
      };
    });
}

async function through(photo: Raster, work: (image: Sharp) => Sharp): Promise<Raster> {
  const { width, height } = photo;
  const image = sharp(photo.data, { raw: { width, height, channels: 4 } }).removeAlpha();
  // As a file and back, so that what comes after the format counts as well.
  const file = await work(image).toBuffer({ resolveWithObject: true });
  const raw = file.info.format === 'raw' ? { raw: { width, height, channels: file.info.channels } } : {};
  const back = createRaster(width, height);
  back.data.set(await sharp(file.data, raw).toColourspace('srgb').ensureAlpha().raw().toBuffer());
  return back;
}

function noisy(photo: Raster, peak: number): Raster {
  const random = seededRandom(11);
  const out = copyRaster(photo);
  for (let i = 0; i < out.data.length; i++) {
    if (i % 4 !== 3) out.data[i] = out.data[i]! + (random() + random() + random() - 1.5) * peak;
  }
  return out;
}
