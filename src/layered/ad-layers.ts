import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Face } from '../ad/face.ts';
import type { Box, Size } from '../ad/geometry.ts';
import type { TextBlock } from '../ad/layout.ts';
import type { LocalizedText } from '../ad/locale.ts';
import { paintLayers } from '../design/paint/paint-design.ts';
import { fromCanvas } from '../imaging/canvas.ts';
import { cropRaster } from '../imaging/crop.ts';
import type { Raster } from '../imaging/raster.ts';
import { paintShadow } from '../typography/paint-block.ts';
import type { AdContent } from './ad-content.ts';
import { LAYER_TITLES, PART_TITLES } from './layer-titles.ts';
import { type MarkGroup, markGroups } from './mark-groups.ts';
import { paintAdLogo, paintBase } from './paint-under-words.ts';

/** A layer of pixels: what is seen of it, and where that lies in the ad. */
interface PixelLayer {
  readonly kind: 'pixels';
  readonly title: LocalizedText;
  readonly image: Raster;
  readonly box: Box;
}

/** A layer of words and signs. */
export interface DrawnLayer extends MarkGroup {
  readonly kind: 'drawn';
}

export type AdLayer = PixelLayer | DrawnLayer;

/** An ad layer by layer, from the back to the front: laid over one another they are the ad. */
export function adLayers(content: AdContent, faces: readonly Face[]): readonly AdLayer[] {
  const { ground, size, text, logo } = content;
  const pixels = (title: LocalizedText, paint: (context: SKRSContext2D) => void): readonly PixelLayer[] =>
    painted(size, title, paint);
  const base =
    ground.kind === 'design'
      ? ground.layout.layers.flatMap((layer, i) =>
          pixels(i === 0 ? PART_TITLES.ground : LAYER_TITLES[layer.kind], (context) =>
            paintLayers(context, [layer], ground.pictures),
          ),
        )
      : pixels(PART_TITLES.ground, (context) => paintBase(context, content));
  const shadows = (text?.blocks ?? [])
    .filter(({ treatment }) => treatment === 'shadow')
    .flatMap((block: TextBlock) =>
      pixels(PART_TITLES.shadow, (context) => paintShadow(context, block, faces)),
    );
  const marked =
    logo === undefined ? [] : pixels(PART_TITLES.logo, (context) => paintAdLogo(context, content));
  const drawn = markGroups(content, faces).map((group): DrawnLayer => ({ kind: 'drawn', ...group }));
  return [...base, ...shadows, ...marked, ...drawn];
}

/** What is painted on an empty sheet, cropped to what is seen of it; nothing where nothing is. */
function painted(
  { width, height }: Size,
  title: LocalizedText,
  paint: (context: SKRSContext2D) => void,
): readonly PixelLayer[] {
  const canvas = createCanvas(width, height);
  paint(canvas.getContext('2d'));
  const image = fromCanvas(canvas);
  const box = seenOf(image);
  return box === undefined ? [] : [{ kind: 'pixels', title, box, image: cropRaster(image, box) }];
}

/** The box of all pixels that are not wholly transparent. */
export function seenOf({ width, height, data }: Raster): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[4 * (y * width + x) + 3] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  return right < 0 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}
