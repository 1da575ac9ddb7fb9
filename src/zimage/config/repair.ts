/** A setting that was missing or wrong in a checkpoint's file, and what is used in its place. */
export interface Repair {
  readonly file: string;
  readonly key: string;
  readonly value: unknown;
  /** In English: for the log and for `models check`. */
  readonly why: string;
}
