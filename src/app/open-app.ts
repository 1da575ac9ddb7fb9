import { join } from 'node:path';
import type { Face } from '../ad/face.ts';
import type { LoopKind } from '../ad/motion.ts';
import { defined } from '../collections/defined.ts';
import { createLayoutAdvisor } from '../engines/offline/layout-advisor.ts';
import { createLocalRemover } from '../engines/offline/local-remover.ts';
import { createPromptWriter } from '../engines/offline/prompt-writer.ts';
import { BY_RULES } from '../engines/onnx-cutout/cutout-model.ts';
import { createCutoutProcess } from '../engines/onnx-cutout/cutout-process.ts';
import { cutoutModels } from '../engines/onnx-cutout/find-models.ts';
import { openRemover } from '../engines/onnx-cutout/open-remover.ts';
import type { ModelParts } from '../engines/openai/open-models.ts';
import type { Engines } from '../engines/ports.ts';
import { createStudioEngine } from '../engines/studio/studio-engine.ts';
import { engineChooser } from '../engines/zimage/choose-engine.ts';
import { openZImage } from '../engines/zimage/open-zimage.ts';
import { EngineProcess } from '../onnx/process/engine-process.ts';
import { nearestFormat } from '../presets/nearest-format.ts';
import type { Presets } from '../presets/presets.ts';
import { createPhotoStore, type PhotoStore } from '../storage/photo-store.ts';
import { createPictureStore, type PictureStore } from '../storage/picture-store.ts';
import { restrictDataFolder } from '../storage/restrict-data-folder.ts';
import { catalogue } from '../studio/catalogue.ts';
import { photoReaderOn } from '../workers/read-photos.ts';
import { createRenderPool, type RenderPool } from '../workers/render-pool.ts';
import { DiskCache } from '../workflow/cache/disk-cache.ts';
import { MemoryCache } from '../workflow/cache/memory-cache.ts';
import type { AdMaker } from '../workflow/plans/ad-maker.ts';
import { createAdMaker } from '../workflow/plans/create-ad-maker.ts';
import { createRuleWriter, type RuleWriter } from '../writing/brief/rule-writer.ts';
import { type Config, readEnvironment } from './config/config.ts';
import { openFileHome } from './file-home.ts';
import { loadShopData } from './writing/shop-data.ts';
import { openWritingThread } from './writing/writing-thread.ts';

/** The parts that every way of using the product shares, assembled from the settings. */
export interface App {
  readonly maker: AdMaker;
  /** Names of the engines whose pictures it can make. */
  readonly engines: readonly string[];
  /** Reads what is said in answer to an ad. */
  readonly intentOf: RuleWriter['intentOf'];
  readonly presets: Presets;
  readonly faces: readonly Face[];
  readonly photos: PhotoStore;
  readonly pictures: PictureStore;
  readonly render: RenderPool;
  /** The processes that run models, while there are any. */
  readonly enginePids: () => readonly number[];
  /** Gives back what memory can be given back: what is kept for speed, models that rest, threads as they become free. */
  releaseMemory(): void;
  /**
   * Readies what the first request would wait for; holds this thread for up to half a second where it is this one that
   * reads.
   *
   * @param photos whether a product is to be cut out of its photo at once
   * @param text of that request, where it is known: then less is readied
   */
  prepare(photos: boolean, text?: string): void;
  /** Waits for what is being written, and lets go of threads and processes. */
  close(): Promise<void>;
}

export interface AppOptions {
  /** Folder for the ads; by default `pictures` in the data folder. */
  readonly pictures?: string;
  /** The threads for pixel work; by default as many as there are processors. The app closes them. */
  readonly render?: RenderPool;
  /** Requests are read in a thread of its own: for a process that must hear people meanwhile. By default in this one. */
  readonly writingThread?: boolean;
  /** What moving ads are where neither request nor place says; by default WebP, the smallest. */
  readonly loopKind?: LoopKind;
  /** Told of trouble that costs time but no ad. */
  readonly onTrouble?: (error: unknown) => void;
  /** Told, in English, what the picture model does not find or cannot do, and what is done instead. */
  readonly onNotice?: (text: string) => void;
}

/** Bounds of the result cache in bytes: some six ads' worth in memory, some hundred on disk. */
const CACHE_MEMORY = 96 * 2 ** 20;
const CACHE_DISK = 1024 * 2 ** 20;

/**
 * Assembles the product.
 *
 * @throws UserError `bad-preset` or `engine-unavailable`
 */
export async function openApp(config: Config, options: AppOptions = {}): Promise<App> {
  const render = options.render ?? createRenderPool();
  try {
    return await assembled(config, options, render);
  } catch (error) {
    await render.close();
    throw error;
  }
}

async function assembled(config: Config, options: AppOptions, render: RenderPool): Promise<App> {
  await restrictDataFolder(config.DATA_DIR);
  const { faces, presets } = await loadShopData(config.DATA_DIR, {
    ...defined({ defaultFamily: config.DESIGN, defaultPlace: config.PLACE }),
  });
  const home = await openFileHome(config);
  const photos = createPhotoStore(join(config.DATA_DIR, 'photos'), photoReaderOn(render), home);
  const pictures =
    options.pictures === undefined
      ? createPictureStore(join(config.DATA_DIR, 'pictures'), 'owner', home)
      : createPictureStore(options.pictures, 'umask');
  const cache = new MemoryCache(
    CACHE_MEMORY,
    new DiskCache(join(config.DATA_DIR, 'cache', 'results'), CACHE_DISK),
    options.onTrouble,
  );
  const studio = createStudioEngine(render, catalogue);
  const onWarning = (text: string): void => options.onNotice?.(text);
  const models = new EngineProcess({ onTrouble: onWarning });
  const cutting = createCutoutProcess(readEnvironment(), onWarning);
  const byRules = createLocalRemover(render);
  const remover =
    config.CUTOUT_MODEL === BY_RULES
      ? byRules
      : openRemover(await cutoutModels(config.CUTOUT_MODEL, config.DATA_DIR), {
          rules: byRules,
          process: cutting,
          render,
          onWarning,
        });
  const zimage =
    config.ENGINE === 'studio'
      ? undefined
      : await openZImage(config, {
          process: models,
          styles: catalogue.styles.names,
          adapterOf: (style) => presets.styles.named(style).lora,
          onWarning,
        });
  const { countTokens, tokenizerFolder } = zimage !== undefined && 'engine' in zimage ? zimage : {};
  const now = (): Date => new Date();
  const thread = options.writingThread
    ? openWritingThread({ dataFolder: config.DATA_DIR, ...defined({ tokenizerFolder }) })
    : undefined;
  const rules = thread ?? createRuleWriter({ presets, now, ...defined({ countTokens }) });
  const offline: WritingEngines = {
    writer: createPromptWriter({ presets, now, rules }),
    advisor: createLayoutAdvisor(render, faces),
  };
  const writing = await withModels(config, { ...offline, presets, now, rules, pool: render, faces });
  const maker = createAdMaker({
    imageEngine: engineChooser(config.ENGINE, { studio, zimage, onWarning }),
    engines: { remover, ...writing },
    render,
    cache,
    photos,
    pictures,
    faces,
    designs: presets.designs.rows,
    pages: presets.pages,
    motions: presets.motions.rows,
    loopKind: options.loopKind ?? 'webp',
    tradeOf: (industry) => presets.industries.find(industry),
    moodOf: (key) => presets.moods.find(key),
    sizeOf: (format) => presets.formats.named(format),
    placeOf: presets.requestRules.place,
    formatNear: (size) => nearestFormat(presets.formats.rows, size),
    saysAi: config.AI_NOTICE === 'on',
    presetsDigest: presets.digest,
  });
  return {
    maker,
    engines: [studio, ...(zimage !== undefined && 'engine' in zimage ? [zimage.engine] : [])].map(
      ({ name }) => name,
    ),
    intentOf: (text, shown) => rules.intentOf(text, shown),
    presets,
    faces,
    photos,
    pictures,
    render,
    enginePids: () => [models.pid, cutting.pid].filter((pid) => pid !== undefined),
    releaseMemory() {
      cache.release();
      models.release();
      cutting.release();
      render.restart();
    },
    prepare(photos, text) {
      if (photos) remover.prepare?.();
      offline.writer.prepare?.(text);
    },
    async close() {
      await cache.flush();
      await models.dispose();
      await cutting.dispose();
      await Promise.all([render.close(), thread?.close()]);
    },
  };
}

type WritingEngines = Pick<Engines, 'writer' | 'advisor' | 'moderation'>;

/** With a key, the engines that ask models before the local ones; without, nothing of them is even loaded. */
async function withModels(config: Config, parts: ModelParts): Promise<WritingEngines> {
  const { OPENAI_API_KEY: key } = config;
  if (key === undefined) return { writer: parts.writer, advisor: parts.advisor };
  const { openModels } = await import('../engines/openai/open-models.ts');
  return openModels(key, config, parts);
}
