import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOfSize } from '../../src/ad/place.ts';
import { createLayoutAdvisor } from '../../src/engines/offline/layout-advisor.ts';
import { createLocalRemover } from '../../src/engines/offline/local-remover.ts';
import { createPromptWriter } from '../../src/engines/offline/prompt-writer.ts';
import { createStudioEngine } from '../../src/engines/studio/studio-engine.ts';
import { createPhotoStore, type PhotoStore } from '../../src/storage/photo-store.ts';
import { createPictureStore, type PictureStore } from '../../src/storage/picture-store.ts';
import { catalogue } from '../../src/studio/catalogue.ts';
import { photoReaderOn } from '../../src/workers/read-photos.ts';
import { createRenderPool } from '../../src/workers/render-pool.ts';
import type { AdMaker } from '../../src/workflow/plans/ad-maker.ts';
import { createAdMaker } from '../../src/workflow/plans/create-ad-maker.ts';
import { presets } from '../engines/offline/write.ts';
import { faces } from '../faces.ts';

export interface SmallStudio {
  readonly maker: AdMaker;
  /** Photos are decoded by the threads, as in the product. */
  readonly photos: PhotoStore;
  readonly pictures: PictureStore;
  readonly folder: string;
  close(): Promise<void>;
}

/** Pixels a side: an ad takes a tenth of what it takes at its own size. */
const SIDE = 240;

/** The whole product with its own engines and threads, on small pictures; no result is kept. */
export async function openSmallStudio(): Promise<SmallStudio> {
  const folder = await mkdtemp(join(tmpdir(), 'fuzz-'));
  const render = createRenderPool(1);
  const now = (): Date => new Date('2026-04-10T03:00:00Z');
  const studio = createStudioEngine(render, catalogue);
  const photos = createPhotoStore(join(folder, 'photos'), photoReaderOn(render));
  const pictures = createPictureStore(join(folder, 'pictures'));
  const maker = createAdMaker({
    imageEngine: () => studio,
    engines: {
      writer: createPromptWriter({ presets, now }),
      advisor: createLayoutAdvisor(render, faces),
      remover: createLocalRemover(render),
    },
    render,
    cache: { get: async () => undefined, set: async () => {} },
    photos,
    pictures,
    faces,
    placeOf: () => placeOfSize({ width: 320, height: 320 }),
    sizeOf: () => ({ width: SIDE, height: SIDE }),
    designs: presets.designs.rows,
    pages: presets.pages,
    motions: presets.motions.rows,
    loopKind: 'webp',
    tradeOf: (industry) => presets.industries.find(industry),
    moodOf: (key) => presets.moods.find(key),
    formatNear: () => '1:1',
    saysAi: true,
    presetsDigest: presets.digest,
  });
  return {
    maker,
    photos,
    pictures,
    folder,
    async close() {
      await render.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
