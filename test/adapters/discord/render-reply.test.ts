import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plain } from '../../../src/adapters/discord/markdown.ts';
import { renderReply } from '../../../src/adapters/discord/render-reply.ts';
import { createdAt, firstIdAt } from '../../../src/adapters/discord/snowflake.ts';
import { actionId } from '../../../src/conversation/actions.ts';
import { encodePng } from '../../../src/imaging/encode-png.ts';
import { seededRandom } from '../../../src/imaging/random.ts';
import { createRaster, type Raster } from '../../../src/imaging/raster.ts';
import { MAX_CHOICE_ACTIONS, type ReplyPicture } from '../../../src/jobs/delivery/reply.ts';
import { plainReply } from '../../jobs/recorder.ts';
import { flattened, type MessageBody, messageFaults, textOf } from './fake/rules.ts';
import { bodyChecker } from './fake/schema.ts';

/** Finds nothing where Discord’s description is not there. */
const CHECK = bodyChecker();

const LIMIT = 10 * 2 ** 20;

let folder: string;
let picture: ReplyPicture;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rendered-'));
  const path = join(folder, 'ad.png');
  writeFileSync(path, await encodePng(noise(700, 700)));
  picture = { name: '7k3f9q.2', path, width: 700, height: 700, alt: '광고 그림: 딸기라떼' };
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function noise(width: number, height: number): Raster {
  const raster = createRaster(width, height);
  const random = seededRandom(1);
  for (let i = 0; i < raster.data.length; i++) raster.data[i] = i % 4 === 3 ? 255 : random() * 256;
  return raster;
}

async function rendered(reply: Parameters<typeof plainReply>[0], limit = LIMIT) {
  const { body, files } = await renderReply(plainReply(reply), { limit });
  const sent = new Map(files.map(({ name, data }) => [name, new Uint8Array(data)]));
  const message: MessageBody = JSON.parse(JSON.stringify(body));
  return { message, sent, faults: messageFaults(message, sent, limit), text: textOf(message.components) };
}

describe('a reply as a message', () => {
  it('keeps what people wrote from becoming markup or calling anybody', async () => {
    const evil =
      '@everyone <@1> **bold** [link](https://evil.example) `code` # head\n- list\n1. one ||spoiler||';
    const { message, text, faults } = await rendered({ title: evil, text: evil });
    expect(faults).toEqual([]);
    expect(JSON.stringify(message)).not.toContain('<@1>');
    expect(text).toContain('@everyone <@1> **bold**');
  });

  it('reads as it was written once Discord has dropped the backslashes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        expect(plain(text).replaceAll(/\\([^\p{L}\p{N}\s])/gu, '$1').length).toBeLessThanOrEqual(text.length);
      }),
    );
    expect(plain('a*b_c')).toBe('a\\*b\\_c');
  });

  it('shows how far it is, the steps, and how the picture looks so far', async () => {
    const { faults, sent, text } = await rendered({
      stage: 'running',
      title: '만드는 중',
      progress: {
        fraction: 0.42,
        steps: [
          { title: '요청 읽기', state: 'done' },
          { title: '배경 그리기', state: 'running' },
          { title: '글자 쓰기', state: 'waiting' },
        ],
        preview: noise(64, 64),
      },
    });
    expect(faults).toEqual([]);
    expect(text).toMatch(/42% ▰{8}▱{12}\n-# 끝남: 요청 읽기 · 지금: 배경 그리기 · 다음: 글자 쓰기/);
    expect([...sent.keys()]).toEqual(['preview.jpg']);
  });

  it('shows what else is in a photo under the ad, in order, however much there is to choose', async () => {
    const actions = Array.from({ length: MAX_CHOICE_ACTIONS }, (_, i) => ({
      id: actionId('7k3f9q', { kind: 'pick', photo: Math.floor(i / 5), pick: (i % 5) + 1 }),
      label: `사진 1: ${i + 1}번 왼쪽에서 ${i + 1}번째`,
      emoji: '👉',
      tone: 'plain' as const,
    }));
    const choice = {
      text: '사진에서 5개를 찾았어요.',
      strip: { ...picture, name: '7k3f9q-things' },
      actions,
    };
    const { faults, sent, message, text } = await rendered({
      stage: 'done',
      title: '완성',
      pictures: [picture],
      choice,
    });
    expect(faults).toEqual([]);
    expect(CHECK('POST', '/channels/123456789012345678/messages', message)).toEqual([]);
    expect([...sent.keys()]).toEqual(['ad-7k3f9q-2.png', 'ad-7k3f9q-things.png']);
    expect(text).toContain('5개를 찾았어요');
    const buttons = flattened(message.components).filter(({ custom_id: id }) => id?.includes('/pick/'));
    expect(buttons).toHaveLength(MAX_CHOICE_ACTIONS);
  });

  it('re-encodes pictures that are too large for the place', async () => {
    const limit = 300_000;
    const { faults, sent } = await rendered({ stage: 'done', title: '완성', pictures: [picture] }, limit);
    expect(faults).toEqual([]);
    expect([...sent.keys()]).toEqual(['ad-7k3f9q-2.jpg']);
  });

  it('puts a text that is too long into a file', async () => {
    const { faults, sent } = await rendered({ title: 'The recipe', text: `{"seed": "${'7'.repeat(3000)}"}` });
    expect(faults).toEqual([]);
    expect([...sent.keys()]).toEqual(['text.json']);
  });

  it('fits whatever there is to say', async () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 120 });
    await fc.assert(
      fc.asyncProperty(
        words.filter((title) => title.trim() !== ''),
        words,
        fc.array(words, { maxLength: 40 }),
        fc.array(
          fc.record({ title: words, text: words, job: fc.constantFrom('7k3f9q', 'abc123', 'zzz999') }),
          { maxLength: 25 },
        ),
        async (title, text, warnings, entries) => {
          const jobs = entries.map((entry, index) => ({ ...entry, job: String(index).padStart(6, '0') }));
          const reply = { title, text, warnings: warnings.slice(0, 5), entries: jobs };
          expect((await rendered(reply)).faults).toEqual([]);
          const why = { title, reasoning: { short: '', long: ['-', ...warnings] } };
          expect((await rendered(why)).faults).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('ids of Discord', () => {
  it('hold the time at which they were made', () => {
    const now = 1_790_000_000_123;
    expect(createdAt(firstIdAt(now))).toBe(now);
    expect(createdAt('175928847299117063')).toBe(1_462_015_105_796);
  });
});
