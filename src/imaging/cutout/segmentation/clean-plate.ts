import type { OklabPlanes } from '../../oklab-planes.ts';
import { createPlane, type Plane } from '../../raster.ts';

/** Left and right may differ by this much (OKLab × 100) and still be one wall, one table edge, one table. */
const ALIKE = 12;

/** Distance (OKLab × 100) within which a pixel counts as explained. */
const CLOSE = 6;

/** Share of a row's calm pixels that must be explained by its two ends. */
const MIN_SHARE = 0.5;

/** Rows to both sides that decide together, as a share of the height. */
const TOGETHER = 0.025;

/**
 * What the picture would look like with nothing on it: the smooth surface of a studio sweep, but in rows whose left
 * end simply goes on to their right end (a wall, the edge of a table, the table) what their ends are
 * above it, too. A product
 * that reaches over both sides of the picture makes no such row, since its ends explain little of what is between.
 *
 * @param surface the smooth surface
 * @param saliency 0–1; calm is what is below 0.3
 * @param band width in pixels of what counts as an end
 */
export function estimateCleanPlate(
  lab: OklabPlanes,
  surface: readonly Plane[],
  saliency: Plane,
  band: number,
): readonly Plane[] {
  const planes = [lab.l, lab.a, lab.b];
  const { width, height } = lab.l;
  const scene = surface.map((plane) => {
    const copy = createPlane(width, height);
    copy.data.set(plane.data);
    return copy;
  });
  const ends = Array.from({ length: height }, (_, y) =>
    planes.map((plane, c) => endsOf(plane, surface[c]!, y, band)),
  );
  const votes = ends.map((row, y) => explained(planes, surface, row, saliency, y));
  const reach = Math.round(TOGETHER * height);
  for (let y = 0; y < height; y++) {
    const row = ends[y]!;
    if (Math.hypot(...row.map(({ apart }) => apart)) >= ALIKE) continue;
    const near = votes.slice(Math.max(0, y - reach), y + reach + 1);
    const sum = (pick: (vote: Votes) => number): number =>
      near.reduce((total, vote) => total + pick(vote), 0);
    const byEnds = sum((vote) => vote.byEnds);
    if (byEnds < MIN_SHARE * sum((vote) => vote.calm) || byEnds <= sum((vote) => vote.bySurface)) continue;
    for (let c = 0; c < scene.length; c++) {
      const { left, right } = row[c]!;
      for (let x = 0; x < width; x++) scene[c]!.data[y * width + x]! += left + ((right - left) * x) / width;
    }
  }
  return scene;
}

/** Numbers of a row's pixels. */
interface Votes {
  readonly calm: number;
  readonly byEnds: number;
  readonly bySurface: number;
}

/** The ends of a row: how far above the surface they are, and how far apart from each other. */
interface Ends {
  readonly left: number;
  readonly right: number;
  readonly apart: number;
}

function endsOf({ data, width }: Plane, surface: Plane, y: number, band: number): Ends {
  let [left, right, apart] = [0, 0, 0];
  for (let k = 0; k < band; k++) {
    const [first, last] = [y * width + k, (y + 1) * width - 1 - k];
    left += data[first]! - surface.data[first]!;
    right += data[last]! - surface.data[last]!;
    apart += data[first]! - data[last]!;
  }
  return { left: left / band, right: right / band, apart: apart / band };
}

/** Counts a row's calm pixels, those that its ends explain, and those that the surface alone explains. */
function explained(
  planes: readonly Plane[],
  surface: readonly Plane[],
  ends: readonly Ends[],
  saliency: Plane,
  y: number,
): Votes {
  const { width } = saliency;
  let [calm, byEnds, bySurface] = [0, 0, 0];
  for (let x = 0; x < width; x++) {
    const i = y * width + x;
    if (saliency.data[i]! >= 0.3) continue;
    calm++;
    let [toEnds, toSurface] = [0, 0];
    for (let c = 0; c < planes.length; c++) {
      const above = planes[c]!.data[i]! - surface[c]!.data[i]!;
      const { left, right } = ends[c]!;
      toEnds += (above - left - ((right - left) * x) / width) ** 2;
      toSurface += above * above;
    }
    if (toEnds < CLOSE * CLOSE) byEnds++;
    if (toSurface < CLOSE * CLOSE) bySurface++;
  }
  return { calm, byEnds, bySurface };
}
