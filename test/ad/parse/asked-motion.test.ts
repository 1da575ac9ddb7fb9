import { describe, expect, it } from 'vitest';
import { askedMotion, findAskedMotion } from '../../../src/ad/parse/asked-motion.ts';

const rules = { findMotion: (name: string) => ({ 경쾌하게: 'lively', calm: 'calm' })[name] };

const asks = (text: string) => askedMotion(text.normalize('NFKC'), rules);

describe('a request for an ad that moves', () => {
  it.each([
    ['카페 신메뉴 딸기라떼 6,500원, 움직이는 광고로', '움직이는 광고로', undefined],
    ['딸기라떼 광고 GIF로 만들어 주세요', 'GIF로 만들어 주세요', 'gif'],
    ['딸기라떼 6,500원 움직이는 GIF로 부탁해요', '움직이는 GIF로 부탁해요', 'gif'],
    ['네일샵 30% 할인. 움직이게 해 주세요', '움직이게 해 주세요', undefined],
    ['영상으로 만들어 주세요. 떡볶이 4,000원', '영상으로 만들어 주세요', 'mp4'],
    ['동영상 광고 만들어 주세요 딸기라떼', '동영상 광고 만들어 주세요', 'mp4'],
    ['딸기라떼 6,500원, gif', 'gif', 'gif'],
    ['움짤로 하나 만들어줘 딸기라떼', '움짤로 하나 만들어줘', 'gif'],
    ['Strawberry latte 6.50, as an animated gif', 'as an animated gif', 'gif'],
    ['Animated ad for our cafe: strawberry latte $6.50', 'Animated ad', undefined],
    ['Nail shop 30% off. Make it move', 'Make it move', undefined],
    ['Make a video ad for my bakery', 'Make a video ad', 'mp4'],
    ['Running shop grand opening as a gif', 'as a gif', 'gif'],
  ])('is “%s”', (text, words, file) => {
    expect(asks(text)).toEqual({
      words,
      motion: 'auto',
      ...(file === undefined ? {} : { motionFiles: [file] }),
    });
  });

  it('says how by the word before it, which stands for nothing else then', () => {
    expect(asks('딸기라떼, 경쾌하게 움직이는 광고로')).toMatchObject({ motion: 'lively' });
    expect(asks('a calm animated banner for my spa, 20% off')).toMatchObject({ motion: 'calm' });
    expect(asks('인스타 스토리에 올릴 움직이는 이미지 만들어줘')).toMatchObject({ motion: 'auto' });
  });

  it.each([
    '움직이는 인형 30% 할인',
    '움직이는 사진 전시회, 12월 1일부터',
    '움직이는 광고판 대여',
    '움직이는 카드 5,000원',
    '영상 편집 강의 모집',
    '영상으로 배우는 요리 교실',
    '추억을 영상으로 만들어 드려요',
    'GIF 제작 강좌 개강',
    '관절을 부드럽게 움직이게 해주는 영양제',
    'GIF 말고 그림으로 만들어 주세요, 딸기라떼',
    '돌잔치 영상 제작 50만원',
    'Animated movie night every Friday',
    'We make animated banners for shops',
    'Moving house? Moving boxes 20% off',
    'Video game store grand opening',
    'no animated banner, just a still: latte 5',
    'Learn to draw an animated character',
  ])('is not “%s”', (text) => {
    expect(findAskedMotion(text.normalize('NFKC'))).toEqual([]);
  });
});
