import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodePng } from '../../../src/imaging/encode-png.ts';
import { createRaster } from '../../../src/imaging/raster.ts';
import { openDatabase } from '../../../src/jobs/store/sqlite/open-database.ts';
import { sqliteCalls } from '../../../src/jobs/store/sqlite/sqlite-calls.ts';
import { Chat } from './chat.ts';

let folder: string;
let chat: Chat | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'terminal-'));
});
afterEach(async () => {
  chat?.kill('SIGKILL');
  await chat?.ended;
  chat = undefined;
  rmSync(folder, { recursive: true, force: true });
});

function start(environment: Readonly<Record<string, string>> = {}): Chat {
  chat = new Chat(folder, environment);
  return chat;
}

function history() {
  const { database } = openDatabase(join(folder, 'jobs.db'));
  const jobs = sqliteCalls(database).history({ limit: 100 });
  database.close();
  return jobs;
}

describe('npm start without tokens', () => {
  it('is a chat: an order, its picture and reasons, and reactions on it by number', async () => {
    const bot = start();
    await bot.until(/광고를 만들어 드려요/);
    bot.say('카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기');
    const [, path = ''] = await bot.until(/#1 완성했어요![\s\S]*?(\S+\.png) \(32×32\)/);
    expect(readFileSync(path).subarray(1, 4).toString()).toBe('PNG');
    expect(bot.output).toContain('가운데가 비어 있어요.');
    bot.say(':repeat: 1');
    await bot.until(/#2 다시 만들었어요/);
    bot.say(':art:');
    await bot.until(/#3 다른 스타일로/);
    bot.say('#2 words "봄 한정" --price 5,500원');
    await bot.until(/#4 문구를 바꿨어요/);
    bot.say('#3 vary 1 strong');
    await bot.until(/#5 비슷하게/);
    bot.say(':leftwards_arrow_with_hook: 5');
    await bot.until(/#6 다른 스타일로/);
    bot.say(':x: 5');
    await bot.until(/#5 삭제했어요/);
    bot.say('#2 motion');
    await bot.until(/#7 움직이게 만들었어요[\s\S]*?\S+\.png \(32×32\)\n.*\S+\.gif/);
    bot.say('/ad history');
    await bot.until(/지난 작업이에요/);
    bot.say('/quit');
    expect(await bot.ended).toBe(0);
    const jobs = history();
    expect(jobs.map(({ variation }) => variation?.kind)).toEqual([
      'motion',
      'words',
      'style',
      'regenerate',
      undefined,
    ]);
    const [moving, words, style, again, first] = jobs;
    expect(moving?.parent).toBe(again?.id);
    expect([words?.parent, style?.parent, again?.parent]).toEqual([again?.id, again?.id, first?.id]);
    expect(words?.variants[0]?.request.copy).toEqual({ headline: '봄 한정', price: '5,500원' });
  });

  it('takes photos, and says what is wrong with one', async () => {
    const photo = join(folder, 'my latte.png');
    writeFileSync(photo, await encodePng(createOpaque()));
    writeFileSync(join(folder, 'broken.png'), Buffer.from([0, 1, 2, 3, 200, 201, 0, 9]));
    const bot = start();
    bot.say(`/ad make 카페 --photo "${photo}"`);
    await bot.until(/#1 완성했어요/);
    bot.say(`카페 ${join(folder, 'broken.png')}`);
    await bot.until(/사진으로 읽을 수 없는 파일이에요: broken\.png/);
    bot.say('카페 --photo nowhere.png');
    await bot.until(/사진 파일을 찾을 수 없어요: nowhere\.png/);
    bot.say('/ad make');
    await bot.until(/text 값이 필요해요/);
    bot.say('/ad mkae');
    await bot.until(/쓸 수 있는 명령: make, queue/);
    bot.say('#9 why');
    await bot.until(/"#9"이라는 작업을 찾을 수 없어요/);
    bot.say('#1 explode');
    await bot.until(/"explode"이라는 옵션은 없어요/);
    bot.end();
    expect(await bot.ended).toBe(0);
    const [job] = history();
    expect(job).toMatchObject({
      workflow: 'product-composite',
      variants: [{ request: { photos: [{ name: 'my latte.png' }] } }],
    });
  });

  it('answers everything that came through a pipe before it ends', async () => {
    const bot = start({ LOCALE: 'en' });
    for (const name of ['one', 'two', 'three']) bot.say(`cafe, ${name}`);
    bot.end();
    expect(await bot.ended).toBe(0);
    expect(bot.output.match(/Your ad is ready\./g)).toHaveLength(3);
    expect(history().every(({ state }) => state === 'delivered')).toBe(true);
  });
});

describe('the process', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'ends in order at %s: what is under way is parked, and goes on at the next start',
    async (signal) => {
      const bot = start({ MAKING_MS: '60000' });
      bot.say('카페 신메뉴 딸기라떼');
      await bot.until(/#1 .*만드는 중/);
      bot.kill(signal);
      expect(await bot.ended).toBe(0);
      expect(bot.output).toContain('봇이 다시 시작하는 중이에요');
      expect(history()).toMatchObject([{ state: 'queued', crashes: 0 }]);
      const [seed] = history().map(({ variants }) => variants[0]?.request.seed);
      const again = start();
      await again.until(/#1 완성했어요/);
      again.end();
      expect(await again.ended).toBe(0);
      expect(history()).toMatchObject([
        { state: 'delivered', variants: [{ request: { seed } }], restarts: 1 },
      ]);
    },
  );

  it('does not start beside another one on the same folder', async () => {
    const bot = start();
    await bot.until(/광고를 만들어 드려요/);
    const second = new Chat(folder);
    expect(await second.ended).toBe(2);
    expect(second.errors).toContain('이미 봇이 실행 중');
  });

  it('keeps a damaged database aside, says so, and works', async () => {
    writeFileSync(join(folder, 'jobs.db'), 'this is not a database '.repeat(500));
    const bot = start();
    const [, aside = ''] = await bot.until(/이전 파일은 여기에 보관했어요: (\S+)/);
    expect(readFileSync(aside, 'utf8')).toContain('this is not a database');
    bot.say('카페');
    await bot.until(/#1 완성했어요/);
  });

  it('is watched on a loopback port, and writes no words of people into its log', async () => {
    const bot = start();
    bot.say('비밀스러운 신메뉴 xoxb-1234567890-secret');
    await bot.until(/#1 완성했어요/);
    const log = readFileSync(join(folder, 'bot.log'), 'utf8');
    const port = /"port":(\d+)/.exec(log)?.[1];
    const get = async (path: string): Promise<string> =>
      (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    expect(await get('/healthz')).toBe('ok\n');
    expect(await get('/readyz')).toBe('ok\n');
    const metrics = await get('/metrics');
    expect(metrics).toMatch(/ad_jobs\{state="delivered"\} 1/);
    expect(metrics).toMatch(/ad_lane_waiting\{lane="gpu"\} 0/);
    bot.end();
    await bot.ended;
    const whole = readFileSync(join(folder, 'bot.log'), 'utf8');
    expect(whole).not.toMatch(/비밀|xoxb/);
    for (const line of whole.split('\n').filter((text) => /queued|started|settled|delivered/.test(text))) {
      expect(JSON.parse(line).job).toMatch(/^[0-9a-z]{6}$/);
    }
  });
});

function createOpaque() {
  const raster = createRaster(64, 64);
  raster.data.fill(200);
  return raster;
}
