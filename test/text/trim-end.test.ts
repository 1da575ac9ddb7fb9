import { expect, it } from 'vitest';
import { trimEndWhere } from '../../src/text/trim-end.ts';

it('trims what matches off the end alone, in whole characters', () => {
  const mark = /[\s\p{P}\p{S}]/u;
  expect(trimEndWhere('예쁘다!! 정말 😀 ~~', mark)).toBe('예쁘다!! 정말');
  expect(trimEndWhere('!?', mark)).toBe('');
  expect(trimEndWhere('', mark)).toBe('');
});
