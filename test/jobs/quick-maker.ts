import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import type { AdRequest } from '../../src/ad/request.ts';
import type { AdResult, SavedImage, SavedLoop, ThingChoice } from '../../src/ad/result.ts';
import { defined } from '../../src/collections/defined.ts';
import type { Lane } from '../../src/engines/ports.ts';
import { pickThings } from '../../src/imaging/cutout/things/pick-things.ts';
import { thingTitles } from '../../src/imaging/cutout/things/thing-titles.ts';
import { encodePng } from '../../src/imaging/encode-png.ts';
import { createRaster, type Raster } from '../../src/imaging/raster.ts';
import type { JobMaker } from '../../src/jobs/executor/maker.ts';
import type { PictureStore } from '../../src/storage/picture-store.ts';
import { immediateLanes } from '../../src/workflow/lanes.ts';
import type { NodeEvent } from '../../src/workflow/node-event.ts';
import type { AdRun } from '../../src/workflow/plans/ad-maker.ts';

export interface QuickMakerOptions {
  readonly pictures: PictureStore;
  /** How long the GPU node works. */
  readonly milliseconds?: number;
  /** Called on the GPU lane; what it throws the job fails with. */
  readonly onPicture?: (request: AdRequest, run: AdRun) => void | Promise<void>;
  /** Instead of a picture of its own for each. */
  readonly image?: SavedImage;
  /** How many things are found in each photo; of several, of which the first is meant, people can choose. */
  readonly things?: number;
}

/** Makes small real pictures quickly, through the same lanes and events as the real maker. */
export function createQuickMaker(options: QuickMakerOptions): JobMaker {
  return {
    workflowFor: ({ photos }) => (photos.length === 0 ? 'text-to-image' : 'product-composite'),
    engineFor: () => 'quick',
    make: (request, run = {}) => make(options, request, run),
  };
}

const NODES = ['PromptProcessorNode', 'Text2ImageNode', 'SaveImageNode'] as const;

async function make(options: QuickMakerOptions, request: AdRequest, run: AdRun): Promise<AdResult> {
  const { pictures, milliseconds = 0, onPicture } = options;
  const signal = run.signal ?? new AbortController().signal;
  const times: number[] = [];
  const node = async <T>(index: number, lane: Lane, work: () => Promise<T>): Promise<T> => {
    const at = { node: NODES[index] ?? '', index, total: NODES.length };
    const tell = (event: Omit<NodeEvent, 'node' | 'index' | 'total'>): void =>
      run.onEvent?.({ ...at, ...event } as NodeEvent);
    tell({ type: 'queued' });
    try {
      return await (run.lanes ?? immediateLanes).run(
        lane,
        async () => {
          tell({ type: 'started' });
          const startedAt = performance.now();
          const made = await work();
          signal.throwIfAborted();
          times[index] = performance.now() - startedAt;
          tell({ type: 'done', milliseconds: times[index] } as NodeEvent);
          return made;
        },
        signal,
      );
    } catch (error) {
      tell({ type: 'failed', error } as NodeEvent);
      throw error;
    }
  };

  await node(0, 'cpu', async () => {});
  await node(1, 'gpu', async () => {
    await onPicture?.(request, run);
    if (milliseconds > 0)
      await sleep(milliseconds, undefined, { signal }).catch(() => signal.throwIfAborted());
  });
  const image = await node(2, 'cpu', async () => options.image ?? save(pictures, request));
  const loops = await loopsOf(pictures, request);
  const choice = await choiceIn(options, request);
  return {
    image,
    layout: {},
    ...defined({ choice, loops }),
    reasoning: [{ ko: '가운데가 비어 있어요.', en: 'The middle is free.' }],
    warnings: [],
    recipe: {
      version: 1,
      request,
      engine: { name: 'quick', model: '1' },
      presets: '000000000000',
      decided: {
        brief: run.decided?.brief ?? {
          industry: request.industry ?? 'cafe',
          style: request.style ?? 'realistic',
          prompt: { positive: `prompt ${request.seed}`, negative: '' },
          scene: {
            backdrops: ['table'],
            materials: [],
            lighting: 'window',
            palette: { background: '#ffffff', ink: '#000000', accent: '#ff0000' },
            darkness: 0,
            props: [],
          },
          statements: [],
          leftOut: [],
          copy: { headline: '딸기라떼', ...request.copy },
          face: 'Pretendard',
          why: [],
          warnings: [],
        },
      },
    },
    report: {
      total_time: times.reduce((sum, time) => sum + time, 0),
      nodes: NODES.map((name, index) => ({ name, time: times[index] ?? 0, status: 'done' })),
    },
  };
}

async function choiceIn(
  { pictures, things = 1 }: QuickMakerOptions,
  { photos, seed }: AdRequest,
): Promise<ThingChoice | undefined> {
  if (things < 2 || photos.length === 0) return undefined;
  const boxes = Array.from({ length: things }, (_, i) => ({ box: { x: 9 * i, y: 0, width: 8, height: 8 } }));
  const picks = photos.map(({ pick }) => pick);
  return {
    photos: picks.map((pick, photo) => ({
      photo,
      titles: thingTitles(boxes),
      picked: pickThings(
        { things: boxes.map((box) => ({ ...box, share: 0.1, whole: true })), default: [0] },
        pick,
      ),
    })),
    strip: await pictures.save(picture(seed, ...picks.map((pick) => `strip ${pick}`)), 'choice'),
  };
}

/** The ad in motion, where it was asked to move. */
async function loopsOf(
  pictures: PictureStore,
  { motion, seed, letteringSeed = seed, format }: AdRequest,
): Promise<readonly SavedLoop[] | undefined> {
  if (motion === undefined) return undefined;
  const frames = [picture(seed, letteringSeed, format), picture(seed, letteringSeed, format, 'moved')];
  const bytes = await sharp(await Promise.all(frames.map((frame) => encodePng(frame))), {
    join: { animated: true },
  })
    .gif({ delay: [500, 500], loop: 0 })
    .toBuffer();
  const saved = await pictures.saveFile(bytes, 'gif', { width: 32, height: 32 });
  return [{ ...saved, kind: 'gif', seconds: 1, frames: 2, bytes: bytes.length }];
}

/** What a press gets: a PDF, with a picture of it beside. */
async function saveSheet(pictures: PictureStore, request: AdRequest): Promise<SavedImage> {
  const bytes = Buffer.from(`%PDF-1.7\n% ${request.seed}\n%%EOF\n`);
  const sheet = await pictures.saveFile(bytes, 'pdf', { width: 32, height: 32 });
  const shown = await encodePng(picture(request.seed, 'sheet'));
  return { ...sheet, files: [await pictures.saveBeside(sheet.path, 'png', shown)] };
}

/** Origin and ad, as the real workflows save. */
async function save(pictures: PictureStore, request: AdRequest): Promise<SavedImage> {
  if (request.place?.endsWith('-print')) return saveSheet(pictures, request);
  const origin = await pictures.save(picture(request.seed), 'origin');
  const ad = await pictures.save(
    picture(request.seed, request.letteringSeed ?? request.seed, request.format),
    'ad',
    {
      Recipe: JSON.stringify({ request }),
    },
  );
  return { ...ad, origin: origin.path };
}

/** A picture that is another for every other set of numbers. */
function picture(...parts: readonly (number | string)[]): Raster {
  const raster = createRaster(32, 32);
  const text = JSON.stringify(parts);
  for (let i = 0; i < raster.data.length; i++) {
    raster.data[i] = i % 4 === 3 ? 255 : (text.charCodeAt(i % text.length) * (i + 7)) % 256;
  }
  return raster;
}
