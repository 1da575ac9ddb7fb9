import type { TruePhoto } from '../true-photo.ts';

/** What spoils a photo for the scissors; the advice below half confidence should name it. */
export type Trouble =
  | 'pale-on-pale'
  | 'dark-on-dark'
  | 'busy'
  | 'framed'
  | 'small'
  | 'blurred'
  | 'dark'
  | 'overexposed'
  | 'several';

/** A photo of the set, before it is made. */
export interface KnownPhoto {
  /** Unlike any other's; names its files. */
  readonly name: string;
  /** Row of the printed tables. */
  readonly kind: string;
  /** What is photographed: photos of one family never stand on both sides of a fold. */
  readonly family: string;
  readonly trouble?: Trouble;
  /** The same on every run. */
  make(): Promise<TruePhoto>;
}
