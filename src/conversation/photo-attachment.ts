/** A photo that somebody sends, before its file is here. */
export interface PhotoAttachment {
  /** What the person calls it. */
  readonly name: string;
  /** Bytes, where that is known beforehand. */
  readonly size?: number | undefined;
  /** Fetches the file. @throws UserError `photo-…`; OutageError `download` */
  bytes(): Promise<Uint8Array>;
}
