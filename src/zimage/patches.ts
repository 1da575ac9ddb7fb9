import { createPlanes, type Planes } from './planes.ts';

/**
 * Cuts a latent picture into tokens, row by row. Within a token the channel runs fastest, then the column.
 *
 * @param rows of the result; those beyond the picture's tokens are 0
 * @returns [rows, patch² · channels]
 */
export function patchify(
  { channels, height, width, data }: Planes,
  patch: number,
  rows: number,
): Float32Array {
  const tokens = new Float32Array(rows * patch ** 2 * channels);
  let at = 0;
  for (let top = 0; top < height; top += patch) {
    for (let left = 0; left < width; left += patch) {
      for (let y = top; y < top + patch; y++) {
        for (let x = left; x < left + patch; x++) {
          for (let channel = 0; channel < channels; channel++) {
            tokens[at++] = data[(channel * height + y) * width + x]!;
          }
        }
      }
    }
  }
  return tokens;
}

/** The reverse of patchify: what `like` would look like if it had these tokens. Further tokens are ignored. */
export function unpatchify(tokens: Float32Array, like: Planes, patch: number): Planes {
  const { channels, height, width } = like;
  const planes = createPlanes(channels, height, width);
  let at = 0;
  for (let top = 0; top < height; top += patch) {
    for (let left = 0; left < width; left += patch) {
      for (let y = top; y < top + patch; y++) {
        for (let x = left; x < left + patch; x++) {
          for (let channel = 0; channel < channels; channel++) {
            planes.data[(channel * height + y) * width + x] = tokens[at++]!;
          }
        }
      }
    }
  }
  return planes;
}
