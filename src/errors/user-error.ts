import { shorten } from '../text/shorten.ts';
import { type MessageParams, messages, type UserErrorCode } from './messages.ts';

/**
 * Longest text in UTF-16 units that a sentence repeats: what somebody wrote, and what we say of it in words of our own,
 * which may quote some of it; and most of a list. More is no sentence to read.
 */
const MAX_QUOTED = 80;
const MAX_OWN_WORDS = 160;
const MAX_ITEMS = 60;
const MAX_LIST = 200;

/**
 * A mistake that the person can mend. Its text comes from the table by code and language, is safe to show, and
 * is not reported as trouble. What it repeats of what somebody wrote is shortened and made printable here, so that no
 * message is longer than a platform takes, and none steers a terminal.
 */
export class UserError<C extends UserErrorCode = UserErrorCode> extends Error {
  readonly code: C;
  /** As they were given; what is said of them is shortened. */
  readonly params: MessageParams<C>;

  constructor(code: C, params: MessageParams<C>, options?: ErrorOptions) {
    super(textOf(code, params, 'en'), options);
    this.name = 'UserError';
    this.code = code;
    this.params = params;
  }

  in(locale: 'ko' | 'en'): string {
    return textOf(this.code, this.params, locale);
  }
}

function textOf<C extends UserErrorCode>(code: C, params: MessageParams<C>, locale: 'ko' | 'en'): string {
  // Each entry's function takes exactly its own code's parameters, which the union of all codes cannot express.
  const say = messages[code][locale] as (params: MessageParams<C>) => string;
  return say(shortenedParams(params));
}

function shortenedParams<P>(params: P): P {
  // Each part is what it was but for its length.
  return shortened(params) as P;
}

/** Parameters that are in words of our own. */
const OWN_WORDS: ReadonlySet<string> = new Set(['problem', 'detail', 'reason', 'expected', 'place']);

function shortened(value: unknown, max: number = MAX_QUOTED): unknown {
  if (typeof value === 'string') return shorten(value, max);
  if (Array.isArray(value)) return shortenedItems(value);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      shortened(part, OWN_WORDS.has(name) ? MAX_OWN_WORDS : max),
    ]),
  );
}

function shortenedItems(items: readonly unknown[]): readonly unknown[] {
  const list: unknown[] = [];
  let left = MAX_LIST;
  for (const item of items.slice(0, MAX_ITEMS)) {
    const short = shortened(item);
    left -= typeof short === 'string' ? short.length : 0;
    if (left < 0) break;
    list.push(short);
  }
  return list;
}
