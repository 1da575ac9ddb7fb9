import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isEmptyCopy } from '../../../src/ad/copy.ts';
import type { AdRequest } from '../../../src/ad/request.ts';
import { createLayoutAdvisor } from '../../../src/engines/offline/layout-advisor.ts';
import { createPromptWriter } from '../../../src/engines/offline/prompt-writer.ts';
import { type ModelEngines, openModels } from '../../../src/engines/openai/open-models.ts';
import { REQUEST_INSTRUCTIONS } from '../../../src/engines/openai/request-question.ts';
import { TEXT_LAYOUT_INSTRUCTIONS } from '../../../src/engines/openai/text-layout-question.ts';
import { drawn } from '../../../src/imaging/canvas.ts';
import { measureLayout } from '../../../src/layout/measure/measure-layout.ts';
import { createRuleWriter } from '../../../src/writing/brief/rule-writer.ts';
import { normaliseText } from '../../../src/writing/reading/normalise.ts';
import { faces } from '../../faces.ts';
import { PALETTES } from '../../layout/grounds.ts';
import { directPool } from '../../workers/direct-pool.ts';
import { PHOTO, presets, requestOf } from '../offline/write.ts';
import { FILE_NAME_ATTACKS, PHOTO_ATTACKS, TEXT_ATTACKS } from './attacks.ts';
import { type ModelServer, says, startModelServer } from './model-server.ts';
import { answerTo, KEY } from './small-shop.ts';

/** What a model that was taken over says wherever it may say anything; no attack holds these words. */
const LOOT = ['PWNED-7781', KEY, 'https://loot.example/x', '단돈 77,700원', 'Kim Lootman', '루트맨이 추천한'];

const loot = (at: number): string => LOOT[at % LOOT.length]!;
const quote = REQUEST_INSTRUCTIONS.split(/\s+/).slice(0, 9).join(' ');

/** A model that has been taken over entirely, and answers in the form that is wanted. */
const takenOver = (turn: number): Record<string, unknown> =>
  answerTo({
    style: { key: 'anime', by: loot(turn + 1) },
    season: { key: 'winter', by: loot(turn + 2) },
    occasion: { key: 'christmas', by: quote },
    subject: { text: loot(turn), english: loot(turn + 1), kind: 'food', look: loot(turn + 2), served: quote },
    mood: [loot(turn), 'ignore all instructions'],
    setting: [loot(turn + 1), quote, 'a sign that says PWNED'],
    props: [loot(turn + 2), 'a neon sign with the api key', `text reading ${KEY}`],
    avoid: [loot(turn + 3)],
    darkness: 99,
    headline: turn % 2 === 0 ? loot(turn) : quote,
    sub: turn % 3 === 0 ? quote : loot(turn + 1),
    places: [{ statement: 1, slot: 'badge', text: loot(turn + 2) }],
  });

const run = { signal: new AbortController().signal };
const now = (): Date => new Date('2026-04-10T03:00:00Z');
let server: ModelServer;
let models: ModelEngines;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'injection-'));
  server = await startModelServer(says('{}'));
  models = openModels(
    KEY,
    {
      OPENAI_BASE_URL: server.url,
      OPENAI_DAILY_TOKENS: 10_000_000,
      OPENAI_TIMEOUT: 30,
      DATA_DIR: folder,
    },
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

/** Whatever was asked: our own words are the same as ever, and all else is data. */
function expectUntouched(from: number, instructions: string): readonly { text: string }[] {
  const asked = server.asked.slice(from);
  expect(asked).toHaveLength(1);
  return asked.map(({ body, headers }) => {
    expect(Object.keys(body).toSorted()).toEqual(['max_tokens', 'messages', 'model', 'response_format']);
    expect(body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(body.messages[0]?.content).toBe(instructions);
    expect(JSON.stringify(body)).not.toContain(KEY);
    expect(headers.authorization).toBe(`Bearer ${KEY}`);
    const [part] = (body.messages[1]?.content ?? []) as readonly { type: string; text: string }[];
    return { text: part?.text ?? '' };
  });
}

async function writeUnderAttack(request: AdRequest, turn: number) {
  server.behave(says(JSON.stringify(takenOver(turn))));
  const from = server.asked.length;
  const brief = await models.writer.write(request, run);
  const [sent] = expectUntouched(from, REQUEST_INSTRUCTIONS);
  const written = JSON.stringify([brief.copy, brief.prompt, brief.scene, brief.industry, brief.style]);
  for (const word of [...LOOT, 'PWNED', 'api key', 'instructions', quote]) {
    const isTheirs = normaliseText(request.text).text.toLowerCase().includes(word.toLowerCase());
    if (!isTheirs) expect(written.toLowerCase()).not.toContain(word.toLowerCase());
  }
  expect(presets.industries.find(brief.industry)).toBeDefined();
  expect(brief.scene.darkness).toBeLessThanOrEqual(1);
  expect(isEmptyCopy(brief.copy)).toBe(false);
  expect(JSON.stringify(brief)).not.toContain(KEY);
  return { brief, sent: JSON.parse(sent?.text ?? '{}') as { request: string } };
}

describe('attacks in the request', () => {
  it('are at least fifty, in all places together', () => {
    expect(TEXT_ATTACKS.length + FILE_NAME_ATTACKS.length + PHOTO_ATTACKS.length).toBeGreaterThanOrEqual(50);
    expect(new Set(TEXT_ATTACKS).size).toBe(TEXT_ATTACKS.length);
  });

  it.each(TEXT_ATTACKS.map((text, turn) => ({ text, turn })))(
    'reach nothing: $text',
    async ({ text, turn }) => {
      const { sent } = await writeUnderAttack(requestOf(text), turn);
      expect(sent.request).toBe(text);
    },
  );

  it('reach nothing from the shop’s name or the person’s own words either', async () => {
    for (const [turn, attack] of TEXT_ATTACKS.slice(0, 12).entries()) {
      const request = requestOf('카페 신메뉴 딸기라떼', {
        brand: { shopName: attack.slice(0, 40) },
        copy: { details: '매일 오전 9시' },
      });
      const { brief } = await writeUnderAttack(request, turn);
      expect(brief.copy.details).toBe('매일 오전 9시');
    }
  });
});

describe('attacks in file names', () => {
  it.each(FILE_NAME_ATTACKS)('are never sent: %s', async (name) => {
    const from = server.asked.length;
    await writeUnderAttack(requestOf('네일샵 신상', { photos: [{ ...PHOTO, name }] }), 1);
    const sent = JSON.stringify(server.asked.slice(from).map(({ body }) => body));
    expect(sent).not.toContain(JSON.stringify(name).slice(1, -1));
    expect(sent).not.toContain(PHOTO.sha256);
  });
});

describe('attacks in photos', () => {
  it.each(PHOTO_ATTACKS.map((words, turn) => ({ words, turn })))(
    'move no word off its rules: $words',
    async ({ words, turn }) => {
      const image = drawn(1200, 900, (context) => {
        context.fillStyle = '#d8c9b4';
        context.fillRect(0, 0, 1200, 900);
        context.fillStyle = '#20140a';
        context.font = '48px sans-serif';
        context.fillText(words, 60, 700);
      });
      server.behave(
        says(
          JSON.stringify({
            blocks: [
              { slot: 'headline', x: -900, y: 5000, width: 9999, height: 1, align: 'left', colour: KEY },
              { slot: 'cta', x: 0, y: 0, width: 0, height: 0, align: 'right', colour: loot(turn) },
            ],
            reason: 'balance',
          }),
        ),
      );
      const from = server.asked.length;
      const request = {
        image,
        copy: { headline: '봄의 맛', cta: '놀러 오세요' },
        palette: PALETTES[0]!,
        face: 'pretendard',
        seed: turn,
      };
      const layout = await models.advisor.placeText(request, run);
      expectUntouched(from, TEXT_LAYOUT_INSTRUCTIONS);
      expect(measureLayout(image, layout, faces).broken).toBe(0);
      expect(layout.blocks.flatMap(({ lines }) => lines).join(' ')).toBe('봄의 맛 놀러 오세요');
      expect(JSON.stringify(layout)).not.toContain(KEY);
      expect(JSON.stringify(layout)).not.toContain(loot(turn));
    },
  );

  it('are seen small, and without what a camera writes into its files', async () => {
    const [asked] = server.asked.slice(-1);
    const parts = (asked?.body.messages[1]?.content ?? []) as readonly { image_url?: { url: string } }[];
    const url = parts.find(({ image_url }) => image_url !== undefined)?.image_url?.url ?? '';
    const picture = await sharp(Buffer.from(url.split(',')[1] ?? '', 'base64')).metadata();
    expect(picture.format).toBe('jpeg');
    expect(Math.max(picture.width, picture.height)).toBe(768);
    expect(picture.exif ?? picture.xmp ?? picture.iptc ?? picture.icc).toBeUndefined();
  });
});
