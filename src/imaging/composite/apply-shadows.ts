import type { HexColour } from '../../ad/scene.ts';
import { fromLinear, LINEAR_OF_BYTE, parseHex, toLinear } from '../colour.ts';
import type { Raster } from '../raster.ts';
import type { ShadowMap } from './shadow-map.ts';

/** Share of the ground's own colour in the light that still reaches a shadow: it is never black. */
const TINT = 0.16;

const STEPS = 4096;
const ENCODED = Float32Array.from({ length: STEPS + 1 }, (_, step) => 255 * fromLinear(step / STEPS));

/**
 * Takes light from a picture, in place. Shadows multiply, so two of them are darker than one; what light is left has
 * the colour that the ground throws back.
 *
 * @param ground colour of the ground under the product
 */
export function applyShadows(image: Raster, maps: readonly ShadowMap[], ground: HexColour): void {
  const rgb = parseHex(ground).map((value) => toLinear(value / 255));
  const brightest = Math.max(...rgb, 1e-3);
  const left = rgb.map((value) => TINT * (value / brightest));
  for (const { box, scale, plane } of maps) {
    const yEnd = Math.min(image.height, box.y + box.height);
    const xEnd = Math.min(image.width, box.x + box.width);
    for (let y = Math.max(0, box.y); y < yEnd; y++) {
      const cy = clamp((y - box.y + 0.5) / scale - 0.5, plane.height);
      const fy = cy - Math.floor(cy);
      const row = Math.floor(cy) * plane.width;
      const below = Math.min(row + plane.width, (plane.height - 1) * plane.width);
      for (let x = Math.max(0, box.x); x < xEnd; x++) {
        const cx = clamp((x - box.x + 0.5) / scale - 0.5, plane.width);
        const column = Math.floor(cx);
        const fx = cx - column;
        const next = Math.min(column + 1, plane.width - 1);
        const upper = plane.data[row + column]! * (1 - fx) + plane.data[row + next]! * fx;
        const lower = plane.data[below + column]! * (1 - fx) + plane.data[below + next]! * fx;
        const taken = upper * (1 - fy) + lower * fy;
        if (taken < 0.002) continue;
        const i = (y * image.width + x) * 4;
        for (let c = 0; c < 3; c++) {
          const kept = 1 - taken * (1 - left[c]!);
          image.data[i + c] =
            ENCODED[(LINEAR_OF_BYTE[image.data[i + c]!]! * kept * STEPS) | 0]! + ditherAt(x, y);
        }
      }
    }
  }
}

const clamp = (at: number, length: number): number => Math.max(0, Math.min(length - 1, at));

/** Ordered noise of less than half a step either way, so that a wide soft shadow does not band. */
function ditherAt(x: number, y: number): number {
  const mixed = Math.imul(x * 374761393 + y * 668265263, 1274126177);
  return (((mixed ^ (mixed >>> 13)) >>> 0) / 2 ** 32 - 0.5) * 0.9;
}
