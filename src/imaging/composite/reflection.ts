import type { Raster } from '../raster.ts';
import type { ContactLine } from './contact-line.ts';
import type { PlacedLayer } from './layer.ts';

/** Share of the product's height after which its mirror image has faded. */
const REACH = 0.32;

/** Strength at the foot on a perfect mirror: real floors take some light. */
const STRONGEST = 0.55;

/**
 * Mirrors the product in the ground, in place, below its contact line. It fades and softens with the distance, as on
 * anything that is polished and no mirror.
 *
 * @param gloss 0–1 of the ground
 */
export function reflect(picture: Raster, layer: PlacedLayer, contact: ContactLine, gloss: number): void {
  if (gloss <= 0.02) return;
  const { image } = layer;
  const reach = REACH * image.height;
  for (let x = 0; x < image.width; x++) {
    const column = layer.x + x;
    if (column < 0 || column >= picture.width) continue;
    const ground = contact.row + contact.slope * x;
    // The mirror image hangs from where the column really ends: under a raised edge it starts lower.
    const start = Math.ceil(Math.max(ground, contact.lowest[x]!));
    for (let down = 1; down < reach; down++) {
      const y = layer.y + start + down;
      if (y < 0 || y >= picture.height) break;
      const sample = softSample(
        image,
        x,
        2 * ground - (start + down),
        1 + (down / reach) * 0.012 * image.height,
      );
      if (sample === undefined) continue;
      const fade = 1 - down / reach;
      const share = sample.alpha * gloss * STRONGEST * fade * fade;
      const i = (y * picture.width + column) * 4;
      for (let c = 0; c < 3; c++) {
        picture.data[i + c] = picture.data[i + c]! * (1 - share) + sample.colour[c as 0 | 1 | 2] * share;
      }
    }
  }
}

/** Mean of a few rows around one: the blur of a polished ground is along the view. */
function softSample(
  image: Raster,
  x: number,
  y: number,
  radius: number,
): { colour: [number, number, number]; alpha: number } | undefined {
  let [r, g, b, a, n] = [0, 0, 0, 0, 0];
  for (let step = -2; step <= 2; step++) {
    const row = Math.round(y + (step / 2) * radius);
    n++;
    if (row < 0 || row >= image.height) continue;
    const i = (row * image.width + x) * 4;
    const alpha = image.data[i + 3]! / 255;
    r += image.data[i]! * alpha;
    g += image.data[i + 1]! * alpha;
    b += image.data[i + 2]! * alpha;
    a += alpha;
  }
  return a < 0.01 ? undefined : { colour: [r / a, g / a, b / a], alpha: a / n };
}
