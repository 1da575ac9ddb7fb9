import type { CopySlot } from '../../ad/copy.ts';
import type { Face } from '../../ad/face.ts';
import { expand, shortSide } from '../../ad/geometry.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { HexColour } from '../../ad/scene.ts';
import { luminance, luminanceAt, parseHex } from '../../imaging/colour.ts';
import type { Raster } from '../../imaging/raster.ts';
import { BackgroundPainter } from '../../typography/background-painter.ts';
import { backgroundUnder, type Contrast, contrastOn, type Pixels } from '../../typography/contrast.ts';
import { type GlyphMask, glyphMask } from '../../typography/glyph-mask.ts';

/** Least contrast of a slot's letters: WCAG ratio, and APCA Lc, more for what is small and read through. */
const NEEDED: Readonly<Record<CopySlot, Contrast>> = {
  headline: { wcag: 4.5, apca: 60 },
  sub: { wcag: 4.5, apca: 75 },
  badge: { wcag: 4.5, apca: 60 },
  price: { wcag: 4.5, apca: 60 },
  cta: { wcag: 4.5, apca: 60 },
  details: { wcag: 4.5, apca: 75 },
};

export const isEnough = (slot: CopySlot, { wcag, apca }: Contrast): boolean =>
  wcag >= NEEDED[slot].wcag && apca >= NEEDED[slot].apca;

/** By how much letters are thickened before the ground is measured, as a share of the shorter side: 5 px of 1,080. */
const REACH = 5 / 1080;

/** As REACH, in pixels of a picture. */
export const contrastReach = (side: number): number => Math.max(3, REACH * side);

/** How well one block can be read. */
export interface Legibility {
  readonly slot: CopySlot;
  /** With what lies right behind its letters, at its worst. */
  readonly contrast: Contrast;
  readonly isEnough: boolean;
  /** See templateAgreement. */
  readonly agreement: number;
}

/**
 * Measures every block of a layout anew, on the pixels of the picture with all that lies under the letters: the shadows
 * of other blocks too, since all are painted before any letter (drawText).
 */
export function legibilityOf(
  image: Raster,
  layout: TextLayout,
  faces: readonly Face[],
): readonly Legibility[] {
  const painter = new BackgroundPainter(image);
  const reach = contrastReach(shortSide(image));
  return layout.blocks.map((block) => {
    const around = expand(block.box, Math.ceil(reach) + 4);
    const ground = painter.pixels(around, layout.underlays, layout.blocks, faces);
    const contrast = contrastOn(backgroundUnder(ground, glyphMask(block, faces, reach)), block.colour);
    const agreement = templateAgreement(ground, glyphMask(block, faces, 0), block.colour);
    return { slot: block.slot, contrast, isEnough: isEnough(block.slot, contrast), agreement };
  });
}

/**
 * How well what is seen agrees with the letters that were drawn: the correlation between lightness and the letters'
 * mask in their box, 0–1. It measures clutter and not contrast (white on cream has 1), so it only ever means something
 * after the contrast has passed.
 *
 * @param ground the picture under the letters, without them
 * @param letters not thickened
 */
export function templateAgreement(ground: Pixels, letters: GlyphMask, colour: HexColour): number {
  const ink = Math.cbrt(luminance(parseHex(colour)));
  const { box } = letters;
  let [n, sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < box.height; row++) {
    const y = box.y + row - ground.box.y;
    if (y < 0 || y >= ground.box.height) continue;
    for (let column = 0; column < box.width; column++) {
      const x = box.x + column - ground.box.x;
      if (x < 0 || x >= ground.box.width) continue;
      const share = letters.data[row * box.width + column]! / 255;
      const light = share * ink + (1 - share) * lightnessAt(ground.data, (y * ground.box.width + x) * 4);
      n++;
      sumA += share;
      sumB += light;
      sumAA += share * share;
      sumBB += light * light;
      sumAB += share * light;
    }
  }
  const covariance = n * sumAB - sumA * sumB;
  const spread = Math.sqrt((n * sumAA - sumA * sumA) * (n * sumBB - sumB * sumB));
  return spread === 0 ? 0 : Math.abs(covariance) / spread;
}

/** Cube root of luminance, which is close to lightness as seen. */
function lightnessAt(data: Uint8ClampedArray, i: number): number {
  return Math.cbrt(luminanceAt(data, i));
}
