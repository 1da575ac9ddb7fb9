import { describe, expect, it } from 'vitest';
import { type DetailKind, detailKind } from '../../src/ad/detail-kind.ts';

const LINES: Readonly<Record<DetailKind, readonly string[]>> = {
  hours: [
    '매일 11:00~21:00',
    '평일 오전 9시~오후 6시',
    '브레이크타임 15:00~17:00',
    '라스트오더 20:30',
    '연중무휴 24시간',
    'Mon–Fri 9am–6pm',
    'Open daily 10:00–22:00',
    '토요일 10시부터 14시까지',
  ],
  closed: [
    '매주 월요일 휴무',
    '일요일은 쉽니다',
    '둘째 넷째 화요일 정기휴무',
    'Closed on Mondays',
    '설 연휴 휴진',
  ],
  period: [
    '3월 31일까지',
    '4/1~4/30',
    '행사 기간 5월 한 달',
    '12월 1일부터 접수',
    'Until 31 March',
    '오늘만',
  ],
  place: [
    '서울 마포구 연남로 12길 34, 2층',
    '강남역 2번 출구',
    '부산 해운대구 우동 123',
    '시청 맞은편',
    '12 High Street, Camden',
    '2nd floor, next to the bank',
  ],
  phone: [
    '02-555-0199',
    '문의 010-1234-5678',
    '031)123-4567',
    '1588-0000',
    'Call 020 7946 0123',
    '+82 10-1234-5678',
  ],
  account: ['인스타 @haru_bunsik', '카카오톡 채널 하루분식', 'Instagram @haru'],
  link: ['https://haru.kr/menu', 'www.haru.co.kr', '홈페이지 haru.kr', 'QR로 주문'],
  exception: [
    '주류 제외',
    '중복 할인 불가',
    '환불이 안 됩니다',
    'Not valid on weekends',
    'except public holidays',
  ],
  condition: [
    '2인 이상 주문 시',
    '1인 1개 한정',
    '현금 결제 시',
    '예약 필수',
    '테이크아웃만',
    '평일 점심만',
    'with any drink',
    'one per person',
  ],
  parking: ['주차 2시간 무료', '발렛 가능', 'Free parking'],
  allergy: ['우유·땅콩 함유', '알레르기 유발 성분: 밀, 대두', 'Contains nuts'],
  notice: ['딸기 품절', '3월 폐업', '임시 점검', 'Sold out'],
  audience: ['초등학생 대상', '만 19세 이상', '첫 방문 고객', '선착순 20명', 'For beginners'],
  shop: ['하루식당', '상호: 은하'],
  prices: ['아메리카노 4,500원', 'Latte $4.50'],
  other: ['직접 구웠어요', '정성껏 만듭니다'],
};

describe('detailKind', () => {
  for (const [kind, lines] of Object.entries(LINES)) {
    it.each(lines)(`knows as ${kind}: %s`, (line) => expect(detailKind(line)).toBe(kind));
  }

  it('says that a shop is closed rather than when it is', () => {
    expect(detailKind('매일 11:00~21:00, 월요일 휴무')).toBe('closed');
  });

  it('is done at once with a long line of nothing', () => {
    for (const part of ['가 ', '0', '1-', '오전 ', 'a.', '@', '(월', 'contains ', '12 a ']) {
      expect(typeof detailKind(part.repeat(1000))).toBe('string');
    }
  });
});
