import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Box, overlaps } from '../../src/ad/geometry.ts';
import type { TextLayout } from '../../src/ad/layout.ts';
import { parseRequest } from '../../src/ad/parse/parse-request.ts';
import type { AdResult } from '../../src/ad/result.ts';
import { loadConfig } from '../../src/app/config/config.ts';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import { type App, openApp } from '../../src/app/open-app.ts';
import { defined } from '../../src/collections/defined.ts';
import type { Composite } from '../../src/imaging/composite/composite.ts';
import type { Matte, Raster } from '../../src/imaging/raster.ts';
import { type LayoutMetrics, layoutMetrics } from '../../src/layout/measure/layout-metrics.ts';
import { legibilityOf } from '../../src/layout/measure/legibility.ts';
import { createRenderPool, type RenderPool, type TaskRun } from '../../src/workers/render-pool.ts';
import type { TaskInput, TaskName, TaskOutput } from '../../src/workers/tasks.ts';
import { faces } from '../faces.ts';
import { contactSheet } from './contact-sheet.ts';

const PHOTOS = ['strawberry-latte.jpg', 'hand-cream.jpg', 'soboro-bread.jpg'];

/** What one ad owes, counted. */
export interface Owed {
  readonly blocks: number;
  readonly unreadable: number;
  readonly onProduct: number;
  readonly outside: number;
  readonly overlapping: number;
  /** Words that a line ends inside of. */
  readonly parted: number;
}

/**
 * All trades × 5 formats × 3 photos: what every ad owes, and the layouts' measures. Contact sheets, one a format, are
 * written to out/quality for the eye.
 */
export async function adsQuality(log: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'quality-'));
  const sheets = join(PROJECT_ROOT, 'out', 'quality');
  await mkdir(sheets, { recursive: true });
  const studio = await openStudio(folder);
  try {
    const all: Owed[] = [];
    const metrics: LayoutMetrics[] = [];
    for (const format of studio.app.presets.formats.rows) {
      const pictures: { path: string; title: string }[] = [];
      for (const [i, trade] of studio.app.presets.industries.rows.entries()) {
        for (const [j, photo] of PHOTOS.entries()) {
          const text = `${trade.names.ko} 이번 주 소식, ${j === 0 ? '9,900원' : '새로 나왔어요'}`;
          const made = await studio.make(text, photo, {
            industry: trade.key,
            format: format.key,
            seed: 31 * i + j,
          });
          const owed = owedBy(made);
          if (owed.unreadable + owed.onProduct + owed.outside + owed.overlapping + owed.parted > 0) {
            log(`${format.key}, ${trade.key} ${j + 1}: ${JSON.stringify(owed)}`);
          }
          all.push(owed);
          metrics.push(layoutMetrics(made.under, made.layout, made.product));
          pictures.push({ path: made.ad.image.path, title: `${trade.key} ${j + 1}` });
        }
      }
      const sheet = join(sheets, `ads-${format.key.replaceAll(/[:.]/g, '-')}.png`);
      await contactSheet(pictures, sheet);
      log(`${format.key.padEnd(7)} ${pictures.length} ads, sheet ${sheet}`);
    }
    report(all, metrics, log);
  } finally {
    await studio.app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** One ad, and what lies under its words. */
export interface MadeAd {
  readonly ad: AdResult;
  readonly layout: TextLayout;
  readonly under: Raster;
  readonly product?: Matte;
}

export interface Studio {
  readonly app: App;
  /** @param photo a file name in samples/; absent = an ad without a photo */
  make(
    text: string,
    photo: string | undefined,
    draft: { industry?: string; format: string; seed: number },
  ): Promise<MadeAd>;
}

/** The whole product, watched where the words are placed: so that they can be measured anew on the pixels. */
export async function openStudio(folder: string): Promise<Studio> {
  const pool = createRenderPool();
  const seen: { product?: Matte; under?: Raster } = {};
  const watched: RenderPool = {
    ...pool,
    run<K extends TaskName>(task: K, input: TaskInput<K>, run?: TaskRun): Promise<TaskOutput<K>> {
      return pool.run(task, input, run).then((output) => {
        if (task === 'composite') seen.product = (output as Composite).product;
        if (task === 'place-text') seen.under = (input as TaskInput<'place-text'>).request.image;
        return output;
      });
    },
  };
  const config = loadConfig({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent' });
  const app = await openApp(config, { pictures: join(folder, 'pictures'), render: watched });
  return {
    app,
    async make(text, photo, draft) {
      delete seen.product;
      delete seen.under;
      const bytes = photo && (await readFile(join(PROJECT_ROOT, 'samples', photo)));
      const photos = bytes ? [await app.photos.accept({ bytes, name: photo })] : [];
      const ad = await app.maker.make(
        parseRequest({ ...draft, text, photos, engine: 'studio' }, app.presets.requestRules),
      );
      const layout = ad.layout.text;
      const { under, product } = seen;
      if (layout === undefined || under === undefined) throw new Error(`${text} has no words`);
      return { ad, layout, under, ...defined({ product }) };
    },
  };
}

export function owedBy({ ad, layout, under, product }: MadeAd): Owed {
  const boxes = layout.blocks.map((block) => block.box);
  const { outside } = layoutMetrics(under, layout, product);
  const { copy } = ad.recipe.decided.brief;
  return {
    blocks: boxes.length,
    unreadable: legibilityOf(under, layout, faces).filter((block) => !block.isEnough).length,
    onProduct: product === undefined ? 0 : boxes.filter((box) => touches(product, box)).length,
    outside,
    overlapping: boxes.flatMap((box, i) => boxes.slice(i + 1).filter((other) => overlaps(box, other))).length,
    parted: layout.blocks.reduce((sum, { slot, lines }) => sum + partedIn(lines, copy[slot] ?? ''), 0),
  };
}

/** Words of the lines that are no words of the text, as pieces of words are not. */
function partedIn(lines: readonly string[], text: string): number {
  const words = new Set(text.split(/\s+/));
  return lines.flatMap((line) => line.split(/\s+/)).filter((word) => !words.has(word)).length;
}

function touches(product: Matte, box: Box): boolean {
  for (let y = Math.max(0, box.y); y < Math.min(product.height, box.y + box.height); y++) {
    for (let x = Math.max(0, box.x); x < Math.min(product.width, box.x + box.width); x++) {
      if (product.data[y * product.width + x]! > 8) return true;
    }
  }
  return false;
}

function report(all: readonly Owed[], metrics: readonly LayoutMetrics[], log: (line: string) => void): void {
  const sum = (key: keyof Owed): number => all.reduce((total, owed) => total + owed[key], 0);
  const blocks = sum('blocks');
  log(`${all.length} ads with ${blocks} blocks of words`);
  log(`contrast passes       ${((100 * (blocks - sum('unreadable'))) / blocks).toFixed(2)} % (100 wanted)`);
  log(`words on the product  ${sum('onProduct')} (0 wanted)`);
  log(`outside the margins   ${sum('outside')} (0 wanted)`);
  log(`words on words        ${sum('overlapping')} (0 wanted)`);
  log(`words parted          ${sum('parted')} (0 wanted)`);
  const mean = (key: 'ali' | 'occ' | 'rea' | 'uti'): string =>
    (metrics.reduce((total, one) => total + one[key], 0) / metrics.length).toFixed(3);
  log(
    `alignment ${mean('ali')}, occlusion ${mean('occ')}, unreadability ${mean('rea')}, use of free space ${mean('uti')}`,
  );
}
