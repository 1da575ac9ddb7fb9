/** What is taken over of a picture's file besides the picture. */
export interface KeptMetadata {
  readonly profile: boolean;
}

export interface KeptMetadataAndFrames extends KeptMetadata {
  /** Whether frames behind the first are kept. */
  readonly frames: boolean;
}
