import type { Face } from '../ad/face.ts';
import type { Palette } from '../ad/scene.ts';
import type { BackgroundPainter } from '../typography/background-painter.ts';
import type { Frame } from './frame.ts';
import type { GlyphMaskCache } from './glyph-mask-cache.ts';
import type { PictureMap } from './picture-map.ts';

/** The picture that words are made readable on. */
export interface LetteringContext {
  readonly frame: Frame;
  readonly map: PictureMap;
  readonly painter: BackgroundPainter;
  readonly masks: GlyphMaskCache;
  readonly palette: Palette;
  readonly faces: readonly Face[];
}
