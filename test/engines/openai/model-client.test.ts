import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Ledger } from '../../../src/engines/openai/ledger.ts';
import {
  createModelClient,
  type ModelClientOptions,
  type Question,
} from '../../../src/engines/openai/model-client.ts';
import { ModelFailure } from '../../../src/engines/openai/model-failure.ts';
import { connect } from '../../../src/engines/openai/server.ts';
import { type Behaviour, fails, type ModelServer, says, startModelServer } from './model-server.ts';

const schema = z.strictObject({ headline: z.string() });
const good = says('{"headline":"봄의 맛"}');

function ledgerOf(): Ledger & { tokens: number } {
  return {
    tokens: 0,
    async spent() {
      return this.tokens;
    },
    async add({ inputTokens, outputTokens }) {
      this.tokens += inputTokens + outputTokens;
    },
  };
}

let server: ModelServer;
let ledger: ReturnType<typeof ledgerOf>;
beforeEach(async () => {
  server = await startModelServer(good);
  ledger = ledgerOf();
});
afterEach(() => server.close());

const client = (more: Partial<ModelClientOptions> = {}) =>
  createModelClient(connect({ apiKey: 'sk-test-key', baseUrl: server.url }), {
    isOpenAi: false,
    ledger,
    dailyTokens: 10_000,
    timeout: 3000,
    ...more,
  });

const question = (
  more: Partial<Question<z.infer<typeof schema>>> = {},
): Question<z.infer<typeof schema>> => ({
  model: 'small',
  name: 'copy',
  instructions: 'Write.',
  material: '딸기라떼',
  schema,
  maxTokens: 300,
  signal: new AbortController().signal,
  ...more,
});

const reasonOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'answered',
    (error: unknown) => (error instanceof ModelFailure ? error.reason : error),
  );

describe('createModelClient', () => {
  it('asks for structured output and counts the tokens', async () => {
    const answer = await client().ask(question());
    expect(answer).toEqual({ value: { headline: '봄의 맛' }, usage: { inputTokens: 100, outputTokens: 20 } });
    expect(server.asked[0]?.body.response_format?.type).toBe('json_schema');
    expect(server.asked[0]?.headers.authorization).toBe('Bearer sk-test-key');
    expect(ledger.tokens).toBe(120);
  });

  it('falls back to plain instructions for a server without structured outputs, and remembers', async () => {
    server.behave((asked, response, count) =>
      asked.body.response_format === undefined
        ? good(asked, response, count)
        : fails(400)(asked, response, count),
    );
    const one = client();
    await one.ask(question());
    expect(server.asked).toHaveLength(3);
    expect(JSON.stringify(server.asked[2]?.body.messages)).toContain('JSON Schema');
    await one.ask(question());
    expect(server.asked).toHaveLength(4);
  });

  it.each([
    ['fenced', '```json\n{"headline": "봄"}\n```'],
    ['surrounded by prose', 'Sure! Here it is: {"headline": "봄"} Enjoy.'],
    ['with a trailing comma', '{"headline": "봄",}'],
    ['with single quotes', "{'headline': '봄'}"],
  ])('reads JSON that is %s', async (_how, text) => {
    server.behave(says(text));
    expect((await client().ask(question())).value).toEqual({ headline: '봄' });
  });

  it.each([
    ['invalid JSON', says('no idea')],
    ['a broken schema', says('{"title": 1}')],
    ['an empty message', says(null)],
    ['an answer that was cut short', says('{"headline": "봄', { finish_reason: 'length' })],
    [
      'a body that is no JSON',
      (_a: unknown, response: { end(text: string): void }) => response.end('<html>'),
    ],
  ])('gives up on %s after a few tries', async (_what, behaviour) => {
    server.behave(behaviour);
    expect(await reasonOf(client().ask(question()))).toBe('unusable');
    expect(server.asked).toHaveLength(3);
  });

  it('does not argue with a refusal', async () => {
    server.behave(says(null, { message: { role: 'assistant', content: null, refusal: 'no' } }));
    expect(await reasonOf(client().ask(question()))).toBe('refused');
    expect(server.asked).toHaveLength(1);
  });

  it('tries again after 429 and 500, as the server asks', async () => {
    server.behave((asked, response, count) => {
      if (count === 1) fails(429, { 'retry-after': '0.05' })(asked, response, count);
      else if (count === 2) fails(500)(asked, response, count);
      else good(asked, response, count);
    });
    expect(await reasonOf(client().ask(question()))).toBe('answered');
  });

  it('never waits longer than its patience', async () => {
    server.behave(fails(429, { 'retry-after': '600' }));
    expect(await reasonOf(client({ timeout: 300 }).ask(question()))).toBe('busy');
    server.behave(() => {});
    expect(await reasonOf(client({ timeout: 300 }).ask(question()))).toBe('slow');
  });

  it('leaves a server alone that fails again and again', async () => {
    server.behave(fails(500));
    const one = client();
    await reasonOf(one.ask(question()));
    await reasonOf(one.ask(question()));
    const before = server.asked.length;
    expect(await reasonOf(one.ask(question()))).toBe('resting');
    expect(server.asked).toHaveLength(before);
  });

  it('stops at the budget of the day', async () => {
    const one = client({ dailyTokens: 200 });
    await one.ask(question());
    await one.ask(question());
    expect(await reasonOf(one.ask(question()))).toBe('budget');
    expect(server.asked).toHaveLength(2);
  });

  it('says nothing of a key that is not accepted', async () => {
    server.behave(fails(401));
    const failure = await client()
      .ask(question())
      .catch((error: ModelFailure) => error);
    expect(failure).toMatchObject({ reason: 'unauthorised' });
    expect(`${(failure as ModelFailure).message}${(failure as ModelFailure).text.ko}`).not.toContain(
      'sk-test',
    );
    expect(server.asked).toHaveLength(1);
  });

  it('stops when it is told to', async () => {
    server.behave(() => {});
    const stop = new AbortController();
    const asking = client().ask(question({ signal: stop.signal }));
    setTimeout(() => stop.abort(), 50);
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
  });

  it.each<readonly [string, Behaviour]>([
    [
      'never ends',
      (_asked, response) => {
        const part = Buffer.alloc(65_536, ' ');
        const more = (): void => {
          while (!response.destroyed && response.write(part));
        };
        response.on('drain', more);
        more();
      },
    ],
    [
      'announces a terabyte',
      (_asked, response) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(1e12) });
        response.write('{');
      },
    ],
    ['nests a million deep', says(`{"headline":${'['.repeat(300_000)}`)],
    ['says a megabyte', says(`{"headline":"${'가'.repeat(400_000)}"}`)],
    [
      'fails at length',
      (_asked, response) => {
        response.writeHead(400, { 'content-type': 'application/json' });
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(65_536)));
        };
        response.on('drain', more);
        more();
      },
    ],
  ])('has no use for an answer that %s', async (_, behaviour) => {
    server.behave(behaviour);
    const before = process.memoryUsage().rss;
    const reason = await reasonOf(client().ask(question()));
    expect(['unusable', 'slow', 'unreachable']).toContain(reason);
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  });

  it.each([[-5], ['many'], [1e300], [null]])('does not let a server count %j tokens', async (tokens) => {
    server.behave((_asked, response) => {
      response.setHeader('content-type', 'application/json');
      const message = { role: 'assistant', content: '{"headline":"봄의 맛"}' };
      const usage = `{"prompt_tokens":${JSON.stringify(tokens)},"completion_tokens":20}`;
      response.end(
        `{"choices":[{"index":0,"finish_reason":"stop","message":${JSON.stringify(message)}}],"usage":${usage}}`,
      );
    });
    await client().ask(question());
    expect(ledger.tokens).toBeGreaterThanOrEqual(20);
    expect(ledger.tokens).toBeLessThanOrEqual(1_000_020);
  });
});
