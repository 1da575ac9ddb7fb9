import { describe, expect, it } from 'vitest';
import type { StatementKind } from '../../../src/ad/statement.ts';
import { askedAction } from '../../../src/writing/copy/asked-action.ts';
import { statementsOf } from './statements.ts';

const buttonOf = (...told: readonly (readonly [StatementKind, string])[]): string | undefined =>
  askedAction(statementsOf(...told));

describe('a button', () => {
  it.each([
    [['schedule', '예약 12월 24일까지'], '예약하기'],
    [['contact', '네이버 예약만'], '예약하기'],
    [['notice', '예약 후 방문해 주세요'], '예약하기'],
    [['contact', '문의 02-555-0199'], '전화 문의'],
    [['contact', '010-1234-5678'], '전화 문의'],
    [['contact', '예약 02)123-4567'], '전화 예약'],
    [['contact', '카톡 문의'], '문의하기'],
    [['description', '전화로 주문 받아요'], '주문하기'],
    [['occasion', '수강생 모집'], '신청하기'],
    [['product', '생일 케이크 예약'], '예약하기'],
    [['description', '놀러 오세요'], '방문하기'],
    [['contact', 'www.example.com'], 'Visit website'],
    [['contact', 'order by phone 555-0142'], 'Order now'],
    [['contact', 'Call 212-555-0142'], 'Call us'],
    [['contact', 'Visit www.boxandgo.example'], 'Visit us'],
    [['description', '要予約'], '予約'],
  ] as const)('says what the owner asks for: %j', (told, button) => {
    expect(buttonOf(told)).toBe(button);
  });

  it.each([
    [['description', '직접 짜요']],
    [['notice', '예약 불가']],
    [['notice', '예약 없이 오셔도 돼요!']],
    [['notice', '예약은 안 받아요']],
    [['notice', '전화예약 안받아요']],
    [['notice', '당일 예약은 받지 않습니다']],
    [['notice', '예약 마감']],
    [['notice', '예약제 아님 순서대로']],
    [['description', '2회 방문']],
    [['product', 'Phone screen repair']],
    [['product', '전화중국어 주3']],
    [['condition', '포장 주문 시']],
    [['offer', '3개월 등록 시 1개월 더']],
    [['offer', '첫 방문 10% 할인']],
    [['wish', '예약을 강조해 주세요']],
    [['description', 'no booking needed']],
    [['description', 'comic books']],
    [['description', 'made to order']],
  ] as const)('is none where nothing is asked: %j', (told) => {
    const button = buttonOf(told);
    if (told[1].includes('오셔도')) expect(button).not.toBe('예약하기');
    else expect(button).toBeUndefined();
  });

  it.each(['품절', '임시휴무', '폐업', 'sold out', '완판되었어요'])('contradicts no “%s”', (notice) => {
    expect(buttonOf(['notice', notice], ['contact', '예약 02-123-4567'])).toBeUndefined();
  });

  it('stands beside a day off', () => {
    expect(buttonOf(['schedule', '월요일 휴무'], ['contact', '네이버 예약'])).toBe('예약하기');
  });

  it.each([
    [
      [
        ['product', '보일러 출장수리'],
        ['notice', '당일 방문'],
      ],
      undefined,
    ],
    [
      [
        ['product', '피아노 조율'],
        ['notice', '집으로 찾아갑니다'],
        ['contact', '방문 010-1234-5678'],
      ],
      '전화 문의',
    ],
    [
      [
        ['product', 'Mobile dog grooming'],
        ['description', 'home visits'],
      ],
      undefined,
    ],
    [
      [
        ['description', 'we come to you'],
        ['contact', 'Call 212-555-0142 to arrange a visit'],
      ],
      'Call us',
    ],
    [
      [
        ['notice', '출장 수리도 해요'],
        ['description', '매장에 놀러 오세요'],
      ],
      '방문하기',
    ],
  ] as const)('asks nobody to come to a shop that goes to its customers: %j', (told, button) => {
    expect(buttonOf(...told)).toBe(button);
  });
});
