import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { type BotOptions, closeBot, isFinished, openBot, type Stage, textOf, until } from '../with-bot.ts';

let shop: Stage | undefined;
afterEach(async () => {
  await closeBot(shop);
  shop = undefined;
});

async function opened(options: BotOptions = {}): Promise<Stage> {
  shop = await openBot(options);
  return shop;
}

const photo = (colour = '#e8486f'): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 320, channels: 3, background: colour } })
    .jpeg()
    .toBuffer();

const orders = async ({ talk }: Stage) =>
  (await talk.jobs.lookup.history({ limit: 10 })).map(({ variants }) => variants[0]?.request);

describe('a mention', () => {
  it.each([
    ['UMINJI', '완성했어요!'],
    ['UANNE', 'Your ad is ready.'],
  ])('of %s is answered in a thread under it, with the photo that came along', async (user, said) => {
    const { slack, people, finished } = await opened();
    const bytes = await photo();
    const { status } = await people.mention('딸기라떼 신메뉴', { user }, { files: [slack.photo(bytes)] });
    expect(status).toBe(200);
    const message = await finished();
    expect(message.thread).toBeDefined();
    expect(textOf(message.blocks)).toContain(said);
    const [request] = await orders(shop!);
    expect(request?.text).toBe('딸기라떼 신메뉴');
    expect(request?.photos).toHaveLength(1);
    const { photos } = request!;
    const kept = await readFile(`${shop!.talk.folder}/photos/${photos[0]!.sha256}`).catch(() => undefined);
    if (kept !== undefined) expect(kept.equals(bytes)).toBe(true);
  });

  it('in a thread is answered in that thread', async () => {
    const { people, finished } = await opened();
    await people.mention('new strawberry latte', { user: 'UANNE', thread: '1790000000.000001' });
    const message = await finished();
    expect(message.thread).toBe('1790000000.000001');
    expect(textOf(message.blocks)).toContain('Your ad is ready.');
  });

  it.each(['thread_broadcast', 'me_message'])('is answered as a %s too', async (subtype) => {
    const { people, finished } = await opened();
    await people.mention('new strawberry latte', { user: 'UANNE' }, { subtype });
    expect(textOf((await finished()).blocks)).toContain('Your ad is ready.');
  });

  it('is answered though the bot’s name was added later, and once however often it is edited', async () => {
    const { people, finished } = await opened();
    const ts = '1790000009.000100';
    const edit = (at: string, text: string) =>
      people.mention(text, {}, { ts, edited: { user: 'UMINJI', ts: at } }, { id: `Ev${at}` });
    await edit('1790000101.000000', '카페 신메뉴 딸기라떼');
    const ad = await finished();
    expect(ad.thread).toBe(ts);
    await edit('1790000200.000000', '카페 신메뉴 딸기라떼!');
    await edit('1790000300.000000', '카페 신메뉴 딸기 라떼!');
    expect(await orders(shop!)).toHaveLength(1);
  });

  it('takes commands too, and answers them to the person alone in the thread', async () => {
    const { slack, people } = await opened();
    await people.mention('queue', { thread: '1790000000.000001' });
    const told = await until(() => slack.ephemeral[0]);
    expect(told).toMatchObject({ channel: 'C0SHOP', user: 'UMINJI', thread: '1790000000.000001' });
    expect(textOf(told.blocks)).toContain('기다려요');
  });

  it('without words says what can be done; with a photo alone it asks for words', async () => {
    const { slack, people } = await opened();
    await people.mention('', { user: 'UANNE' });
    expect(textOf((await until(() => slack.ephemeral[0])).blocks)).toContain('This bot makes ads.');
    await people.mention('', {}, { files: [slack.photo(await photo())] });
    expect(textOf((await until(() => slack.ephemeral[1])).blocks)).toContain('어떤 광고를 만들지');
  });

  it('written directly is thanked for where it is talk, and wishes and orders as it is meant', async () => {
    const { slack, people, talk, finished } = await opened();
    const jobs = async () => talk.jobs.lookup.history({ limit: 20 });
    const said = (wanted: RegExp, but = 0) =>
      until(() => slack.messages.filter(({ blocks }) => wanted.test(textOf(blocks)))[but]);
    await people.direct('안녕하세요!');
    await said(/말씀 고마워요/);
    expect(await jobs()).toEqual([]);
    await people.direct('딸기라떼 5,000원');
    const ad = await finished();
    await people.direct('예쁘다!');
    expect(JSON.stringify((await said(/말씀 고마워요/, 1)).blocks)).toContain('다른 느낌');
    await people.direct('우리 가게 이전했어요');
    await finished([ad]);
    expect(await jobs()).toHaveLength(2);
    await people.direct('오 멋지게 나왔군요', { thread: ad.ts });
    await said(/말씀 고마워요/, 2);
    expect(await jobs()).toHaveLength(2);
    await people.direct('더 밝게', { thread: ad.ts });
    await expect.poll(async () => (await jobs()).length).toBe(3);
    expect((await jobs())[0]?.variants[0]?.request.text).toBe('딸기라떼 5,000원\n더 밝게');
  });

  it('reads what Slack makes of links, ampersands and emoji as it was meant', async () => {
    const { people, finished } = await opened();
    await people.mention('커피 &amp; 빵 :coffee: <https://shop.kr|우리 가게> 1+1 &lt;오늘만&gt;');
    await finished();
    expect((await orders(shop!))[0]?.text).toBe('커피 & 빵 우리 가게 1+1 <오늘만>');
  });
});

describe('what is said to the bot in other ways', () => {
  it('is answered where it was spoken', async () => {
    const { slack, people } = await opened();
    const files = [slack.photo(await photo(), 'clip.m4a', 'audio/mp4')];
    await people.mention('', {}, { files });
    expect(textOf((await until(() => slack.ephemeral[0])).blocks)).toContain('소리는 못 들어요');
  });

  it('is what it passes on says, with its photos', async () => {
    const { slack, people, finished } = await opened();
    const shared = { is_share: true, text: '핸드크림 1+1', files: [slack.photo(await photo())] };
    await people.direct('', {}, { attachments: [shared] });
    await finished();
    const [request] = await orders(shop!);
    expect(request?.text).toBe('핸드크림 1+1');
    expect(request?.photos).toHaveLength(1);
  });

  it('is what stands in a canvas', async () => {
    const { people, finished } = await opened();
    const text = { type: 'mrkdwn', text: '&gt;&gt;&gt;<@U0BOT> 딸기라떼 신메뉴', verbatim: false };
    const document_mention = { file_id: 'F1', section_id: 'temp:C:1', mentioning_user_ids: ['UMINJI'] };
    const more = {
      subtype: 'document_mention',
      text: '<@U0BOT> was mentioned in a canvas',
      document_mention,
      blocks: [{ type: 'section', block_id: 'b', text }],
    };
    await people.mention('', {}, more);
    await finished();
    expect((await orders(shop!))[0]?.text).toBe('딸기라떼 신메뉴');
  });

  it('is answered in the thread of a huddle, and to somebody of another workspace', async () => {
    const { people, finished } = await opened();
    const thread = '1790000000.000009';
    await people.mention(
      '딸기라떼',
      { user: 'USTRANGER', thread },
      { user_team: 'T0OTHER', source_team: 'T0OTHER' },
    );
    expect((await finished()).thread).toBe(thread);
  });

  it('of more than ten photos it says how many it takes', async () => {
    const { slack, people } = await opened();
    const bytes = await photo();
    const files = Array.from({ length: 11 }, (_, n) => slack.photo(bytes, `${n}.jpg`));
    await people.mention('딸기라떼', {}, { files });
    expect(textOf((await until(() => slack.ephemeral[0])).blocks)).toContain('4장까지');
  });
});

describe('a direct message', () => {
  it.each([
    ['UMINJI', '완성했어요!'],
    ['UANNE', 'Your ad is ready.'],
  ])('of %s with a photo is answered there', async (user, said) => {
    const { slack, people, finished } = await opened();
    await people.direct('꽃집 장미 할인', { user }, { files: [slack.photo(await photo(), 'rose.jpg')] });
    const message = await finished();
    expect(message).toMatchObject({ channel: `D${user.slice(1)}`, thread: undefined });
    expect(textOf(message.blocks)).toContain(said);
    expect((await orders(shop!))[0]?.photos).toHaveLength(1);
  });

  it('in a thread is answered in that thread; what is wrong is said there', async () => {
    const { slack, people, message } = await opened();
    await people.direct(
      '딸기',
      { thread: '1790000000.000009' },
      { files: [slack.photo(Buffer.from('no picture'), 'a.jpg')] },
    );
    const told = await message(({ channel }) => channel === 'DMINJI');
    expect(told.thread).toBe('1790000000.000009');
    expect(textOf(told.blocks)).toContain('a.jpg');
  });

  it('that was changed or deleted, or that a bot wrote, is no order', async () => {
    const { slack, people } = await opened();
    await people.direct('딸기', {}, { subtype: 'message_changed' });
    await people.direct('딸기', {}, { subtype: 'message_deleted' });
    await people.direct('딸기', {}, { bot_id: 'B0OTHER' });
    await people.direct('딸기', { user: 'U0BOT' });
    await people.event({
      type: 'message',
      channel_type: 'channel',
      user: 'UMINJI',
      text: '딸기',
      ts: '1.2',
      channel: 'C0SHOP',
    });
    expect(await orders(shop!)).toEqual([]);
    expect(slack.messages).toEqual([]);
  });
});

describe("the shortcut 'Make ad from this photo'", () => {
  it.each([
    ['UMINJI', '보내기', '완성했어요!'],
    ['UANNE', 'Send', 'Your ad is ready.'],
  ])(
    'opens a form for %s with the message’s words and photos, and answers in its thread',
    async (user, send, said) => {
      const { slack, people, finished } = await opened();
      const files = [slack.photo(await photo(), '라떼.jpg')];
      await people.shortcut(
        { ts: '1790000000.000007', text: '딸기라떼 신메뉴 :strawberry:', files },
        { user },
      );
      const view = await until(() => slack.views[0]);
      expect(textOf(view.blocks)).toContain('라떼.jpg');
      expect(JSON.stringify(view.blocks)).not.toContain('file_input');
      expect(textOf(view.submit)).toBe(send);
      await people.submit({}, user);
      const message = await finished();
      expect(message).toMatchObject({ channel: 'C0SHOP', thread: '1790000000.000007' });
      expect(textOf(message.blocks)).toContain(said);
      const [request] = await orders(shop!);
      expect(request?.text).toBe('딸기라떼 신메뉴');
      expect(request?.photos).toHaveLength(1);
    },
  );

  it('says so where there is no photo', async () => {
    const { slack, people } = await opened();
    await people.shortcut({ ts: '1.2', text: 'no photo here' }, { user: 'UANNE' });
    expect(textOf((await until(() => slack.responses[0])).blocks)).toContain(
      'There is no photo in this message.',
    );
    expect(slack.views).toEqual([]);
  });
});

describe('a form', () => {
  it('takes photos, and shows what is wrong with them at their field', async () => {
    const { slack, people, finished } = await opened();
    await people.slash('make');
    await until(() => slack.views[0]);
    const bad = await people.submit({
      text: '딸기',
      photo: [slack.photo(Buffer.from('%PDF-1.4'), 'menu.pdf', 'application/pdf')],
    });
    expect(bad.body).toMatchObject({ response_action: 'errors' });
    expect((bad.body.errors as Record<string, string>).photo).toContain('menu.pdf');
    const good = await people.submit({
      text: '딸기',
      photo: [slack.photo(await photo()), slack.photo(await photo('#00aa88'))],
    });
    expect(good.body).toEqual({});
    await finished();
    expect((await orders(shop!))[0]?.photos).toHaveLength(2);
  });

  it('sent twice is one job', async () => {
    const { slack, people, finished, talk } = await opened();
    await people.slash('');
    await until(() => slack.views[0]);
    await people.submit({ text: '딸기' });
    await people.submit({ text: '딸기' }, 'UMINJI', { retry: 1 });
    await finished();
    expect(await talk.jobs.lookup.history({ limit: 10 })).toHaveLength(1);
  });
});

describe('the home', () => {
  it.each([
    ['UMINJI', '지난 광고', '아직 만든 광고가 없어요'],
    ['UANNE', 'Past ads', 'No ads yet.'],
  ])('shows %s the brand, earlier ads and help', async (user, heading, empty) => {
    const { slack, people } = await opened();
    await people.home(user);
    const home = await until(() => slack.homes.get(user));
    expect(textOf(home.blocks)).toContain(heading);
    expect(textOf(home.blocks)).toContain(empty);
    expect(textOf(home.blocks)).toContain('/ad history');
    expect(textOf(home.blocks)).not.toContain('브랜드 바꾸기');
  });

  it('lets an admin change the brand kit, logo and all, and shows it', async () => {
    const { slack, people } = await opened();
    await people.home('UBOSS');
    await until(() => slack.homes.get('UBOSS'));
    await people.pressHome(/브랜드 바꾸기/, 'UBOSS');
    await until(() => slack.views[0]);
    slack.homes.delete('UBOSS');
    const { body } = await people.submit(
      { name: '달빛 카페', colours: '#e8486f', logo: [slack.photo(await photo(), 'logo.jpg')] },
      'UBOSS',
    );
    expect(body).toEqual({});
    const home = await until(() => slack.homes.get('UBOSS'));
    expect(textOf(home.blocks)).toContain('달빛 카페');
    expect(textOf(home.blocks)).toContain('logo.jpg');
  });

  it('begins an ad that is answered directly, and shows earlier ones again', async () => {
    const { slack, people, finished } = await opened();
    await people.home();
    await until(() => slack.homes.get('UMINJI'));
    await people.pressHome(/광고 만들기/);
    await until(() => slack.views[0]);
    await people.submit({ text: '딸기라떼' });
    const message = await finished();
    expect(message.channel).toBe('DMINJI');
    slack.homes.delete('UMINJI');
    await people.home();
    const home = await until(() => slack.homes.get('UMINJI'));
    expect(textOf(home.blocks)).toContain('딸기라떼');
    await people.pressHome(/다시 보기/);
    const again = await finished([message]);
    expect(again.channel).toBe('DMINJI');
    expect(isFinished(again)).toBe(true);
  });
});
