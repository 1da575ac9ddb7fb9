import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import type { BackgroundRemover } from '../../src/engines/ports.ts';
import { reasonFor } from '../../src/imaging/cutout/confidence/advice.ts';
import { encodePng } from '../../src/imaging/encode-png.ts';
import { createRaster, type Raster } from '../../src/imaging/raster.ts';
import { contactSheet } from './contact-sheet.ts';
import type { CutoutScores } from './cutout-metrics.ts';
import { realBenchmark, STAGES, tracedBenchmark } from './cutout-set/benchmark.ts';
import { cutSet, type SetCut } from './cutout-set/cut-set.ts';
import { cutoutSet } from './cutout-set/cutout-set.ts';
import { heldOutStatements } from './cutout-set/fit.ts';
import type { KnownPhoto, Trouble } from './cutout-set/known-photo.ts';
import { calibrationError, meanBinError, reliabilityTable } from './reliability.ts';
import { withRemovers } from './removers.ts';
import { photosWanted, someOf } from './some-of.ts';

/** Least confidence at which the product uses the cut-out; below it the photo is shown whole, as a card. */
const USED = 0.5;

/** What cuts must reach on average where they are used, and what is too poor to use. */
const WANTED = 0.9;
const POOR = 0.75;

/** How far stated confidence may be from what comes true. */
const HONEST = 0.08;

/**
 * Cut-outs against the truth (some ten minutes; `--photos N` bounds each set), by the model that comes with the product and without one: how near they come on each
 * kind of ground, what share is used, and whether the confidence is honest. Sheets of all cuts are written to
 * out/quality for the eye.
 */
export async function cutoutQuality(log: (line: string) => void, options: readonly string[]): Promise<void> {
  const photos = photosWanted(options);
  const real = someOf(await realBenchmark(), photos);
  if (real.length === 0) log('(no photos beside the project: real products are left out)');
  const set = someOf(await cutoutSet(), photos);
  const traced = someOf(tracedBenchmark(), photos);
  await withRemovers(async ({ embedded, local }) => {
    for (const remover of [embedded, local]) {
      log(`== ${remover.name}`);
      await measure(remover, { real, traced, set }, log);
    }
  });
}

async function measure(
  remover: BackgroundRemover,
  { real, traced, set }: Readonly<Record<'real' | 'traced' | 'set', readonly KnownPhoto[]>>,
  log: (line: string) => void,
): Promise<void> {
  const sheet = await openSheet();
  try {
    const cut = (photos: readonly KnownPhoto[]): Promise<SetCut[]> => cutSet(remover, photos, sheet.add);
    log('things traced in sets');
    report(await cut(traced), log);
    if (real.length > 0) {
      const cuts = await cut(real);
      log('real products on rendered tables');
      report(
        cuts.filter(({ kind }) => !STAGES.includes(kind)),
        log,
      );
      log('real products on stages');
      report(
        cuts.filter(({ kind }) => STAGES.includes(kind)),
        log,
      );
    }
    log('the set that confidence is fitted to');
    const cuts = await cut(set);
    report(cuts, log);
    reportHonesty(cuts, log);
    reportAdvice(cuts, log);
    log(`sheet ${await sheet.write(`cutouts-${remover.name}.png`)}`);
  } finally {
    await sheet.close();
  }
}

function reportHonesty(cuts: readonly SetCut[], log: (line: string) => void): void {
  log('stated confidence and what came true (delivered model; families held out)');
  const heldOut = heldOutStatements(cuts);
  const [delivered, fresh] = [reliabilityTable(cuts), reliabilityTable(heldOut)];
  for (let i = 0; i < Math.max(delivered.length, fresh.length); i++) {
    log(`${(delivered[i] ?? '').padEnd(24)} | ${fresh[i] ?? ''}`);
  }
  for (const [name, statements] of [
    ['delivered', cuts],
    ['held out', heldOut],
  ] as const) {
    const [error, bins] = [calibrationError(statements), meanBinError(statements)];
    log(`error ${name}: ${error.toFixed(3)} a cut, ${bins.toFixed(3)} a bin (${HONEST} wanted)`);
  }
}

/** Reasons that are right of a trouble, besides its own. */
const REASONS: Readonly<Record<Trouble, readonly string[]>> = {
  'pale-on-pale': ['paleOnPale', 'alike'],
  'dark-on-dark': ['darkOnDark', 'alike', 'dark'],
  busy: ['busy', 'several'],
  framed: ['framed'],
  small: ['small'],
  blurred: ['blurred'],
  dark: ['dark', 'darkOnDark'],
  overexposed: ['overexposed', 'paleOnPale'],
  several: ['several', 'busy'],
};

function reportAdvice(cuts: readonly SetCut[], log: (line: string) => void): void {
  log('advice below half confidence: how often it names what was wrong, and what it says');
  for (const trouble of new Set(cuts.flatMap((cut) => (cut.trouble === undefined ? [] : [cut.trouble])))) {
    const left = cuts.filter((cut) => cut.trouble === trouble && !isUsed(cut));
    const said = left.flatMap(({ signals, things }) =>
      signals === undefined ? [] : [reasonFor(signals, things)],
    );
    const right = said.filter((reason) => REASONS[trouble].includes(reason)).length;
    const counts = [...new Set(said)].map(
      (reason) => `${reason} ${said.filter((one) => one === reason).length}`,
    );
    log(`${trouble.padEnd(14)} ${right} of ${left.length}   ${counts.join(', ')}`);
  }
}

/** A sheet of photos above their cut-outs. */
async function openSheet() {
  const folder = await mkdtemp(join(tmpdir(), 'cutout-'));
  const pictures: { readonly path: string; readonly title: string }[] = [];
  return {
    async add(cut: SetCut, { photo }: { photo: Raster }, { image }: { image: Raster }): Promise<void> {
      const path = join(folder, `${pictures.length}.png`);
      await writeFile(path, await encodePng(sideBySide(photo, image)));
      pictures.push({ path, title: `${cut.name} ${cut.iou.toFixed(2)} (${cut.confidence.toFixed(2)})` });
    },
    async write(name: string): Promise<string> {
      const sheets = join(PROJECT_ROOT, 'out', 'quality');
      await mkdir(sheets, { recursive: true });
      await contactSheet(pictures, join(sheets, name));
      return join(sheets, name);
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
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

function report(cases: readonly SetCut[], log: (line: string) => void): void {
  log('ground                  cuts  IoU   outline  matte error | used  IoU used  worst used');
  for (const ground of new Set(cases.map((one) => one.kind))) {
    log(`${ground.padEnd(22)} ${rowOf(cases.filter((one) => one.kind === ground))}`);
  }
  log(`${'all'.padEnd(22)} ${rowOf(cases)}`);
  const used = cases.filter(isUsed);
  const left = cases.filter((one) => !isUsed(one));
  log(`IoU where used ${mean(used, 'iou').toFixed(3)} (${WANTED} wanted)`);
  log(`used though poor (IoU below ${POOR})  ${used.filter(({ iou }) => iou < POOR).length} (0 wanted)`);
  log(
    `left though good (IoU from ${WANTED})   ${left.filter(({ iou }) => iou >= WANTED).length} (few wanted)`,
  );
}

const isUsed = ({ confidence }: SetCut): boolean => confidence >= USED;

function rowOf(cases: readonly SetCut[]): string {
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

const mean = (cases: readonly SetCut[], key: keyof CutoutScores): number =>
  cases.reduce((sum, one) => sum + one[key], 0) / Math.max(1, cases.length);
