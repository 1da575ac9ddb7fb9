import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PropName } from '../../src/ad/scene.ts';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import { cutOut } from '../../src/imaging/cutout/cut-out.ts';
import { encodePng } from '../../src/imaging/encode-png.ts';
import { createRaster, type Raster } from '../../src/imaging/raster.ts';
import { contactSheet } from './contact-sheet.ts';
import { type CutoutScores, scoreCutout } from './cutout-metrics.ts';
import { type GroundSetup, photographProp } from './set-photo.ts';
import { PLACES, photographIn } from './studio-photo.ts';
import type { TruePhoto } from './true-photo.ts';
import { trueProducts } from './true-products.ts';

/** One photo cut out, and how well. */
interface CutCase extends CutoutScores {
  readonly ground: string;
  readonly confidence: number;
}

/** Least confidence at which the product uses the cut-out; below it the photo is shown whole, as a card. */
const USED = 0.5;

/** What cuts must reach on average where they are used, and what is too poor to use. */
const WANTED = 0.9;
const POOR = 0.75;

/** Places that are no tables. */
const STAGES: readonly string[] = ['podium', 'arch'];

const CERAMIC = '#9c4f3d';

/** Kinds of ground, each with several set-ups. */
const SETUPS: Readonly<Record<string, readonly GroundSetup[]>> = {
  plain: [
    { top: 'paper', lighting: 'softbox', background: '#d8d4cc', accent: CERAMIC },
    { top: 'paper', lighting: 'overcast', background: '#9fb3a8', accent: CERAMIC },
    { top: 'paper', lighting: 'softbox', background: '#33363d', accent: CERAMIC },
  ],
  table: [
    { top: 'oak', lighting: 'window', background: '#efe0cd', accent: CERAMIC },
    { top: 'linen', lighting: 'overcast', background: '#d8cbb8', accent: CERAMIC },
    { top: 'concrete', lighting: 'softbox', background: '#c9ced3', accent: CERAMIC },
  ],
  glass: [
    { top: 'dark-marble', lighting: 'softbox', background: '#3a3d44', accent: CERAMIC },
    { top: 'marble', lighting: 'softbox', background: '#e9ecef', accent: CERAMIC },
  ],
  together: [
    {
      top: 'oak',
      lighting: 'overcast',
      background: '#e8d9c2',
      accent: CERAMIC,
      together: ['jar', 'oranges'],
    },
    {
      top: 'paper',
      lighting: 'softbox',
      background: '#cfdfe6',
      accent: CERAMIC,
      together: ['gift', 'candle'],
    },
  ],
  cluttered: [
    {
      top: 'oak',
      lighting: 'window',
      background: '#e8d9c2',
      accent: CERAMIC,
      behind: ['books', 'jar', 'bouquet', 'bag'],
    },
    {
      top: 'terrazzo',
      lighting: 'sun',
      background: '#cfdfe6',
      accent: CERAMIC,
      behind: ['gift', 'oranges', 'bottle', 'books', 'candle'],
    },
  ],
  'white on white': [
    { top: 'paper', lighting: 'softbox', background: '#f4f4f2', accent: '#f2f2f0' },
    { top: 'paper', lighting: 'overcast', background: '#eeeeec', accent: '#f6f6f4' },
  ],
};

const PROPS: readonly PropName[] = ['coffee', 'bread', 'tube', 'cream', 'gift', 'latte', 'perfume', 'bag'];

/**
 * Cut-outs against the truth: things traced in sets of the project's own, and, where the photos lie beside the
 * project, real products of known alpha on the studio's tables. Prints how near the cuts come on each kind of ground,
 * and whether the confidence is honest: a cut that is used should be good, and a poor one should not be used. A sheet
 * of all cuts is written to out/quality for the eye.
 */
export async function cutoutQuality(log: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'cutout-'));
  try {
    const pictures: Picture[] = [];
    log('things traced in sets');
    report(await tracedCases(folder, pictures), log);
    const real = await realCases(folder, pictures);
    if (real.length === 0) log('(no photos beside the project: real products are left out)');
    else {
      log(`real products on rendered tables (${WANTED} wanted over all)`);
      report(
        real.filter(({ ground }) => !STAGES.includes(ground)),
        log,
      );
      log('real products on stages, whose arches and blocks stand out as much as they do');
      report(
        real.filter(({ ground }) => STAGES.includes(ground)),
        log,
      );
    }
    const sheets = join(PROJECT_ROOT, 'out', 'quality');
    await mkdir(sheets, { recursive: true });
    await contactSheet(pictures, join(sheets, 'cutouts.png'));
    log(`sheet ${join(sheets, 'cutouts.png')}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Picture {
  readonly path: string;
  readonly title: string;
}

async function tracedCases(folder: string, pictures: Picture[]): Promise<CutCase[]> {
  const cases: CutCase[] = [];
  for (const [ground, setups] of Object.entries(SETUPS)) {
    for (const [i, prop] of PROPS.entries()) {
      const setup = setups[i % setups.length]!;
      const photo = await photographProp(prop, setup, { seed: 100 + 7 * i });
      cases.push(await cutCase(photo, { ground, product: prop, folder, pictures }));
    }
  }
  return cases;
}

async function realCases(folder: string, pictures: Picture[]): Promise<CutCase[]> {
  const cases: CutCase[] = [];
  const products = [...(await trueProducts())];
  for (const [ground, place] of Object.entries(PLACES)) {
    for (const [i, [product, image]] of products.entries()) {
      const photo = await photographIn(place, image, { seed: 40 + i });
      cases.push(await cutCase(photo, { ground, product, folder, pictures }));
    }
  }
  return cases;
}

async function cutCase(
  { photo, truth }: TruePhoto,
  {
    ground,
    product,
    folder,
    pictures,
  }: { ground: string; product: string; folder: string; pictures: Picture[] },
): Promise<CutCase> {
  const { image, matte, confidence } = await cutOut({ photo });
  const scores = scoreCutout(matte, truth);
  const path = join(folder, `${pictures.length}.png`);
  await writeFile(path, await encodePng(sideBySide(photo, image)));
  pictures.push({ path, title: `${ground} ${product} ${scores.iou.toFixed(2)} (${confidence.toFixed(2)})` });
  return { ...scores, ground, confidence };
}

/** The photo above its cut-out on red. */
function sideBySide(photo: Raster, cut: Raster): Raster {
  const both = createRaster(photo.width, 2 * photo.height);
  both.data.set(photo.data);
  for (let i = 0; i < cut.data.length; i += 4) {
    const share = cut.data[i + 3]! / 255;
    const at = photo.data.length + i;
    both.data[at] = cut.data[i]! * share + 220 * (1 - share);
    both.data[at + 1] = cut.data[i + 1]! * share + 40 * (1 - share);
    both.data[at + 2] = cut.data[i + 2]! * share + 60 * (1 - share);
    both.data[at + 3] = 255;
  }
  return both;
}

function report(cases: readonly CutCase[], log: (line: string) => void): void {
  log('ground          cuts  IoU   outline  matte error | used  IoU used  worst used');
  for (const ground of new Set(cases.map((one) => one.ground))) {
    log(`${ground.padEnd(14)} ${rowOf(cases.filter((one) => one.ground === ground))}`);
  }
  log(`${'all'.padEnd(14)} ${rowOf(cases)}`);
  const used = cases.filter(isUsed);
  const left = cases.filter((one) => !isUsed(one));
  log(`IoU where used ${mean(used, 'iou').toFixed(3)} (${WANTED} wanted)`);
  log(`used though poor (IoU below ${POOR})  ${used.filter(({ iou }) => iou < POOR).length} (0 wanted)`);
  log(
    `left though good (IoU from ${WANTED})   ${left.filter(({ iou }) => iou >= WANTED).length} (few wanted)`,
  );
}

const isUsed = ({ confidence }: CutCase): boolean => confidence >= USED;

function rowOf(cases: readonly CutCase[]): string {
  const used = cases.filter(isUsed);
  const worst = Math.min(...used.map(({ iou }) => iou));
  return [
    String(cases.length).padStart(5),
    mean(cases, 'iou').toFixed(3),
    mean(cases, 'boundaryF').toFixed(3).padStart(8),
    mean(cases, 'mae').toFixed(4).padStart(12),
    '|',
    String(used.length).padStart(4),
    (used.length === 0 ? '–' : mean(used, 'iou').toFixed(3)).padStart(9),
    (used.length === 0 ? '–' : worst.toFixed(3)).padStart(11),
  ].join(' ');
}

const mean = (cases: readonly CutCase[], key: keyof CutoutScores): number =>
  cases.reduce((sum, one) => sum + one[key], 0) / Math.max(1, cases.length);
