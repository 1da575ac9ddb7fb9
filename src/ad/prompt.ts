/** What an engine is told. */
export interface Prompt {
  readonly positive: string;
  /** Without effect where guidance is 0, as with Z-Image-Turbo. */
  readonly negative: string;
}
