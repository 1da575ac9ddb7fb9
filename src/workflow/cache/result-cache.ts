/** Keeps what nodes have made, by the hash of what it was made from. */
export interface ResultCache {
  /** The outputs under `key`, or undefined. */
  get(key: string): Promise<object | undefined>;
  set(key: string, outputs: object): Promise<void>;
}
