import { describe, expect, it } from 'vitest';
import { TEXT_LIMITS } from '../../../src/ad/parse/request-limits.ts';
import { cleanText } from '../../../src/text/clean-text.ts';
import { firstGraphemes } from '../../../src/text/graphemes.ts';
import { requestOf, write } from '../../engines/offline/write.ts';

/** Milliseconds of processor time: one request takes 30 at most, and took a minute where time grew by the square. */
const MOST = 400;

/** What somebody may repeat until the description is as long as it may be. */
const PIECES = [
  ...[
    '가',
    '빵 ',
    '딸기 ',
    '딸기라떼 ',
    '딸기',
    '케이크 ',
    '떡볶이와 ',
    '떡볶이+',
    '우주 ',
    '포함 ',
    '들이 ',
    '나무 말고 ',
  ],
  ...[
    '월요일 휴무 ',
    '3000원 ',
    '30% 할인 ',
    '1원',
    '5월 1일 ',
    '서울역 ',
    '02-123-4567 ',
    '첫 방문 ',
    '"카페" ',
    '상호는 ',
  ],
  ...[
    'free coffee ',
    'new latte ',
    'Luna Cafe ',
    'not wood ',
    'or ',
    "a'a ",
    '$5 ',
    '漢字 ',
    '𝕏 ',
    'กี่',
    'ᄒ',
    '👨‍👩‍👧‍👦',
    '①① ',
  ],
];

describe('a fact that no line has room for', () => {
  it('is not lettered, and told', async () => {
    const link = `https://example.com/${'a'.repeat(1_500)}`;
    const { copy, warnings } = await write(`카페 신메뉴 딸기라떼 5,500원 ${link}`);
    expect(copy.price).toBe('5,500원');
    expect(JSON.stringify(copy)).not.toContain('example');
    expect(JSON.stringify(warnings)).toContain('example.com');
  });
});

describe('a request as long as it may be', () => {
  it.each(PIECES)('is read and written for in no time where it repeats %j', async (piece) => {
    await write('카페 신메뉴 딸기라떼');
    const text = firstGraphemes(
      cleanText(`카페 ${piece.repeat(TEXT_LIMITS.text)}`.slice(0, 30_000)),
      TEXT_LIMITS.text,
    );
    // The lesser of two looks: what the process collects or compiles meanwhile is no time of the reading's.
    const taken: number[] = [];
    for (let look = 0; look < 2; look++) {
      const before = process.cpuUsage();
      const { copy } = await write(requestOf(text).text);
      const { user, system } = process.cpuUsage(before);
      taken.push((user + system) / 1000);
      for (const words of Object.values(copy)) expect(words.length).toBeLessThan(700);
    }
    expect(Math.min(...taken)).toBeLessThan(MOST);
  });
});
