import type { Face } from '../ad/face.ts';
import { area, type Box, shortSide } from '../ad/geometry.ts';
import type { Matte } from '../imaging/raster.ts';
import { BackgroundPainter } from '../typography/background-painter.ts';
import { frameOf } from './frame.ts';
import { GlyphMaskCache } from './glyph-mask-cache.ts';
import type { LetteringContext } from './lettering-context.ts';
import type { PictureMap } from './picture-map.ts';
import { pictureMapOf } from './picture-maps.ts';
import type { TextLayoutRequest } from './request.ts';
import type { Scene } from './score.ts';
import { textScale } from './text-scale.ts';

/** Share of the picture from which on a subject is everywhere. */
const FILLING = 0.75;

/** What arrangements of the request's words are measured against. */
export function sceneOf(request: TextLayoutRequest, faces: readonly Face[]): Scene {
  const { image, safe, letters } = request;
  const frame = frameOf({ width: image.width, height: image.height }, { safe, letters });
  const map = pictureMapOf(request.image, productOf(request));
  const alone = request.stage?.lettersAlone === true && productOf(request) === undefined;
  return {
    frame,
    map,
    product: alone ? undefined : subjectOf(map),
    freeSpace: request.stage?.freeSpace ?? [],
    alone,
    scale: textScale(frame, request.face, faces, 1),
  };
}

/** What words must not hide: the product that was set in, else what the picture is known to show. */
export const productOf = ({ product, stage }: TextLayoutRequest): Matte | Box | undefined =>
  product ?? stage?.subject;

/** What the picture shows, unless it fills the picture and says nothing about where words could go. */
function subjectOf(map: PictureMap): Box | undefined {
  const box = map.subjectBox();
  return box !== undefined && area(box) < FILLING * area(map.size) ? box : undefined;
}

/** The picture, as the readability of words on it is measured. */
export function letteringContextFor(
  request: TextLayoutRequest,
  scene: Scene,
  faces: readonly Face[],
): LetteringContext {
  return {
    frame: scene.frame,
    map: scene.map,
    painter: new BackgroundPainter(request.image),
    masks: new GlyphMaskCache(faces, shortSide(request.image)),
    palette: request.palette,
    faces,
  };
}
