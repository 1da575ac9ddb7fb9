import { gaussianBlur } from '../../imaging/filter.ts';
import type { OklabPlanes } from '../../imaging/oklab-planes.ts';
import { createPlane, type Plane } from '../../imaging/raster.ts';
import type { Flow } from './flow.ts';

/** The wider blur over the finer, as in Marr and Hildreth's approximation of the Laplacian. */
const WIDER = 1.6;
/** A border between colours counts this much of one between light and dark. */
const COLOUR_WEIGHT = 0.75;

/**
 * Where an inker would draw: on the dark side of edges and along thin dark things. Differences of Gaussians,
 * averaged along the flow so that broken edges join to lines (Kang, Lee and Chui, "Flow-based image abstraction",
 * 2009).
 *
 * @param sigma half the width of a line, pixels
 * @returns how much a place stands out against what is around it, in L (0–100), on the dark side of its edge; below 0
 *   on the other side. Smooth enough to be enlarged before it is cut into lines
 */
export function inkLines({ l, a, b }: OklabPlanes, flow: Flow, sigma: number): Plane {
  const reach = Math.round(sigma * 5);
  const [dl, da, db] = [l, a, b].map((plane) => {
    const fine = gaussianBlur(plane, sigma);
    const wide = gaussianBlur(plane, sigma * WIDER);
    for (let i = 0; i < wide.data.length; i++) wide.data[i]! -= fine.data[i]!;
    return alongFlow(wide, flow, reach).data;
  }) as [Float32Array, Float32Array, Float32Array];
  const ink = createPlane(l.width, l.height);
  for (let i = 0; i < ink.data.length; i++) {
    const dark = dl[i]!;
    const colour = COLOUR_WEIGHT * Math.sqrt(da[i]! * da[i]! + db[i]! * db[i]!);
    // Where lightness says nothing, one side of a border between colours is as good as the other.
    const side = 3 * dark + da[i]! + db[i]!;
    ink.data[i] = side > 0 ? Math.sqrt(dark * dark + colour * colour) : -1;
  }
  return ink;
}

/** Mean of the plane's values along the line through each pixel, `reach` steps each way. */
export function alongFlow(plane: Plane, flow: Flow, reach: number): Plane {
  const { width, height, data } = plane;
  const out = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      let sum = data[i]!;
      let count = 1;
      for (let way = -1; way <= 1; way += 2) {
        let px = x + 0.5;
        let py = y + 0.5;
        let tx = flow.x.data[i]! * way;
        let ty = flow.y.data[i]! * way;
        for (let step = 1; step <= reach; step++) {
          px += tx;
          py += ty;
          if (px < 0 || py < 0 || px >= width || py >= height) break;
          const at = (py | 0) * width + (px | 0);
          sum += data[at]!;
          count++;
          const nx = flow.x.data[at]!;
          const ny = flow.y.data[at]!;
          // A line has no beginning: go on the way that was come.
          const same = nx * tx + ny * ty >= 0 ? 1 : -1;
          tx = nx * same;
          ty = ny * same;
        }
      }
      out.data[i] = sum / count;
    }
  }
  return out;
}
