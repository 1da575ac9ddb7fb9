import { BoundedMap } from '../../collections/bounded-map.ts';
import type { Clock } from '../clock.ts';
import type { Platform } from '../job/job.ts';
import { DAY } from '../job/limits.ts';
import type { Log } from '../log.ts';
import type { UndeliverableError } from './delivery.ts';

/** Kinds of refusals that are remembered. */
const MAX_KINDS = 200;

/** Tells the operator what a platform refuses for good and how that is mended: each kind once a day. */
export class OperatorNotices {
  readonly #log: Log;
  readonly #clock: Clock;
  /** When each was told, by platform and code. */
  readonly #toldAt = new BoundedMap<string, number>(MAX_KINDS);

  constructor(log: Log, clock: Clock) {
    this.#log = log;
    this.#clock = clock;
  }

  refused(platform: Platform, { code, explanation }: UndeliverableError): void {
    const kind = `${platform} ${code || explanation.code}`;
    const now = this.#clock();
    const before = this.#toldAt.peek(kind);
    if (before !== undefined && now - before >= 0 && now - before < DAY) return;
    this.#toldAt.set(kind, now);
    this.#log.error({ platform, code }, `finished ads are refused: ${explanation.in('en')}`);
  }
}
