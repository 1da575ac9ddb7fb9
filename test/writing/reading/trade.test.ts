import { describe, expect, it } from 'vitest';
import { readRequest } from '../../../src/writing/reading/read-request.ts';
import { buildVocabulary } from '../../../src/writing/reading/vocabulary.ts';
import { presets } from '../../engines/offline/write.ts';
import { REQUESTS_BY_CLASS } from './trade-requests.ts';

const vocabulary = buildVocabulary(presets);
const classOf = (text: string): string => {
  const { tradeClass } = readRequest(text, vocabulary);
  return tradeClass === undefined ? 'unknown' : `${tradeClass.large} > ${tradeClass.middle}`;
};

describe('the class of a trade', () => {
  const rows = Object.entries(REQUESTS_BY_CLASS).flatMap(([place, texts]) =>
    texts.map((text) => [place, text] as const),
  );

  it('is right wherever it is told, and told of nearly all', () => {
    const told = rows.map(([place, text]) => ({ place, text, found: classOf(text) }));
    expect(told.filter(({ place, found }) => found !== 'unknown' && found !== place)).toEqual([]);
    expect(told.filter(({ found }) => found === 'unknown').length).toBeLessThan(0.05 * rows.length);
  });

  it('has two requests or more in every middle class that has a name', () => {
    const middles = new Set(
      [...vocabulary.trades.classes.values()].map(({ large, middle }) => `${large} > ${middle}`),
    );
    middles.delete('소매 > 기타');
    expect([...middles].filter((place) => (REQUESTS_BY_CLASS[place]?.length ?? 0) < 2)).toEqual([]);
  });

  it.each([
    '무언가 좋은 것',
    '내일부터 20% 할인합니다',
    '약국 옆 2층으로 이전했어요',
    '주차 가능, 반려동물 동반 불가',
    'Something good for everyone, from $5',
  ])('of “%s” is not guessed', (text) => {
    expect(classOf(text)).toBe('unknown');
  });

  it.each([
    ['중고 명품 가방 상담 매입', '소매 > 중고 상품'],
    ['명품 가방 수선', '수리·개인 > 기타 가정용품 수리'],
    ['가방 신상 입고', '소매 > 섬유·의복·신발'],
    ['자전거 대여 1시간', '시설관리·임대 > 가정용품 대여'],
    ['전기자전거 할인', '소매 > 오락용품'],
    ['와인바 오픈', '음식 > 주점'],
    ['와인샵 오픈', '소매 > 음료'],
    ['골프 레슨 4회', '예술·스포츠 > 스포츠'],
    ['병원 청소 전문', '시설관리·임대 > 청소·방제'],
    ['떡볶이집 오픈', '음식 > 기타 간이'],
    ['guitar lessons', '교육 > 기타'],
    ['guitar repair', '수리·개인 > 기타 가정용품 수리'],
    ['new guitars in', '소매 > 기타 생활용품'],
    ['로퍼 굽 교체', '수리·개인 > 기타 가정용품 수리'],
    ['코트 단추 교체 3천원', '수리·개인 > 기타 가정용품 수리'],
    ['자전거 튜브 교체', '수리·개인 > 기타 가정용품 수리'],
    ['소형견 목욕 3만원', '수리·개인 > 기타 개인'],
    ['강아지 유치원 원데이', '수리·개인 > 기타 개인'],
    ['kitten boarding, $30 a night', '수리·개인 > 기타 개인'],
  ])('of “%s” is %s: what is done decides', (text, place) => {
    expect(classOf(text)).toBe(place);
  });

  it.each([
    ['두부면 파스타', '음식 > 서양식'],
    ['탕후루 딸기 샤인머스켓', '음식 > 기타 간이'],
    ['족저근막염 깔창 39,000원', '소매 > 섬유·의복·신발'],
    ['배너 728x90 겨울 코트 5만원', '소매 > 섬유·의복·신발'],
    ['현수막 500x90cm 4만원', '과학·기술 > 인쇄·제작'],
    ['강아지와 함께하는 호텔', '숙박 > 일반'],
    ['www.bakery.com 겨울 코트', '소매 > 섬유·의복·신발'],
    ['https://mycafe.example', 'unknown'],
  ])('of “%s” is %s: the head decides, not what stands around it', (text, place) => {
    expect(classOf(text)).toBe(place);
  });
});
