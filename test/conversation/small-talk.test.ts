import { describe, expect, it } from 'vitest';
import { isSmallTalk } from '../../src/conversation/small-talk.ts';

describe('small talk', () => {
  it.each([
    '예쁘다!',
    '와 진짜 예뻐요ㅋㅋㅋ',
    '감사합니다 😊',
    '안녕하세요~',
    '👍',
    '마음에 들어요.',
    'Wow, nice!',
    'Thank you so much :)',
    'ok',
  ])('is %s', (text) => expect(isSmallTalk(text)).toBe(true));

  it.each([
    '우리 가게 이전했어요',
    '신메뉴 나왔어요',
    '8월 15일 휴무',
    '예쁜 네일',
    '감사 세일',
    'Nice coffee',
    'we are hiring',
    '?!',
    `좋아요 ${'좋아요 '.repeat(40)}`,
  ])('is not %s', (text) => expect(isSmallTalk(text)).toBe(false));
});
