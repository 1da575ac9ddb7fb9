import type { Path2D, SKRSContext2D } from '@napi-rs/canvas';

/**
 * What letters, their grounds and small signs are drawn with. A canvas is one; whoever keeps drawings as paths and text
 * has another, so that a printed sheet is drawn by the very code that draws the picture.
 */
export type Pen = Pick<
  SKRSContext2D,
  | 'arc'
  | 'beginPath'
  | 'closePath'
  | 'fillRect'
  | 'fillText'
  | 'font'
  | 'letterSpacing'
  | 'lineCap'
  | 'lineJoin'
  | 'lineTo'
  | 'lineWidth'
  | 'moveTo'
  | 'restore'
  | 'rotate'
  | 'roundRect'
  | 'save'
  | 'scale'
  | 'strokeText'
  | 'translate'
> & {
  /** One colour: '#1c1c1c'. */
  fillStyle: SKRSContext2D['fillStyle'];
  strokeStyle: SKRSContext2D['strokeStyle'];
  fill(): void;
  stroke(path: Path2D): void;
};
