import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ENGLISH_PLACES } from '../../../src/ad/parse/english-places.ts';
import { KOREAN_NAMED_PLACES } from '../../../src/ad/parse/korean-named-places.ts';
import { KOREAN_PLACES } from '../../../src/ad/parse/korean-places.ts';

/** What looks ahead or behind, and takes nothing itself. */
const LOOKS = /\(\?<?[=!](?:\((?:\[[^\]]*\]|\\.|[^()[\]\\])*\)|\[[^\]]*\]|\\.|[^()[\]\\])*\)|\\b/g;

it.each(
  [...KOREAN_NAMED_PLACES, ...KOREAN_PLACES, ...ENGLISH_PLACES].map(
    (called) => [called.pattern.source, called] as const,
  ),
)('finds one of its signs in all that %s can match', (source, { signs }) => {
  const whole = new RegExp(`^(?:${source.replaceAll(LOOKS, '')})$`, 'u');
  fc.assert(
    fc.property(fc.stringMatching(whole), (found) => {
      expect(
        signs.some((sign) => found.toLowerCase().includes(sign)),
        found,
      ).toBe(true);
    }),
  );
});
