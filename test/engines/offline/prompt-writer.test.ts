import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors/user-error.ts';
import { guardFor } from '../../../src/writing/copy/forbidden-words.ts';
import { GOLDEN_REQUESTS } from './golden-requests.ts';
import { PHOTO, presets, requestOf, write } from './write.ts';

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('the offline writer', () => {
  it('answers the same request the same, and says the same whatever the seed', async () => {
    const text = '카페 신메뉴 딸기라떼';
    expect(await write(text, { seed: 7 })).toEqual(await write(text, { seed: 7 }));
    expect((await write(text, { seed: 8 })).copy).toEqual((await write(text, { seed: 7 })).copy);
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
    expect(brief.why[1]?.ko).toContain('고르신');
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

  it('leaves the person’s own words alone and does not say them twice', async () => {
    const { copy } = await write('카페 딸기라떼 5,500원, 20% 할인', {
      copy: { headline: '딸기라떼 5,500원', cta: '어서 와요' },
    });
    expect(copy).toEqual({ headline: '딸기라떼 5,500원', badge: '20% 할인', cta: '어서 와요' });
  });

  it('is empty where no lettering is wanted', async () => {
    const { copy, leftOut } = await write('카페 딸기라떼', { lettering: false, copy: { headline: '딸기' } });
    expect([copy, leftOut]).toEqual([{}, []]);
  });

  it('speaks English to English requests, in any slot', async () => {
    const { copy } = await write('cafe grand opening, 20% off strawberry lattes until Sunday');
    expect(Object.values(copy).join('')).not.toMatch(/[가-힣]/);
    expect(Object.values(copy).join(' ')).toMatch(/20% off/i);
  });

  it('tells prices, days, places and hours where each is looked for', async () => {
    const { copy } = await write('분식집 떡볶이 4,500원, 3월 2일~7일, 강남역 2번 출구, 영업 10:00~21:00', {
      brand: { shopName: '하루분식' },
    });
    expect(copy).toEqual({
      headline: '떡볶이',
      sub: '3월 2일~7일',
      price: '4,500원',
      details: '영업 10:00~21:00\n하루분식\n강남역 2번 출구',
    });
  });

  it('names what it has no room for in a warning, and what to shorten', async () => {
    const { copy, warnings, leftOut } = await write(`카페 딸기라떼 https://example.com/${'a'.repeat(300)}`);
    expect(copy.headline).toBe('딸기라떼');
    expect(leftOut).toHaveLength(1);
    expect(warnings.map(({ ko }) => ko).join()).toMatch(/example\.com.*100자 안으로 줄이면/);
  });

  it('says where nothing is there to letter', async () => {
    const { copy, warnings } = await write('예쁘게 만들어줘');
    expect(copy).toEqual({});
    expect(warnings.map(({ ko }) => ko).join()).toContain('적을 말을 찾지 못했어요');
  });

  it('puts nothing into an ad for a drink that its owner did not say', async () => {
    expect((await write('이자카야 하이볼')).copy.details).toBeUndefined();
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
    const { copy, leftOut, warnings } = await write('약국 영양제 20,000원 30% 할인');
    expect(Object.values(copy).join(' ')).not.toMatch(/\d/);
    expect(leftOut.join()).toMatch(/20,000원.*30% 할인/);
    expect(warnings.map((warning) => warning.ko).join()).toMatch(/20,000원.*30% 할인|30% 할인.*20,000원/);
  });

  it('of the request leave their whole statement out, and the rest is told', async () => {
    const { copy, leftOut, warnings } = await write('약국 비타민 상담, 당뇨 치료');
    expect(Object.values(copy).join(' ')).not.toMatch(/당뇨|치료/);
    expect(copy.headline).toContain('비타민');
    expect(leftOut.join()).toContain('당뇨 치료');
    expect(warnings.map(({ ko }) => ko).join()).toContain('당뇨 치료');
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
