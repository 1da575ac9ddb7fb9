import { createNoise } from '../../../src/imaging/noise.ts';
import { type Mesh, weave } from '../mesh.ts';
import type { ShapeOf } from '../scene-file.ts';
import { mix, smoothstep } from '../vector.ts';

const COLUMNS = 65;
const ROWS = 120;

/**
 * A toothed leaf such as mint's: it begins at the origin, runs along z and looks up along y. The side veins
 * lie in furrows, and the blade is puffed up between them.
 */
export function leaf(shape: ShapeOf<'leaf'>): Mesh {
  const { width, length, curl, fold, teeth, seed } = shape;
  const noise = createNoise(seed);
  const lift = Math.tan((fold * Math.PI) / 180);
  const spine = bentLine(length, (curl * Math.PI) / 180, ROWS);
  return weave({ columns: COLUMNS, rows: ROWS, flipped: true }, (column, row) => {
    const v = row / (ROWS - 1);
    const u = (2 * column) / (COLUMNS - 1) - 1;
    const tooth = teeth === 0 ? 0 : 0.09 * (1 - ((v * teeth + 0.3) % 1)) * smoothstep(0.02, 0.15, v);
    const edge = Math.sin(Math.PI * v ** 0.72) ** 0.85 * (1 + tooth * Math.abs(u) ** 3);
    const aside = u * edge * (width / 2);
    const across = Math.abs(u);
    // Side veins leave the midrib slanting to the tip.
    const vein = (v * 9 - across * 1.6 + 20) % 1;
    const nearVein = 1 - smoothstep(0.02, 0.16, Math.min(vein, 1 - vein));
    const nearRib = 1 - smoothstep(0.01, 0.07, across);
    const puff = 0.035 * width * (1 - nearVein) * smoothstep(0.04, 0.3, across) * (1 - 0.6 * across ** 4);
    const wave = 0.05 * width * noise.fbm2(u * 1.4 + 5, v * 2.6, 2) * across;
    const { y, z, dy, dz } = spine[row]!;
    const rise =
      lift * across * edge * (width / 2) * (1 - 0.35 * across) + puff + wave - 0.02 * width * nearRib;
    const tone = 0.82 + 0.25 * noise.fbm2(u * 3, v * 5 + 9, 3) - 0.12 * across;
    const colour = mix([tone, tone, tone], [1.5, 1.35, 1.6], 0.45 * Math.max(nearRib, 0.6 * nearVein));
    return { at: [aside, y + rise * dz, z - rise * dy], colour };
  });
}

interface Bent {
  readonly y: number;
  readonly z: number;
  /** Unit direction in which the line runs. */
  readonly dy: number;
  readonly dz: number;
}

/** A line that sets out along z, rising a little, and bends down evenly by `turn` radians. */
function bentLine(length: number, turn: number, points: number): Bent[] {
  const line: Bent[] = [];
  let [y, z] = [0, 0];
  for (let i = 0; i < points; i++) {
    const share = i / (points - 1);
    const angle = turn * (0.25 - share);
    const [dy, dz] = [Math.sin(angle), Math.cos(angle)];
    line.push({ y, z, dy, dz });
    y += (dy * length) / (points - 1);
    z += (dz * length) / (points - 1);
  }
  return line;
}
