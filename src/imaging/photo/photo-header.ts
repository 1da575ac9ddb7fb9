/** What a picture's header says, and by that what decoding it takes. */
export interface PhotoHeader {
  /** As coded, before it is turned upright: the largest that any part of the file claims. */
  readonly width: number;
  readonly height: number;
  /** Bits a sample. */
  readonly bitDepth: number;
  /** Samples a pixel, alpha counted. */
  readonly channels: number;
  /** How the EXIF tag has the picture turned, 1–8; 1 = as it is coded. */
  readonly orientation: number;
  /**
   * Bytes a pixel that the decoder holds of the whole picture, whatever it is reduced to, while rows come out; 0 where it
   * goes row by row.
   */
  readonly held: number;
  /** The same before the first row comes out, where that is more. */
  readonly opening?: number;
  /** Whether the format's decoder can reduce while it decodes. */
  readonly reducible: boolean;
  /** Whether frames follow the first. */
  readonly animated: boolean;
}
