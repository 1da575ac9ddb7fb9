/** What is told to whoever sends such a file: each says another way out. */
export type OtherRefusal =
  | 'photo-raw'
  | 'photo-video'
  | 'photo-design'
  | 'photo-document'
  | 'photo-archive'
  | 'photo-text'
  | 'photo-format';

/** A file that is not opened, by the name that people know it by. */
export interface NamedFormat {
  readonly name: string;
  readonly refusal: OtherRefusal;
}
