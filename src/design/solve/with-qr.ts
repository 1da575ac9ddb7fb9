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

/** Beside what a QR code stands, best first: what somebody who comes has to know, and what leads there. */
const BESIDE = ['details', 'cta', 'sub', 'price'] as const;

/** Between the words and the code, hundredths. */
const GAP = 3;

/**
 * The trees with a QR code, best first: beside the details or what stands for them, as wide as it has to be, else under
 * the details, or beside other words.
 *
 * @param isNarrow always under the words, since beside them is no room on a tower
 * @param byHeadline beside the headline too, where there is nothing else: that leaves the rest of a sheet empty, which only
 *   somebody who asked for the family has to bear
 * @returns none where nothing to stand beside is upright on the sheet
 */
export function withQr(
  tree: ResolvedBox,
  side: number,
  unit: number,
  { isNarrow, byHeadline }: { readonly isNarrow: boolean; readonly byHeadline: boolean },
): readonly ResolvedBox[] {
  const placed = (letters: string, isUnder: boolean): readonly ResolvedBox[] => {
    const found = placedBeside(tree, letters, side / unit, isUnder);
    return found === undefined ? [] : [found];
  };
  const [first, ...others] = BESIDE;
  const found = [
    ...placed(first, isNarrow),
    ...(isNarrow ? [] : placed(first, true)),
    ...others.flatMap((letters) => placed(letters, isNarrow)),
  ];
  return found.length > 0 || !byHeadline ? found : placed('headline', isNarrow);
}

function placedBeside(
  box: ResolvedBox,
  letters: string,
  side: number,
  isUnder: boolean,
): ResolvedBox | undefined {
  const { style, children } = box;
  const isTurned = style.turn !== undefined || style.shape === 'disc' || style.shape === 'burst';
  if (isTurned) return undefined;
  if (box.letters === letters && !style.vertical) return besideOf(box, side, isUnder);
  for (const [i, child] of children.entries()) {
    const found = placedBeside(child, letters, side, isUnder);
    if (found !== undefined) return { ...box, children: children.with(i, found) };
  }
  return undefined;
}

/** The words keep how they are lettered; where they stand is now the row's. */
function besideOf(words: ResolvedBox, side: number, isUnder: boolean): ResolvedBox {
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
    ...(isUnder
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
    children: [{ ...words, style: isUnder ? lettering : { ...lettering, grow: 1, shrink: 1 } }, code],
  };
}
