import { beforeAll, describe, expect, it } from 'vitest';
import { parseRequest } from '../../src/ad/parse/parse-request.ts';
import type { AdRequest } from '../../src/ad/request.ts';
import { atPages, unshown } from '../../src/pages/at-pages.ts';
import { pageBrief } from '../../src/pages/page-brief.ts';
import { planPages } from '../../src/pages/plan-pages.ts';
import { unsaidLines } from '../../src/pages/unsaid.ts';
import { loadPresets } from '../../src/presets/load.ts';
import type { Presets } from '../../src/presets/presets.ts';
import { catalogue } from '../../src/studio/catalogue.ts';
import { createRuleWriter, type RuleWriter } from '../../src/writing/brief/rule-writer.ts';

let presets: Presets;
let writer: RuleWriter;
beforeAll(async () => {
  presets = await loadPresets('presets', catalogue);
  writer = createRuleWriter({ presets, now: () => new Date('2026-11-30T03:00:00Z') });
});

const CAFE =
  '카페 신메뉴 아메리카노 4,500원 카페라떼 5,000원 딸기라떼 6,000원 말차라떼 5,800원 전 메뉴 10% 할인 매일 8시~22시 서울 마포구 월드컵로 12 02-123-4567 주차 불가';

const requests = {
  cafe: { text: CAFE },
  gym: {
    text: '헬스장 새해 등록 이벤트, 3개월 15만원, 1월 10일까지, 24시간 운영, 샤워실 있음, 010-0000-0000',
  },
  menu: {
    text: '분식집 가격 안내',
    parts: { menu: '떡볶이 4,000원\n순대 4,500원\n튀김 3,500원\n김밥 3,000원' },
  },
  english: {
    text: 'Bakery: sourdough $7, baguette $4, croissant $3.50, 12 Main Street, open 8-5, call 555-0142',
  },
  short: { text: '꽃집 오픈' },
};

const asked = (input: Parameters<typeof parseRequest>[0]): AdRequest =>
  parseRequest({ seed: 3, ...input }, presets.requestRules);

const planned = async (input: Parameters<typeof parseRequest>[0], count?: number) => {
  const request = asked(input);
  const brief = await writer.briefOf(unshown(request));
  const { parts } = request;
  const pages = planPages({
    brief,
    ...(parts === undefined ? {} : { parts }),
    ...(count === undefined ? {} : { count }),
  });
  return { request, brief, pages };
};

const photo = (name: string, digit: string) => ({ sha256: digit.repeat(64), name });

describe('the pages of a request', () => {
  it('are a cover, one for each thing that is sold, the prices, and the way to the shop', async () => {
    const { pages } = await planned(requests.cafe);
    expect(pages.map(({ role }) => role)).toEqual([
      'cover',
      ...Array.from({ length: 4 }, () => 'product'),
      'prices',
      'visit',
    ]);
    const [cover, first] = pages;
    expect(cover?.copy).toMatchObject({ headline: '신메뉴', badge: '전 메뉴 10% 할인' });
    expect(first?.copy).toMatchObject({ headline: '아메리카노', price: '4,500원' });
    expect(pages[5]?.menu).toHaveLength(4);
    for (const words of ['매일 8시~22시', '월드컵로 12', '02-123-4567', '주차 불가'])
      expect(pages[6]?.copy.details).toContain(words);
  });

  it.each(Object.keys(requests) as (keyof typeof requests)[])(
    'say all that one picture of %s says, in any number, and nothing else',
    async (name) => {
      for (const count of [undefined, 2, 3, 6, 10]) {
        const { brief, pages } = await planned(requests[name], count);
        expect(unsaidLines(pages, brief)).toEqual([]);
        const all = `${requests[name].text}\n${Object.values(brief.copy).join('\n')}\n가격 안내 오시는 길 이용 안내 Prices Please note Find us Good to know\n${JSON.stringify(brief.goods ?? [])}`;
        for (const line of pages.flatMap(({ copy }) =>
          Object.values(copy).flatMap((words) => words.split('\n')),
        ))
          for (const word of line.replaceAll(/[~·,()]/gu, ' ').split(/\s+/u)) expect(all).toContain(word);
      }
    },
  );

  it('put further prices on the list, and make no page of what has none', async () => {
    const { pages } = await planned({
      text: '헬스장 새해 등록 이벤트, 3개월 15만원 6개월 25만원 PT 10회 45만원, 서울 마포구 양화로 45 3층, 010-0000-0000',
    });
    expect(pages.map(({ role }) => role)).toEqual(['cover', 'prices', 'visit']);
    expect(pages[1]?.menu?.map(({ name, price }) => `${name} ${price}`)).toEqual([
      '3개월 15만원',
      '6개월 25만원',
      'PT 10회 45만원',
    ]);
  });

  it('are as many as were asked for where there is enough to say, and no two of one where they are not', async () => {
    expect((await planned(requests.cafe, 4)).pages.map(({ role }) => role)).toEqual([
      'cover',
      'product',
      'prices',
      'visit',
    ]);
    expect((await planned(requests.cafe, 9)).pages).toHaveLength(9);
    expect((await planned(requests.short, 6)).pages).toHaveLength(1);
  });

  it('tell on the cover what was asked for and cannot be, and leave out nothing in silence', async () => {
    const request = asked(requests.short);
    const brief = await writer.briefOf(unshown(request));
    const [page] = atPages(request, brief, 6);
    expect(page?.page).toEqual({ number: 1, of: 1, asked: 6 });
    const told = pageBrief(brief, page?.page ?? { number: 1, of: 1 }, request).warnings.map(({ ko }) => ko);
    expect(told.join()).toMatch(/6장을 말씀하셨지만/);
  });

  it('show each thing by its own photo, found by its name or by the order in which things are named', async () => {
    const { request, brief } = await planned({
      ...requests.cafe,
      photos: [photo('말차라떼.jpg', 'a'), photo('1.jpg', 'b'), photo('2.jpg', 'c')],
    });
    const shown = atPages(request, brief, 'auto').map(({ photos }) => photos.map(({ name }) => name));
    expect(shown).toEqual([
      ['말차라떼.jpg', '1.jpg', '2.jpg'],
      ['1.jpg'],
      ['2.jpg'],
      [],
      ['말차라떼.jpg'],
      [],
      [],
    ]);
  });

  it('come out the same from a page that was made as from the request', async () => {
    const { request, brief } = await planned(requests.cafe);
    const order = { number: 6, of: 7 };
    const page = pageBrief(brief, order, request);
    expect(page.page).toMatchObject({ role: 'prices', ...order });
    expect(pageBrief(page, order, request)).toBe(page);
  });
});
