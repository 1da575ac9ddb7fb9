import { defined } from '../../collections/defined.ts';
import { flattened, opaque } from '../../imaging/rgb.ts';
import type { ServiceRun } from '../../onnx/process/service.ts';
import { CPU, CUDA, type Target, WEBGPU, WEBGPU_F32 } from '../../onnx/target.ts';
import { openCheckpoint } from '../../zimage/checkpoint.ts';
import type { HintStyle } from '../../zimage/control/control-branch.ts';
import type { ControlRequest } from '../../zimage/control/control-latents.ts';
import { openControlNet } from '../../zimage/control/open-control-net.ts';
import type { ModelPlace } from '../../zimage/layout/model-place.ts';
import {
  type ImageToImageRequest,
  type PipelineResult,
  type TextToImageRequest,
  ZImagePipeline,
} from '../../zimage/pipeline.ts';
import type { RgbPicture } from '../../zimage/planes.ts';
import { type Residency, SharedComponents } from '../../zimage/shared-components.ts';
import { checkVocabulary, PromptTokenizer } from '../../zimage/tokenizer.ts';

/** What graphs can be built for, by the names used in settings and logs. */
const TARGETS = { cpu: CPU, cuda: CUDA, webgpu: WEBGPU, 'webgpu-f32': WEBGPU_F32 } as const satisfies Record<
  string,
  Target
>;

export type TargetName = keyof typeof TARGETS;

/** Which model is to be loaded, and how. */
export interface ModelSetup {
  readonly place: ModelPlace;
  readonly target: TargetName;
  readonly residency: Residency;
  /** Whether LoRAs may be asked for: without, their places cost nothing. */
  readonly adaptable: boolean;
  /** Side in latents of the pieces that the VAE works in. */
  readonly tile: number;
  /** A ControlNet: where it is, and whose way of using it. */
  readonly control?: { readonly path: string; readonly hints: HintStyle };
}

/** Four bytes a pixel, as rasters have it. Converted here: the bot's thread has other things to do. */
interface RgbaPicture {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

/** What a call is told on the way. */
export interface StepEvent {
  readonly step: number;
  readonly steps: number;
  readonly preview?: RgbaPicture;
}

export interface MadePicture extends Omit<PipelineResult, 'picture'> {
  readonly picture: RgbaPicture;
}

/** The VAE's scratch memory grows with each size of picture; after so many pictures it is given back. */
const TIDY_EVERY = 5;

interface Loaded {
  readonly key: string;
  readonly components: SharedComponents;
  readonly pipeline: ZImagePipeline;
  pictures: number;
}

let loaded: Promise<Loaded> | undefined;

/** The model of a setup, loaded once for all calls; another setup's model is let go of first. */
async function modelOf(setup: ModelSetup): Promise<Loaded> {
  const key = JSON.stringify(setup);
  const current = await loaded?.catch(() => undefined);
  if (current?.key === key) return current;
  await current?.components.release();
  loaded = load(setup, key);
  return loaded;
}

async function load(setup: ModelSetup, key: string): Promise<Loaded> {
  const checkpoint = await openCheckpoint(setup.place);
  const { residency, adaptable } = setup;
  const components = new SharedComponents(checkpoint, {
    target: TARGETS[setup.target],
    residency,
    adaptable,
    ...defined({
      control: setup.control && (await openControlNet(setup.control.path, checkpoint, setup.control.hints)),
    }),
  });
  const tokenizer = await PromptTokenizer.open(checkpoint.tokenizerFolder);
  checkVocabulary(tokenizer, checkpoint);
  return { key, components, pipeline: new ZImagePipeline(components, tokenizer, setup.tile), pictures: 0 };
}

interface Job<R> {
  readonly setup: ModelSetup;
  readonly request: R;
  readonly previews: boolean;
}

type Work<R> = (
  pipeline: ZImagePipeline,
  request: R,
  run: Parameters<ZImagePipeline['textToImage']>[1],
) => Promise<PipelineResult>;

async function make<R>(
  { setup, request, previews }: Job<R>,
  run: ServiceRun,
  work: Work<R>,
): Promise<MadePicture> {
  const model = await modelOf(setup);
  const result = await work(model.pipeline, request, {
    signal: run.signal,
    previews,
    onStep: (step, steps, preview) =>
      run.emit({
        step,
        steps,
        ...defined({ preview: preview ? toRgba(preview) : undefined }),
      } satisfies StepEvent),
  });
  model.pictures++;
  if (model.pictures % TIDY_EVERY === 0) await model.components.release(['decoder', 'encoder']);
  return { ...result, picture: toRgba(result.picture) };
}

function toRgba(picture: RgbPicture): RgbaPicture {
  const { width, height, data } = opaque(picture);
  return { width, height, data };
}

/** The reference as rasters have it. */
type Restyle = Omit<ImageToImageRequest, 'image'> & { readonly image: RgbaPicture };

/** What is to be followed, as rasters have it. */
export type ControlPictures = Omit<ControlRequest, 'image' | 'inpaint'> & {
  readonly image: RgbaPicture;
  readonly inpaint?: { readonly image: RgbaPicture; readonly mask: Uint8Array };
};

type Draw = Omit<TextToImageRequest, 'control'> & { readonly control?: ControlPictures };

function flattenedControl({ image, scale, inpaint }: ControlPictures): ControlRequest {
  const kept = inpaint && { mask: inpaint.mask, image: flattened(inpaint.image) };
  return { scale, image: flattened(image), ...defined({ inpaint: kept }) };
}

/** Z-Image, as the engine process serves it. */
export const service = {
  textToImage: (job: Job<Draw>, run: ServiceRun): Promise<MadePicture> =>
    make(job, run, (pipeline, { control, ...request }, how) =>
      pipeline.textToImage(
        { ...request, ...defined({ control: control && flattenedControl(control) }) },
        how,
      ),
    ),

  imageToImage: (job: Job<Restyle>, run: ServiceRun): Promise<MadePicture> =>
    make(job, run, (pipeline, request, how) =>
      pipeline.imageToImage({ ...request, image: flattened(request.image) }, how),
    ),

  /** Gives back all memory; the next call loads again. */
  async release(_: null): Promise<void> {
    const current = await loaded?.catch(() => undefined);
    loaded = undefined;
    await current?.components.release();
  },
};
