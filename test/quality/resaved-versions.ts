import sharp, { type Sharp } from 'sharp';
import { createMatte, type Matte } from '../../src/imaging/raster.ts';
import { resizeLanczos } from '../../src/imaging/resize-lanczos.ts';

const QUALITIES = [30, 40, 50, 60, 65, 70, 75, 78, 80, 82, 85, 88, 90, 95];
const SIZES = [0.35, 0.5, 0.7, 1.3, 1.6];

/** Longest side of the photo that is saved again, but for one whose shorter side would be less than that: a panorama. */
const SIDE = 1000;
const SHORTER = 400;

const TURN = 2;

/** What is left of a turned photo's sides, so that no corner shows. */
const MIDDLE = 0.92;

/** The same photo as it comes to be sent. */
export interface Version {
  readonly name: string;
  readonly bytes: Buffer;
  readonly turned?: boolean;
}

/** The same photo as it comes to be sent: at 14 JPEG qualities, in five sizes, as WebP, lighter, darker and turned. The original first. */
export async function versionsOf(bytes: Buffer): Promise<Version[]> {
  const { width, height } = await sharp(bytes).metadata();
  const side = Math.max(SIDE, Math.round((SHORTER * Math.max(width, height)) / Math.min(width, height)));
  const { data, info } = await sharp(bytes)
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  const saved = async (name: string, photo: Sharp, quality = 90): Promise<Version> => ({
    name,
    bytes: await photo.jpeg({ quality }).toBuffer(),
  });
  const versions = [await saved('original', sharp(data), 92)];
  for (const quality of QUALITIES) versions.push(await saved(`q${quality}`, sharp(data), quality));
  const pixels = await sharp(data).removeAlpha().toColourspace('srgb').raw().toBuffer();
  for (const size of SIZES) {
    const to = { width: Math.round(size * info.width), height: Math.round(size * info.height) };
    const resized = sharp(resizeLanczos(pixels, 3, info, to), { raw: { ...to, channels: 3 } });
    versions.push(await saved(`×${size}`, resized));
  }
  versions.push({ name: 'WebP', bytes: await sharp(data).webp({ quality: 80 }).toBuffer() });
  versions.push(await saved('+10 %', sharp(data).linear(1.1, 0)));
  versions.push(await saved('−10 %', sharp(data).linear(0.9, 0)));
  versions.push({ ...(await saved('turned', await middleTurned(data))), turned: true });
  return versions;
}

async function middleTurned(png: Buffer): Promise<Sharp> {
  const { width, height } = await sharp(png).metadata();
  const turned = await sharp(png)
    .rotate(TURN, { background: '#000000' })
    .png()
    .toBuffer({ resolveWithObject: true });
  const [across, down] = [Math.round(MIDDLE * width), Math.round(MIDDLE * height)];
  return sharp(turned.data).extract({
    left: Math.round((turned.info.width - across) / 2),
    top: Math.round((turned.info.height - down) / 2),
    width: across,
    height: down,
  });
}

/** A matte turned as the turned photo is. */
export async function turnedAlike({ data, width, height }: Matte): Promise<Matte> {
  const png = await sharp(Buffer.from(data), { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
  const { data: turned, info } = await (await middleTurned(png))
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const matte = createMatte(info.width, info.height);
  matte.data.set(turned);
  return matte;
}
