/** What is taken over of a picture's file besides the picture. */
export interface Keeping {
  readonly profile: boolean;
}

export interface KeepingFrames extends Keeping {
  /** Whether frames behind the first are kept. */
  readonly frames: boolean;
}
