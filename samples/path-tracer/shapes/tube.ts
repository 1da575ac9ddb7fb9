import { createNoise } from '../../../src/imaging/noise.ts';
import { type Mesh, weave } from '../mesh.ts';
import type { ShapeOf } from '../scene-file.ts';
import { smoothstep, type Vec3 } from '../vector.ts';

const COLUMNS = 256;
const ROWS = 220;
/** Share of the height that the shoulder, and that the pressed end, takes. */
const SHOULDER = 0.06;
const PRESSED = 0.09;

/**
 * A plastic tube that stands on its round end: the shoulder begins at the origin, and the upper end is pressed flat. A
 * tube's girth is the same everywhere, so what is lost in depth is gained in width.
 */
export function tube({ radius, height, seed }: ShapeOf<'tube'>): Mesh {
  const noise = createNoise(seed);
  const flatHalf = 0.09;
  return weave({ columns: COLUMNS, rows: ROWS, closed: true, flipped: true }, (column, row) => {
    const angle = (2 * Math.PI * column) / COLUMNS;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    // Two rows more, at the ends, draw the surface together.
    if (row === 0) return { at: [0, 0, 0] };
    const share = (row - 1) / (ROWS - 3);
    if (row === ROWS - 1) return { at: [c * halfWidth(radius, flatHalf), height, 0] };
    // Almost straight from round to flat, with a soft bend at either end.
    const way = Math.max(0, Math.min(1, (share - SHOULDER) / (1 - PRESSED - SHOULDER)));
    const body = 0.75 * way + 0.25 * smoothstep(0, 1, way);
    const depth = flatHalf + (radius - flatHalf) * (1 - body);
    const shoulder = Math.sqrt(Math.max(0, 1 - (1 - Math.min(1, share / SHOULDER)) ** 2));
    const narrow = 0.72 + 0.28 * shoulder;
    const dent = 1 + 0.025 * noise.fbm3(c * 0.8, share * 2.5, s * 0.8, 2) * body * (1 - body) * 4;
    const pressed = smoothstep(1 - PRESSED - 0.004, 1 - PRESSED + 0.004, share);
    // The heated jaws leave fine upright ribs.
    const rib = 1 + 0.22 * pressed * Math.sin(c * halfWidth(radius, flatHalf) * 32);
    const at: Vec3 = [
      c * halfWidth(radius, depth) * narrow,
      share * height,
      s * depth * narrow * dent * (rib - 0.18 * pressed),
    ];
    return { at };
  });
}

/** Half the width of an ellipse with half the depth `depth` whose girth is that of a circle (Ramanujan's first approximation, turned round). */
function halfWidth(radius: number, depth: number): number {
  let [low, high] = [0, radius * 2];
  for (let i = 0; i < 30; i++) {
    const half = (low + high) / 2;
    const girth = 3 * (half + depth) - Math.sqrt((3 * half + depth) * (half + 3 * depth));
    if (girth < 2 * radius) low = half;
    else high = half;
  }
  return (low + high) / 2;
}
