import { floats, type Tensors } from '../onnx/session.ts';
import { attentionMask, type Caption, rotaryInputs } from './caption.ts';
import type { TransformerConfig } from './config/transformer.ts';
import { patchify, unpatchify } from './patches.ts';
import type { Planes } from './planes.ts';
import { imagePositions, paddedRows, positionRotary } from './rotary.ts';
import type { LoadedComponent } from './shared-components.ts';
import { timeFeatures } from './time-features.ts';
import { TIME_FEATURES } from './transformer.ts';

/** What a ControlNet reads at every step, and how strongly its hints work. */
export interface ControlLatents {
  readonly latents: Planes;
  readonly scale: number;
}

/** Evaluates the transformer for one picture and one caption; what does not change by step is made once. */
export class Denoiser {
  readonly #component: LoadedComponent;
  readonly #config: TransformerConfig;
  readonly #caption: Caption;
  readonly #adapters: Tensors;
  readonly #control: ControlLatents | undefined;
  #fixed: { readonly inputs: Tensors; readonly rows: number } | undefined;

  /**
   * @param adapters inputs for the component's slots
   * @param control given where the component was built with a ControlNet
   */
  constructor(
    component: LoadedComponent,
    config: TransformerConfig,
    caption: Caption,
    adapters: Tensors,
    control?: ControlLatents,
  ) {
    this.#control = control;
    this.#component = component;
    this.#config = config;
    this.#caption = caption;
    this.#adapters = adapters;
  }

  /**
   * Where the picture goes from here, as the model predicts it: towards the picture and away from the noise.
   *
   * @param time 0 (noise) – 1 (picture)
   */
  async velocity(latents: Planes, time: number): Promise<Planes> {
    const { patch, channels, timeScale } = this.#config;
    this.#fixed ??= this.#fixedInputs(latents);
    const { inputs, rows } = this.#fixed;
    const outputs = await this.#component.session.run({
      ...inputs,
      tokens: floats(patchify(latents, patch, rows), [rows, patch ** 2 * channels]),
      time: floats(timeFeatures(time, timeScale), [1, TIME_FEATURES]),
    });
    return unpatchify(outputs.get('velocity'), latents, patch);
  }

  #fixedInputs({ height, width }: Planes): { inputs: Tensors; rows: number } {
    const { patch, axesDims, ropeTheta, dim } = this.#config;
    const [down, across] = [height / patch, width / patch];
    const rows = paddedRows(down * across);
    const image = positionRotary(imagePositions(down, across, this.#caption.rows), axesDims, ropeTheta);
    return {
      rows,
      inputs: {
        kept: attentionMask(down * across, rows),
        caption: floats(this.#caption.data, [this.#caption.rows, dim]),
        ...rotaryInputs('image_', image),
        ...rotaryInputs('caption_', this.#caption.rotary),
        ...this.#adapters,
        ...this.#controlInputs(rows),
      },
    };
  }

  #controlInputs(rows: number): Tensors {
    if (this.#control === undefined) return {};
    const { latents, scale } = this.#control;
    const { patch } = this.#config;
    return {
      control: floats(patchify(latents, patch, rows), [rows, patch ** 2 * latents.channels]),
      control_scale: floats(Float32Array.of(scale), [1]),
    };
  }
}
