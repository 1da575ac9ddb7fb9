import { shortSide } from '../../ad/geometry.ts';
import type { HexColour } from '../../ad/scene.ts';
import { deltaEOk, luminance, parseHex, type Rgb, rgbToOklab } from '../../imaging/colour.ts';
import { resizeRaster } from '../../imaging/filter.ts';
import type { Raster } from '../../imaging/raster.ts';

/** Longer side of the copy whose rim is looked at, pixels. */
const SIDE = 96;

/** Opacity of what is product, and of what is not, 0–255. */
const SOLID = 200;
const CLEAR = 96;

/** CIELAB lightness, 0–100, by which a rim stands out from its ground, and OKLab distance (× 100) by which its hue does. */
const LIGHTER = 25;
const OTHER_HUE = 20;

/** Lightness of grounds on which no shadow parts what is dark from them. */
const DARK = 45;

/** Share of the rim that may be lost. */
const LOST = 0.45;

/** Colours along a cut-out's rim. */
type Rim = readonly Rgb[];

const rims = new WeakMap<Raster, Rim>();

/** Whether so much of a cut-out's rim is as dark as the ground behind it that nobody sees where the product ends. */
export function isLostOn(hero: Raster, ground: HexColour): boolean {
  const behind = parseHex(ground);
  const dark = lightness(behind);
  if (dark > DARK) return false;
  const known = rims.get(hero) ?? rimOf(hero);
  rims.set(hero, known);
  const lost = known.filter(
    (colour) =>
      Math.abs(lightness(colour) - dark) < LIGHTER &&
      deltaEOk(rgbToOklab(colour), rgbToOklab(behind)) < OTHER_HUE,
  );
  return lost.length > LOST * known.length;
}

/** CIE 1976: https://cie.co.at/eilvterm/17-23-074. */
const lightness = (colour: Rgb): number => 116 * Math.cbrt(luminance(colour)) - 16;

function rimOf(hero: Raster): Rim {
  const scale = Math.min(1, SIDE / Math.max(hero.width, hero.height));
  const small = resizeRaster(
    hero,
    Math.max(1, Math.round(hero.width * scale)),
    Math.max(1, Math.round(hero.height * scale)),
  );
  const { width, height, data } = small;
  const opacity = (x: number, y: number): number =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : (data[4 * (y * width + x) + 3] ?? 0);
  // Two pixels in: on the rim itself the ground of the photo may still shine through.
  const reach = shortSide(small) > 24 ? 2 : 1;
  return Array.from({ length: width * height }, (_, i) => i).flatMap((i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (opacity(x, y) < SOLID) return [];
    const around = [
      opacity(x - reach, y),
      opacity(x + reach, y),
      opacity(x, y - reach),
      opacity(x, y + reach),
    ];
    return Math.min(...around) > CLEAR
      ? []
      : [[data[4 * i] ?? 0, data[4 * i + 1] ?? 0, data[4 * i + 2] ?? 0] as const];
  });
}
