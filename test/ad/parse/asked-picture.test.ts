import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import { presets } from '../../engines/offline/write.ts';

const parsed = (text: string) => parseRequest({ text }, presets.requestRules);

describe('the shape that a text asks for', () => {
  it.each([
    ['빵집 소금빵 배너, 크기는 1200x628', '1.91:1'],
    ['카페 딸기라떼 9:16 세로 스토리용으로', '9:16'],
    ['인스타 스토리용으로 꽃집 오픈', '9:16'],
    ['인스타 피드용 국밥집 순대국', '1:1'],
    ['가로로 길게, 헬스장 3개월 할인', '16:9'],
    ['학원 배너 만들어 주세요', '16:9'],
    ['세로 포스터로, 떡집 송편', '4:5'],
    ['비율은 4:5, 네일샵 젤네일', '4:5'],
    ['Create a 300x250 banner for a clinic', '1:1'],
    ['Make a vertical poster for our gym', '9:16'],
    ['Ad for an Instagram story, tacos $3', '9:16'],
    ['Design a 1920×1080 image for our bar', '16:9'],
    ['A square post, please: bagels $2', '1:1'],
  ])('“%s” is made in %s', (text, format) => {
    expect(parsed(text).format).toBe(format);
  });

  it.each([
    '1:1 필라테스 체험',
    '매트리스 1500x2000 29만원',
    '오전 9:16 출발',
    '가로수길 카페',
    '배너 출력 3만원',
    'Rug 200x300 cm',
  ])('“%s” asks for none', (text) => {
    expect(parsed(text).format).toBe('1:1');
  });

  it('gives way to the one that is chosen', () => {
    expect(parseRequest({ text: '세로로 길게', format: '1:1' }, presets.requestRules).format).toBe('1:1');
  });
});

describe('a picture without words', () => {
  it.each([
    '빵집 소금빵 텍스트 없이',
    '글자는 빼고 꽃다발만',
    'Rye bread, no text',
    'Roses without any words',
  ])('“%s” gets none', (text) => {
    expect(parsed(text).lettering).toBe(false);
  });

  it.each(['문구점 볼펜 할인', 'No words can describe our cake', '글쓰기 수업'])(
    '“%s” has its words',
    (text) => {
      expect(parsed(text).lettering).toBe(true);
    },
  );
});
