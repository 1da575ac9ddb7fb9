import type { Noise } from '../../../src/imaging/noise.ts';
import { type Mesh, weave } from '../mesh.ts';
import type { ShapeOf } from '../scene-file.ts';
import { mix, smoothstep, type Vec3 } from '../vector.ts';

const SKIN: Vec3 = [0.55, 0.015, 0.02];
const FLESH: Vec3 = [0.72, 0.055, 0.045];
const PALE: Vec3 = [0.9, 0.36, 0.27];
const PITH: Vec3 = [0.95, 0.74, 0.64];

/**
 * The inside of a berry cut lengthwise: red under the skin, paler inwards, with a light core and veins that run
 * from the core to the seeds.
 *
 * @param edge the skin's place at `t` (0 = leaves, 1 = tip) on the left (−1) or right (1) of the cut
 */
export function cutFace(
  edge: (t: number, side: number) => Vec3,
  { width }: ShapeOf<'strawberry'>,
  noise: Noise,
): Mesh {
  const [columns, rows] = [161, 191];
  return weave({ columns, rows, flipped: true }, (column, row) => {
    const t = 0.5 - 0.5 * Math.cos((Math.PI * row) / (rows - 1));
    const u = (2 * column) / (columns - 1) - 1;
    const [left, right] = [edge(t, -1), edge(t, 1)];
    const share = (u + 1) / 2;
    const x = left[0] + (right[0] - left[0]) * share;
    const y = left[1] + (right[1] - left[1]) * share;
    // How far out: 0 in the middle, 1 at the skin, also towards tip and top.
    const upright = Math.abs(2 * t - 0.86) ** 3;
    const out = Math.min(1, Math.hypot(u * (1 + 0.1 * upright), upright * 0.85));
    const wobble = 0.05 * noise.fbm2((x * 3) / width, (y * 3) / width, 3);
    const place = out + wobble;
    // Veins fan out: across in the middle, up near the leaves and down near the tip.
    const fan =
      y / width -
      Math.abs(u) * (0.5 - t) * 0.5 +
      0.012 * noise.fbm2(y * 4, Math.abs(u) * 3 + Math.sign(u), 2);
    const comb = Math.abs(((fan * 13 + 50 + (u < 0 ? 0.4 : 0)) % 1) - 0.5);
    const vein = smoothstep(0.17, 0.04, comb) * smoothstep(0.22, 0.4, place) * smoothstep(0.95, 0.6, place);
    const core = smoothstep(0.27, 0.12, place);
    const ring = Math.exp(-(((place - 0.27) / 0.035) ** 2));
    const grainy = 0.08 * noise.fbm2((x * 26) / width, (y * 26) / width, 2);
    let colour = mix(PALE, FLESH, smoothstep(0.2, 0.8, place + grainy));
    colour = mix(colour, SKIN, smoothstep(0.88, 0.97, place));
    colour = mix(colour, PITH, Math.max(0.8 * core + grainy, 0.5 * ring, 0.42 * vein));
    const relief = 0.012 * width * (0.5 * vein - core + 2 * wobble) * smoothstep(1, 0.8, Math.abs(u));
    return { at: [x, y, relief], colour };
  });
}
