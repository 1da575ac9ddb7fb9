import { describe, expect, it } from 'vitest';
import { findThing } from '../../../src/writing/brief/find-thing.ts';
import { presets } from '../../engines/offline/write.ts';

const pictured = (thing: ReturnType<typeof findThing>): string | undefined =>
  thing?.kind === 'icon'
    ? String.fromCodePoint(...thing.id.split('-').map((code) => Number.parseInt(code, 16)))
    : thing?.id;

describe('what stands for a thing', () => {
  it.each([
    ['등산화 밑창 교체', '🥾'],
    ['아이폰 액정 수리', '📱'],
    ['성인 기타 레슨', '🎸'],
    ['수제 딸기라떼 2잔', 'strawberry-latte'],
    ['사과 10kg (부사)', 'apples'],
    ['중고차 매입', '🚗'],
    ['피아노 학원 신입생 모집', '🎹'],
    ['key cutting', '🔑'],
    ['piano lessons for adults', '🎹'],
    ["men's haircut", '💈'],
    ['단체티 10장 이상', '👕'],
    ['요가원 새벽반', 'yoga-mat'],
    ['중고 명품 가방 매입합니다', '👜'],
  ])('is found by what its name ends with: %s', (phrase, thing) => {
    expect(pictured(findThing(phrase, presets))).toBe(thing);
  });

  it('is what the deed is known by, where nothing stands for the thing', () => {
    expect(pictured(findThing('에어컨 설치', presets))).toBe('🔧');
  });

  it('is the thing and not the deed, where something stands for it', () => {
    expect(pictured(findThing('수영장 회원권', presets))).toBe('🥽');
  });

  it.each([
    '기타',
    '기타 문의',
    '저녁식사',
    '지겨워',
    '민물장어',
    '춘천닭갈비',
    '체형교정',
    '참치김밥',
    '한복 대여',
    '여행자 보험',
    '유도탄',
    'as usual',
    'Christmas tea towel rack',
    '건조기',
    '와이파이',
    '고시원 창문방',
    '방탈출 신테마 <폐병원>',
    '빌라 스쿼시 코트',
    '단체 회원 모집',
  ])('is nothing where the name says something else: %s', (phrase) => {
    expect(findThing(phrase, presets)).toBeUndefined();
  });

  it.each([
    ['열쇠집', '🔑'],
    ['치과', '🦷'],
    ['타이어 가게', '🚗'],
    ['정육점', '🥩'],
  ])('is found by the name of a shop: %s', (shop, thing) => {
    expect(pictured(findThing(shop, presets))).toBe(thing);
  });

  it.each(['장어집', '왁싱샵', '한의원'])('is not guessed for a shop: %s', (shop) => {
    expect(findThing(shop, presets)).toBeUndefined();
  });
});
