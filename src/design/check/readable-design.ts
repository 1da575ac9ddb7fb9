import type { DesignLayer, DesignLayout } from '../../ad/design.ts';
import type { Face } from '../../ad/face.ts';
import { area, expand, intersection, shortSide, toWholePixels, turnedBounds } from '../../ad/geometry.ts';
import type { TextBlock } from '../../ad/layout.ts';
import type { Raster } from '../../imaging/raster.ts';
import { contrastReach, isEnough } from '../../layout/measure/legibility.ts';
import { BackgroundPainter } from '../../typography/background-painter.ts';
import { backgroundUnder, contrastOn } from '../../typography/contrast.ts';
import { glyphMask } from '../../typography/glyph-mask.ts';
import { type DesignPictures, paintDesign } from '../paint/paint-design.ts';
import { type Straddling, straddlingLines } from './straddling-lines.ts';

/** Strengths of a scrim that are tried, gentlest first; one that its family wants denser stays so. */
const SCRIMS = [0.62, 0.76, 0.88, 0.96];

/** A design as it is measured on its own pixels, and what of it cannot be read. */
export interface MeasuredDesign {
  /** With its contrasts, and its scrims as dense as reading asks. */
  readonly design: DesignLayout;
  /** Without its words. */
  readonly image: Raster;
  readonly unreadable: readonly TextBlock[];
  readonly straddling: readonly Straddling[];
}

/** Measures a design; where no scrim helps, with the densest. */
export function measureDesign(
  design: DesignLayout,
  pictures: DesignPictures,
  faces: readonly Face[],
): MeasuredDesign {
  const hasScrims = design.layers.some(({ kind }) => kind === 'scrim');
  const strengths = hasScrims ? SCRIMS : [0];
  for (const [i, opacity] of strengths.entries()) {
    const layers = design.layers.map(
      (layer): DesignLayer =>
        layer.kind === 'scrim' ? { ...layer, opacity: Math.max(layer.opacity, opacity) } : layer,
    );
    const shaded = { ...design, layers };
    const image = paintDesign(shaded, pictures);
    const blocks = measured(shaded, image, faces);
    const unreadable = blocks.filter(({ slot, contrast }) => !isEnough(slot, contrast));
    const isLast = i === strengths.length - 1;
    if (unreadable.length > 0 && !isLast) continue;
    const straddling = straddlingLines(image, blocks, faces);
    if (straddling.length === 0 || isLast)
      return { design: { ...shaded, blocks }, image, unreadable, straddling };
  }
  throw new RangeError('A design is measured at one strength at least');
}

/**
 * The design with its contrasts as they are measured on its own pixels, its scrims as dense as reading asks.
 *
 * @returns undefined where words cannot be read on what is behind them, or lie across an edge of it
 */
export function readableDesign(
  design: DesignLayout,
  pictures: DesignPictures,
  faces: readonly Face[],
): DesignLayout | undefined {
  const { design: shaded, unreadable, straddling } = measureDesign(design, pictures, faces);
  return unreadable.length + straddling.length === 0 ? shaded : undefined;
}

function measured(design: DesignLayout, image: Raster, faces: readonly Face[]): readonly TextBlock[] {
  const painter = new BackgroundPainter(image);
  const reach = contrastReach(shortSide(design.size));
  return design.blocks.map((block) => {
    const around = expand(turnedBounds(block.box, block.angle), Math.ceil(reach) + 4);
    const ground = painter.pixels(toWholePixels(around, design.size), [], [], faces);
    const contrast = contrastOn(backgroundUnder(ground, glyphMask(block, faces, reach)), block.colour);
    return { ...block, contrast };
  });
}

/** Whether words stand on what is shown. */
export const coversProduct = ({ blocks, productBoxes }: DesignLayout): boolean =>
  blocks.some(({ box, angle }) => {
    const ink = turnedBounds(box, angle);
    return productBoxes.some((product) => area(intersection(ink, product)) > 0);
  });
