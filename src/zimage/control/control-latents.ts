import { UserError } from '../../errors/user-error.ts';
import type { Autoencoder } from '../autoencoder.ts';
import { createPlanes, type Planes, type RgbPicture, toPlanes } from '../planes.ts';
import { VAE_FACTOR } from '../vae.ts';
import { type ControlConfig, WITH_MASK } from './control-config.ts';

/** What a picture is to follow. All pictures are of the size that is made. */
export interface ControlRequest {
  /** Edges, depth, a pose or lines, as the ControlNet was trained on them. */
  readonly image: RgbPicture;
  /** How strongly it is followed: 0 = not at all, 1 = as trained. */
  readonly scale: number;
  /** A picture of which a part is to stay. */
  readonly inpaint?: {
    readonly image: RgbPicture;
    /** 0 – 255 for each pixel: from 128 on it is painted anew. */
    readonly mask: Uint8Array;
  };
}

/**
 * The latents that a ControlNet reads: those of the control picture; where it takes a mask, then the mask (1 = keep) and
 * the latents of the picture to keep, which are zeros where there is none.
 *
 * @throws UserError `control-no-inpaint` where a mask is given to one that takes none
 */
export async function controlLatents(
  autoencoder: Autoencoder,
  { channels }: ControlConfig,
  { image, inpaint }: ControlRequest,
): Promise<Planes> {
  const read = await autoencoder.encodeMean(toPlanes(image));
  const takesMask = channels === WITH_MASK;
  if (inpaint !== undefined && !takesMask) throw new UserError('control-no-inpaint', { channels });
  const latents = createPlanes(channels, read.height, read.width);
  latents.data.set(read.data);
  if (inpaint === undefined) return latents;
  const places = read.height * read.width;
  const mask = latents.data.subarray(read.data.length, read.data.length + places);
  for (let y = 0; y < read.height; y++) {
    for (let x = 0; x < read.width; x++) {
      const pixel = y * VAE_FACTOR * image.width + x * VAE_FACTOR;
      mask[y * read.width + x] = isPaintedAnew(inpaint.mask[pixel]!) ? 0 : 1;
    }
  }
  const kept = await autoencoder.encodeMean(keptOf(inpaint.image, inpaint.mask));
  latents.data.set(kept.data, read.data.length + places);
  return latents;
}

const isPaintedAnew = (grey: number): boolean => grey >= 128;

/** The picture with mid grey wherever it is painted anew. */
function keptOf(image: RgbPicture, mask: Uint8Array): Planes {
  const planes = toPlanes(image);
  const pixels = image.width * image.height;
  for (let i = 0; i < planes.data.length; i++) if (isPaintedAnew(mask[i % pixels]!)) planes.data[i] = 0;
  return planes;
}
