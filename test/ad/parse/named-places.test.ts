import { beforeAll, describe, expect, it } from 'vitest';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import { loadPresets } from '../../../src/presets/load.ts';
import type { Presets } from '../../../src/presets/presets.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';

let presets: Presets;
beforeAll(async () => {
  presets = await loadPresets('presets', catalogue);
});

const placeOf = (text: string): string | undefined => parseRequest({ text }, presets.requestRules).place;

describe('a place that a request names with few words', () => {
  it.each([
    ['딸기라떼 6,500원, 인스타 스토리', 'instagram-story'],
    ['인스타 스토리: 딸기라떼', 'instagram-story'],
    ['카톡 프로필 배경, 카페 오픈', 'instagram-story'],
    ['인스타 피드, 딸기라떼', 'instagram-feed'],
    ['딸기라떼 6,500원, 카톡으로 보낼 거', 'kakao-message'],
    ['단골 카톡에 보낼 그림, 딸기라떼 할인', 'kakao-message'],
    ['단체문자용 이미지 미용실 20% 할인', 'mms'],
    ['문자로 보낼 거, 미용실 20% 할인', 'mms'],
    ['유튜브 썸네일, 빵 만들기', 'youtube-thumbnail'],
    ['당근마켓 광고 만들어줘 붕어빵', 'karrot'],
    ['문 앞에 붙일 A4, 설 연휴 휴무 1월 1일', 'a4-print'],
    ['가게 문에 붙일 A4 안내문, 설 연휴 휴무', 'a4-print'],
    ['문에 붙일 종이, 설 휴무 2월 1일', 'a4-print'],
    ['유리창에 붙일 A3 포스터, 딸기라떼', 'a3-print'],
    ['명함 만들어줘, 김밥집 02-555-0142', 'business-card'],
    ['X배너로 만들어줘, 헬스장 오픈', 'x-banner'],
    ['동그란 스티커 하나 만들어 주세요, 수제잼', 'round-sticker'],
    ['A4 poster for the door: closed Monday', 'a4-print'],
    ['for the shop window, A3: sale 20%', 'a3-print'],
    ['to send on KakaoTalk, latte $5', 'kakao-message'],
  ])('is where “%s” goes: %s', (text, place) => {
    expect(placeOf(text)).toBe(place);
  });

  it.each([
    '마케팅 대행: 블로그 글, 인스타 피드',
    '인스타 피드, 상세페이지 제작 대행',
    '유튜브 썸네일 디자인 5만원',
    '유튜브 썸네일, 편집 강의 모집',
    '현수막, X배너, 명함',
    '명함 만들어 드려요',
    'A4 용지 1박스 25,000원',
    'A4 포스터 인쇄 5,000원',
    '벽에 걸 그림 5만원',
    '창에 붙일 종이 블라인드 1만원',
    '카톡으로 예약하세요',
    '사진은 카톡으로 보낼 수 있어요',
    '당근마켓 광고 보고 왔다고 하면 10% 할인',
    'A4 paper 500 sheets $5',
    'Business cards printed the same day $20',
  ])('is none in “%s”, which is what a shop tells of', (text) => {
    expect(placeOf(text)).toBeUndefined();
  });
});
