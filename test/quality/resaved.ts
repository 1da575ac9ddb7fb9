import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
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
import { turnedAlike, versionsOf } from './resaved-versions.ts';
import { photosWanted, someOf } from './some-of.ts';

/** What cut-outs of one photo must agree by, and how far their confidences may lie apart. */
const AGREE = 0.97;
const APART = 0.15;

/** Sides of the mattes that are compared. */
const COMPARED = 400;

/** Shorter side from which a photo is one still when it is made smaller. */
const LEAST = 120;

/** Every so many photos of the set are taken. */
const EVERY = 61;

/**
 * How far the same photo, saved at 14 JPEG qualities, in five sizes, as WebP, turned by 2° and lighter and darker by
 * a tenth, gives the same cut-out: the least intersection over union with the original's, mapped back, and how far the
 * confidences lie apart. Beside each version that falls short stands what the original's own matte gets when it is
 * brought to that version's size: where a smaller photo has no pixels for a thin thing, no cut-out can get more.
 *
 * Photos are some of the set's and those beside the project.
 */
export async function resavedQuality(log: (line: string) => void, options: readonly string[]): Promise<void> {
  const [failed, ours]: [string[], string[]] = [[], []];
  let count = 0;
  await withRemovers(async ({ embedded }) => {
    for (const { name, read } of someOf(await photos(), photosWanted(options))) {
      const bytes = await read();
      const { width, height } = await sharp(bytes).metadata();
      if (Math.min(width, height) < LEAST) {
        log(`${name.slice(0, 44).padEnd(44)} left out: ${width} × ${height} are too few to be made smaller`);
        continue;
      }
      const { agree, apart, short, poor } = await compared(embedded, bytes);
      count++;
      if (agree < AGREE || apart > APART) failed.push(name);
      if (short > 1 - AGREE || apart > APART) ours.push(name);
      log(
        `${name.slice(0, 44).padEnd(44)} IoU from ${agree.toFixed(3)}  confidences ${(100 * apart).toFixed(0).padStart(3)} points apart  ${poor.join('; ')}`,
      );
    }
  });
  log(`${count - failed.length} of ${count} agree (IoU from ${AGREE}, within ${100 * APART} points)`);
  log(`${count - ours.length} of ${count} come as near to what their size can hold (IoU ${AGREE} of it)`);
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

interface Comparison {
  /** Least intersection over union with the original's cut-out. */
  readonly agree: number;
  /** Most by which a version stays behind what its size can hold. */
  readonly short: number;
  /** How far the confidences lie apart. */
  readonly apart: number;
  /** Versions that do not agree, with the numbers. */
  readonly poor: readonly string[];
}

async function compared(remover: BackgroundRemover, bytes: Buffer): Promise<Comparison> {
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
  let [low, high, agree, short] = [first.confidence, first.confidence, 1, 0];
  const poor: string[] = [];
  for (const version of versions) {
    const { matte, confidence } = await cut(version.bytes);
    low = Math.min(low, confidence);
    high = Math.max(high, confidence);
    const same = overlap(broughtTogether(matte), version.turned === true ? turned : straight);
    const most =
      version.turned === true ? 1 : overlap(broughtTogether(broughtTo(first.matte, matte)), straight);
    agree = Math.min(agree, same);
    short = Math.max(short, 1 - same / most);
    const moved = confidence - first.confidence;
    if (same < AGREE || Math.abs(moved) > APART) {
      poor.push(`${version.name} ${same.toFixed(3)} of ${most.toFixed(3)}, ${(100 * moved).toFixed(0)}`);
    }
  }
  return { agree, short, apart: high - low, poor };
}

/** A matte at another size, as a photo is brought to it: the best that a cut-out of that photo can give. */
function broughtTo({ data, width, height }: Matte, size: Matte): Matte {
  const matte = createMatte(size.width, size.height);
  matte.data.set(resizeLanczos(data, 1, { width, height }, size));
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
