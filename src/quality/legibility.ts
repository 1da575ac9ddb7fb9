import type { HexColour } from '../ad/scene.ts';
import { LINEAR_OF_BYTE, luminance, parseHex } from '../imaging/colour.ts';
import type { Pixels } from '../typography/contrast.ts';
import type { GlyphMask } from '../typography/glyph-mask.ts';

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
  const y =
    0.2126 * LINEAR_OF_BYTE[data[i]!]! +
    0.7152 * LINEAR_OF_BYTE[data[i + 1]!]! +
    0.0722 * LINEAR_OF_BYTE[data[i + 2]!]!;
  return Math.cbrt(y);
}
