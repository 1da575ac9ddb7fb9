import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { placeOfSize } from '../../../src/ad/place.ts';
import { createLayoutAdvisor } from '../../../src/engines/offline/layout-advisor.ts';
import { createLocalRemover } from '../../../src/engines/offline/local-remover.ts';
import { createPromptWriter } from '../../../src/engines/offline/prompt-writer.ts';
import { type ModelSettings, openModels } from '../../../src/engines/openai/open-models.ts';
import type { LayoutAdvisor } from '../../../src/engines/ports.ts';
import { createStudioEngine } from '../../../src/engines/studio/studio-engine.ts';
import { createPhotoStore } from '../../../src/storage/photo-store.ts';
import { createPictureStore } from '../../../src/storage/picture-store.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';
import type { ResultCache } from '../../../src/workflow/cache/result-cache.ts';
import type { AdMaker } from '../../../src/workflow/plans/ad-maker.ts';
import { createAdMaker } from '../../../src/workflow/plans/create-ad-maker.ts';
import { createRuleWriter } from '../../../src/writing/brief/rule-writer.ts';
import { faces } from '../../faces.ts';
import { directPool } from '../../workers/direct-pool.ts';
import { presets } from '../offline/write.ts';

export const KEY = 'sk-test-4f9a1c7be2';

export interface SmallShop {
  readonly maker: AdMaker;
  readonly advisor: LayoutAdvisor;
  close(): Promise<void>;
}

/** Pictures are the same in every shop: they are made once. */
const pictures = new Map<string, object>();

/** The whole product with its real engines, on small pictures, asking a model server at `url`. */
export async function openSmallShop(url: string, more: Partial<ModelSettings> = {}): Promise<SmallShop> {
  const folder = await mkdtemp(join(tmpdir(), 'small-shop-'));
  const now = (): Date => new Date('2026-04-10T03:00:00Z');
  const writing = openModels(
    KEY,
    {
      OPENAI_BASE_URL: url,
      OPENAI_MODEL: 'small',
      OPENAI_VISION_MODEL: 'seeing',
      OPENAI_DAILY_TOKENS: 100_000,
      OPENAI_PRICES: { input: 1, output: 2 },
      OPENAI_TIMEOUT: 30,
      DATA_DIR: folder,
      ...more,
    },
    {
      presets,
      now,
      pool: directPool,
      faces,
      rules: createRuleWriter({ presets, now }),
      writer: createPromptWriter({ presets, now }),
      advisor: createLayoutAdvisor(directPool, faces),
    },
  );
  const kept = new Map<string, object>();
  const cache: ResultCache = {
    get: async (key) => kept.get(key) ?? pictures.get(key),
    set: async (key, outputs) => {
      ('stage' in outputs ? pictures : kept).set(key, outputs);
    },
  };
  const photos = createPhotoStore(join(folder, 'photos'));
  const studio = createStudioEngine(directPool, catalogue);
  const maker = createAdMaker({
    imageEngine: () => studio,
    engines: { ...writing, remover: createLocalRemover(directPool) },
    render: directPool,
    cache,
    photos,
    pictures: createPictureStore(join(folder, 'pictures')),
    faces,
    placeOf: () => placeOfSize({ width: 320, height: 320 }),
    sizeOf: () => ({ width: 320, height: 320 }),
    designs: [],
    pages: presets.pages,
    motions: [],
    loopKind: 'webp',
    tradeOf: (industry) => presets.industries.find(industry),
    moodOf: (key) => presets.moods.find(key),
    formatNear: () => '1:1',
    saysAi: true,
    presetsDigest: presets.digest,
  });
  return {
    maker,
    advisor: writing.advisor,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A whole answer to the question about a request, with what a test cares about. */
export function answerTo(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    style: null,
    season: null,
    occasion: null,
    subject: null,
    mood: [],
    setting: [],
    materials: [],
    backdrops: [],
    lighting: null,
    darkness: null,
    props: [],
    avoid: [],
    places: [],
    headline: null,
    sub: null,
    ...more,
  };
}
