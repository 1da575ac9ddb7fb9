import { BoundedMap } from '../../../collections/bounded-map.ts';

/** Events that are remembered: more than Slack sends again within its five minutes. */
const MOST = 5_000;

/**
 * Does what an event asks for once, however often Slack sends it (https://docs.slack.dev/apis/events-api#retries):
 * whoever comes again gets the first one's outcome. What failed may be tried again.
 */
export class Once<T> {
  readonly #done = new BoundedMap<string, Promise<T>>(MOST);

  run(id: string, work: () => Promise<T>): Promise<T> {
    const known = this.#done.peek(id);
    if (known !== undefined) return known;
    const doing = work();
    this.#done.set(id, doing);
    doing.catch(() => this.#done.delete(id));
    return doing;
  }

  /** What is known of an event does not count any more: it may be done again. */
  forget(id: string): void {
    this.#done.delete(id);
  }
}
