import { BoundedMap } from '../../collections/bounded-map.ts';
import { WebFailure } from './failure.ts';

interface Rate {
  /** Most at once. */
  readonly burst: number;
  /** As many more in a second. */
  readonly perSecond: number;
}

/** How often one person, or one address where nobody is known yet, may do what. */
const RATES = {
  read: { burst: 400, perSecond: 40 },
  act: { burst: 60, perSecond: 1 },
  /** An ad that is laid out anew, as it is dragged. */
  adjust: { burst: 60, perSecond: 12 },
  upload: { burst: 24, perSecond: 0.5 },
  'sign-in': { burst: 8, perSecond: 0.1 },
} as const satisfies Readonly<Record<string, Rate>>;

export type Doing = keyof typeof RATES;

/** Of whom it is remembered how much they have left: those who were not here for longest have all of it again. */
const MAX_KNOWN = 20_000;

/** Counts what people do; whoever does too much is told to wait. */
export class RateLimits {
  readonly #left = new BoundedMap<string, { readonly tokens: number; readonly at: number }>(MAX_KNOWN);
  /** Milliseconds. */
  readonly #clock: () => number;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** @throws WebFailure `too-many` */
  take(doing: Doing, who: string): void {
    const { burst, perSecond } = RATES[doing];
    const now = this.#clock();
    const key = `${doing}/${who}`;
    const { tokens, at } = this.#left.get(key) ?? { tokens: burst, at: now };
    const left = Math.min(burst, tokens + ((now - at) / 1000) * perSecond);
    this.#left.set(key, { tokens: left < 1 ? left : left - 1, at: now });
    if (left < 1) throw new WebFailure('too-many');
  }
}
