import type { Face } from '../../ad/face.ts';
import type { TextLayout } from '../../ad/layout.ts';
import type { Matte, Raster } from '../../imaging/raster.ts';
import { drawText } from '../../typography/draw.ts';
import { type LayoutMetrics, layoutMetrics } from './layout-metrics.ts';
import { type LayoutScore, scoreLayout } from './layout-score.ts';
import { legibilityOf } from './legibility.ts';

export interface MeasuredLayout extends LayoutScore {
  readonly metrics: LayoutMetrics;
}

/**
 * Measures a layout on the pixels of its picture.
 *
 * @param image without words and underlays
 */
export function measureLayout(
  image: Raster,
  layout: TextLayout,
  faces: readonly Face[],
  product?: Matte,
): MeasuredLayout {
  const under = drawText(image, { ...layout, blocks: [] }, faces);
  const metrics = layoutMetrics(under, layout, product);
  return { metrics, ...scoreLayout(layout, metrics, legibilityOf(image, layout, faces)) };
}
