import type { Face } from '../ad/face.ts';
import type { Palette } from '../ad/scene.ts';
import type { GroundPainter } from '../typography/ground-painter.ts';
import type { Frame } from './frame.ts';
import type { MaskStore } from './mask-store.ts';
import type { PictureMap } from './picture-map.ts';

/** The picture that words are made readable on. */
export interface Ground {
  readonly frame: Frame;
  readonly map: PictureMap;
  readonly painter: GroundPainter;
  readonly masks: MaskStore;
  readonly palette: Palette;
  readonly faces: readonly Face[];
}
