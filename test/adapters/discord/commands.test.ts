import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { encodePng } from '../../../src/imaging/encode-png.ts';
import { createRaster } from '../../../src/imaging/raster.ts';
import { transpile } from '../terminal/transpile.ts';
import { BotProcess } from './bot-process.ts';
import type { StoredMessage } from './fake/channel-store.ts';
import { FakeDiscord } from './fake/fake-discord.ts';
import { JUNHO } from './fake/ids.ts';
import { command, submit, typing, upload } from './fake/people.ts';
import { flattened } from './fake/rules.ts';

let tree: string;
let discord: FakeDiscord;
let bot: BotProcess;
let photo: Uint8Array;
beforeAll(async () => {
  tree = await transpile();
  discord = await FakeDiscord.open();
  bot = new BotProcess(tree, discord);
  const raster = createRaster(300, 300);
  for (let i = 0; i < raster.data.length; i++) raster.data[i] = i % 4 === 3 ? 255 : (i * 7) % 256;
  photo = await encodePng(raster);
  await bot.start();
});
afterAll(async () => {
  if (process.env.SHOW_LOG) console.log(bot.output);
  await bot?.remove();
  await discord?.close();
  rmSync(tree, { recursive: true, force: true });
});
afterEach(() => {
  expect(discord.faults).toEqual([]);
});

/** The message that an interaction made, once it says what is waited for. */
async function shows(asked: ReturnType<FakeDiscord['ask']>, text: RegExp): Promise<StoredMessage> {
  return discord.until(() => {
    const { original } = asked;
    return original !== undefined && text.test(original.texts.at(-1) ?? '') ? original : undefined;
  });
}

const make = (text: string, more = {}, doer = {}) => discord.ask(command('make', { text, ...more }, doer));

describe('/ad make', () => {
  it('is acknowledged at once, shows how it gets on, and becomes the ad with its reasons', async () => {
    const asked = make('카페 신메뉴 딸기라떼');
    const message = await shows(asked, /완성했어요/);
    expect(message.ephemeral).toBe(false);
    expect(message.texts.at(-1)).toContain('가운데가 비어 있어요.');
    expect(message.texts.at(-1)).toMatch(/엔진 quick · 스타일 realistic · 비율 1:1 · 시드 \d+/);
    const [name] = message.files.keys();
    expect(name).toMatch(/^ad-[0-9a-z]{6}\.png$/);
    const [picture] = flattened(message.body.components).flatMap(({ items = [] }) => items);
    expect(picture?.description).toMatch(/^광고 그림: 딸기라떼/);
    expect(asked.type).toBe(5);
  });

  it('takes everything that can be given', async () => {
    const files = await Promise.all(
      ['a.png', 'b.png'].map(async (name) => upload(discord.cdn.put(name, photo), photo.length)),
    );
    const [first, second] = files;
    const asked = make('빵집 소금빵', {
      ...(first && second ? { photo: first, photo3: second } : {}),
      use: 'composite',
      headline: '소금빵',
      sub: '매일 아침',
      price: '3,000원',
      cta: '지금 주문하기',
      lettering: true,
      industry: 'bakery',
      style: 'illustration',
      ratio: '4:5',
      variants: 2,
      language: 'ko',
    });
    const message = await shows(asked, /완성했어요/);
    expect(message.files.size).toBe(2);
    const [job] = bot.jobs();
    expect(job?.takes).toHaveLength(2);
    expect(job?.takes[0]?.request).toMatchObject({
      text: '빵집 소금빵',
      use: 'composite',
      copy: { headline: '소금빵', sub: '매일 아침', price: '3,000원', cta: '지금 주문하기' },
      industry: 'bakery',
      style: 'illustration',
      format: '4:5',
      locale: 'ko',
      photos: [{ name: 'a.png' }, { name: 'b.png' }],
    });
    expect(job?.takes[0]?.request.seed).not.toBe(job?.takes[1]?.request.seed);
  });

  it('restyles a photo as far as it is told', async () => {
    const file = upload(discord.cdn.put('c.png', photo), photo.length);
    const asked = make('꽃집', { photo: file, use: 'restyle', strength: 0.9 });
    await shows(asked, /완성했어요/);
    expect(bot.jobs()[0]?.takes[0]?.request).toMatchObject({ use: 'restyle', strength: 0.9 });
  });

  it('tells the person alone what is wrong, in their language, and leaves nothing behind', async () => {
    const asked = make('a new latte', { industry: 'moonbase' }, { locale: 'en-US' });
    const told = await discord.until(() => asked.followUps[0]);
    expect(told.ephemeral).toBe(true);
    expect(told.texts.at(-1)).toContain('There is no industry called "moonbase"');
    expect(asked.original?.deleted).toBe(true);
  });

  it('suggests names while they are typed', async () => {
    const asked = discord.ask(typing('make', 'industry', '빵'));
    await discord.until(() => asked.choices);
    expect(asked.choices).toEqual([{ name: '빵집', value: 'bakery' }]);
    const english = discord.ask(typing('make', 'style', 'ill', { locale: 'en-GB' }));
    await discord.until(() => english.choices);
    expect(english.choices).toEqual([{ name: 'illustration', value: 'illustration' }]);
  });
});

describe('the other commands', () => {
  it('list what waits, and what was made, with buttons to see it again', async () => {
    const queue = discord.ask(command('queue'));
    expect((await shows(queue, /기다려요/)).ephemeral).toBe(true);
    const history = discord.ask(command('history', { count: 3 }));
    const listed = await shows(history, /지난 작업이에요/);
    const shown = flattened(listed.body.components).flatMap(({ custom_id: id }) => id ?? []);
    expect(shown).toHaveLength(3);
    for (const id of shown) expect(id).toMatch(/^1\/[0-9a-z]{6}\/show$/);
  });

  it('show an ad again, its recipe to the person alone, and make it once more', async () => {
    const [job] = bot.jobs();
    const id = job?.id ?? '';
    const suggested = discord.ask(typing('show', 'id', id.slice(0, 3)));
    await discord.until(() => suggested.choices);
    expect(suggested.choices?.map(({ value }) => value)).toContain(id);
    const again = await shows(discord.ask(command('show', { id })), /완성했어요/);
    expect(again.files.size).toBe(1);
    const recipe = discord.ask(command('show', { id, recipe: true }));
    const told = await discord.until(() => recipe.followUps[0]);
    expect(told.ephemeral).toBe(true);
    expect(
      [told.texts.join(), ...[...told.files.values()].map((file) => Buffer.from(file).toString())].join(),
    ).toContain('"seed"');
    await shows(discord.ask(command('show', { id, again: true })), /똑같이 다시 만들었어요/);
    const unknown = discord.ask(command('show', { id: 'zzzzzz' }, { locale: 'en-US' }));
    expect((await discord.until(() => unknown.followUps[0])).texts.at(-1)).toContain(
      'There is no job called',
    );
  });

  it('keep a brand for the server, which only those who manage it change', async () => {
    const logo = upload(discord.cdn.put('logo.png', photo), photo.length);
    const refused = discord.ask(command('brand', { name: '딸기 가게' }, { user: JUNHO }));
    await shows(refused, /관리자만 바꿀 수 있어요/);
    const set = discord.ask(
      command(
        'brand',
        { name: '딸기 가게', logo, colours: '#e8486f', font: 'Pretendard' },
        { permissions: '32' },
      ),
    );
    const settings = await shows(set, /이 서버의 모든 광고에/);
    expect(settings.texts.at(-1)).toContain('#e8486f');
    await shows(make('카페'), /완성했어요/);
    expect(bot.jobs()[0]?.takes[0]?.request.brand).toMatchObject({
      shopName: '딸기 가게',
      face: 'Pretendard',
    });
    await shows(discord.ask(command('brand', { clear: true }, { permissions: '8' })), /정해 둔 것이 없어요/);
  });

  it('help in both languages', async () => {
    await shows(discord.ask(command('help')), /광고를 만들어 드려요[\s\S]*\/ad brand/);
    await shows(discord.ask(command('help', {}, { locale: 'en-GB' })), /This bot makes ads/);
  });
});

describe('/ad form', () => {
  it('asks for everything in a form, files too', async () => {
    const asked = discord.ask(command('form'));
    const form = await discord.until(() => asked.modal);
    expect(form.title).toBe('광고 만들기');
    const fields = flattened(form.components as Parameters<typeof flattened>[0]).flatMap(
      ({ custom_id: id }) => id ?? [],
    );
    expect(fields).toEqual(['text', 'photo', 'use', 'headline', 'ratio']);
    const file = upload(discord.cdn.put('d.png', photo), photo.length);
    const sent = discord.ask(
      submit(form.custom_id, {
        text: '꽃집 튤립',
        photo: [file],
        use: ['composite'],
        headline: '',
        ratio: ['9:16'],
      }),
    );
    await shows(sent, /완성했어요/);
    expect(bot.jobs()[0]?.takes[0]?.request).toMatchObject({
      text: '꽃집 튤립',
      format: '9:16',
      photos: [{ name: 'd.png' }],
    });
  });
});
