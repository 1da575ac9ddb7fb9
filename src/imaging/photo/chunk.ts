/** A chunk of a picture's file, as offsets in bytes. The last of a file that breaks off ends with the file. */
export interface Chunk {
  readonly type: string;
  readonly from: number;
  /** Behind its length and type. */
  readonly body: number;
  readonly end: number;
  /** Where the next one begins: behind the checksum, or the byte that fills up to an even length. */
  readonly to: number;
}
