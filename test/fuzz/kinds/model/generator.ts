import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { answerTo } from '../../../engines/openai/small-shop.ts';
import { TINY } from '../../../zimage/support/checkpoint.ts';
import type { Dice } from '../../dice.ts';
import { type Generator, type Input, jsonInput, jsonOf } from '../../input.ts';
import { isObject, mutateJson, rawJson } from '../../mutate/json.ts';
import { inventText, mutateText } from '../../mutate/text.ts';

/** Files of a checkpoint that are read as text. */
const SETTINGS = [
  'model_index.json',
  'scheduler/scheduler_config.json',
  'text_encoder/config.json',
  'tokenizer/tokenizer.json',
  'tokenizer/tokenizer_config.json',
  'transformer/config.json',
  'vae/config.json',
] as const;

/** Files of weights, of which the header alone is read. */
const WEIGHTS = [
  'text_encoder/model.safetensors',
  'transformer/diffusion_pytorch_model.safetensors',
  'vae/diffusion_pytorch_model.safetensors',
] as const;

/** What a server answers, as an input tells it. */
export interface ServerAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How often the body is sent, one after the other: servers that do not stop. */
  readonly times: number;
}

const LISTING = [
  { type: 'file', path: 'model_index.json', size: 40 },
  { type: 'directory', path: 'vae' },
  { type: 'file', path: 'vae/config.json', size: 40 },
  { type: 'file', path: 'tokenizer/tokenizer.json', size: 40, oid: 'b'.repeat(40) },
];

const PATHS = [
  'vae/..',
  'tokenizer/../../x',
  '/etc/passwd',
  'vae/\0',
  'vae/a\\b',
  'vae/.',
  '..',
  'vae/con',
  `vae/${'a'.repeat(300)}`,
  'vae/가',
  'vae/%2e%2e',
];

const ANSWER = answerTo({
  trade: { key: 'cafe', by: '카페' },
  subject: { text: '딸기라떼', english: 'strawberry latte', kind: 'drink', look: null, served: null },
  mood: ['warm'],
  headline: '봄의 첫 모금',
  sub: '딸기라떼가 왔어요',
  cta: '지금 맛보기',
});

/** Checkpoints with one file changed; lists of hubs; answers of model servers. */
export const modelGenerator: Generator = {
  shapeOf: () => 'json',
  isLive: (way) => way === 'answer',
  async seeds() {
    return [
      ...SETTINGS.map((name): Input => ({ way: `check/${name}`, bytes: readFileSync(join(TINY, name)) })),
      ...WEIGHTS.map((name): Input => ({ way: `check/${name}`, bytes: headerOf(join(TINY, name)) })),
      jsonInput('hub', answering(JSON.stringify(LISTING))),
      jsonInput('answer', answering(completion(JSON.stringify(ANSWER)))),
    ];
  },
  mutate(input, dice) {
    const { way, bytes } = input;
    if (way === 'hub') return jsonInput(way, mutatedListing(jsonOf(input), dice));
    if (way === 'answer') return jsonInput(way, mutatedAnswer(jsonOf(input), dice));
    let value: unknown;
    try {
      value = JSON.parse(Buffer.from(bytes).toString('utf8'));
    } catch {
      value = {};
    }
    return { way, bytes: Buffer.from(rawJson(mutateJson(value, dice), dice)) };
  },
  invent(dice) {
    if (dice.chance(0.4))
      return { way: `check/${dice.pick(SETTINGS)}`, bytes: Buffer.from(rawJson(mutateJson({}, dice), dice)) };
    const body = dice.pick([
      inventText(dice, 200_000),
      '[',
      '[{"type":"file","path":"vae/x","size":1},',
      '{"choices":[{"message":{"content":"',
      ' ',
    ]);
    return jsonInput(dice.pick(['hub', 'hub', 'answer']), answering(body, endless(dice, body)));
  },
};

function headerOf(file: string): Buffer {
  const handle = openSync(file, 'r');
  try {
    const length = Buffer.alloc(8);
    readSync(handle, length, 0, 8, 0);
    const header = Buffer.alloc(Number(length.readBigUInt64LE()));
    readSync(handle, header, 0, header.length, 8);
    return header;
  } finally {
    closeSync(handle);
  }
}

function answering(body: string, times = 1): ServerAnswer {
  return { status: 200, headers: { 'content-type': 'application/json' }, body, times };
}

/** Most bytes that a server is made to send: more says nothing new. */
const ENDLESS = 400 * 2 ** 20;

/** Once mostly; else as often as makes up to hundreds of megabytes. */
function endless(dice: Dice, body: string): number {
  return dice.chance(0.5) ? 1 : dice.length(Math.floor(ENDLESS / Math.max(1, body.length)));
}

function completion(content: string): string {
  return JSON.stringify({
    id: 'x',
    object: 'chat.completion',
    choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
    usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
  });
}

const LINKS = [
  '<SELF>; rel="next"',
  '<http://127.0.0.1:1/x>; rel="next"',
  '<file:///etc/passwd>; rel="next"',
  '<>; rel="next"',
  '<x>; rel="next"',
  '<'.repeat(5_000),
];

function mutatedListing(value: unknown, dice: Dice): object {
  const answer = isObject(value) ? value : answering('[]');
  const headers = { ...Object(answer.headers) };
  if (dice.chance(0.15)) return { ...answer, headers: { ...headers, link: dice.pick(LINKS) } };
  if (dice.chance(0.1)) return { ...answer, status: dice.pick([201, 204, 301, 404, 418, 429, 500]) };
  if (dice.chance(0.1)) return { ...answer, times: dice.length(1_000_000) };
  if (dice.chance(0.3)) {
    const rows = [...LISTING, { type: 'file', path: dice.pick(PATHS), size: dice.pick([0, 40, 1e9]) }];
    return { ...answer, body: JSON.stringify(rows) };
  }
  return { ...answer, body: mutatedBody(String(answer.body), dice) };
}

function mutatedAnswer(value: unknown, dice: Dice): object {
  const answer = isObject(value) ? value : answering('{}');
  if (dice.chance(0.1)) return { ...answer, times: dice.length(1_000_000) };
  if (dice.chance(0.2)) return { ...answer, body: mutatedBody(String(answer.body), dice) };
  const content = rawJson(mutateJson(ANSWER, dice), dice);
  return { ...answer, body: completion(dice.chance(0.2) ? mutateText(content, dice, content) : content) };
}

function mutatedBody(body: string, dice: Dice): string {
  try {
    return rawJson(mutateJson(JSON.parse(body), dice), dice);
  } catch {
    return mutateText(body, dice, body);
  }
}
