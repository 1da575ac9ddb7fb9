import type { Palette } from '../../ad/scene.ts';
import type { Random } from '../../imaging/random.ts';
import type { Solid } from '../renderer/solid.ts';

/** Where and for what picture a prop is made. */
export interface PropPlacement {
  /** Where its foot stands, decimetres. */
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly palette: Palette;
  /** −1 = the key light comes from the left, 1 = from the right. */
  readonly side: -1 | 1;
  readonly random: Random;
}

/** A thing that an ad can show. Props are made about 2.5 decimetres tall, larger than life, for the usual view. */
export interface Prop {
  readonly solids: readonly Solid[];
  /** Height above its foot and half width, decimetres. */
  readonly height: number;
  readonly halfWidth: number;
}
