import { join } from 'node:path';
import type { StyleName } from '../../ad/style.ts';
import { UserError } from '../../errors/user-error.ts';
import { rasterOf } from '../../imaging/raster.ts';
import type { EngineProcess } from '../../onnx/process/engine-process.ts';
import type { AdapterChoice } from '../../zimage/adapter-cache.ts';
import type { Checkpoint } from '../../zimage/checkpoint.ts';
import type { TextToImageRequest } from '../../zimage/pipeline.ts';
import type { EngineRun, ImageEngine, Picture, PictureRequest } from '../ports.ts';
import type { FallbackChain } from './fallback-chain.ts';
import { ZIMAGE_SERVICE, type ZImageService } from './service-address.ts';
import type { MadePicture, ModelSetup, StepEvent } from './zimage-service.ts';

/** A style's LoRA: a file below the model's `loras` folder, and how strongly it works. */
export interface StyleAdapter {
  readonly file: string;
  readonly scale: number;
}

export interface ZImageEngineOptions {
  readonly checkpoint: Checkpoint;
  readonly process: EngineProcess;
  readonly fallbackChain: FallbackChain;
  /** Absent where no style has one. */
  readonly adapterOf?: (style: StyleName) => StyleAdapter | undefined;
  /** Pixels of the largest picture that is made whole; a larger one is enlarged. */
  readonly bestPixels: number;
  /** Told, in English, of what costs quality but no picture. */
  readonly onWarning: (text: string) => void;
}

/** Turbo models are made for so many steps without guidance; the model that they come from for these. */
const TURBO = { steps: 8, scale: 0 };
const UNDISTILLED = { steps: 28, scale: 4 };

/** The undistilled model is published with a larger shift than Turbo's 3. */
const UNDISTILLED_SHIFT = 6;

/** Makes pictures with Z-Image in the engine process. */
export function createZImageEngine(options: ZImageEngineOptions): ImageEngine {
  const { checkpoint, process, fallbackChain, bestPixels } = options;
  const turbo = checkpoint.scheduler.shift < UNDISTILLED_SHIFT;
  const { steps, scale } = turbo ? TURBO : UNDISTILLED;
  const adaptable = options.adapterOf !== undefined;

  const common = (request: PictureRequest, adapters: readonly AdapterChoice[]) => ({
    prompt: request.prompt.positive,
    negative: request.prompt.negative,
    seed: request.seed,
    steps,
    guidance: { scale, normalization: 0, truncation: 1 },
    adapters,
  });

  /** Works with the style's LoRA, and without it where that one cannot be used. */
  async function make(
    request: PictureRequest,
    run: EngineRun,
    work: (setup: ModelSetup, adapters: readonly AdapterChoice[]) => Promise<MadePicture>,
  ): Promise<Picture> {
    const style = options.adapterOf?.(request.style);
    const adapters =
      style === undefined ? [] : [{ file: join(checkpoint.folder, 'loras', style.file), scale: style.scale }];
    const makeWith = (chosen: readonly AdapterChoice[]): Promise<MadePicture> =>
      fallbackChain.run((plan) => {
        run.signal.throwIfAborted();
        return work({ place: checkpoint.place, adaptable, ...plan }, chosen);
      });
    let result: MadePicture;
    try {
      result = await makeWith(adapters);
    } catch (error) {
      if (adapters.length === 0 || !isAboutAdapter(error, adapters)) throw error;
      options.onWarning(`${error.message} The picture is made without it.`);
      result = await makeWith([]);
    }
    for (const warning of result.warnings) options.onWarning(warning);
    return {
      image: rasterOf(result.picture),
      why: [reasonFor(result.timings.steps.length, request.seed, turbo)],
    };
  }

  return {
    name: 'zimage',
    model: `${turbo ? 'turbo' : 'base'}-${checkpoint.id}`,
    lane: 'gpu',
    bestPixels,
    drawsAnything: true,
    textToImage: (request, run) =>
      make(request, run, (setup, adapters) => {
        const job: TextToImageRequest = { ...common(request, adapters), ...request.size };
        return process.call<ZImageService, 'textToImage'>(
          ZIMAGE_SERVICE,
          'textToImage',
          { setup, request: job, previews: run.onStep !== undefined },
          { signal: run.signal, onEvent: stepsTo(run) },
        );
      }),
    imageToImage: (request, run) =>
      make(request, run, (setup, adapters) => {
        const job = {
          ...common(request, adapters),
          image: request.reference,
          strength: request.strength,
        };
        return process.call<ZImageService, 'imageToImage'>(
          ZIMAGE_SERVICE,
          'imageToImage',
          { setup, request: job, previews: run.onStep !== undefined },
          { signal: run.signal, onEvent: stepsTo(run) },
        );
      }),
  };
}

function isAboutAdapter(error: unknown, adapters: readonly AdapterChoice[]): error is UserError {
  if (!(error instanceof UserError)) return false;
  const { code, params } = error;
  return (
    code.startsWith('lora-') ||
    adapters.some(({ file }) => JSON.stringify(params).includes(JSON.stringify(file)))
  );
}

function stepsTo(run: EngineRun): (event: unknown) => void {
  return (event) => {
    // The service tells of nothing else.
    const { step, steps, preview } = event as StepEvent;
    run.onStep?.(step, steps, preview && rasterOf(preview));
  };
}

function reasonFor(steps: number, seed: number, turbo: boolean) {
  const name = turbo ? 'Z-Image-Turbo' : 'Z-Image';
  return {
    ko: `그림은 ${name}가 ${steps}단계로 그렸어요 (시드 ${seed}).`,
    en: `The picture was painted by ${name} in ${steps} steps (seed ${seed}).`,
  };
}
