/** What a request calls where its picture goes, or its shape. */
export interface CalledPlace {
  /** Of which one stands, in small letters, in whatever the pattern finds: it takes long to be compiled. */
  readonly signs: readonly string[];
  readonly pattern: RegExp;
  /** A name of presets/formats.yaml; absent = the place's own. */
  readonly format?: string;
  /** A key of presets/places.yaml; absent where the words say no more than a shape: '세로로', '포스터'. */
  readonly place?: string;
}
