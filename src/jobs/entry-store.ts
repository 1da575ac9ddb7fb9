/** An entry that is kept from now on, as JSON, or the id of one that is not. */
type EntryChange = readonly [id: string, json?: string];

/** Small entries beside the jobs, in maps by name: what an adapter has taken in and not done yet. */
export interface EntryStore {
  /**
   * The last entries of a map, the oldest of them first.
   *
   * @throws OutageError `database`
   */
  read(map: string, limit: number): Promise<readonly (readonly [id: string, json: string])[]>;
  /**
   * Writes changes down, all or none, and forgets what is older than the last `limit` entries.
   *
   * @throws OutageError `database`
   */
  write(map: string, changes: readonly EntryChange[], limit: number): Promise<void>;
  /** Takes all entries away that name a person. @throws OutageError `database` */
  erase(person: string): Promise<void>;
}
