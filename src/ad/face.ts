/** One file of a face. */
export interface FaceFile {
  /** Absolute path of a TTF or OTF. */
  readonly path: string;
  /** 100–900. */
  readonly weight: number;
}

/** A typeface that lettering may use. */
export interface Face {
  /** As presets and brands call it: 'Pretendard', 'Black Han Sans'. */
  readonly name: string;
  readonly files: readonly FaceFile[];
  /** Whether the shop put it into fonts/ itself. */
  readonly own: boolean;
}
