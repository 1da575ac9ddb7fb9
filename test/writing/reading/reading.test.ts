import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords } from '../../../src/writing/reading/find-words.ts';
import { readRequest } from '../../../src/writing/reading/read-request.ts';
import { splitCompound } from '../../../src/writing/reading/split-compound.ts';
import { tokensOf } from '../../../src/writing/reading/tokens.ts';
import { buildVocabulary } from '../../../src/writing/reading/vocabulary.ts';
import { presets } from '../../engines/offline/write.ts';

const vocabulary = buildVocabulary(presets);
const read = (text: string) => readRequest(text, vocabulary);

describe('held sentences', () => {
  it.each([
    ['흑임자크림라떼가 새로 나왔어요', 'black sesame cream latte'],
    ['꿀고구마라떼를 소개합니다', 'honey sweet potato latte'],
    ['신메뉴 딸기 생크림 케이크', 'strawberry fresh cream cake'],
    ['치즈닭갈비 2인분', 'cheese dakgalbi'],
    ['수제 딸기잼 출시', 'handmade strawberry jam'],
    ['구운 계란 팔아요', 'roasted eggs'],
    ['원목 도마 신상', 'wooden cutting board'],
    ['빨간 장미 한 송이', 'red roses'],
    ['강아지 수제간식', 'handmade dog treats'],
    ['제주 감귤 직송', 'Jeju tangerine'],
    ['매콤한 떡볶이', 'tteokbokki'],
    ['떡볶이+튀김 세트', 'tteokbokki and assorted fritters set'],
    ['딸기라떼와 케이크', 'strawberry latte and cake'],
    ['겨울방학 특강 모집', 'winter break course'],
    ['카페 신메뉴 우주슈페너', '우주슈페너'],
    ['new matcha lattes on a wood table', 'matcha latte'],
    ['handmade soap for gifts', 'handmade soap'],
    ['bakery fresh sourdough every morning', 'sourdough'],
    ['yoga class trial', 'yoga class trial'],
    ['barber shop beard trim', 'beard trim'],
    ['마늘 간장치킨', 'soy garlic chicken'],
  ])('“%s” is about %s', (text, expected) => {
    expect(read(text).subject?.en).toBe(expected);
  });

  it.each(['나무 테이블 위에', '꽃 배경으로', '대리석 느낌', 'on a marble table'])(
    '“%s” is about nothing',
    (text) => {
      expect(read(text).subject).toBeUndefined();
    },
  );

  it.each([
    ['스탠드 조명 신제품, 밤 분위기', '스탠드 조명'],
    ['Summer sale on sunglasses', 'sunglasses'],
    ['치킨 두 마리 세트 29,900원', '치킨 두 마리 세트'],
    ['전복죽 한 그릇', '전복죽'],
    ['Discount on sneakers this week', 'sneakers'],
  ])('“%s” is about %s', (text, subject) => {
    expect(read(text).subject?.text).toBe(subject);
  });

  it('is about no lamp where one only gives light', () => {
    expect(read('책방, 스탠드 조명 아래 조용한 분위기').subject?.text).not.toBe('스탠드 조명');
  });

  it('keeps the person’s own words for the subject', () => {
    expect(read('크리스마스 케이크 예약 받아요').subject).toMatchObject({
      text: '케이크',
      fullText: '크리스마스 케이크',
    });
    expect(read('봄 신상 원피스 30% 할인').subject).toMatchObject({
      text: '원피스',
    });
  });
});

describe('compounds', () => {
  const known = new Set(['딸기', '라떼', '생크림', '케이크', '빵', '크림']);

  it('are put together from the fewest words, the head as long as can be', () => {
    expect(splitCompound('딸기생크림케이크', known)).toEqual(['딸기', '생크림', '케이크']);
    expect(splitCompound('딸기크림빵', known)).toEqual(['딸기', '크림', '빵']);
  });

  it('may begin with what nobody knows', () => {
    expect(splitCompound('제리뽀라떼', known)).toEqual(['제리뽀', '라떼']);
    expect(splitCompound('제리뽀', known)).toBeUndefined();
  });
});

describe('what is not wanted', () => {
  it.each([
    ['나무 말고 대리석 테이블', ['wood'], ['marble']],
    ['꽃이랑 사람 없이 나무 테이블', ['flowers', 'people'], ['oak']],
    ['no wood or flowers, marble table', ['wood', 'flowers'], ['marble']],
    ['marble instead of wood', ['wood'], ['marble']],
  ])('“%s” is left out', (text, words, materials) => {
    const { scene } = read(text);
    expect(scene.denied.words).toEqual(words);
    expect(scene.materials).toEqual(materials);
  });

  it('turns light round: not dark is bright enough, not bright is dim', () => {
    expect(read('너무 어둡지 않게').scene.darkness).toBeLessThan(0.3);
    expect(read('너무 밝지 않게').scene.darkness).toBeGreaterThan(0.5);
    expect(read('not too dark please').scene.darkness).toBeLessThan(0.3);
  });

  it('does not deny what stands in another clause', () => {
    expect(read('꽃 없이, 나무 테이블').scene.materials).toEqual(['oak']);
  });
});

describe('light, time and surfaces', () => {
  it.each([
    ['창가 자연광', { lighting: 'window' }],
    ['네온 느낌', { lighting: 'neon', darkness: 0.85 }],
    ['노을 지는 바다', { lighting: 'sunset', backdrops: ['outdoor'], outlook: 'sea' }],
    ['잔디밭 피크닉', { backdrops: ['outdoor'], outlook: 'meadow' }],
    ['촛불 켜진 밤', { lighting: 'candle', darkness: 0.85 }],
    ['나뭇잎 그림자', { lighting: 'leaves' }],
    ['블라인드 그림자', { lighting: 'blinds' }],
    ['한지 배경', { materials: ['hanji'], backdrops: ['hanji'] }],
    ['검은 대리석', { materials: ['dark-marble'] }],
    ['흰 타일 벽', { backdrops: ['tiles'] }],
    ['물결 배경', { backdrops: ['water'] }],
    ['칠판 앞', { backdrops: ['chalkboard'] }],
    ['wood table', { materials: ['oak'], backdrops: ['table'] }],
    ['at night with neon lights', { lighting: 'neon', darkness: 0.85 }],
    ['on a dark walnut table', { materials: ['walnut'], backdrops: ['table'] }],
  ])('“%s”', (text, expected) => {
    expect(read(text).scene).toMatchObject(expected);
  });

  it('tells night from chestnuts', () => {
    expect(read('밤 분위기').scene.darkness).toBe(0.85);
    expect(read('밤라떼 신메뉴')).toMatchObject({
      subject: { en: 'chestnut latte' },
      scene: { settings: [] },
    });
  });
});

describe('the trade', () => {
  it.each([
    ['약국 옆 카페 아메리카노', 'cafe'],
    ['카페 인테리어 상담', 'interior'],
    ['케이크 예약', 'dessert'],
    ['애견 카페 오픈', 'pet-grooming'],
    ['우리 동네 헤어샵', 'hair-salon'],
    ['횟집 방어회', 'raw-fish'],
    ['새 요가 수업', 'yoga'],
    ['안경테 세일', 'optician'],
    ['이불 빨래 맡기세요', 'laundromat'],
    ['엔진오일 교체', 'car-repair'],
    ['가족사진 촬영', 'photo-studio'],
    ['결혼반지 상담', 'jewellery'],
    ['갤럭시 사전예약', 'mobile-shop'],
    ['haircuts 20% off', 'hair-salon'],
    ['our dog grooming salon', 'pet-grooming'],
    ['무언가 좋은 것', 'shop'],
  ])('of “%s” is %s', (text, trade) => {
    expect(read(text).trade.key).toBe(trade);
  });
});

describe('the shop’s name', () => {
  it.each([
    ['달빛카페 오픈', '달빛카페'],
    ["'오늘의책방' 독서모임", '오늘의책방'],
    ['상호는 하루식당이고 점심특선 있어요', '하루식당'],
    ['우주최강약국 이전했어요', '우주최강약국'],
    ['Luna Bakery grand opening', 'Luna Bakery'],
  ])('in “%s”', (text, name) => {
    expect(read(text).shopName).toBe(name);
  });

  it.each(['애견카페 오픈', '브런치카페 신메뉴', '심야식당', '동네빵집 소금빵', 'Cafe opening'])(
    'is not made up from “%s”',
    (text) => {
      expect(read(text).shopName).toBeUndefined();
    },
  );

  it('keeps its words out of the picture', () => {
    expect(read('달빛카페 오픈').scene.darkness).toBeUndefined();
  });
});

describe('season, day and style', () => {
  it.each([
    ['봄 신메뉴', 'season', 'spring'],
    ['여름맞이 빙수', 'season', 'summer'],
    ['this winter', 'season', 'winter'],
    ['어버이날 카네이션', 'occasion', 'parents-day'],
    ['추석선물 예약', 'occasion', 'chuseok'],
    ['눈 오는 밤', 'occasion', 'snowy-day'],
    ['할로윈 파티', 'occasion', 'halloween'],
    ['수채화풍으로', 'style', 'illustration'],
    ['애니메이션 스타일', 'style', 'anime'],
    ['3D 렌더링 느낌', 'style', 'semi-realistic'],
    ['in anime style', 'style', 'anime'],
  ] as const)('“%s”', (text, what, key) => {
    expect(read(text)[what]?.key).toBe(key);
  });

  it('takes “그림 만들어 줘” for no style', () => {
    expect(read('카페 그림 만들어 줘').style).toBeUndefined();
    expect(read('카페 그림풍으로').style?.key).toBe('illustration');
  });
});

describe('what the ad is for', () => {
  it.each([
    ['카페 신메뉴 딸기라떼', 'new'],
    ['전 메뉴 20% 할인', 'sale'],
    ['달빛카페 오픈 10% 할인', 'opening'],
    ['크리스마스 케이크 예약', 'everyday'],
    ['수강생 모집', 'class'],
    ['추석 휴무 안내', 'notice'],
    ['리뷰 이벤트', 'event'],
    ['여름 망고빙수', 'everyday'],
    ['따뜻한 아메리카노', 'everyday'],
    ['enrolling now: art class', 'class'],
    ['grand opening', 'opening'],
  ])('“%s”: %s', (text, kind) => {
    expect(read(text).occasionKind).toBe(kind);
  });
});

describe('any text', () => {
  it('is read without an error, each word where it stands', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '카페',
        '딸기라떼',
        '30%',
        '말고',
        '나무',
        'wood',
        '봄',
        '5,000원',
        "'",
        '오픈',
        '☕',
        'no',
        '밤',
        '을',
        '지',
      ),
      fc.string({ maxLength: 6 }),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('', ' ', ', '), (pieces, gap) => {
        const reading = read(pieces.join(gap));
        const { text } = reading;
        expect(reading.statements.every(({ end }) => end <= text.length)).toBe(true);
        for (const word of findWords(tokensOf(text, []), vocabulary)) {
          expect(text.slice(word.start, word.end)).toContain(word.text.split(' ')[0]);
        }
        if (reading.subject !== undefined) {
          const even = text.replaceAll(/\s+/g, ' ');
          expect(even).toContain(reading.subject.text);
        }
      }),
      { numRuns: 300 },
    );
  });
});
