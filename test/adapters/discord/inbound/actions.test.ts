import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseActionId } from '../../../../src/conversation/actions.ts';
import type { StoredMessage } from '../fake/channel-store.ts';
import { directChannelOf } from '../fake/fake-discord.ts';
import { JUNHO, MINJI, newId } from '../fake/ids.ts';
import { flattened } from '../fake/rules.ts';
import { choose, command, message, onMessage, press, reaction, submit } from '../fake/user-events.ts';
import { MANAGERS } from '../fake/world.ts';
import { withBot } from '../with-bot.ts';

const stage = withBot({ REACTION_HINTS: 'on', MAKING_MS: '150', THINGS: '3' });

/** All that can be chosen on a message: ids of buttons, and values of menus. */
function chosen({ body }: StoredMessage): ReadonlyMap<string, readonly string[]> {
  return new Map(
    flattened(body.components).flatMap(({ custom_id: id, options }): [string, readonly string[]][] =>
      id === undefined ? [] : [[id, options?.map(({ value }) => value) ?? []]],
    ),
  );
}

function idOf(message: StoredMessage, kind: string): string {
  const id = [...chosen(message).keys()].find((known) => parseActionId(known)?.action.kind === kind);
  if (id === undefined) throw new Error(`No button ${kind} among ${[...chosen(message).keys()]}`);
  return id;
}

const jobOf = (message: StoredMessage): string => parseActionId(idOf(message, 'remove'))?.job ?? '';

describe('buttons under an ad', () => {
  it('make variants in messages of their own, whoever presses them', async () => {
    const { discord, bot, shows, make } = stage();
    const ad = await shows(make('카페 신메뉴 딸기라떼'), /완성했어요/);
    const junho = { user: JUNHO, name: '준호', locale: 'en-US' };
    await shows(discord.ask(press(idOf(ad, 'regenerate'), ad.id, junho)), /Here is another one/);
    await shows(discord.ask(press(idOf(ad, 'lettering'), ad.id)), /글자를 다시/);
    const sizes = await shows(discord.ask(press(idOf(ad, 'sizes'), ad.id)), /크기별로/);
    expect(sizes.files.size).toBe(3);
    const weak = [...chosen(ad).keys()].find((id) => id.endsWith('/vary/0/weak')) ?? '';
    await shows(discord.ask(press(weak, ad.id)), /비슷하게/);
    const strong = await shows(discord.ask(press(weak.replace('weak', 'strong'), ad.id)), /비슷하게/);
    const styles = chosen(ad).get('menu/style') ?? [];
    expect(styles).toHaveLength(4);
    const styled = await shows(
      discord.ask(choose('menu/style', styles.find((id) => id.endsWith('anime')) ?? '', ad.id)),
      /다른 스타일로/,
    );
    expect(bot.jobs()[0]).toMatchObject({ parent: jobOf(ad), variants: [{ request: { style: 'anime' } }] });
    await shows(discord.ask(press(idOf(styled, 'undo'), styled.id)), /완성했어요/);
    await shows(discord.ask(press(idOf(strong, 'regenerate'), strong.id)), /다시 만들었어요/);
  });

  it('vary one of several pictures from a menu', async () => {
    const { discord, bot, shows, make } = stage();
    const ad = await shows(make('카페', { variants: 4 }), /완성했어요/);
    expect(ad.files.size).toBe(4);
    const options = chosen(ad).get('menu/vary') ?? [];
    expect(options).toHaveLength(8);
    const third = options.find((id) => id.endsWith('/vary/2/strong')) ?? '';
    await shows(discord.ask(choose('menu/vary', third, ad.id)), /비슷하게/);
    expect(bot.jobs()[0]).toMatchObject({ variation: { kind: 'vary', picture: 2, strength: 'strong' } });
  });

  it('order another thing of a photo, and go with its strip', async () => {
    const { discord, bot, appears, shows, told, photo } = stage();
    discord.say(message('@bot 딸기라떼', {}, [photo('three.png')]));
    const ad = await appears(/3개를 찾아 1번\(왼쪽\)을 썼어요/);
    expect(ad.files.size).toBe(2);
    const second = [...chosen(ad).keys()].find((id) => id.endsWith('/pick/0/2')) ?? '';
    const variant = await shows(
      discord.ask(press(second, ad.id)),
      /고르신 것으로[\s\S]*2번\(가운데\)을 썼어요/,
    );
    const ordered = bot.jobs().filter(({ parent }) => parent === jobOf(ad));
    expect(ordered).toMatchObject([
      { variation: { kind: 'pick', photo: 0, pick: 2 }, variants: [{ request: { photos: [{ pick: 2 }] } }] },
    ]);
    const beyond = discord.ask(press(second.replace(/2$/, '4'), ad.id));
    expect(await told(beyond)).toContain('3개');
    const strip = ordered[0]?.pictures[0]?.result.choice?.strip.path ?? '';
    expect(existsSync(strip)).toBe(true);
    discord.ask(press(idOf(variant, 'remove'), variant.id));
    await discord.until(() => !existsSync(strip));
  });

  it('tell all the reasons to whoever asks alone', async () => {
    const { discord, shows, make, told } = stage();
    const ad = await shows(make('카페'), /완성했어요/);
    const asked = discord.ask(press(idOf(ad, 'why'), ad.id, { user: JUNHO, locale: 'en-GB' }));
    expect(await told(asked)).toMatch(/Why it looks this way[\s\S]*- The middle is free\./);
  });

  it('ask for new words in a form that holds the old ones', async () => {
    const { discord, bot, shows, make } = stage();
    const ad = await shows(make('카페', { headline: '딸기라떼', price: '5,500원' }), /완성했어요/);
    const asked = discord.ask(press(idOf(ad, 'words'), ad.id));
    const form = await discord.until(() => asked.modal);
    expect(form.title).toBe('문구 바꾸기');
    expect(JSON.stringify(form)).toContain('"value":"5,500원"');
    const fields = { headline: '딸기라떼\n봄 한정', sub: '', price: '', cta: '지금 주문하기', details: '' };
    await shows(discord.ask(submit(form.custom_id, fields)), /문구를 바꿨어요/);
    expect(bot.jobs()[0]?.variants[0]?.request.copy).toEqual({
      headline: '딸기라떼\n봄 한정',
      cta: '지금 주문하기',
    });
  });

  it('ask for QR code, badge and menu in a form, and say in it what cannot be read', async () => {
    const { discord, bot, shows, make, told } = stage();
    const ad = await shows(
      make('카페', { headline: '딸기라떼', badge: '신메뉴', qr: 'naver.me/abc' }),
      /완성했어요/,
    );
    expect(bot.jobs()[0]?.variants[0]?.request.parts).toEqual({ qr: 'https://naver.me/abc' });
    const asked = discord.ask(press(idOf(ad, 'parts'), ad.id));
    const form = await discord.until(() => asked.modal);
    expect(form.title).toBe('QR·메뉴·배지');
    expect(JSON.stringify(form)).toContain('"value":"https://naver.me/abc"');
    const fields = { qr: '', badge: '1+1', menu: '라떼 4,500원\n# 디저트\n스콘 3,000원' };
    const ordered = await shows(discord.ask(submit(form.custom_id, fields)), /바꾸신 대로 다시 만들었어요/);
    expect(ordered.id).not.toBe(ad.id);
    const { request } = bot.jobs()[0]?.variants[0] ?? {};
    expect(request?.copy.badge).toBe('1+1');
    expect(request?.parts).toEqual({
      menu: [{ name: '라떼', price: '4,500원' }, { name: '디저트' }, { name: '스콘', price: '3,000원' }],
    });
    const wrong = discord.ask(submit(form.custom_id, { ...fields, menu: '라떼 4,500원\n맛있어요' }));
    expect(await told(wrong)).toContain('메뉴 2행');
  });

  it('delete for the owner and for those who manage the server, and for nobody else', async () => {
    const { discord, shows, make, told } = stage();
    const ad = await shows(make('카페'), /완성했어요/);
    const id = idOf(ad, 'remove');
    expect(await told(discord.ask(press(id, ad.id, { user: JUNHO })))).toContain('민지 님이나 관리자만');
    discord.ask(press(id, ad.id, { user: JUNHO, permissions: String(1 << 5) }));
    await discord.until(() => /삭제했어요/.test(ad.texts.at(-1) ?? ''));
    expect(ad.files.size).toBe(0);
    expect(await told(discord.ask(press(id.replace('remove', 'why'), ad.id)))).toContain('삭제된 작업이에요');
  });

  it('cancel what waits, and let it be tried again', async () => {
    const { discord, bot, shows, make } = stage();
    bot.hold();
    const jobs = Array.from({ length: 4 }, (_, index) => make(`카페 ${index}`));
    const [, , , fourth] = jobs;
    if (fourth === undefined) throw new Error('There are four');
    const last = await shows(fourth, /접수했어요|만드는 중/);
    discord.ask(press(idOf(last, 'cancel'), last.id));
    await discord.until(() => /취소했어요/.test(last.texts.at(-1) ?? ''));
    bot.letGo();
    await shows(discord.ask(press(idOf(last, 'retry'), last.id)), /완성했어요/);
    await Promise.all(jobs.slice(0, 3).map((job) => shows(job, /완성했어요/)));
  });

  it('answer also when they come from nowhere', async () => {
    const { discord, told } = stage();
    expect(await told(discord.ask(press('1/zzzzzz/regenerate', newId())))).toContain('찾을 수 없어요');
    expect(await told(discord.ask(press('9/zzzzzz/explode', newId(), { locale: 'en-US' })))).toContain(
      'This button no longer works',
    );
  });
});

describe('the command on messages', () => {
  it('makes an ad from the photos of a message, by a form', async () => {
    const { discord, bot, shows, photo } = stage();
    const asked = discord.ask(
      onMessage([photo('latte.png'), { ...photo('menu.pdf'), content_type: 'application/pdf' }]),
    );
    const form = await discord.until(() => asked.modal);
    expect(form.title).toBe('이 사진으로 광고 만들기');
    await shows(
      discord.ask(submit(form.custom_id, { text: '딸기라떼', use: ['restyle'], price: '5,000원' })),
      /완성했어요/,
    );
    expect(bot.jobs()[0]?.variants[0]?.request).toMatchObject({
      text: '딸기라떼',
      use: 'restyle',
      copy: { price: '5,000원' },
      photos: [{ name: 'latte.png' }],
    });
    const late = discord.ask(submit(form.custom_id, { text: '딸기라떼' }, { locale: 'en-US' }));
    expect(await stage().told(late)).toContain('This form has expired');
  });

  it('says so where there is no photo', async () => {
    const { discord, told } = stage();
    expect(await told(discord.ask(onMessage([])))).toContain('이 메시지에는 사진이 없어요');
  });
});

describe('reactions', () => {
  it('are offered under an ad, and do what the buttons do', async () => {
    const { discord, appears, shows, make } = stage();
    const ad = await shows(make('카페'), /완성했어요/);
    await discord.until(() =>
      discord.store.reactions.some(({ message, emoji }) => message === ad.id && emoji === '❌'),
    );
    const offered = discord.store.reactions
      .filter(({ message }) => message === ad.id)
      .map(({ emoji }) => emoji);
    expect(offered).toEqual(['🔁', '🎨', '🔡', '📐', '💡', '❌']);
    for (const [emoji, text] of [
      ['🔁', /다시 만들었어요/],
      ['🎨', /다른 스타일로/],
      ['🔡', /글자를 다시/],
      ['📐', /크기별로/],
      ['1️⃣', /비슷하게/],
    ] as const) {
      const before = [...discord.store.messages];
      discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction(emoji, ad.id, { user: JUNHO, name: '준호' }));
      const variant = await appears(text, before);
      expect(variant.replyTo).toBe(ad.id);
      expect(variant.called).toEqual([]);
    }
  });

  it('of numbers vary that one of several, in the language of who gives them; an arrow shows the one before', async () => {
    const { discord, bot, appears, shows, make } = stage();
    const english = { user: '610000000000000007', name: 'Anne', locale: 'en-US' };
    const ad = await shows(make('cafe', { variants: 4 }, english), /Your ad is ready/);
    for (const [picture, emoji] of [
      [1, '2️⃣'],
      [2, '3️⃣'],
      [3, '4️⃣'],
    ] as const) {
      const before = [...discord.store.messages];
      discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction(emoji, ad.id, english));
      const variant = await appears(/Here is a variation/, before);
      expect(bot.jobs()[0]).toMatchObject({ variation: { kind: 'vary', picture, strength: 'weak' } });
      if (picture < 3) continue;
      const then = [...discord.store.messages];
      discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction('↩️', variant.id, english));
      expect((await appears(/Your ad is ready/, then)).files.size).toBe(4);
    }
  });

  it('write what is for one person alone to that one', async () => {
    const { discord, appears, shows, make } = stage();
    const ad = await shows(make('카페'), /완성했어요/);
    discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction('💡', ad.id, { user: JUNHO }));
    const why = await appears(/이렇게 만든 이유/);
    expect(why.channel).toBe(directChannelOf(JUNHO));
    discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction('❌', ad.id, { user: JUNHO }));
    await appears(/민지 님이나 관리자만/);
    discord.gateway.dispatch(
      'MESSAGE_REACTION_ADD',
      reaction('❌', ad.id, { user: JUNHO, roles: [MANAGERS] }),
    );
    await discord.until(() => /삭제했어요/.test(ad.texts.at(-1) ?? ''));
  });

  it('taken away before it starts cancel what they have ordered, and may be given again', async () => {
    const { discord, bot, shows, appears, make } = stage();
    const ad = await shows(make('카페'), /완성했어요/);
    const before = [...discord.store.messages];
    bot.hold();
    const many = Array.from({ length: 6 }, (_, index) => make(`카페 ${index}`));
    await Promise.all(many.map((job) => shows(job, /접수했어요|만드는 중/)));
    discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction('🔁', ad.id));
    const key = `discord:reaction:${ad.id}:${MINJI}:🔁`;
    const waiting = await discord.until(() => bot.jobs().find((job) => job.key === key));
    expect(waiting.state).toBe('queued');
    discord.gateway.dispatch('MESSAGE_REACTION_REMOVE', reaction('🔁', ad.id));
    await discord.until(() => bot.jobs().find(({ id, state }) => id === waiting.id && state === 'cancelled'));
    discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction('🔁', ad.id));
    bot.letGo();
    await appears(/다시 만들었어요/, before);
    await Promise.all(many.map((job) => shows(job, /완성했어요/)));
  });

  it('of other emoji, on other messages and of the bot itself do nothing', async () => {
    const { discord, bot, shows, make } = stage();
    const ad = await shows(make('카페'), /완성했어요/);
    const count = bot.jobs().length;
    const messages = discord.store.messages.length;
    discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction('🍓', ad.id));
    discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction('🔁', newId()));
    discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction('🔁', ad.id, { user: '900000000000000001' }));
    await shows(discord.ask(command('queue')), /기다려요/);
    expect(bot.jobs()).toHaveLength(count);
    expect(discord.store.messages).toHaveLength(messages + 1);
  });

  it('work in direct messages, too', async () => {
    const { discord, appears, shows, make } = stage();
    const direct = { guild: null, channel: directChannelOf(MINJI) };
    const ad = await shows(make('카페', {}, direct), /완성했어요/);
    const before = [...discord.store.messages];
    discord.gateway.dispatch('MESSAGE_REACTION_ADD', reaction('🔁', ad.id, direct));
    expect((await appears(/다시 만들었어요/, before)).channel).toBe(direct.channel);
  });
});
