import type { Size } from '../../ad/geometry.ts';
import type { OklabPlanes } from '../../imaging/oklab-planes.ts';
import { areasOf, type Lab } from './colour-areas.ts';
import { contrastOf } from './contrast.ts';
import { drawAreas } from './draw-areas.ts';
import { flowOf } from './flow.ts';
import { oilPaint } from './oil-paint.ts';
import { selfGuidedFilter } from './self-guided-filter.ts';

/**
 * A flat vector illustration: a handful of clear colours in smooth shapes, no lines, no texture.
 *
 * @param work the picture at its working size
 * @param size of the result
 * @param amount 0–1: from many colours and small shapes to few and large
 */
export function flat(work: OklabPlanes, size: Size, amount: number, seed: number): OklabPlanes {
  const brushed = oilPaint(work, flowOf(work, 3), 3 + 1.5 * amount);
  const contrast = contrastOf(work);
  const even: OklabPlanes = {
    l: selfGuidedFilter(brushed.l, 12, (0.04 + 0.18 * amount) * contrast),
    a: selfGuidedFilter(brushed.a, 12, (0.04 + 0.08 * amount) * contrast),
    b: selfGuidedFilter(brushed.b, 12, (0.04 + 0.08 * amount) * contrast),
  };
  const areas = areasOf(even, {
    colours: Math.round(24 - 14 * amount),
    minDifference: (0.08 + 0.08 * amount) * contrast,
    minWidth: 4 + 5 * amount,
    minPixels: Math.round(12 + 80 * amount),
    seed,
  });
  return drawAreas({ ...areas, colours: printed(areas.colours) }, size);
}

/** As a print shop would mix them: clearer, and spread a little further from dark to light. */
function printed(colours: readonly Lab[]): Lab[] {
  const lightest = Math.max(...colours.map(([l]) => l));
  const darkest = Math.min(...colours.map(([l]) => l));
  const span = Math.max(1, lightest - darkest);
  const wider = Math.min(1.15, 90 / span);
  const middle = (lightest + darkest) / 2;
  return colours.map(([l, a, b]) => {
    const level = Math.min(97, Math.max(22, middle + (l - middle) * wider));
    const chroma = Math.hypot(a, b);
    const richer = 1.1 + 0.25 * Math.exp(-chroma / 12);
    return [level, a * richer, b * richer];
  });
}
