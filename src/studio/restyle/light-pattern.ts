import type { Size } from '../../ad/geometry.ts';
import type { LightingName } from '../../ad/scene.ts';
import { type Random, seededRandom, seedFor } from '../../imaging/random.ts';
import { createPlane, type Plane } from '../../imaging/raster.ts';
import { blindsMask, leavesMask, windowMask } from '../lighting/gobo/masks.ts';
import { createSoftMask, sampleMask } from '../renderer/soft-mask.ts';

type Pattern = 'window' | 'blinds' | 'leaves';

interface LightPatternOptions {
  readonly lighting: LightingName;
  readonly strength: number;
  readonly seed: number;
}

/** Strength from which the shadow of a window or of leaves lies over a photo. */
const FROM = 0.4;

/**
 * Light through a window, blinds or leaves, as a change of lightness (−0.2…0.1) at every place; undefined where the
 * lighting has none or the strength is low. It slants across the picture, softer the farther it is from its lamp.
 */
export function lightPattern(
  size: Size,
  { lighting, strength, seed }: LightPatternOptions,
): Plane | undefined {
  if (strength < FROM || (lighting !== 'window' && lighting !== 'blinds' && lighting !== 'leaves'))
    return undefined;
  const random = seededRandom(seedFor(seed, 'dapple'));
  const mask = createSoftMask(maskOf(lighting, random));
  const { width, height } = size;
  const plane = createPlane(width, height);
  const turn = -0.28 - 0.2 * random();
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const zoom = lighting === 'leaves' ? 0.95 : 0.7;
  const share = (0.3 * (strength - FROM)) / (1 - FROM) + 0.06;
  const side = seed % 2 === 0 ? -1 : 1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = (x / width - 0.5) * side;
      const v = y / height - 0.45;
      const s = 0.5 + (u * cos - v * sin) * zoom;
      const t = 0.5 + (u * sin + v * cos + 0.25 * u) * zoom;
      const soft = 0.006 + 0.012 * Math.max(0, u + 0.5);
      plane.data[y * width + x] = share * (sampleMask(mask, s, t, soft) - 0.66);
    }
  }
  return plane;
}

function maskOf(pattern: Pattern, random: Random): Plane {
  switch (pattern) {
    case 'window':
      return windowMask(random, [[0.5, 0.5]], 0.74);
    case 'blinds':
      return blindsMask(random, [[0.5, 0.5]], 0.9);
    case 'leaves':
      return leavesMask(random);
  }
}
