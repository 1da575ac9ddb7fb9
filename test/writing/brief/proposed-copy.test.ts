import { describe, expect, it } from 'vitest';
import type { AdRequest } from '../../../src/ad/request.ts';
import { composeBrief } from '../../../src/writing/brief/compose-brief.ts';
import type { ProposedCopy } from '../../../src/writing/brief/proposed-copy.ts';
import { PromptAssembler } from '../../../src/writing/prompt/prompt-assembler.ts';
import { StyleRouter } from '../../../src/writing/prompt/style-router.ts';
import { readRequest } from '../../../src/writing/reading/read-request.ts';
import { buildVocabulary } from '../../../src/writing/reading/vocabulary.ts';
import { presets, requestOf } from '../../engines/offline/write.ts';

const vocabulary = buildVocabulary(presets);
const router = new StyleRouter(presets.styles);
const tools = {
  presets,
  now: new Date('2026-04-10T03:00:00Z'),
  router,
  assembler: new PromptAssembler(router),
  vocabulary,
};

const TOLD = 'You write the words of advertisements for small shops and never invent anything at all.';

function offered(text: string, copy: ProposedCopy['copy'], more: Partial<AdRequest> = {}) {
  const request = requestOf(text, more);
  const brief = composeBrief(request, readRequest(text, vocabulary), tools, {
    by: 'small',
    copy,
    told: TOLD,
  });
  return { copy: brief.copy, why: brief.why.map(({ ko }) => ko).join('\n') };
}

const LATTE = '카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기';

describe('copy that a model offers', () => {
  it.each([
    '딸기가 머무는 시간',
    '한 모금에 담은 봄',
    '오늘의 기분은 딸기라떼',
    '봄을 마시는 순간',
    '딸기 향이 번지는 오후',
    '달콤함으로 채우는 하루',
    '포근한 오후, 딸기라떼 한 잔',
    '마음까지 물드는 딸기라떼',
    '천천히 즐기는 딸기라떼의 여유',
    '당신의 봄에 건네는 딸기라떼',
    '햇살 가득 담은 딸기라떼',
    '입안 가득 퍼지는 딸기',
  ])('is used as it is: “%s”', (headline) => {
    const { copy, why } = offered(LATTE, { headline });
    expect(why).not.toContain('쓰지 않았어요');
    expect(copy.headline?.replaceAll('\n', ' ')).toBe(headline);
    expect(why).toContain('제목: small 모델이 썼고');
  });

  it.each([
    ['a price', '딸기라떼 단돈 3,900원', '3900'],
    ['a price in words', '딸기라떼 오천 원', '오천'],
    ['a discount', '딸기라떼 반값 할인', '할인'],
    ['a date', '5월 3일부터 딸기라떼', '5'],
    ['a day', '이번 주말엔 딸기라떼', '주말'],
    ['an offer', '딸기라떼 1+1', '1'],
    ['a gift', '쿠키 증정 딸기라떼', '증정'],
    ['a limit', '선착순 딸기라떼', '선착순'],
    ['a place', '강남역 딸기라떼', '강남역'],
    ['a brand', '스타벅스보다 맛있는 딸기라떼', '스타벅스'],
    ['a person', '김수현이 사랑한 딸기라떼', '김수현'],
    ['a claim', '유기농 딸기로 만든 라떼', '유기농'],
    ['a Latin name', 'Starbucks 딸기라떼', 'Starbucks'],
    ['an address', '딸기라떼 www.evil.kr', 'www.evil.kr'],
  ])('is refused when it invents %s', (_what, headline, stranger) => {
    const { copy, why } = offered(LATTE, { headline });
    expect(copy.headline).toBeDefined();
    expect(copy.headline?.replaceAll('\n', ' ')).not.toBe(headline);
    expect(why).toContain(`“${headline}”: 쓰지 않았어요`);
    expect(why).toContain(stranger);
  });

  it('may say what was given', () => {
    const text = '달빛카페 딸기라떼 4,900원, 5월 3일까지';
    const { copy } = offered(text, { headline: '5월 3일까지, 달빛카페 딸기라떼' });
    expect(copy.headline).toContain('5월 3일까지');
    expect(copy.price).toBe('4,900원');
  });

  it('has words that the trade may not use replaced, or is refused with the reason', () => {
    expect(offered(LATTE, { headline: '최고의 딸기라떼' })).toMatchObject({
      copy: { headline: '정성을 담은 딸기라떼' },
      why: expect.stringContaining('“최고의” 대신 “정성을 담은”으로 바꿨어요'),
    });
    const medical = offered('약국 비타민 상담', { headline: '만병통치 비타민' });
    expect(medical.copy.headline).not.toContain('만병통치');
    expect(medical.why).toContain('쓰지 않았어요');
  });

  it('gives way to what the person said: given words, and facts that need its place', () => {
    expect(
      offered(LATTE, { headline: '봄을 마시는 순간' }, { copy: { headline: '내 제목' } }).copy.headline,
    ).toBe('내 제목');
    const facts = offered('꽃집 카네이션 꽃바구니 35,000원, 5월 7일까지 예약', { sub: '마음을 전하는 하루' });
    expect(facts.copy.sub).toContain('5월 7일까지');
  });

  it.each([
    ['another language', 'A moment of strawberry'],
    ['too long', '따뜻하고 아늑한 오후에 천천히 즐기는 달콤하고 부드러운 딸기라떼의 여유로운 시간'],
  ])('is refused in %s', (_why, headline) => {
    expect(offered(LATTE, { headline }).copy.headline?.replaceAll('\n', ' ')).not.toBe(headline);
  });

  it('never quotes what the model was told in confidence', () => {
    const { copy } = offered('bakery fresh sourdough', { sub: 'the words of advertisements for small' });
    expect(copy.sub).not.toContain('advertisements');
  });

  it.each(['Fresh sourdough, warm hands', 'Begin the day with sourdough', 'Sourdough for slow mornings'])(
    'is used in English: “%s”',
    (headline) => {
      const { copy } = offered('bakery fresh sourdough every morning', { headline });
      expect(copy.headline?.replaceAll('\n', ' ')).toBe(headline);
    },
  );

  it('loses its dress: quotes, marks and emoji', () => {
    expect(offered(LATTE, { headline: '**“봄을 마시는 순간”** 🍓' }).copy.headline).toBe('봄을 마시는 순간');
  });
});
