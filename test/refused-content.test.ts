import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AdCopy } from '../src/ad/copy.ts';
import { ad } from '../src/cli/ad.ts';
import { close, generateAndSaveImage, generateProductComposite } from '../src/index.ts';
import { runInProcess } from './cli/run-in-process.ts';
import { type ConversationDesk, inboundEvent, openConversation } from './conversation/open-conversation.ts';
import { presets } from './engines/offline/write.ts';
import { closeDesk } from './jobs/desk.ts';

const REFUSED = '불법도박 사이트 오픈 이벤트';
const PHOTO = 'samples/strawberry-latte.jpg';

let folder: string;
let pictures: string;
let talk: ConversationDesk;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'refused-'));
  pictures = join(folder, 'out');
  mkdirSync(pictures);
  vi.stubEnv('DATA_DIR', folder);
  vi.stubEnv('ENGINE', 'studio');
  talk = await openConversation({}, { vocabulary: { ...presets, faces: ['Pretendard'] } });
});
afterAll(async () => {
  await closeDesk(talk);
  await close();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

/** The code of what went wrong. */
async function chat(name: string, values: Record<string, string>): Promise<string | undefined> {
  const answer = await talk.conversation.runCommand(name, values, inboundEvent({ admin: true }));
  return answer.kind === 'reply' ? answer.wrong : answer.kind;
}

async function commandLine(...args: string[]): Promise<string> {
  const ran = await runInProcess(ad, [...args, '--json', '--out', pictures], {
    DATA_DIR: folder,
    LOG_LEVEL: 'silent',
  });
  return JSON.parse(ran.out).error?.code;
}

const library = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'made',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  );

/** A recipe from elsewhere, with something changed in its request. */
async function recipe(change: { readonly text?: string; readonly copy?: AdCopy }): Promise<string> {
  const json = JSON.parse(await readFile('test/fixtures/recipes/given-words.json', 'utf8'));
  const path = join(folder, 'recipe.json');
  await writeFile(path, JSON.stringify({ ...json, request: { ...json.request, ...change } }));
  return path;
}

/** A recipe from elsewhere whose request is fine, with other words where its picture's were decided. */
async function decidedRecipe(name: string, ...steps: readonly (string | number)[]): Promise<string> {
  const json = JSON.parse(await readFile(`test/fixtures/recipes/${name}`, 'utf8'));
  const last = steps.at(-1) ?? '';
  steps.slice(0, -1).reduce((here, step) => here[step], json.decided)[last] = REFUSED;
  const path = join(folder, 'recipe.json');
  await writeFile(path, JSON.stringify(json));
  return path;
}

/** Each way in which words come into the product. */
const WAYS: Readonly<Record<string, () => Promise<unknown>>> = {
  'chat: the text': () => chat('make', { text: REFUSED }),
  'chat: a line of the ad': () => chat('make', { text: '카페', cta: REFUSED }),
  'chat: the name of the shop': () => chat('brand', { name: REFUSED }),
  'chat: new words for an ad that is there': async () => {
    const made = await talk.conversation.runCommand('make', { text: '카페 신메뉴' }, inboundEvent());
    const id = made.kind === 'job' ? made.job.id : '';
    await talk.until(id, ({ state }) => state === 'delivered');
    const action = { kind: 'words', copy: { headline: REFUSED } } as const;
    const answer = await talk.conversation.performAction(id, action, inboundEvent());
    return answer.kind === 'reply' ? answer.wrong : answer.kind;
  },
  'command line: the text': () => commandLine(REFUSED),
  'command line: a line of the ad': () => commandLine('카페', '--headline', REFUSED),
  'command line: one ad for each photo': () => commandLine(REFUSED, '--photo', PHOTO, '--each'),
  'command line: the text of a recipe': async () => commandLine('--recipe', await recipe({ text: REFUSED })),
  'command line: a line of a recipe': async () =>
    commandLine('--recipe', await recipe({ copy: { headline: REFUSED } })),
  'command line: what the picture of a recipe says': async () =>
    commandLine('--recipe', await decidedRecipe('given-words.json', 'textLayout', 'blocks', 0, 'lines', 0)),
  'command line: what was written for a recipe': async () =>
    commandLine('--recipe', await decidedRecipe('given-words.json', 'brief', 'copy', 'headline')),
  'command line: what the design of a recipe says': async () =>
    commandLine('--recipe', await decidedRecipe('designed.json', 'design', 'blocks', 0, 'lines', 0)),
  'library: the text': () => library(generateAndSaveImage(REFUSED)),
  'library: a line of the ad': () => library(generateAndSaveImage('카페', { copy: { sub: REFUSED } })),
  'library: the name of the shop': () =>
    library(generateAndSaveImage('카페', { brand: { shopName: REFUSED } })),
  'library: photos': () => library(generateProductComposite(REFUSED, [PHOTO])),
};

describe('what no ad may be about', () => {
  let jobs: number;
  beforeEach(async () => {
    jobs = (await talk.jobs.stats()).jobs.queued;
  });

  it.each(Object.keys(WAYS))('is refused by %s', async (way) => {
    expect(await WAYS[way]?.()).toBe('content-refused');
    expect((await talk.jobs.stats()).jobs.queued).toBe(jobs);
    expect(readdirSync(pictures, { recursive: true })).toEqual([]);
  });
});
