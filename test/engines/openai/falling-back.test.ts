import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { AdResult } from '../../../src/ad/result.ts';
import type { ProductLayoutRequest } from '../../../src/layout/request.ts';
import { groundOf, productOf, stageOf } from '../../layout/grounds.ts';
import { requestOf } from '../offline/write.ts';
import { type Behaviour, fails, type ModelServer, says, startModelServer } from './model-server.ts';
import { answerTo, KEY, openSmallShop, type SmallShop } from './small-shop.ts';

const LATTE = '카페 신메뉴 딸기라떼 4,900원';

const READING = answerTo({
  subject: { text: '딸기라떼', english: 'strawberry latte', kind: 'drink', look: null, served: null },
  mood: ['tender'],
  lighting: 'leaves',
  places: [
    { statement: 1, slot: 'headline', text: '신메뉴' },
    { statement: 2, slot: 'headline', text: '딸기라떼' },
    { statement: 3, slot: 'price', text: '4,900원' },
  ],
  headline: '딸기라떼 신메뉴',
});

const PLACES = {
  blocks: [
    { slot: 'headline', x: 80, y: 80, width: 600, height: 140, align: 'left', colour: null },
    { slot: 'price', x: 80, y: 320, width: 300, height: 90, align: 'left', colour: '#000000' },
  ],
  reason: 'calm-area',
};

/** Answers each question as a good model would. */
const helpful: Behaviour = (asked, response, count) =>
  says(JSON.stringify(asked.body.model === 'small' ? READING : PLACES))(asked, response, count);

let server: ModelServer;
let shop: SmallShop;
beforeEach(async () => {
  server = await startModelServer(helpful);
  shop = await openSmallShop(server.url);
});
afterEach(async () => {
  await shop.close();
  await server.close();
});

const notesOf = ({ report }: AdResult): readonly string[] =>
  report.nodes.flatMap(({ notes = [] }) => notes.map(({ said }) => said.en));

/** What every ad owes, whoever helped. */
function expectGood(ad: AdResult): void {
  expect(ad.report.nodes.every(({ status }) => status === 'done')).toBe(true);
  expect(ad.recipe.decided.brief.copy.price).toBe('4,900원');
  const slots = ad.layout.text?.blocks.map(({ slot }) => slot);
  expect(slots).toEqual(expect.arrayContaining(['headline', 'price']));
  expect(JSON.stringify(ad)).not.toContain(KEY);
}

describe('with a model that helps', () => {
  it('takes its reading, its words and its places, and tells who decided and what it took', async () => {
    const ad = await shop.maker.make(requestOf(LATTE));
    expectGood(ad);
    const { brief } = ad.recipe.decided;
    expect(brief.copy.headline).toBe('딸기라떼 신메뉴');
    expect(brief.scene.lighting).toBe('leaves');
    expect(brief.parts?.keywords.mood).toContain('tender');
    expect(notesOf(ad)).toEqual(['small answered.', 'seeing answered.']);
    const usage = ad.report.nodes.flatMap(({ notes = [] }) => notes.flatMap((note) => note.usage ?? []));
    expect(usage[0]).toEqual({ model: 'small', input: 100, output: 20, cost: expect.closeTo(0.00014, 8) });
    expect(ad.reasoning.map(({ ko }) => ko).join('\n')).toMatch(/제목: small 모델이 썼고/);
    expect(ad.reasoning.map(({ en }) => en).join('\n')).toMatch(
      /seeing looked at the picture|than seeing did|where seeing wanted it/,
    );
  });

  it('asks nothing twice: the second ad of the same request comes from the cache', async () => {
    await shop.maker.make(requestOf(LATTE));
    const before = server.asked.length;
    await shop.maker.make(requestOf(LATTE));
    expect(server.asked).toHaveLength(before);
  });
});

const reset: Behaviour = (_asked, response) => void response.destroy();

describe('with products to be placed', () => {
  const size = { width: 1080, height: 1080 };

  async function place(more: Partial<ProductLayoutRequest> = {}) {
    const notes: string[] = [];
    let uncached = false;
    const layout = await shop.advisor.placeProducts(
      {
        background: groundOf('wall', size, 1),
        stage: stageOf(size),
        products: [productOf(300, 420)],
        kind: 'cut-out',
        copy: { headline: '봄의 맛', cta: '놀러 오세요' },
        ...more,
      },
      {
        signal: new AbortController().signal,
        onNote: ({ said }) => notes.push(said.en),
        doNotCache: () => {
          uncached = true;
        },
      },
    );
    return { layout, notes, uncached };
  }

  it('asks where they stand, shows the model a small picture, and says who decided', async () => {
    server.behave(says(JSON.stringify({ height: 430, x: 500, foot: 820, reason: 'product-first' })));
    const { layout, notes, uncached } = await place();
    expect(notes).toEqual(['seeing answered.']);
    expect(uncached).toBe(false);
    expect(layout.placements).toHaveLength(1);
    expect(layout.why.map(({ en }) => en).join()).toMatch(/seeing looked|than seeing did/);
    expect(JSON.stringify(server.asked[0]?.body)).toContain('data:image/jpeg;base64,');
  });

  it('places them by the rules when the server is down, and says so', async () => {
    server.behave(reset);
    const { layout, notes, uncached } = await place();
    expect(layout.decidedBy).toBe('local');
    expect(notes[0]).toContain('could not be reached');
    expect(uncached).toBe(true);
  });

  it('asks nobody where the person has said it', async () => {
    const { layout } = await place({ scale: 0.4, position: { x: 0.5, y: 0.6 } });
    expect(layout.decidedBy).toBe('local');
    expect(server.asked).toHaveLength(0);
  });
});

const sse: Behaviour = (_asked, response) => {
  response.setHeader('content-type', 'text/event-stream');
  for (const part of ['{"headline":', '"봄"}']) {
    response.write(`data: ${JSON.stringify({ choices: [{ delta: { content: part } }] })}\n\n`);
  }
  response.end('data: [DONE]\n\n');
};

/** Begins to answer and then says nothing more. */
const stalls: Behaviour = (_asked, response) => {
  response.setHeader('content-type', 'application/json');
  response.write('{"choices":[');
};

const slow = 'did not answer in time';
const unusable = 'could not be used';

describe('with a server in trouble', () => {
  it.each<readonly [what: string, behaviour: Behaviour, reason: string]>([
    ['says nothing', () => {}, slow],
    ['stalls in the middle of an answer', stalls, slow],
    ['streams although nobody asked it to', sse, unusable],
    ['answers 429', fails(429), 'is busy'],
    ['answers 429 and asks for an hour', fails(429, { 'retry-after': '3600' }), 'is busy'],
    ['answers 500', fails(500), 'is busy'],
    ['answers 503 with a page', (_asked, response) => void page(response, 503), 'is busy'],
    ['answers 200 with a page', (_asked, response) => void page(response, 200), unusable],
    ['answers 401', fails(401), 'did not accept the key'],
    ['answers 404', fails(404), unusable],
    ['takes no way of asking', fails(400), unusable],
    ['closes the connection', reset, 'could not be reached'],
    ['answers no JSON', says('sure, here you go'), unusable],
    ['answers an empty message', says(null), unusable],
    ['breaks the schema', says('{"headline": 7, "blocks": "none"}'), unusable],
    [
      'names what does not exist',
      says(JSON.stringify({ ...READING, lighting: 'disco', reason: 'x' })),
      unusable,
    ],
    ['is cut short', says('{"headline": "봄', { finish_reason: 'length' }), unusable],
    [
      'refuses',
      says(null, { message: { role: 'assistant', content: null, refusal: 'no' } }),
      'refused to answer',
    ],
    ['filters the content', says('', { finish_reason: 'content_filter' }), 'refused to answer'],
  ])('makes a good ad by the rules when it %s', async (_what, behaviour, reason) => {
    await shop.close();
    shop = await openSmallShop(server.url, { OPENAI_TIMEOUT: 1.2 });
    server.behave(behaviour);
    const ad = await shop.maker.make(requestOf(LATTE));
    expectGood(ad);
    expect(ad.layout.text?.decidedBy).toBe('local');
    const notes = notesOf(ad);
    expect(notes).toHaveLength(2);
    for (const note of notes) expect(note).toContain('by the rules instead of');
    expect(notes[0]).toContain(reason);
    expect(ad.reasoning.map(({ ko }) => ko).join('\n')).toContain('small 모델 대신 기본 규칙으로 했어요');
  });

  it('is not remembered for its trouble: the next ad asks again', async () => {
    server.behave(fails(404));
    await shop.maker.make(requestOf(LATTE));
    server.behave(helpful);
    const ad = await shop.maker.make(requestOf(LATTE));
    expect(ad.recipe.decided.brief.copy.headline).toBe('딸기라떼 신메뉴');
  });

  it('mends JSON that is nearly right, from a server that knows no schemas and dribbles', async () => {
    server.behave((asked, response) => {
      if (asked.body.response_format !== undefined) return fails(400)(asked, response, 1);
      const answer = asked.body.model === 'small' ? READING : PLACES;
      dribble(response, `Here:\n\`\`\`json\n${JSON.stringify(answer).replace(/}$/, ',}')}\n\`\`\``);
    });
    const ad = await shop.maker.make(requestOf(LATTE));
    expectGood(ad);
    expect(ad.recipe.decided.brief.copy.headline).toBe('딸기라떼 신메뉴');
  });

  it('stops asking at the budget of the day, also after a restart', async () => {
    await shop.close();
    shop = await openSmallShop(server.url, { OPENAI_DAILY_TOKENS: 120 });
    const ad = await shop.maker.make(requestOf(LATTE));
    expectGood(ad);
    expect(server.asked).toHaveLength(1);
    expect(notesOf(ad)[1]).toContain("today's model budget is used up");
  });
});

function page(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end('<html><body>Bad gateway</body></html>');
}

/** A good answer in many small pieces. */
function dribble(response: ServerResponse, content: string): void {
  response.setHeader('content-type', 'application/json');
  const body = JSON.stringify({
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
  });
  const pieces = body.match(/.{1,200}/gs) ?? [];
  const next = (at: number): void => {
    if (at === pieces.length) return void response.end();
    response.write(pieces[at]);
    setImmediate(next, at + 1);
  };
  next(0);
}
