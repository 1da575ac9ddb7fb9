import { SingleFlight } from '../collections/single-flight.ts';
import { UserError } from '../errors/user-error.ts';
import { AdapterCache, type AdapterChoice } from './adapter-cache.ts';
import { type AppliedAdapter, adapterInputs } from './adapters.ts';
import { Autoencoder } from './autoencoder.ts';
import { type Caption, readCaption } from './caption.ts';
import { type ControlRequest, controlLatents } from './control/control-latents.ts';
import { type ControlLatents, Denoiser } from './denoiser.ts';
import { applyGuidance, type Guidance, isGuided } from './guidance.ts';
import { TorchNoise } from './noise.ts';
import { createPlanes, type Planes, type RgbPicture, toPlanes, toRgb } from './planes.ts';
import { Preview } from './preview.ts';
import { PromptEncoder } from './prompt-encoder.ts';
import { eulerStep, type Step, schedule, stepsFor } from './scheduler.ts';
import type { SharedComponents } from './shared-components.ts';
import { Timings } from './timings.ts';
import type { PromptTokenizer } from './tokenizer.ts';
import { VAE_FACTOR } from './vae.ts';

export interface TextToImageRequest {
  readonly prompt: string;
  /** Read only where guidance is above 0; absent = empty. */
  readonly negative?: string;
  /** Multiples of 16. */
  readonly width: number;
  readonly height: number;
  /** 0 – 2³²−1: draws the noise as PyTorch's CPU generator does. */
  readonly seed: number;
  /** Evaluations of the transformer, 1 or more; Turbo is made for 8. */
  readonly steps: number;
  readonly guidance: Guidance;
  readonly adapters: readonly AdapterChoice[];
  /** Given exactly where the components have a ControlNet. */
  readonly control?: ControlRequest;
}

export interface ImageToImageRequest extends Omit<TextToImageRequest, 'width' | 'height' | 'control'> {
  /** Its size is the result's. */
  readonly image: RgbPicture;
  /** Above 0 up to 1: how far the result may go from the image. */
  readonly strength: number;
}

/** How a call is followed and stopped. */
export interface PipelineRun {
  /** Heeded between steps: what runs inside onnxruntime cannot be stopped. */
  readonly signal?: AbortSignal;
  onStep?(step: number, steps: number, preview?: RgbPicture): void;
  /** Whether steps come with previews. */
  readonly previews?: boolean;
}

export interface PipelineResult {
  readonly picture: RgbPicture;
  /** In English: what of the request could not be heeded in full. */
  readonly warnings: readonly string[];
  /** Milliseconds by stage, and for each step. */
  readonly timings: Timings['report'];
}

/** Sides of pictures are multiples of this. */
export const SIDE_MULTIPLE = 16;

/**
 * Z-Image: text to image and image to image over one set of components. Given the same weights, seed and settings,
 * pictures are those of diffusers' ZImagePipeline and ZImageImg2ImgPipeline with a CPU generator.
 */
export class ZImagePipeline {
  readonly #components: SharedComponents;
  readonly #prompts: PromptEncoder;
  readonly #autoencoder: Autoencoder;
  readonly #adapters: AdapterCache;
  readonly #preview = new SingleFlight<'preview', Preview>();

  /** @param tile see Autoencoder */
  constructor(components: SharedComponents, tokenizer: PromptTokenizer, tile?: number) {
    this.#components = components;
    this.#prompts = new PromptEncoder(components, tokenizer);
    this.#autoencoder = new Autoencoder(components, tile);
    this.#adapters = new AdapterCache(components);
  }

  /** @throws UserError `size-not-allowed`, `bad-number`, `lora-…`; EngineFailure */
  async textToImage(request: TextToImageRequest, run: PipelineRun = {}): Promise<PipelineResult> {
    this.checkSize(request.width, request.height);
    const timings = new Timings(this.#components);
    const steps = this.#schedule(request.steps, request.width, request.height);
    const latents = createPlanes(
      this.#components.checkpoint.transformer.config.channels,
      request.height / VAE_FACTOR,
      request.width / VAE_FACTOR,
    );
    latents.data.set(new TorchNoise(request.seed).normal(latents.data.length));
    return this.#finish(request, run, latents, steps, timings);
  }

  /** @throws UserError `size-not-allowed`, `bad-number`, `strength-too-low`, `lora-…`; EngineFailure */
  async imageToImage(request: ImageToImageRequest, run: PipelineRun = {}): Promise<PipelineResult> {
    const { image } = request;
    this.checkSize(image.width, image.height);
    const timings = new Timings(this.#components);
    const steps = stepsFor(this.#schedule(request.steps, image.width, image.height), request.strength);
    const noise = new TorchNoise(request.seed);
    const encoded = await timings.of('encode', () => this.#autoencoder.encode(toPlanes(image), noise));
    const drawn = noise.normal(encoded.data.length);
    const { sigma } = steps[0]!;
    const keep = Math.fround(1 - sigma);
    const data = encoded.data.map((value, i) => Math.fround(sigma * drawn[i]!) + Math.fround(keep * value));
    return this.#finish(request, run, { ...encoded, data }, steps, timings);
  }

  /** @throws UserError `size-not-allowed` naming the nearest size that is */
  checkSize(width: number, height: number): void {
    const { axesLengths, patch } = this.#components.checkpoint.transformer.config;
    const max = Math.min(axesLengths[1], axesLengths[2]) * patch * VAE_FACTOR;
    const fits = (side: number): boolean =>
      side % SIDE_MULTIPLE === 0 && side >= SIDE_MULTIPLE && side <= max;
    if (fits(width) && fits(height)) return;
    const nearest = (side: number): number =>
      Math.min(max, Math.max(SIDE_MULTIPLE, SIDE_MULTIPLE * Math.round(side / SIDE_MULTIPLE) || 0));
    const near = `${nearest(width)}×${nearest(height)}`;
    throw new UserError('size-not-allowed', { width, height, multiple: SIDE_MULTIPLE, max, near });
  }

  #schedule(steps: number, width: number, height: number): Step[] {
    if (!Number.isInteger(steps) || steps < 1 || steps > 1000) {
      throw new UserError('bad-number', { option: 'steps', value: String(steps), expected: '1 – 1000' });
    }
    const tokens = (width / SIDE_MULTIPLE) * (height / SIDE_MULTIPLE);
    return schedule(this.#components.checkpoint.scheduler, steps, tokens);
  }

  async #finish(
    request: Omit<TextToImageRequest, 'width' | 'height'>,
    run: PipelineRun,
    start: Planes,
    steps: readonly Step[],
    timings: Timings,
  ): Promise<PipelineResult> {
    const adapters = await this.#adapters.load(request.adapters);
    const warnings = adapters.flatMap(({ adapter }) => adapter.warnings);
    const control = await this.#control(request, timings);
    const captions = await this.#captions(request, adapters, warnings, timings, run.signal);
    const preview = run.previews && run.onStep ? await this.#measuredPreview() : undefined;
    const latents = await this.#denoise(start, steps, captions, adapters, {
      ...run,
      timings,
      preview,
      request,
      control,
    });
    await breathe(run.signal);
    const decoded = await timings.of('decode', () => this.#autoencoder.decode(latents));
    return { picture: toRgb(decoded), warnings, timings: timings.report };
  }

  async #control(
    { control }: Pick<TextToImageRequest, 'control'>,
    timings: Timings,
  ): Promise<ControlLatents | undefined> {
    const net = this.#components.options.control;
    if ((net === undefined) !== (control === undefined)) {
      throw new Error('A ControlNet works with something to follow, and only with that');
    }
    if (net === undefined || control === undefined) return undefined;
    const latents = await timings.of('encode', () => controlLatents(this.#autoencoder, net.config, control));
    return { latents, scale: control.scale };
  }

  async #captions(
    { prompt, negative = '', guidance }: Pick<TextToImageRequest, 'prompt' | 'negative' | 'guidance'>,
    adapters: readonly AppliedAdapter[],
    warnings: string[],
    timings: Timings,
    signal: AbortSignal | undefined,
  ): Promise<{ positive: Caption; negative?: Caption }> {
    const features = [];
    for (const text of guidance.scale > 0 ? [prompt, negative] : [prompt]) {
      await breathe(signal);
      const encoded = await timings.of('textEncoder', () => this.#prompts.encode(text));
      if (encoded.dropped > 0) {
        warnings.push(`The prompt is too long: its last ${encoded.dropped} tokens were not read.`);
      }
      features.push(encoded);
    }
    const read: Caption[] = [];
    for (const one of features) {
      read.push(await timings.of('caption', () => readCaption(this.#components, one, adapters)));
    }
    return read[1] === undefined ? { positive: read[0]! } : { positive: read[0]!, negative: read[1] };
  }

  #denoise(
    start: Planes,
    steps: readonly Step[],
    captions: { readonly positive: Caption; readonly negative?: Caption },
    adapters: readonly AppliedAdapter[],
    run: PipelineRun & {
      timings: Timings;
      preview: Preview | undefined;
      request: { guidance: Guidance };
      control: ControlLatents | undefined;
    },
  ): Promise<Planes> {
    const { config } = this.#components.checkpoint.transformer;
    const { guidance } = run.request;
    return this.#components.use('denoiser', async (component) => {
      const inputs = adapterInputs(component.slots, adapters);
      const denoiser = (caption: Caption) => new Denoiser(component, config, caption, inputs, run.control);
      const positive = denoiser(captions.positive);
      const negative = captions.negative && denoiser(captions.negative);
      for (const [i, step] of steps.entries()) {
        await breathe(run.signal);
        await run.timings.step(async () => {
          let velocity = await positive.velocity(start, step.time);
          if (negative !== undefined && isGuided(guidance, step.time)) {
            velocity = applyGuidance(velocity, await negative.velocity(start, step.time), guidance);
          }
          const shown = run.preview?.show(expected(start, velocity, step));
          eulerStep(start.data, velocity.data, step);
          run.onStep?.(i + 1, steps.length, shown);
        });
      }
      return start;
    });
  }

  #measuredPreview(): Promise<Preview> {
    return this.#preview.run('preview', () => Preview.measure(this.#autoencoder));
  }
}

/** What the picture would be if it went on in a straight line from here. */
function expected(latents: Planes, velocity: Planes, { sigma }: Step): Planes {
  return { ...latents, data: latents.data.map((value, i) => value + sigma * velocity.data[i]!) };
}

/** Lets messages in, among them the wish to stop, which a run inside onnxruntime keeps out. */
async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}
