import { describe, expect, it } from 'vitest';
import { OutageError } from '../../src/errors/outage-error.ts';
import { codeOf, say } from '../../src/errors/say.ts';
import { deserializeError, serializeError } from '../../src/errors/serialize-error.ts';
import { UserError } from '../../src/errors/user-error.ts';

const across = (error: unknown): Error => deserializeError(structuredClone(serializeError(error)));

describe('serializeError', () => {
  it.each([
    new UserError('photo-empty', { file: 'latte.jpg' }),
    new OutageError('engine', 'gone', { retryAfter: 3 }),
    new DOMException('enough', 'AbortError'),
    new TypeError('that is not a function'),
  ])('says the same on the other side: %s', (error) => {
    const other = across(error);
    expect(other.message).toBe(error.message);
    expect(codeOf(other)).toBe(codeOf(error));
    for (const locale of ['ko', 'en'] as const) expect(say(other, locale)).toBe(say(error, locale));
  });

  it('takes whatever is thrown', () => {
    expect(across('a word').message).toBe('a word');
  });
});
