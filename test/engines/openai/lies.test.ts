import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/ad/brief.ts';
import { createLayoutAdvisor } from '../../../src/engines/offline/layout-advisor.ts';
import { createPromptWriter } from '../../../src/engines/offline/prompt-writer.ts';
import { type ModelEngines, openModels } from '../../../src/engines/openai/open-models.ts';
import { createRuleWriter } from '../../../src/writing/brief/rule-writer.ts';
import { isLettered, squeezed } from '../../../src/writing/copy/statement-groups.ts';
import { faces } from '../../faces.ts';
import { directPool } from '../../workers/direct-pool.ts';
import { presets, requestOf, write } from '../offline/write.ts';
import { type ModelServer, says, startModelServer } from './model-server.ts';
import { answerTo, KEY } from './small-shop.ts';

/** What a model is told of a request. */
interface Material {
  readonly statements: readonly { readonly number: number; readonly kind: string; readonly text: string }[];
}

interface Place {
  statement: number;
  slot: string;
  text: string;
}

/** Answers in the form that is wanted, and says what it likes. */
type Liar = (told: Material, places: Place[]) => Record<string, unknown>;

const SLOTS: Readonly<Record<string, string>> = { product: 'headline', price: 'price', offer: 'badge' };

const honest: Liar = () => ({});

const run = { signal: new AbortController().signal };
const now = (): Date => new Date('2026-04-10T03:00:00Z');
let server: ModelServer;
let models: ModelEngines;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lies-'));
  server = await startModelServer(says('{}'));
  models = openModels(
    KEY,
    { OPENAI_BASE_URL: server.url, OPENAI_DAILY_TOKENS: 10_000_000, OPENAI_TIMEOUT: 30, DATA_DIR: folder },
    {
      presets,
      now,
      pool: directPool,
      faces,
      rules: createRuleWriter({ presets, now }),
      writer: createPromptWriter({ presets, now }),
      advisor: createLayoutAdvisor(directPool, faces),
    },
  );
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const materialIn = (content: unknown): Material => {
  const [part] = (content ?? []) as readonly { text: string }[];
  return JSON.parse(part?.text ?? '{"statements":[]}') as Material;
};

/** What becomes of a request whose model answers so: the ad's words, and what its owner is told. */
async function written(text: string, liar: Liar): Promise<{ brief: Brief; words: string; why: string }> {
  server.behave((asked, response, count) => {
    const told = materialIn(asked.body.messages[1]?.content);
    const places = told.statements.map(({ number, kind, text: words }) => ({
      statement: number,
      slot: SLOTS[kind] ?? 'details',
      text: words,
    }));
    const answer = answerTo({ places, ...liar(told, places) });
    says(JSON.stringify(answer))(asked, response, count);
  });
  const brief = await models.writer.write(requestOf(text), run);
  return {
    brief,
    words: Object.values(brief.copy).join('\n'),
    why: brief.why.map(({ ko }) => ko).join('\n'),
  };
}

/** Whatever a model says: every statement whole or among what is left, and the same words as without it. */
async function expectOurs(text: string, brief: Brief): Promise<void> {
  const said = squeezed(Object.values(brief.copy).join('\n'));
  for (const statement of brief.statements.filter(isLettered)) {
    const left = brief.leftOut.includes(statement.text);
    expect([statement.text, left || said.includes(squeezed(statement.text))]).toEqual([statement.text, true]);
  }
  expect(brief.copy).toEqual((await write(text)).copy);
}

const MENDED = '말씀하신 대로 되돌려 놓았어요';
const BY_RULES = '기본 규칙으로 썼어요';
const REFUSED = '쓰지 않았어요';

const SHOP = '빵집 소금빵 2,500원, 30% 할인 (주말 제외), 월요일 휴무, 연남동 12-3, 02-123-4567';

describe('a model that keeps to what it is told', () => {
  it('is told the statements by number, and nothing is mended', async () => {
    const { brief, why } = await written(SHOP, honest);
    await expectOurs(SHOP, brief);
    expect(why).not.toMatch(new RegExp(`${MENDED}|${BY_RULES}|${REFUSED}`));
    const { statements } = materialIn(server.asked.at(-1)?.body.messages[1]?.content);
    expect(statements.map(({ number }) => number)).toEqual(statements.map((_, index) => index + 1));
    expect(statements.map(({ text }) => text)).toEqual(
      brief.statements.filter(isLettered).map(({ text }) => text),
    );
  });

  it('may say what stands where, and in which order', async () => {
    const { brief, why } = await written('카페 신메뉴 딸기라떼 4,900원', () => ({
      headline: '딸기라떼 신메뉴',
    }));
    expect(brief.copy).toEqual({ headline: '딸기라떼 신메뉴', price: '4,900원' });
    expect(why).toContain('모델이 썼고, 규칙으로 확인했어요');
  });
});

describe('a model that lies', () => {
  it('by losing a statement: it stands in the ad all the same', async () => {
    const { brief, words, why } = await written(SHOP, (_told, places) => ({
      places: places.filter(({ text }) => !text.includes('휴무')),
    }));
    await expectOurs(SHOP, brief);
    expect(words).toContain('월요일 휴무');
    expect(why).toMatch(new RegExp(`${MENDED}.*월요일 휴무`));
  });

  it('by cutting a word that binds: the statement is whole', async () => {
    const { brief, words, why } = await written(SHOP, (_told, places) => ({
      places: places.map((place) => ({ ...place, text: place.text.replace(/ (?:휴무|제외)$/, '') })),
      sub: '월요일',
    }));
    await expectOurs(SHOP, brief);
    expect(words).toContain('월요일 휴무');
    expect(words).toContain('주말 제외');
    expect(why).toContain(MENDED);
    expect(why).toContain(REFUSED);
  });

  it('by inventing an offer, a name and a place: none is in the ad', async () => {
    const { brief, words, why } = await written(SHOP, (_told, places) => ({
      places: [...places, { statement: places.length + 1, slot: 'badge', text: '선착순 50명 무료 증정' }],
      headline: '강남역 김수현의 소금빵',
      sub: '유기농 밀로 매일 아침 6시에 굽는 소금빵',
    }));
    await expectOurs(SHOP, brief);
    expect(words).not.toMatch(/선착순|무료|강남|김수현|유기농|6시/);
    expect(why).toContain('선착순 50명 무료 증정');
    expect(why.match(new RegExp(REFUSED, 'g'))).toHaveLength(2);
  });

  it('by changing the figures: the owner’s stand', async () => {
    const { brief, words, why } = await written(SHOP, (_told, places) => ({
      places: places.map((place) => ({ ...place, text: place.text.replace('2,500', '1,500') })),
      headline: '소금빵 1,500원',
    }));
    await expectOurs(SHOP, brief);
    expect(words).not.toContain('1,500');
    expect(brief.copy.price).toBe('2,500원');
    expect(why).toContain(MENDED);
  });

  it('by swapping two prices: each stays with its product', async () => {
    const text = '카페 아메리카노 3,000원, 라떼 4,000원';
    const { brief, words } = await written(text, (told, places) => {
      const [cheap, dear] = told.statements.filter(({ kind }) => kind === 'price');
      const swapped = new Map([
        [cheap?.text, dear?.text ?? ''],
        [dear?.text, cheap?.text ?? ''],
      ]);
      return {
        places: places.map((place) => ({ ...place, text: swapped.get(place.text) ?? place.text })),
        headline: '아메리카노 4,000원',
        sub: '라떼 3,000원',
      };
    });
    await expectOurs(text, brief);
    expect(brief.copy.price).toContain('3,000원');
    expect(words).toContain('라떼 4,000원');
    expect(words).not.toMatch(/아메리카노 4,000원|라떼 3,000원/);
  });

  it('by naming another product: neither words nor picture follow', async () => {
    const text = '카페 신메뉴 딸기라떼 4,900원';
    const { brief, words, why } = await written(text, (_told, places) => ({
      places: places.map((place) => ({ ...place, text: place.text.replace('딸기라떼', '초코라떼') })),
      headline: '초코라떼 신메뉴',
      subject: { text: '초코라떼', english: 'chocolate latte', kind: 'drink', look: null, served: null },
    }));
    await expectOurs(text, brief);
    expect(words).not.toContain('초코');
    expect(brief.product).toBe('딸기라떼');
    expect(brief.prompt.positive).not.toContain('chocolate');
    expect(why).toMatch(new RegExp(`${MENDED}.*딸기라떼`));
  });

  it('by taking the shop for another trade: the look is that of the request', async () => {
    const text = '꽃집 꽃다발 35,000원';
    const honestly = await written(text, honest);
    const { brief } = await written(text, () => ({
      subject: { text: '꽃다발', english: 'marbled beef', kind: 'food', look: null, served: null },
    }));
    await expectOurs(text, brief);
    expect(brief.industry).toBe(honestly.brief.industry);
    expect(brief.scene).toEqual(honestly.brief.scene);
    expect(brief.prompt.positive).not.toContain('beef');
    // Nobody asks it for the trade: an answer that tells one is none of ours, and the rules write.
    const told = await written(text, () => ({ trade: { key: 'butcher', by: '꽃다발' } }));
    await expectOurs(text, told.brief);
    expect(told.brief.industry).toBe(honestly.brief.industry);
    expect(told.why).toContain('모델 대신 기본 규칙으로 했어요');
  });

  it('by translating: the owner’s language stands', async () => {
    const { brief, words, why } = await written(SHOP, (_told, places) => ({
      places: places.map((place) => ({ ...place, text: `closed: ${place.text.length}` })),
      headline: 'Salt bread',
      sub: 'Closed on Mondays',
    }));
    await expectOurs(SHOP, brief);
    expect(words).not.toMatch(/[a-z]{2}/i);
    expect(why).toContain(BY_RULES);
  });

  it('by telling one thing everywhere: each stands once', async () => {
    const { brief, words, why } = await written(SHOP, (_told, places) => ({
      places: [...places, ...places.slice(0, 2).map((place) => ({ ...place, slot: 'sub' }))],
      headline: '소금빵 2,500원',
      sub: '소금빵',
    }));
    expect(words.match(/2,500원/g)).toHaveLength(1);
    expect(words.match(/소금빵/g)).toHaveLength(1);
    expect(brief.copy.headline).toBe('소금빵 2,500원');
    expect(why).toContain(MENDED);
  });

  it('by filling up with what any shop could say: it is not in the ad', async () => {
    const { brief, words, why } = await written(SHOP, () => ({
      headline: '오늘, 소금빵 한 입의 행복',
      sub: '지금 바로 만나 보세요',
    }));
    await expectOurs(SHOP, brief);
    expect(words).not.toMatch(/오늘|행복|만나/);
    expect(why.match(new RegExp(REFUSED, 'g'))).toHaveLength(2);
  });

  it('by saying what no ad may: it is not in the ad', async () => {
    const text = '약국 비타민 상담, 평일 저녁 8시까지';
    const { brief, words, why } = await written(text, (_told, places) => ({
      places: places.map((place) => (place.slot === 'details' ? { ...place, slot: 'sub' } : place)),
      headline: '만병통치 비타민 상담',
      sub: '업계 최고 비타민으로 암 예방',
    }));
    await expectOurs(text, brief);
    expect(words).not.toMatch(/만병통치|최고|예방/);
    expect(why.match(new RegExp(REFUSED, 'g'))).toHaveLength(2);
  });

  it('in everything: the rules write the ad, and the reply says so', async () => {
    const { brief, why } = await written(SHOP, (_told, places) => ({
      places: places.map((place) => ({ ...place, statement: place.statement + 100, text: '특가!' })),
      headline: '특가!',
    }));
    await expectOurs(SHOP, brief);
    expect(why).toContain(BY_RULES);
  });

  it('by answering with nothing: the rules write the ad, and the reply says so', async () => {
    const { brief, why } = await written(SHOP, () => ({ places: [] }));
    await expectOurs(SHOP, brief);
    expect(why).toContain(BY_RULES);
  });
});
