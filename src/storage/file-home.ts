/**
 * Where photos and pictures are kept for good when it is not this machine's folder, which is then what this machine has at
 * hand of them. Names are those of the files below the data folder, and hang on their content: whoever writes the same
 * twice changes nothing.
 */
export interface FileHome {
  /** When this resolves the file is kept. @throws OutageError `files` */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /**
   * The very bytes that were put.
   *
   * @returns undefined when there is no such file
   * @throws OutageError `files`
   */
  get(name: string): Promise<Buffer | undefined>;
  /** Nothing happens for those that are gone already. @throws OutageError `files` */
  remove(names: readonly string[]): Promise<void>;
}
