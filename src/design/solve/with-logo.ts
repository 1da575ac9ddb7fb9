import { type Size, shortSide } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import { logoMark } from '../../imaging/logo/logo-mark.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { ResolvedBox } from './resolve-tree.ts';

/** Side of a square logo against the sheet's shorter side; a wide one covers the same area. */
const SIDE = 0.09;

/** Width to height that logos are set at; what is longer is set smaller. */
const PROPORTIONS = [0.2, 6] as const;

/** Of logos that were measured: a family is solved often for one ad. */
const known = new WeakMap<Raster, number>();

/** Pixels that a logo takes on a sheet, each way. */
export function logoSize(logo: Raster, sheet: Size): Size {
  const ratio = known.get(logo) ?? ratioOf(logo);
  known.set(logo, ratio);
  const width = SIDE * shortSide(sheet) * Math.sqrt(ratio);
  return { width, height: width / ratio };
}

function ratioOf(logo: Raster): number {
  const { width, height } = logoMark(logo).image;
  return Math.max(PROPORTIONS[0], Math.min(PROPORTIONS[1], width / height));
}

/** Where words begin and end on their line, as a box in its place does. */
const STANDS = { left: 'start', centre: 'centre', right: 'end' } as const;

/** Below it, hundredths: a mark is read apart from the words. */
const BELOW = 1.4;

/**
 * The tree with a logo in the place of the shop's name.
 *
 * @param size pixels; @param unit pixels of a hundredth
 * @returns undefined where the family has no upright place for the name
 */
export function withLogo(box: ResolvedBox, size: Size, unit: number): ResolvedBox | undefined {
  const { style, children } = box;
  if (style.turn !== undefined || style.vertical) return undefined;
  if (box.letters === 'shop') {
    const { at, margin = [0, 0, BELOW, 0], text } = style;
    const self = style.self ?? (text && STANDS[text]);
    const [width, height] = [size.width / unit, size.height / unit];
    return {
      style: { margin, width, height, minWidth: width, shrink: 0, ...defined({ at, self }) },
      show: 'logo',
      children: [],
    };
  }
  for (const [i, child] of children.entries()) {
    const found = withLogo(child, size, unit);
    if (found !== undefined) return { ...box, children: children.with(i, found) };
  }
  return undefined;
}
