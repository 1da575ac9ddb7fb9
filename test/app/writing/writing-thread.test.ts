import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWritingThread, type WritingThread } from '../../../src/app/writing/writing-thread.ts';
import { UserError } from '../../../src/errors/user-error.ts';
import { createRuleWriter, type ModelAnswer } from '../../../src/writing/brief/rule-writer.ts';
import { presets, requestOf } from '../../engines/offline/write.ts';
import { watchEventLoop } from '../../event-loop.ts';
import { program } from '../../programs/programs.ts';

const TEXTS = [
  '카페 신메뉴 딸기라떼 5,500원, 창가 자연광, 월요일 휴무',
  'Yoga studio, first month half price, mornings only, no text please',
  'ラーメン屋 味噌ラーメン 900円',
];

const TOLD: ModelAnswer = {
  reading: { mood: ['calm'], setting: [], materials: [], backdrops: [], props: [], avoid: [] },
  copy: { by: 'small', places: [], copy: { headline: '딸기라떼' } },
};

let folder: string;
let thread: WritingThread;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'writing-'));
  thread = openWritingThread({ dataFolder: folder }, pathToFileURL(program('writing-worker')));
});
afterAll(async () => {
  await thread.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the thread that reads requests', () => {
  it('says of a request what is said of it here, with a model’s word and without', async () => {
    const here = createRuleWriter({ presets, now: () => new Date() });
    for (const text of TEXTS) {
      const request = requestOf(text);
      expect(await thread.statementsOf(text)).toEqual(await here.statementsOf(text));
      expect(await thread.briefOf(request)).toEqual(await here.briefOf(request));
      expect(await thread.briefOf(request, TOLD)).toEqual(await here.briefOf(request, TOLD));
    }
  });

  it('refuses words in words', async () => {
    const request = requestOf('약국 비타민', { copy: { headline: '비타민 특가' } });
    const refused = await thread.briefOf(request).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(UserError);
    expect(refused).toMatchObject({ code: 'copy-forbidden' });
  });

  it('does not hold this one, not even while it begins', async () => {
    const watch = watchEventLoop();
    const another = openWritingThread({ dataFolder: folder }, pathToFileURL(program('writing-worker')));
    try {
      await another.prepare();
      for (const text of TEXTS) await another.briefOf(requestOf(text));
    } finally {
      await another.close();
    }
    const { longestWork } = watch.stop();
    if (!Number.isNaN(longestWork)) expect(longestWork).toBeLessThan(50);
  });
});
