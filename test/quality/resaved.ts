import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import type { BackgroundRemover } from '../../src/engines/ports.ts';
import { decodePhoto } from '../../src/imaging/decode-photo.ts';
import { encodePng } from '../../src/imaging/encode-png.ts';
import type { Matte } from '../../src/imaging/raster.ts';
import { cutoutSet } from './cutout-set/cutout-set.ts';
import { withRemovers } from './removers.ts';
import { photosWanted, someOf } from './some-of.ts';

/** What cut-outs of one photo must agree by, and how far their confidences may lie apart. */
const AGREE = 0.97;
const APART = 0.15;

const QUALITIES = [30, 40, 50, 60, 65, 70, 75, 78, 80, 82, 85, 88, 90, 95];
const SIZES = [0.35, 0.5, 0.7, 1.3, 1.6];

/** Longest side of the photo that is saved again, and of the mattes that are compared. */
const SIDE = 1000;
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
  const cut = async (photo: Buffer) => remover.remove(await decodePhoto(photo, 'photo'), run);
  const [original, ...versions] = await versionsOf(bytes);
  const first = await cut(original!.bytes);
  const straight = await matteOf(sharpOf(first.matte));
  const turned = await matteOf(await middleTurned(await sharpOf(first.matte).png().toBuffer()));
  let [low, high, agree] = [first.confidence, first.confidence, 1];
  const poor: string[] = [];
  for (const version of versions) {
    const { matte, confidence } = await cut(version.bytes);
    low = Math.min(low, confidence);
    high = Math.max(high, confidence);
    const same = overlap(await matteOf(sharpOf(matte)), version.turned === true ? turned : straight);
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
  const { data, info } = await sharp(bytes)
    .rotate()
    .flatten({ background: '#ffffff' })
    .resize(SIDE, SIDE, { fit: 'inside', withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  const saved = async (name: string, photo: Sharp, quality = 90): Promise<Version> => ({
    name,
    bytes: await photo.jpeg({ quality }).toBuffer(),
  });
  const versions = [await saved('original', sharp(data), 92)];
  for (const quality of QUALITIES) versions.push(await saved(`q${quality}`, sharp(data), quality));
  for (const size of SIZES) {
    versions.push(await saved(`×${size}`, sharp(data).resize(Math.round(size * info.width))));
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

const sharpOf = ({ data, width, height }: Matte): Sharp =>
  sharp(Buffer.from(data), { raw: { width, height, channels: 1 } });

async function matteOf(image: Sharp): Promise<Buffer> {
  return image.extractChannel(0).resize(COMPARED, COMPARED, { fit: 'fill' }).raw().toBuffer();
}

/** Intersection over union of the soft mattes. */
function overlap(one: Buffer, other: Buffer): number {
  let [both, either] = [0, 0];
  for (let i = 0; i < one.length; i++) {
    both += Math.min(one[i]!, other[i]!);
    either += Math.max(one[i]!, other[i]!);
  }
  return either === 0 ? 1 : both / either;
}
