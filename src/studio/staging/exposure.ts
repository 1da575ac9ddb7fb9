import type { Box } from '../../ad/geometry.ts';
import type { HexColour } from '../../ad/scene.ts';
import { hexToOklch, rgbToOklab } from '../../imaging/colour.ts';
import type { LinearPicture } from '../renderer/linear-picture.ts';
import { type Tones, toneCurve } from '../renderer/tone-curve.ts';

/** Wanted distance in OKLab lightness (0–1) between a product and what is behind it. */
const APART = 0.25;

/** A photographer's range: darker than this looks like a mistake, by day sooner than at night, and so does more light in the shade. */
const DARKEST_BY_DAY = 0.76;
const DARKEST_AT_NIGHT = 0.5;
const LIGHTEST = 2.2;
/** What is behind a product is never made darker than this, OKLab 0–1: there it would drown. */
const MURK = 0.2;

const AS_IT_IS: Tones = { exposure: 1, lift: 1 };

/**
 * How the picture is exposed so that the place of the product is far enough from its colour in lightness: the smaller
 * change of the two directions that suffice. More light goes to the shade and not to the highlights, which keep their
 * colour. Where neither direction suffices the farther one is taken.
 *
 * @param darkness of the scene: 0 = noon, 1 = night
 */
export function exposureFor(
  product: HexColour,
  picture: LinearPicture,
  placement: Box,
  darkness: number,
): Tones {
  const [wanted] = hexToOklch(product);
  const away = (tones: Tones): number => lightnessIn(picture, placement, tones) - wanted;
  const now = away(AS_IT_IS);
  if (Math.abs(now) >= APART) return AS_IT_IS;
  // Lightness goes as the cube root of light.
  const dimmest = DARKEST_BY_DAY + (DARKEST_AT_NIGHT - DARKEST_BY_DAY) * Math.min(1, 2 * darkness);
  const darkest = Math.min(1, Math.max(dimmest, (MURK / (now + wanted)) ** 3));
  const darker = (by: number): Tones => ({ exposure: darkest ** by, lift: 1 });
  const lighter = (by: number): Tones => ({ exposure: 1, lift: LIGHTEST ** by });
  const down = solve((by) => away(darker(by)) <= -APART);
  const up = solve((by) => away(lighter(by)) >= APART);
  if (down !== undefined && (up === undefined || down < up)) return darker(down);
  if (up !== undefined) return lighter(up);
  const min = -away(darker(1));
  const max = away(lighter(1));
  if (Math.max(min, max) <= Math.abs(now) + 0.02) return AS_IT_IS;
  return min > max ? darker(1) : lighter(1);
}

/** The least share of the way, 0–1, for which `enough` holds; undefined where not even the whole does. */
function solve(enough: (by: number) => boolean): number | undefined {
  if (!enough(1)) return undefined;
  let short = 0;
  let far = 1;
  for (let i = 0; i < 10; i++) {
    const middle = (short + far) / 2;
    if (enough(middle)) far = middle;
    else short = middle;
  }
  return far;
}

/** Samples this many pixels apart tell the mean well enough. */
const STEP = 12;

function lightnessIn({ width, r, g, b }: LinearPicture, box: Box, tones: Tones): number {
  const curve = toneCurve(tones);
  const out = new Float32Array(3);
  let sum = 0;
  let count = 0;
  for (let y = Math.max(0, box.y); y < box.y + box.height; y += STEP) {
    for (let x = Math.max(0, box.x); x < box.x + box.width; x += STEP) {
      const i = y * width + x;
      curve(r.data[i]!, g.data[i]!, b.data[i]!, out);
      sum += rgbToOklab([out[0]!, out[1]!, out[2]!])[0];
      count++;
    }
  }
  return sum / Math.max(1, count);
}
