import { BoundedMap } from '../../collections/bounded-map.ts';
import type { JobMessage } from '../store/job-store.ts';
import { UndeliverableError, UnknownRefusalError } from './delivery.ts';

/** How often a refusal that no table knows may come in a row; then it is final. */
const MAX_UNKNOWN = 6;

/** Messages of which it is remembered how often they were refused. */
const MAX_REFUSED = 10_000;

/** Tells what is not tried again by itself from what may pass. */
export class FinalRefusals {
  /** Refusals in a row that no table knows, by the messages' numbers. */
  readonly #unknown = new BoundedMap<number, number>(MAX_REFUSED);

  /** Undefined for what may pass. */
  of({ seq }: JobMessage, error: unknown): UndeliverableError | undefined {
    if (error instanceof UndeliverableError) return error;
    if (!(error instanceof UnknownRefusalError)) return undefined;
    const times = (this.#unknown.peek(seq) ?? 0) + 1;
    if (times < MAX_UNKNOWN) {
      this.#unknown.set(seq, times);
      return undefined;
    }
    this.#unknown.delete(seq);
    return new UndeliverableError(error.message, {
      words: 'delivery-unknown',
      code: error.code,
      cause: error,
    });
  }
}
