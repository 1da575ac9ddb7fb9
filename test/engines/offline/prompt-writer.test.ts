import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COPY_SLOTS } from '../../../src/ad/copy.ts';
import { UserError } from '../../../src/errors/user-error.ts';
import { syllablesOf } from '../../../src/language/hangul.ts';
import { particleFor } from '../../../src/language/particles.ts';
import { guardFor } from '../../../src/writing/copy/forbidden-words.ts';
import { GOLDEN_REQUESTS } from './golden-requests.ts';
import { PHOTO, presets, requestOf, write } from './write.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('the offline writer', () => {
  it('answers the same request the same, and other seeds with other patterns', async () => {
    const text = '카페 신메뉴 딸기라떼';
    expect(await write(text, { seed: 7 })).toEqual(await write(text, { seed: 7 }));
    const headlines = new Set<string | undefined>();
    for (let seed = 0; seed < 30; seed++) headlines.add((await write(text, { seed })).copy.headline);
    expect(headlines.size).toBeGreaterThanOrEqual(3);
  });

  it('is plain JSON, so that a recipe can keep it', async () => {
    const brief = await write('카페 신메뉴 딸기라떼 5,500원, 창가 자연광');
    expect(JSON.parse(JSON.stringify(brief))).toEqual(brief);
  });

  it('stops when it is told to', async () => {
    const aborted = AbortSignal.abort(new Error('enough'));
    const { createPromptWriter } = await import('../../../src/engines/offline/prompt-writer.ts');
    const writer = createPromptWriter({ presets, now: () => new Date() });
    await expect(writer.write(requestOf('카페'), { signal: aborted })).rejects.toThrow('enough');
  });

  it('holds to the trade and the style that were chosen', async () => {
    const brief = await write('딸기라떼, 수채화 느낌', { industry: 'bakery', style: 'anime' });
    expect(brief).toMatchObject({ industry: 'bakery', style: 'anime', face: 'Gowun Batang' });
    expect(brief.why[0]?.ko).toContain('고르신');
  });

  it('uses the tokenizer that it is given', async () => {
    const { createPromptWriter } = await import('../../../src/engines/offline/prompt-writer.ts');
    const writer = createPromptWriter({ presets, now: () => new Date(), countTokens: (text) => text.length });
    const { parts } = await writer.write(requestOf('카페 신메뉴 딸기라떼'), {
      signal: new AbortController().signal,
    });
    expect(parts?.tokens).toBeLessThanOrEqual(504);
    expect(parts?.fragments.some(({ kept }) => !kept)).toBe(true);
  });
});

describe('copy', () => {
  it('says no number that neither the request nor the brand does, whatever the seed', async () => {
    const numbers = (text: string): string[] => text.replaceAll(/(?<=\d),(?=\d{3})/g, '').match(/\d+/g) ?? [];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...GOLDEN_REQUESTS), seeds, async ({ text }, seed) => {
        const { copy } = await write(text, { seed });
        const known = new Set(numbers(text));
        for (const number of numbers(Object.values(copy).join('\n'))) expect(known).toContain(number);
      }),
      { numRuns: 200 },
    );
  });

  it('says nothing that the trade may not say, even where the request does', async () => {
    const guards = new Map(presets.industries.rows.map((row) => [row.key, guardFor(row, presets.forbidden)]));
    const bad = presets.forbidden.flatMap((set) => set.words.map(({ word }) => word));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...presets.industries.rows.map((row) => row.key)),
        fc.constantFrom(...bad),
        seeds,
        async (industry, word, seed) => {
          const { copy } = await write(`신메뉴 ${word} 딸기라떼 ${word} 세트 30% 할인`, { industry, seed });
          const { replaced, refused } = guards.get(industry)?.(Object.values(copy).join('\n')) ?? {
            replaced: [],
            refused: [],
          };
          expect([...replaced, ...refused].map((finding) => finding.word)).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has the particles right after any product and any shop', async () => {
    const syllable = fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code));
    await fc.assert(
      fc.asyncProperty(syllable, seeds, async (last, seed) => {
        const shopName = `달빛${last}`;
        const { copy } = await write('카페 오픈했어요', { seed, brand: { shopName } });
        const behind = /^(이에요|예요)/.exec((copy.headline ?? '').split(shopName)[1] ?? '')?.[1];
        if (behind !== undefined) expect(behind).toBe(particleFor(shopName, '이에요'));
      }),
      { numRuns: 100 },
    );
  });

  it('has a headline of two lines of 14 syllables at most, with the number first', async () => {
    for (const { text } of GOLDEN_REQUESTS) {
      for (const seed of [1, 2, 3, 4]) {
        const { headline = '' } = (await write(text, { seed })).copy;
        expect(headline).not.toBe('');
        expect(headline.split('\n').length).toBeLessThanOrEqual(2);
        for (const line of headline.split('\n')) expect(syllablesOf(line), headline).toBeLessThanOrEqual(14);
        const discount = /\d+%|1\+1|2\+1/.exec(headline);
        if (discount !== null) expect(headline.slice(0, discount.index)).toMatch(/^(?:최대 |전 \S+ )?$/);
      }
    }
  });

  it('leaves the person’s own words alone and does not say them twice', async () => {
    const { copy } = await write('카페 딸기라떼 5,500원, 20% 할인', {
      copy: { headline: '딸기라떼 5,500원', cta: '어서 와요' },
    });
    expect(copy).toMatchObject({ headline: '딸기라떼 5,500원', cta: '어서 와요' });
    expect(copy.price).toBe('20% 할인');
    expect(Object.values(copy).join(' ').match(/5,500/g)).toHaveLength(1);
  });

  it('is empty where no lettering is wanted', async () => {
    expect((await write('카페 딸기라떼', { lettering: false, copy: { headline: '딸기' } })).copy).toEqual({});
  });

  it('speaks English to English requests, in any slot', async () => {
    const { copy } = await write('cafe grand opening, 20% off strawberry lattes until Sunday');
    expect(Object.values(copy).join('')).not.toMatch(/[가-힣]/);
    expect(copy.price).toBe('20% off');
  });

  it('tells prices, days, places and hours where each is looked for', async () => {
    const { copy } = await write('분식집 떡볶이 4,500원, 3월 2일~7일, 강남역 2번 출구, 오전 10시~오후 9시', {
      brand: { shopName: '하루분식' },
    });
    expect(copy).toMatchObject({
      price: '4,500원',
      sub: '3월 2일~7일',
      details: '하루분식 · 강남역 2번 출구 · 오전 10시~오후 9시',
    });
    expect(copy.headline).toContain('떡볶이');
  });

  it('tells two prices each with what it is for', async () => {
    const { copy } = await write('카페 아메리카노 3,000원, 라떼 4,000원');
    expect(copy).toMatchObject({ price: '아메리카노 3,000원', sub: '라떼 4,000원' });
  });

  it('tells the price before as such', async () => {
    const { copy } = await write('제과점 식빵 정가 6,000원 4,500원');
    expect(copy).toMatchObject({ price: '4,500원', sub: '정가 6,000원' });
  });

  it('shows one discount and names the other in a warning', async () => {
    const { copy, warnings } = await write('펫샵 사료 1+1, 간식 20% 할인');
    expect(Object.values(copy).join(' ')).not.toContain('20%');
    expect(warnings.map((warning) => warning.ko).join()).toContain('20% 할인');
  });

  it.each([
    ['선글라스 여름 세일 바다', '여름 세일'],
    ['시즌오프 원피스', '시즌오프'],
    ['Summer sale on sunglasses', 'Summer sale'],
    ['여름 한정 사과 주스', '여름 한정'],
  ])('tells a sale or a limit of which no figure is told, whatever the seed: %s', async (text, told) => {
    for (let seed = 0; seed < 12; seed++) {
      const words = Object.values((await write(text, { seed })).copy).join('\n');
      expect(words).toContain(told);
      expect(words.match(/여름/g)?.length ?? 0).toBeLessThanOrEqual(2);
    }
  });

  it('speaks of wearing clothes, not bags, and asks nobody to have a mug quoted', async () => {
    for (let seed = 0; seed < 12; seed++) {
      const bag = Object.values((await write('가죽가방 여름 세일', { seed })).copy).join(' ');
      expect(bag).not.toMatch(/입|걸치|옷/);
      const mug = (await write('수제 머그컵 1+1 행사', { seed })).copy;
      expect(mug.cta).not.toMatch(/견적|상담/);
      expect((await write('거실 인테리어 시공', { seed })).copy.cta).toMatch(/견적|상담/);
    }
  });

  it('puts the article that a word asks for before it', async () => {
    const said = new Set<string | undefined>();
    for (let seed = 0; seed < 12; seed++)
      said.add((await write('Handmade leather bags, elegant', { seed })).copy.sub);
    expect([...said].join()).not.toMatch(/\ba [aeiou]/i);
    expect([...said].join()).toMatch(/\bAn elegant/);
  });

  it('never leaves a discount without those whom it is for', async () => {
    const { copy } = await write('영어학원 신규 등록 첫 달 10% 할인');
    expect(Object.values(copy).join(' ')).toContain('신규 등록 첫 달');
  });

  it('keeps alcohol away from minors', async () => {
    expect((await write('이자카야 하이볼')).copy.details).toBe('미성년자 주류 판매 금지');
  });
});

describe('forbidden words', () => {
  it('are replaced in the person’s own copy, with the reason', async () => {
    const { copy, warnings } = await write('카페 라떼', { copy: { headline: '업계 최고의 라떼' } });
    expect(copy.headline).toBe('정성을 담은 라떼');
    expect(warnings[0]).toMatchObject({
      ko: expect.stringContaining('업계 최고의'),
      en: expect.stringContaining('proof'),
    });
  });

  it('are refused where nothing can stand instead', async () => {
    const given = write('약국 비타민', { copy: { headline: '비타민 특가' } });
    await expect(given).rejects.toSatisfy(
      (error) =>
        error instanceof UserError && error.code === 'copy-forbidden' && error.in('ko').includes('특가'),
    );
  });

  it('keep prices and discounts out of a pharmacy’s ad, and say so', async () => {
    const { copy, warnings } = await write('약국 영양제 20,000원 30% 할인');
    expect(Object.values(copy).join(' ')).not.toMatch(/\d/);
    expect(warnings.map((warning) => warning.ko).join()).toMatch(/20,000원.*30% 할인|30% 할인.*20,000원/);
  });

  it('of the request are left out of what is written', async () => {
    const { copy, warnings } = await write('수학학원 합격 보장 특강 모집');
    expect(Object.values(copy).join(' ')).not.toContain('보장');
    expect(COPY_SLOTS.some((slot) => copy[slot]?.includes('특강'))).toBe(true);
    expect(warnings).toBeDefined();
  });
});

describe('the scene', () => {
  it('follows the words before the trade', async () => {
    const { scene } = await write('카페 라떼, 대리석 테이블, 노을');
    expect(scene).toMatchObject({ lighting: 'sunset', materials: expect.arrayContaining(['marble']) });
    expect(scene.materials[0]).toBe('marble');
    expect(scene.backdrops[0]).toBe('table');
  });

  it('never uses what was denied', async () => {
    const { scene } = await write('카페 라떼, 나무 말고, 창가 말고');
    expect(scene.materials).not.toContain('oak');
    expect(scene.lighting).not.toBe('window');
  });

  it('dresses for the day', async () => {
    const { scene } = await write('추석 한우 선물세트');
    expect(scene).toMatchObject({ season: 'autumn', backdrops: expect.arrayContaining(['hanji']) });
    expect(scene.backdrops[0]).toBe('hanji');
  });

  it('takes words for the time of year from the calendar', async () => {
    const winter = new Date('2027-01-20T03:00:00Z');
    expect((await write('과일가게 제철 과일')).scene.season).toBe('spring');
    expect((await write('과일가게 제철 과일', {}, winter)).scene.season).toBe('winter');
    expect((await write('정육점 명절 선물', {}, winter)).parts?.keywords.occasion).toBe('seollal');
    expect(
      (await write('정육점 명절 선물', {}, new Date('2026-09-01T03:00:00Z'))).parts?.keywords.occasion,
    ).toBe('chuseok');
    expect((await write('복날 삼계탕', {}, new Date('2026-07-20T03:00:00Z'))).parts?.keywords.occasion).toBe(
      'jungbok',
    );
  });

  it('shows the subject where there is no photo, in its own colour', async () => {
    expect((await write('카페 신메뉴 딸기라떼')).scene).toMatchObject({
      subject: 'strawberry-latte',
      productColour: '#f2a8b4',
    });
    expect((await write('카페 신메뉴 흑임자크림라떼')).scene).toMatchObject({ subject: 'latte' });
    expect((await write('꽃집 튤립')).scene.subject).toBe('bouquet');
    expect((await write('헬스장 PT 모집')).scene.subject).toBe('kettlebell');
    expect((await write('카페 오픈')).scene.subject).toBe('coffee');
  });

  it('shows no other dish for one that it has not', async () => {
    expect((await write('한식당 삼계탕')).scene.subject).toBeUndefined();
  });

  it('leaves the subject to the photo where there is one', async () => {
    const { scene, prompt } = await write('카페 신메뉴 딸기라떼', { photos: [PHOTO] });
    expect(scene.subject).toBeUndefined();
    expect(scene.productColour).toBeUndefined();
    expect(prompt.positive).not.toMatch(/strawberry|latte/i);
    expect(prompt.negative).toContain('strawberry latte');
  });

  it('asks for the subject in its own shapes when a photo is restyled', async () => {
    const { prompt } = await write('딸기라떼', { photos: [PHOTO], use: 'restyle' });
    expect(prompt.positive).toMatch(/strawberry latte.*kept as they are/);
  });
});

describe('reasons', () => {
  it('are given in both languages', async () => {
    const { why } = await write('카페 딸기라떼, 꽃 없이');
    expect(why.length).toBeGreaterThanOrEqual(3);
    for (const { ko, en } of why) {
      expect(ko).toMatch(/[가-힣]/);
      expect(en).not.toMatch(/^\s*$/);
    }
    expect(why.map(({ ko }) => ko).join()).toContain('꽃');
  });
});
