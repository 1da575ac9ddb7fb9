/** Events that are remembered: more than Slack sends again within its five minutes. */
const MOST = 5_000;

/**
 * Does what an event asks for once, however often Slack sends it (https://docs.slack.dev/apis/events-api#retries):
 * whoever comes again gets the first one's outcome. What failed may be tried again.
 */
export class Once<T> {
  readonly #done = new Map<string, Promise<T>>();

  run(id: string, work: () => Promise<T>): Promise<T> {
    const known = this.#done.get(id);
    if (known !== undefined) return known;
    const doing = work();
    this.#done.set(id, doing);
    doing.catch(() => this.#done.delete(id));
    for (const oldest of this.#done.keys()) {
      if (this.#done.size <= MOST) break;
      this.#done.delete(oldest);
    }
    return doing;
  }

  /** What is known of an event does not count any more: it may be done again. */
  forget(id: string): void {
    this.#done.delete(id);
  }
}
