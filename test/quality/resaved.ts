import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import type { BackgroundRemover } from '../../src/engines/ports.ts';
import { decodePhoto } from '../../src/imaging/decode-photo.ts';
import { encodePng } from '../../src/imaging/encode-png.ts';
import { resizePlane } from '../../src/imaging/filter.ts';
import { placedBack, preparePhoto } from '../../src/imaging/photo/prepare/prepare-photo.ts';
import { alphaOf, createMatte, createPlane, type Matte, type Plane } from '../../src/imaging/raster.ts';
import { resizeLanczos } from '../../src/imaging/resize-lanczos.ts';
import { cutoutSet } from './cutout-set/cutout-set.ts';
import { withRemovers } from './removers.ts';
import { photosWanted, someOf } from './some-of.ts';

/** What cut-outs of one photo must agree by, and how far their confidences may lie apart. */
const AGREE = 0.97;
const APART = 0.15;

const QUALITIES = [30, 40, 50, 60, 65, 70, 75, 78, 80, 82, 85, 88, 90, 95];
const SIZES = [0.35, 0.5, 0.7, 1.3, 1.6];

/** Longest side of the photo that is saved again, but for one whose shorter side would be less than that: a panorama. */
const SIDE = 1000;
const SHORTER = 400;

/** Sides of the mattes that are compared. */
const COMPARED = 400;

const TURN = 2;

/** What is left of a turned photo's sides, so that no corner shows. */
const MIDDLE = 0.92;

/** Shorter side from which a photo is one still when it is made smaller. */
const LEAST = 120;

/** Every so many photos of the set are taken. */
const EVERY = 61;

/** The same photo as it comes to be sent. */
interface Version {
  readonly name: string;
  readonly bytes: Buffer;
  readonly turned?: boolean;
}

/**
 * How far the same photo, saved at 14 JPEG qualities, in five sizes, as WebP, turned by 2° and lighter and darker by
 * a tenth, gives the same cut-out: the least intersection over union with the original's, mapped back, and how far the
 * confidences lie apart.
 *
 * Photos are some of the set's and those beside the project.
 */
export async function resavedQuality(log: (line: string) => void, options: readonly string[]): Promise<void> {
  const failed: string[] = [];
  let count = 0;
  await withRemovers(async ({ embedded }) => {
    for (const { name, read } of someOf(await photos(), photosWanted(options))) {
      const bytes = await read();
      const { width, height } = await sharp(bytes).metadata();
      if (Math.min(width, height) < LEAST) {
        log(`${name.slice(0, 44).padEnd(44)} left out: ${width} × ${height} are too few to be made smaller`);
        continue;
      }
      const { agree, apart, poor } = await compared(embedded, bytes);
      count++;
      if (agree < AGREE || apart > APART) failed.push(name);
      log(
        `${name.slice(0, 44).padEnd(44)} IoU from ${agree.toFixed(3)}  confidences ${(100 * apart).toFixed(0).padStart(3)} points apart  ${poor.join(', ')}`,
      );
    }
  });
  log(`${count - failed.length} of ${count} agree (IoU from ${AGREE}, within ${100 * APART} points)`);
}

interface Resaved {
  readonly name: string;
  readonly read: () => Promise<Buffer>;
}

async function photos(): Promise<Resaved[]> {
  const folder = join(PROJECT_ROOT, '..', 'shared', 'cases', 'photos');
  const files = existsSync(folder) ? (await readdir(folder)).filter((file) => file.endsWith('.jpg')) : [];
  const beside = files.map((name): Resaved => ({ name, read: () => readFile(join(folder, name)) }));
  const ofSet = (await cutoutSet()).filter((_, i) => i % EVERY === 0);
  return [
    ...beside,
    ...ofSet.map(({ name, make }): Resaved => ({ name, read: async () => encodePng((await make()).photo) })),
  ];
}

async function compared(
  remover: BackgroundRemover,
  bytes: Buffer,
): Promise<{ readonly agree: number; readonly apart: number; readonly poor: readonly string[] }> {
  const run = { signal: new AbortController().signal };
  const cut = async (file: Buffer): Promise<{ readonly matte: Matte; readonly confidence: number }> => {
    const photo = await decodePhoto(file, 'photo');
    const prepared = preparePhoto(photo);
    const { image, confidence } = await remover.remove(prepared.photo, run);
    return { matte: alphaOf(placedBack(image, prepared, photo)), confidence };
  };
  const [original, ...versions] = await versionsOf(bytes);
  const first = await cut(original!.bytes);
  const straight = broughtTogether(first.matte);
  const turned = broughtTogether(await turnedAlike(first.matte));
  let [low, high, agree] = [first.confidence, first.confidence, 1];
  const poor: string[] = [];
  for (const version of versions) {
    const { matte, confidence } = await cut(version.bytes);
    low = Math.min(low, confidence);
    high = Math.max(high, confidence);
    const same = overlap(broughtTogether(matte), version.turned === true ? turned : straight);
    agree = Math.min(agree, same);
    const moved = confidence - first.confidence;
    if (same < AGREE || Math.abs(moved) > APART) {
      poor.push(`${version.name} ${same.toFixed(3)} ${(100 * moved).toFixed(0)}`);
    }
  }
  return { agree, apart: high - low, poor };
}

/** The original first. */
async function versionsOf(bytes: Buffer): Promise<Version[]> {
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

/** As the turned photo is. */
async function turnedAlike({ data, width, height }: Matte): Promise<Matte> {
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

/**
 * Mattes of photos of other sizes, one upon the other. By our own filter, as sizes are made: libvips lays what it makes
 * smaller up to half a pixel beside where other ratios lay it, and of a pen half a pixel is a fifteenth.
 */
function broughtTogether({ width, height, data }: Matte): Plane {
  const plane = createPlane(width, height);
  plane.data.set(data);
  return resizePlane(plane, COMPARED, COMPARED);
}

/** Intersection over union of the soft mattes. */
function overlap({ data: one }: Plane, { data: other }: Plane): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < one.length; i++) {
    both += Math.min(one[i]!, other[i]!);
    either += Math.max(one[i]!, other[i]!);
  }
  return either === 0 ? 1 : both / either;
}
