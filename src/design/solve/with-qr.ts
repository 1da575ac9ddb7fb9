import { type Size, shortSide } from '../../ad/geometry.ts';
import { defined } from '../../collections/defined.ts';
import type { DesignStyle } from '../../presets/design.ts';
import { MIN_MODULE } from '../parts/qr.ts';
import { qrSymbol, sideInModules } from '../parts/qr-symbol.ts';
import type { ResolvedBox } from './resolve-tree.ts';

/**
 * Least side of a QR symbol, without its quiet zone, as a share of the ad's shorter side: 2.5 cm where the ad is printed
 * as a flyer of A5 (148 mm wide), and more on anything larger.
 */
export const QR_SIDE = 25 / 148;

/** Pixels that a QR code takes on a sheet, each way, quiet zone and all. */
export function qrSide(content: string, size: Size): number {
  const symbol = qrSymbol(content);
  const module = Math.max(MIN_MODULE, Math.ceil((QR_SIDE * shortSide(size)) / symbol.length));
  return module * sideInModules(symbol);
}

/** Beside what a QR code stands, first that is there: what somebody who comes has to know, and what leads there. */
const BESIDE = ['details', 'cta', 'sub', 'price'] as const;

/** Between the words and the code, hundredths. */
const GAP = 3;

/**
 * The tree with a QR code beside its details, or under them, as wide as it has to be.
 *
 * @param isNarrow under the words, since beside them is no room on a tower
 * @param byHeadline beside the headline too, where there is nothing else: that leaves the rest of a sheet empty, which only
 *   somebody who asked for the family has to bear
 * @returns undefined where nothing to stand beside is upright on the sheet
 */
export function withQr(
  tree: ResolvedBox,
  side: number,
  unit: number,
  { isNarrow, byHeadline }: { readonly isNarrow: boolean; readonly byHeadline: boolean },
): ResolvedBox | undefined {
  for (const letters of byHeadline ? [...BESIDE, 'headline'] : BESIDE) {
    const found = placedBeside(tree, letters, side / unit, isNarrow);
    if (found !== undefined) return found;
  }
  return undefined;
}

function placedBeside(
  box: ResolvedBox,
  letters: string,
  side: number,
  isNarrow: boolean,
): ResolvedBox | undefined {
  const { style, children } = box;
  const isTurned = style.turn !== undefined || style.shape === 'disc' || style.shape === 'burst';
  if (isTurned) return undefined;
  if (box.letters === letters && !style.vertical) return besideOf(box, side, isNarrow);
  for (const [i, child] of children.entries()) {
    const found = placedBeside(child, letters, side, isNarrow);
    if (found !== undefined) return { ...box, children: children.with(i, found) };
  }
  return undefined;
}

/** The words keep how they are lettered; where they stand is now the row's. */
function besideOf(words: ResolvedBox, side: number, isNarrow: boolean): ResolvedBox {
  const {
    at,
    grow,
    self,
    margin,
    surface,
    shape,
    radius,
    outline,
    shadow,
    padding,
    width,
    maxWidth,
    ...lettering
  } = words.style;
  const row: DesignStyle = {
    ...defined({ at, grow, self, margin, surface, shape, radius, outline, shadow, padding, width, maxWidth }),
    ...(isNarrow
      ? ({ direction: 'column', align: 'start' } as const)
      : ({ direction: 'row', align: 'centre', justify: 'between' } as const)),
    gap: GAP,
  };
  const code: ResolvedBox = {
    style: { width: side, height: side, minWidth: side, shrink: 0 },
    show: 'qr',
    children: [],
  };
  return {
    style: row,
    children: [{ ...words, style: isNarrow ? lettering : { ...lettering, grow: 1, shrink: 1 } }, code],
  };
}
