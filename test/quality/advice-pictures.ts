import { join } from 'node:path';
import type { Brief } from '../../src/ad/brief.ts';
import type { Size } from '../../src/ad/geometry.ts';
import { parseRequest } from '../../src/ad/parse/parse-request.ts';
import type { AdRequest } from '../../src/ad/request.ts';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import { createPromptWriter } from '../../src/engines/offline/prompt-writer.ts';
import { createStudioEngine } from '../../src/engines/studio/studio-engine.ts';
import { placeLayers } from '../../src/imaging/composite/place-layers.ts';
import type { Raster } from '../../src/imaging/raster.ts';
import { placeProducts } from '../../src/layout/place-products.ts';
import type { TextLayoutRequest } from '../../src/layout/request.ts';
import { loadPresets } from '../../src/presets/load.ts';
import { catalogue } from '../../src/studio/catalogue.ts';
import type { RenderPool } from '../../src/workers/render-pool.ts';
import { GOLDEN_REQUESTS } from '../engines/offline/golden-requests.ts';
import { trueProducts } from './true-products.ts';

/** A picture that words are to be placed on. */
export interface AdvicePicture {
  /** 'cafe 1:1', with the product's name where one stands in it. */
  readonly name: string;
  readonly request: TextLayoutRequest;
  /** What the words are from, and what was read of it. */
  readonly asked: AdRequest;
  readonly brief: Brief;
  /** What stands in it, cut out; absent = the studio's own things. */
  readonly product?: Raster;
}

const FORMATS = ['1:1', '4:5', '16:9', '9:16'];

/** Longer side: layouts are measured at about this size anyway. */
const SIDE = 768;

const DAY = new Date('2026-04-10T03:00:00Z');

/**
 * The studio's pictures of one request a trade, in turn in every format; every other one with a product standing in
 * it, where there are photos of products. The same on every run.
 */
export async function* advicePictures(pool: RenderPool): AsyncGenerator<AdvicePicture> {
  const presets = await loadPresets(join(PROJECT_ROOT, 'presets'), catalogue);
  const writer = createPromptWriter({ presets, now: () => DAY });
  const studio = createStudioEngine(pool, catalogue);
  const products = [...(await trueProducts())];
  const run = { signal: new AbortController().signal };
  const requests = GOLDEN_REQUESTS.filter((_, i) => i % 3 === Math.floor(i / 3) % 3);
  for (const [i, { trade, text }] of requests.entries()) {
    const format = FORMATS[i % FORMATS.length] ?? '1:1';
    const named = products.length > 0 && i % 2 === 1 ? products[(i >> 1) % products.length] : undefined;
    const asked = parseRequest(
      { text, industry: trade, format, seed: i + 1, photos: [] },
      presets.requestRules,
    );
    const brief = await writer.write(asked, run);
    const size = sized(presets.formats.named(format));
    const { image, stage } = await studio.textToImage(
      {
        prompt: brief.prompt,
        scene: brief.scene,
        style: brief.style,
        size,
        seed: asked.seed,
        room: { product: named !== undefined, words: true },
      },
      run,
    );
    if (stage === undefined) throw new Error('The studio knows its own pictures');
    const words = { copy: brief.copy, palette: brief.scene.palette, face: brief.face, seed: asked.seed };
    if (named === undefined) {
      yield { name: `${trade} ${format}`, request: { ...words, image, stage }, asked, brief };
      continue;
    }
    const [name, product] = named;
    const set = await composed(pool, { background: image, product, stage, copy: brief.copy });
    yield { name: `${trade} ${format} ${name}`, request: { ...words, ...set, stage }, asked, brief, product };
  }
}

function sized({ width, height }: Size): Size {
  const scale = SIDE / Math.max(width, height);
  const even = (side: number): number => 16 * Math.round((side * scale) / 16);
  return { width: even(width), height: even(height) };
}

async function composed(
  pool: RenderPool,
  {
    background,
    product,
    stage,
    copy,
  }: { background: Raster; product: Raster } & Pick<Required<TextLayoutRequest>, 'stage' | 'copy'>,
): Promise<Pick<Required<TextLayoutRequest>, 'image' | 'product'>> {
  const { placements, kind } = placeProducts({
    background,
    stage,
    products: [product],
    kind: 'cut-out',
    copy,
  });
  const layers = await placeLayers(placements.map((placement) => ({ image: product, placement })));
  return pool.run('composite', { background, stage, layers, kind, harmonise: 0, seed: 1 });
}
