import { describe, expect, it } from 'vitest';
import { readRequest } from '../../../src/writing/reading/read-request.ts';
import { buildVocabulary } from '../../../src/writing/reading/vocabulary.ts';
import { presets } from '../../engines/offline/write.ts';

const vocabulary = buildVocabulary(presets);

describe('what an ad is for', () => {
  it.each([
    ['카페 12월 5일 그랜드 오픈 아메리카노 1,000원', 'opening'],
    ['우리 동네에 새로 문을 열었어요 칼국수집', 'opening'],
    ['눈썰매장 개장 12월 20일', 'season-opening'],
    ['수영장 여름 시즌 오픈 성인 8천원', 'season-opening'],
    ['필라테스 저녁반 오픈 2명 남음', 'class'],
    ['뮤지컬 티켓 예매 오픈 금요일 2시', 'everyday'],
    ['설 선물세트 예약 오픈', 'everyday'],
    ['오픈 시간 오전 10시, 파스타 런치', 'everyday'],
    ['매일 아침 7시 오픈 샌드위치', 'everyday'],
    ['문구점 폐업 정리 전 품목 반값', 'closing-down'],
    ['금니 매입 당일 시세로', 'purchase'],
    ['주방 직원 구합니다 시급 12,000원', 'recruiting'],
    ['캠핑 의자 대여 하루 5천원', 'rental'],
    ['구두 굽갈이 8천원', 'repair'],
    ['도자기 원데이 클래스 5만원', 'class'],
    ['딸기타르트 출시 6,800원', 'new'],
    ['겨울 코트 30% 할인', 'sale'],
    ['손칼국수 8,000원 (할인 제외)', 'everyday'],
    ['임시휴무 12월 3일', 'notice'],
    ['봄맞이 꽃시장 플리마켓 토요일', 'event'],
    ['Grand opening this Saturday, free coffee', 'opening'],
    ['Bakery open daily from 8, baguettes $3', 'everyday'],
    ['The rink opens for the season on Nov 20', 'season-opening'],
    ['Store closing, everything must go', 'closing-down'],
    ['We buy old gold, cash today', 'purchase'],
    ['Now hiring a barista, weekends', 'recruiting'],
    ['Tent rental $30 a night', 'rental'],
    ['Winter coats 40% off', 'sale'],
  ])('“%s”: %s', (text, kind) => {
    expect(readRequest(text, vocabulary).occasionKind).toBe(kind);
  });
});
