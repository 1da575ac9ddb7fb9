import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadShopData } from '../../../src/app/writing/shop-data.ts';
import { replyIntent } from '../../../src/writing/reading/reply-intent.ts';
import { buildVocabulary, type Vocabulary } from '../../../src/writing/reading/vocabulary.ts';

describe('an answer to an ad for a strawberry latte', () => {
  let vocabulary: Vocabulary;
  beforeAll(async () => {
    vocabulary = buildVocabulary((await loadShopData(mkdtempSync(join(tmpdir(), 'intent-')))).presets);
  });

  const SHOWN = '카페 딸기라떼 5,000원';

  it.each([
    '예쁘다!',
    '감사합니다 ㅎㅎ',
    '감사',
    '귀여워',
    '따뜻함',
    '고급스럽네요 ㅎㅎ',
    '좋아요 👍',
    '와 대박 잘 나왔네요',
    '딸기라떼 맛있겠다',
    '딸기라떼 너무 예쁘게 나왔네요',
    '100% 마음에 들어요',
    '이거 어떻게 다운받아요?',
    'ㅋㅋㅋㅋ',
    'looks great thanks',
    'so cute!',
    'it is so bright and warm',
    'love it',
    'perfect',
    'Thank you so much',
    'how do I download this?',
  ])('such as %s is talk', (said) => {
    expect(replyIntent(said, SHOWN, vocabulary)).toBe('talk');
  });

  it.each([
    '딸기라떼 4,500원으로 다시',
    'now for iced americano $3',
    '이번엔 붕어빵',
    '딸기케이크도 만들어줘',
    '가격 5천원으로',
    '1+1 행사',
    '20% off until Sunday',
    'new haircut promo',
  ])('such as %s is an order', (said) => {
    expect(replyIntent(said, SHOWN, vocabulary)).toBe('order');
  });

  it.each([
    '다른 느낌으로',
    '더 밝게',
    '좀 더 밝게 부탁드려요',
    '세로로 해줘',
    '파란색',
    '빨간색으로 바꿔줘',
    '수채화풍으로',
    '여름 느낌',
    'make it darker',
    'can you make it pink?',
    'in blue',
    'more elegant please',
  ])('such as %s is a wish', (said) => {
    expect(replyIntent(said, SHOWN, vocabulary)).toBe('wish');
  });

  it('that names what another message does not show is an order there', () => {
    expect(replyIntent('딸기라떼', undefined, vocabulary)).toBe('order');
    expect(replyIntent('the latte looks delicious', 'Iced latte $4', vocabulary)).toBe('talk');
  });
});
