import { describe, expect, it } from 'vitest';
import { write } from '../../../engines/offline/write.ts';

const moodIn = async (text: string): Promise<string | undefined> => (await write(text)).mood;

describe('The mood that a request asks for', () => {
  it.each([
    ['카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기', 'warm'],
    ['떡볶이집 치즈떡볶이 5,000원, 신나고 활기찬 분위기로', 'lively'],
    ['화장품 가게 핸드크림 19,800원, 고급스러운 느낌으로', 'luxurious'],
    ['카페 청포도에이드 5,500원, 시원하고 산뜻하게 만들어 주세요', 'fresh'],
    ['문구점 스티커 3,000원 귀여운 느낌으로', 'cute'],
    ['다방 쌍화차 6,000원, 레트로 감성으로', 'retro'],
    ['한정식 점심 18,000원, 전통적인 분위기로', 'traditional'],
    ['Candle studio, soy candle $22, in a calm mood', 'calm'],
    ['Hand cream $18, in a dark, moody style', 'dark'],
    ['Ceramic mug $24, in a clean minimal style', 'minimal'],
    ['Gift box $60. Make it look luxurious', 'luxurious'],
  ])('is known by its words: %s → %s', async (text, mood) => {
    expect(await moodIn(text)).toBe(mood);
  });

  it.each(['따뜻한 딸기라떼 6,500원', '귀여운 고양이 미용 3만원', 'Cool summer dresses $40, fresh bread $3'])(
    'is not what is said of the goods: %s',
    async (text) => {
      expect(['warm', 'cute', 'fresh']).not.toContain(await moodIn(text));
    },
  );

  it('is not what is denied', async () => {
    expect(await moodIn('옷가게 가을 니트 39,000원, 화려하지 않게 차분한 느낌으로')).toBe('calm');
  });

  it('is the season’s where none is asked for, unless the day has colours of its own', async () => {
    expect(await moodIn('꽃집 봄맞이 튤립 한 단 9,000원')).toBe('spring');
    expect(await moodIn('카페 가을 신메뉴 밤라떼 6,500원')).toBe('autumn');
    expect(await moodIn('케이크 가게 크리스마스 케이크 39,000원 예약')).toBeUndefined();
    expect(await moodIn('카페 겨울 신메뉴 뱅쇼 7,000원, 신나는 분위기로')).toBe('lively');
  });

  it.each([
    ['카페 딸기라떼 6,500원 할머니집 같은 느낌으로', '할머니집 같은 느낌으로'],
    ['치킨집 후라이드 18,000원, 우주 느낌 나게', '우주 느낌 나게'],
    ['Candles $10 in a brutalist style', 'in a brutalist style'],
    ['Bagels $2. Make it pop', 'Make it pop'],
  ])('is said not to be understood where no word of it is known: %s', async (text, words) => {
    const told = (await write(text)).warnings.map(({ ko, en }) => `${ko} ${en}`).join('\n');
    expect(told).toContain(`“${words}”`);
    expect(told).toContain('was not understood as a mood');
  });

  it.each([
    '떡집 인절미 5,000원, 고급스러운 느낌으로',
    '카페 라떼 5,000원, 우드톤으로',
    '화장품 가게 크림 9,000원, 수채화 느낌으로',
    'Shoes $40. Keep it short.',
    'Soap $5. The tone should be friendly.',
  ])('is not said so of what is obeyed, or of no look at all: %s', async (text) => {
    const told = (await write(text)).warnings.map(({ en }) => en).join('\n');
    expect(told).not.toContain('not understood as a mood');
  });
});
