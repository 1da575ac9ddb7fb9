import { Registry } from '../../ad/registry.ts';
import type { LightingName, Palette, SeasonName, Stage } from '../../ad/scene.ts';
import type { StyleName } from '../../ad/style.ts';
import { estimateStage } from '../../imaging/estimate-stage.ts';
import { resizeRaster } from '../../imaging/filter.ts';
import { type OklabPlanes, toOklabPlanes } from '../../imaging/oklab-planes.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { StyleDescriptor } from '../styles/define-style.ts';
import { styles } from '../styles/index.ts';
import { oklabToRaster } from '../styles/oklab-to-raster.ts';
import { workingSize } from '../styles/working-size.ts';
import { grade } from './grade.ts';

export interface RestyleOptions {
  readonly reference: Raster;
  /** Above 0 up to 1: how far the result may go from the reference. */
  readonly strength: number;
  readonly style: StyleName;
  readonly palette: Palette;
  readonly lighting: LightingName;
  readonly season?: SeasonName;
  readonly darkness: number;
  readonly seed: number;
}

/** The styles alone: to restyle a photo no scene needs to be loaded. */
const BUILT_IN = new Registry(styles);

export interface Restyled {
  /** Opaque, of the reference's size. */
  readonly image: Raster;
  /** Estimated from the result. */
  readonly stage: Stage;
}

/**
 * A photo in a style: light and colours of the scene that is asked for, then the style's own hand (grain, brush, ink
 * or flat shapes), all the more of both the higher the strength. What is in the photo stays where it is.
 *
 * @param known has the style that is asked for
 * @throws RangeError where it has not
 */
export function restyle(
  { style, ...options }: RestyleOptions,
  known: Registry<StyleDescriptor> = BUILT_IN,
): Restyled {
  const image = restyled(options, known.get(style));
  return { image, stage: estimateStage(image) };
}

function restyled(
  { reference, ...options }: Omit<RestyleOptions, 'style'>,
  { drawing }: StyleDescriptor,
): Raster {
  const { strength, seed } = options;
  if (drawing === undefined) {
    const planes = toOklabPlanes(reference);
    grade(planes, options);
    return oklabToRaster(planes, seed, 0.6 + 1.6 * strength);
  }
  const { width, height } = workingSize(reference);
  const work = toOklabPlanes(resizeRaster(reference, width, height));
  // A style's own hand needs less of the photographer's.
  grade(work, { ...options, strength: strength * 0.8 });
  const amount = Math.max(0, Math.min(1, (strength - 0.2) / 0.75));
  const drawn = drawing.draw(work, reference, amount, seed);
  const detail = (drawing.detailBelow ?? 0) - amount;
  return oklabToRaster(mixed(drawn, options, reference, detail), seed, drawing.grain?.photo);
}

/** A weak style lets the photo's own detail through. In place. */
function mixed(
  planes: OklabPlanes,
  options: Omit<RestyleOptions, 'reference' | 'style'>,
  reference: Raster,
  share: number,
): OklabPlanes {
  if (share <= 0) return planes;
  const photo = toOklabPlanes(reference);
  grade(photo, { ...options, strength: options.strength * 0.8 });
  for (const channel of ['l', 'a', 'b'] as const) {
    const to = planes[channel].data;
    const from = photo[channel].data;
    for (let i = 0; i < to.length; i++) to[i]! += (from[i]! - to[i]!) * share;
  }
  return planes;
}
