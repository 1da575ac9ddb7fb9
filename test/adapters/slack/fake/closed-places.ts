/** Channels and threads in which nothing may be written (any more), and Slack's own words for that. */
export class ClosedPlaces {
  readonly archived = new Set<string>();
  /** Only some people write there. */
  readonly restricted = new Set<string>();
  /** Threads by the timestamp of the message that they are under. */
  readonly locked = new Set<string>();
  /** The message that they are under was deleted, and nobody had answered it. */
  readonly gone = new Set<string>();

  /** How what is written there is refused; undefined where it is not. */
  refusal(channel: string, thread: string | undefined): string | undefined {
    if (this.archived.has(channel)) return 'is_archived';
    if (this.restricted.has(channel)) return 'restricted_action';
    if (thread === undefined) return undefined;
    if (this.locked.has(thread)) return 'restricted_action_thread_locked';
    return this.gone.has(thread) ? 'thread_not_found' : undefined;
  }
}
