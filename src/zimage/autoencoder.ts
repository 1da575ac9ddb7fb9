import { floats, type Tensors } from '../onnx/session.ts';
import type { ComponentName } from './components.ts';
import type { TorchNoise } from './noise.ts';
import { createPlanes, type Planes } from './planes.ts';
import type { SharedComponents } from './shared-components.ts';
import { inTiles, tiling } from './tiles.ts';
import { VAE_FACTOR } from './vae.ts';

/** Side of a piece in latents above which diffusers, and this, works piece by piece. */
const DEFAULT_TILE = 128;

/** Range of the logarithm of a variance. */
const [MIN_LOG, MAX_LOG] = [-30, 20];

/** Between pictures (−1 – 1) and latents as the transformer takes them. Always one picture at a time. */
export class Autoencoder {
  readonly #components: SharedComponents;
  readonly #tile: number;

  /** @param tile side of a piece in latents; smaller ones need less memory and change the picture a little */
  constructor(components: SharedComponents, tile: number = DEFAULT_TILE) {
    this.#components = components;
    this.#tile = tile;
  }

  /** The decoder's picture, which may go a little beyond −1 – 1. */
  decode(latents: Planes): Promise<Planes> {
    const { scaling, shift } = this.#components.checkpoint.vae.config;
    const data = latents.data.map((value) => Math.fround(value / scaling) + shift);
    return this.decodeRaw({ ...latents, data });
  }

  /** Without undoing the latents' scaling. */
  decodeRaw(latents: Planes): Promise<Planes> {
    return this.#components.use('decoder', ({ session }) => {
      const run = (piece: Planes): Promise<Planes> => this.#run(session, 'decoder', piece);
      if (Math.max(latents.height, latents.width) <= this.#tile) return run(latents);
      return inTiles(latents, tiling(this.#tile, this.#tile * VAE_FACTOR), VAE_FACTOR, run);
    });
  }

  /** A sample of the latents that the encoder finds likely. Sides are multiples of 8. */
  async encode(picture: Planes, noise: TorchNoise): Promise<Planes> {
    const { scaling, shift } = this.#components.checkpoint.vae.config;
    const { mean, deviation } = split(await this.moments(picture));
    const drawn = noise.normal(mean.data.length);
    const data = mean.data.map((value, i) =>
      Math.fround((value + Math.fround(deviation.data[i]! * drawn[i]!) - shift) * scaling),
    );
    return { ...mean, data };
  }

  /** The likeliest latents. */
  async encodeMean(picture: Planes): Promise<Planes> {
    const { scaling, shift } = this.#components.checkpoint.vae.config;
    const { mean } = split(await this.moments(picture));
    return { ...mean, data: mean.data.map((value) => (value - shift) * scaling) };
  }

  /** Means, then logarithms of variances, of unscaled latents. */
  moments(picture: Planes): Promise<Planes> {
    return this.#components.use('encoder', ({ session }) => {
      const run = (piece: Planes): Promise<Planes> => this.#run(session, 'encoder', piece);
      const side = this.#tile * VAE_FACTOR;
      if (Math.max(picture.height, picture.width) <= side) return run(picture);
      return inTiles(picture, tiling(side, this.#tile), 1 / VAE_FACTOR, run);
    });
  }

  async #run(
    session: { run(inputs: Tensors): Promise<{ get(name: string): Float32Array }> },
    name: Extract<ComponentName, 'decoder' | 'encoder'>,
    { channels, height, width, data }: Planes,
  ): Promise<Planes> {
    const { config } = this.#components.checkpoint.vae;
    const decoding = name === 'decoder';
    const [down, across] = decoding ? [height, width] : [height / VAE_FACTOR, width / VAE_FACTOR];
    const middle = BigInt64Array.from([1, config.widths.at(-1)!, down, across].map(BigInt));
    const outputs = await session.run({
      [decoding ? 'latents' : 'picture']: floats(data, [1, channels, height, width]),
      middle: { type: 'i64', shape: [4], data: middle },
    });
    return decoding
      ? { channels: 3, height: height * VAE_FACTOR, width: width * VAE_FACTOR, data: outputs.get('picture') }
      : { channels: 2 * config.channels, height: down, width: across, data: outputs.get('moments') };
  }
}

function split({ channels, height, width, data }: Planes): { mean: Planes; deviation: Planes } {
  const half = data.length / 2;
  const deviation = createPlanes(channels / 2, height, width);
  for (let i = 0; i < half; i++) {
    deviation.data[i] = Math.exp(0.5 * Math.min(MAX_LOG, Math.max(MIN_LOG, data[half + i]!)));
  }
  return { mean: { channels: channels / 2, height, width, data: data.slice(0, half) }, deviation };
}
