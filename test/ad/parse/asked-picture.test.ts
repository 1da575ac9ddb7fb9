import { describe, expect, it } from 'vitest';
import { parseRequest } from '../../../src/ad/parse/parse-request.ts';
import { presets } from '../../engines/offline/write.ts';

const parsed = (text: string) => parseRequest({ text }, presets.requestRules);

describe('the shape that a text asks for', () => {
  it.each([
    ['빵집 소금빵 배너, 크기는 1200x628', '1.91:1'],
    ['카페 딸기라떼 9:16 세로 스토리용으로', '9:16'],
    ['인스타 스토리용으로 꽃집 오픈', '9:16'],
    ['인스타 피드용 국밥집 순대국', '4:5'],
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

describe('the place that a text asks for', () => {
  it.each([
    ['인스타 스토리용으로 꽃집 오픈', 'instagram-story'],
    ['빵집 소금빵 릴스용으로', 'instagram-reels'],
    ['인스타에 올릴 국밥집 순대국 9천원', 'instagram-feed'],
    ['카톡 메시지용 네일샵 20% 할인', 'kakao-message'],
    ['스마트스토어 대표이미지로 머그컵', 'smartstore'],
    ['쿠팡 대표이미지용 텀블러', 'coupang'],
    ['네이버 플레이스용 파스타집', 'naver-place'],
    ['당근에 올릴 자전거 수리점 광고', 'karrot'],
    ['유튜브 썸네일로 기타 레슨', 'youtube-thumbnail'],
    ['문자용 정육점 한우 세일', 'mms'],
    ['A4 전단지로 학원 개강', 'a4-print'],
    ['728x90 배너 헬스장 3개월 할인', 'banner-728x90'],
    ['헬스장 이미지 크기는 640x480', '640x480'],
    ['인스타 스토리용 1080x1920 꽃집', 'instagram-story'],
    ['Bagels $2, for a YouTube thumbnail', 'youtube-thumbnail'],
    ['Tacos $3 for an Instagram story', 'instagram-story'],
    ['Create a 300x250 banner for a clinic', 'banner-300x250'],
    ['Mug $12, for a SmartStore picture', 'smartstore'],
    ['Nail salon 20% off for a KakaoTalk message', 'kakao-message'],
  ])('“%s” goes to %s', (text, place) => {
    expect(parsed(text).place).toBe(place);
  });

  it.each([
    '학원 포스터 만들어 주세요',
    '학원 배너 만들어 주세요',
    '썸네일로 기타 레슨',
    '명함 200장 9,900원',
    '쿠팡 배송 알바 모집',
    '당근 케이크 5천원',
    '스토리 있는 카페',
    '카톡으로 예약하세요',
    '문자로 예약 주세요',
    '인스타 팔로우하면 10% 할인',
    '인스타용으로, 비율은 9:16',
    '배너 크기는 3000x1000px',
    'Make a banner for our gym',
    'Follow us on Instagram for 10% off',
  ])('“%s” goes nowhere in particular', (text) => {
    expect(parsed(text).place).toBeUndefined();
  });

  it('gives way to a place or a shape that is chosen, and comes before the usual place', () => {
    const text = '인스타 스토리용으로 꽃집 오픈';
    const rules = { ...presets.requestRules, defaultPlace: presets.requestRules.place('mms') };
    expect(parseRequest({ text, place: 'karrot' }, rules).place).toBe('karrot');
    expect(parseRequest({ text, format: '1:1' }, rules).place).toBeUndefined();
    expect(parseRequest({ text }, rules).place).toBe('instagram-story');
    expect(parseRequest({ text: '꽃집 오픈' }, rules).place).toBe('mms');
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
