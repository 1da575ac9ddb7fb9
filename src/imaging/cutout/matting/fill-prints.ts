import type { OklabPlanes } from '../../oklab-planes.ts';
import type { Plane } from '../../raster.ts';
import { componentsOf, copyOf, inverted, type Mask } from '../mask.ts';

/** Steps of lightness and of colour (OKLab × 100) that count as one. */
const STEP = 6;

/** A colour that less than this share of the ground has, or one a step beside it, is none of the ground's. */
const RARE = 0.002;

/** Smallest hole in pixels of the mask's size that is looked at. */
const MIN_AREA = 12;

/** A print is lighter than the ground round about by so much (OKLab × 100): what is darker may be ground in shade. */
const LIGHTER = 6;

/** Share of a hole that must be lighter, in colours which the ground has nowhere. */
const MOST = 0.8;

/**
 * Closes holes that show no ground: a white print on a black mug is for a model as little product as the gap in a
 * handle is, but through a gap one sees what lies round about. A print in the very colour of the ground stays a hole,
 * for nothing tells it from one, and so does one that is darker.
 *
 * @param lab the photo at the mask's size
 * @param ground its ground's lightness (OKLab × 100), spread over the product
 * @param known 1 where surely ground is, 0–1
 */
export function fillPrints(mask: Mask, lab: OklabPlanes, ground: Plane, known: Plane): Mask {
  const holes = componentsOf(inverted(mask)).filter(
    ({ pixels, touchesEdge }) => !touchesEdge && pixels.length >= MIN_AREA,
  );
  if (holes.length === 0) return mask;
  const isOfGround = groundColours(lab, known);
  const out = copyOf(mask);
  for (const { pixels } of holes) {
    let other = 0;
    for (const i of pixels) if (lab.l.data[i]! > ground.data[i]! + LIGHTER && !isOfGround(i)) other++;
    if (other >= MOST * pixels.length) for (const i of pixels) out.data[i] = 1;
  }
  return out;
}

/** Tells of a place of the photo whether the ground has its colour anywhere. */
function groundColours({ l, a, b }: OklabPlanes, known: Plane): (i: number) => boolean {
  const counts = new Map<number, number>();
  const step = (value: number): number => Math.round(value / STEP) + SPAN / 2;
  const key = (toL: number, toA: number, toB: number): number => (toL * SPAN + toA) * SPAN + toB;
  let all = 0;
  for (let i = 0; i < known.data.length; i++) {
    if (known.data[i]! < 1) continue;
    const at = key(step(l.data[i]!), step(a.data[i]!), step(b.data[i]!));
    counts.set(at, (counts.get(at) ?? 0) + 1);
    all++;
  }
  return (i) => {
    const [toL, toA, toB] = [step(l.data[i]!), step(a.data[i]!), step(b.data[i]!)];
    let near = 0;
    for (let dl = -1; dl <= 1; dl++) {
      for (let da = -1; da <= 1; da++) {
        for (let db = -1; db <= 1; db++) near += counts.get(key(toL + dl, toA + da, toB + db)) ?? 0;
      }
    }
    return near > RARE * all;
  };
}

/** More than the steps on each axis. */
const SPAN = 64;
