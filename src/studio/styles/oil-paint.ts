import { gaussianBlur } from '../../imaging/filter.ts';
import { mapOklab, type OklabPlanes } from '../../imaging/oklab-planes.ts';
import { createPlane, type Plane } from '../../imaging/raster.ts';
import type { Flow } from './flow.ts';

const SECTORS = 8;
const ANGLES = 24;
/** Shapes of the brush from round to three times as long as wide. */
const SHAPES = 4;
/** How decidedly the calmest sector wins. */
const SHARPNESS = 4;
/** Change up to which there is nothing for a brush to follow, and an even coat is as good. */
const PLAIN = 0.06;

/**
 * Anisotropic Kuwahara filter with polynomial weights (Kyprianidis, Semmo, Kang and Döllner, 2010): every pixel
 * takes the mean of the calmest parts of a brush-shaped neighbourhood that follows the flow. Edges become sharp
 * and textures become strokes.
 *
 * @param radius of the brush in pixels, 2–8
 */
export function oilPaint(planes: OklabPlanes, flow: Flow, radius: number): OklabPlanes {
  const { width, height } = planes.l;
  const pad = Math.ceil(radius * 2) + 1;
  const stride = width + 2 * pad;
  const [pl, pa, pb] = [padded(planes.l, pad), padded(planes.a, pad), padded(planes.b, pad)];
  const brushes = createBrushes(radius, stride);
  const calm = mapOklab(planes, (plane) => gaussianBlur(plane, radius / 2));
  const out = {
    l: createPlane(width, height),
    a: createPlane(width, height),
    b: createPlane(width, height),
  };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      if (flow.change.data[i]! < PLAIN) {
        out.l.data[i] = calm.l.data[i]!;
        out.a.data[i] = calm.a.data[i]!;
        out.b.data[i] = calm.b.data[i]!;
        continue;
      }
      const angle = Math.atan2(flow.y.data[i]!, flow.x.data[i]!);
      const turn = Math.round((angle / Math.PI + 1) * ANGLES) % ANGLES;
      const shape = Math.min(SHAPES - 1, Math.round(flow.strength.data[i]! * (SHAPES - 1)));
      const { starts, offsets, weights } = brushes[shape * ANGLES + turn]!;
      const at = (y + pad) * stride + x + pad;
      let [sumL, sumA, sumB, sum] = [0, 0, 0, 0];
      for (let sector = 0; sector < SECTORS; sector++) {
        let ml = 0;
        let ma = 0;
        let mb = 0;
        let square = 0;
        const end = starts[sector + 1]!;
        for (let k = starts[sector]!; k < end; k++) {
          const from = at + offsets[k]!;
          const weight = weights[k]!;
          const l = pl[from]!;
          const a = pa[from]!;
          const b = pb[from]!;
          ml += weight * l;
          ma += weight * a;
          mb += weight * b;
          square += weight * (l * l + a * a + b * b);
        }
        const variance = Math.max(0, square - ml * ml - ma * ma - mb * mb);
        const share = 1 / (1e-3 + variance ** (SHARPNESS / 2));
        sumL += share * ml;
        sumA += share * ma;
        sumB += share * mb;
        sum += share;
      }
      out.l.data[i] = sumL / sum;
      out.a.data[i] = sumA / sum;
      out.b.data[i] = sumB / sum;
    }
  }
  return out;
}

/** The samples of all sectors one after another; sector s has those from starts[s] up to starts[s + 1]. */
interface Brush {
  readonly starts: Uint16Array;
  readonly offsets: Int32Array;
  /** Each sector's add up to 1. */
  readonly weights: Float32Array;
}

function createBrushes(radius: number, stride: number): Brush[] {
  const brushes: Brush[] = [];
  for (let shape = 0; shape < SHAPES; shape++) {
    for (let turn = 0; turn < ANGLES; turn++) {
      brushes.push(createBrush(radius, 1 + (0.75 * shape) / (SHAPES - 1), (turn * Math.PI) / ANGLES, stride));
    }
  }
  return brushes;
}

/** @param long half-length over the radius; half-width is the inverse */
function createBrush(radius: number, long: number, angle: number, stride: number): Brush {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const reach = Math.ceil(radius * long);
  // Polynomial sector weights: zeta and eta as in the paper, for a sector half-angle of 3π/16.
  const zeta = 2 / radius;
  const gamma = (3 * Math.PI) / 16;
  const eta = (zeta + Math.cos(gamma)) / Math.sin(gamma) ** 2;
  const parts: { offset: number; weight: number }[][] = Array.from({ length: SECTORS }, () => []);
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const u = (dx * cos + dy * sin) / (radius * long);
      const v = (-dx * sin + dy * cos) / (radius / long);
      const square = u * u + v * v;
      if (square > 1) continue;
      const fall = Math.exp(-3.125 * square);
      for (let sector = 0; sector < SECTORS; sector++) {
        const turned = (sector * 2 * Math.PI) / SECTORS;
        const along = u * Math.cos(turned) + v * Math.sin(turned);
        const across = -u * Math.sin(turned) + v * Math.cos(turned);
        const height = along + zeta - eta * across * across;
        if (height > 0) parts[sector]!.push({ offset: dy * stride + dx, weight: height * height * fall });
      }
    }
  }
  const samples = parts.flatMap((part) => {
    const total = part.reduce((sum, { weight }) => sum + weight, 0);
    return part.map(({ offset, weight }) => ({ offset, weight: weight / total }));
  });
  const starts = new Uint16Array(SECTORS + 1);
  for (let sector = 0; sector < SECTORS; sector++)
    starts[sector + 1] = starts[sector]! + parts[sector]!.length;
  return {
    starts,
    offsets: Int32Array.from(samples, ({ offset }) => offset),
    weights: Float32Array.from(samples, ({ weight }) => weight),
  };
}

/** The plane's values with its rim repeated `pad` pixels outwards. */
function padded({ data, width, height }: Plane, pad: number): Float32Array {
  const stride = width + 2 * pad;
  const out = new Float32Array(stride * (height + 2 * pad));
  for (let y = 0; y < height + 2 * pad; y++) {
    const from = Math.min(height - 1, Math.max(0, y - pad)) * width;
    const to = y * stride;
    for (let x = 0; x < pad; x++) {
      out[to + x] = data[from]!;
      out[to + pad + width + x] = data[from + width - 1]!;
    }
    out.set(data.subarray(from, from + width), to + pad);
  }
  return out;
}
