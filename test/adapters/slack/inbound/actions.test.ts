import { existsSync } from 'node:fs';
import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import type { FakeMessage } from '../fake/workspace.ts';
import { type BotOptions, closeBot, openBot, type Stage, textOf, until } from '../with-bot.ts';

let shop: Stage | undefined;
afterEach(async () => {
  await closeBot(shop);
  shop = undefined;
});

/** A shop where an ad is finished. */
async function withAd(user = 'UMINJI', options: BotOptions = {}): Promise<Stage & { ad: FakeMessage }> {
  shop = await openBot(options);
  await shop.people.slash('카페 신메뉴 딸기라떼', { user });
  return { ...shop, ad: await shop.finished() };
}

const somePhoto = (): Promise<Buffer> =>
  sharp({ create: { width: 320, height: 320, channels: 3, background: '#e8486f' } })
    .jpeg()
    .toBuffer();

const newest = async ({ talk }: Stage) => (await talk.jobs.lookup.history({ limit: 1 }))[0];

const TITLES = {
  regenerate: { ko: [/다시 만들기/, '다시 만들었어요.'], en: [/Again/, 'Here is another one.'] },
  style: { ko: [/애니/, '다른 스타일로 만들었어요.'], en: [/Anime/, 'Here it is in another style.'] },
  lettering: {
    ko: [/글자 다시/, '글자를 다시 놓았어요.'],
    en: [/Text layout/, 'Here it is with a new text layout.'],
  },
  formats: { ko: [/모든 크기/, '크기별로 만들었어요.'], en: [/All sizes/, 'Here it is in every size.'] },
  vary: { ko: [/많이 바꾸기/, '비슷하게 만들었어요.'], en: [/Vary a lot/, 'Here is a variation.'] },
} as const;

describe.each([
  ['UMINJI', 'ko'],
  ['UANNE', 'en'],
] as const)('the buttons of %s (%s)', (user, locale) => {
  it.each(Object.keys(TITLES) as (keyof typeof TITLES)[])('%s orders a variant', async (kind) => {
    const { ad, people, finished } = await withAd(user);
    const [label, title] = TITLES[kind][locale];
    const { status } = await people.press(ad, label, user);
    expect(status).toBe(200);
    const variant = await finished([ad]);
    expect(textOf(variant.blocks)).toContain(title);
    expect((await newest(shop!))?.variation?.kind).toBe(kind);
  });

  it('words opens a form with the words, and makes the picture with those that come back', async () => {
    const { ad, slack, people, finished } = await withAd(user);
    await people.press(ad, /문구 바꾸기|Edit text/, user);
    const view = await until(() => slack.views[0]);
    expect(JSON.stringify(view.blocks)).toContain('딸기라떼');
    await people.submit({ headline: '오늘만 1+1', price: '5,500원' }, user);
    const variant = await finished([ad]);
    expect(variant.channel).toBe('C0SHOP');
    expect((await newest(shop!))?.variation).toEqual({
      kind: 'words',
      copy: { headline: '오늘만 1+1', price: '5,500원' },
    });
  });

  it('parts opens a form with the parts, and makes the picture with those that come back', async () => {
    const { ad, slack, people, finished } = await withAd(user);
    await people.press(ad, /QR·메뉴|QR, menu/, user);
    const view = await until(() => slack.views[0]);
    expect(JSON.stringify(view.blocks)).toContain('"block_id":"qr"');
    await people.submit({ qr: 'www.shop.kr', menu: '라떼 4,500원' }, user);
    const variant = await finished([ad]);
    expect(textOf(variant.blocks)).toContain(
      locale === 'ko' ? '바꾸신 대로 다시 만들었어요.' : 'Here it is with your changes.',
    );
    expect((await newest(shop!))?.variation).toEqual({
      kind: 'parts',
      badge: '',
      parts: { qr: 'https://www.shop.kr', menu: [{ name: '라떼', price: '4,500원' }] },
    });
  });

  it('why tells the person alone, in full', async () => {
    const { ad, slack, people } = await withAd(user);
    await people.press(ad, /왜 이렇게|Why/, user);
    const told = await until(() => slack.responses[0]);
    expect(told.response_type).toBe('ephemeral');
    expect(textOf(told.blocks)).toContain(locale === 'ko' ? '가운데가 비어 있어요.' : 'The middle is free.');
  });

  it('back shows the picture before', async () => {
    const { ad, people, finished } = await withAd(user);
    await people.press(ad, /다시 만들기|Again/, user);
    const variant = await finished([ad]);
    await people.press(variant, /이전 그림|Previous/, user);
    const back = await finished([ad, variant]);
    expect(back.blocks.find(({ type }) => type === 'image')).toBeDefined();
  });

  it('delete asks whether one is sure, and takes the picture and its file away', async () => {
    const { ad, slack, people } = await withAd(user);
    expect(JSON.stringify(ad.blocks)).toContain('"confirm"');
    await people.press(ad, /삭제|Delete/, user);
    await until(() => textOf(ad.blocks).includes(locale === 'ko' ? '삭제했어요.' : 'Deleted.') || undefined);
    expect(ad.blocks.some(({ type }) => type === 'image')).toBe(false);
    await until(() => [...slack.files.values()].every(({ deleted }) => deleted) || undefined);
  });

  it('cancel stops what waits, and try again makes it after all', async () => {
    let go: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    shop = await openBot({ onPicture: () => gate });
    const { people, message, finished } = shop;
    await people.slash('카페 신메뉴', { user });
    const waiting = await message(({ blocks }) => /취소|Cancel/.test(textOf(blocks)));
    await people.press(waiting, /취소|Cancel/, user);
    go();
    await until(() => /취소했어요|Cancelled\./.test(textOf(waiting.blocks)) || undefined);
    await people.press(waiting, /다시 시도|Try again/, user);
    expect(await finished()).not.toBe(waiting);
  });
});

describe('a button', () => {
  it('pressed in a thread is answered in it', async () => {
    shop = await openBot();
    await shop.people.mention('딸기', { thread: '1790000000.000003' });
    const ad = await shop.finished();
    await shop.people.press(ad, /다시 만들기/);
    expect((await shop.finished([ad])).thread).toBe('1790000000.000003');
  });

  it('on a message that was posted as the process was killed takes it away, and says what is true', async () => {
    const { slack, people, finished, ad } = await withAd();
    const [card] = ad.before;
    // The job's own message was posted twice, and nobody has learnt of the first.
    const stale = { ...ad, ts: slack.ts(), blocks: card ?? [], before: [], reactions: [] };
    slack.messages.push(stale);
    await people.press(stale, /취소/);
    await until(() => stale.deleted);
    const told = await until(() => slack.responses.at(-1) ?? slack.ephemeral.at(-1));
    expect(textOf(told.blocks)).not.toBe('');
    expect(ad.deleted).toBe(false);
    await people.press(ad, /다시 만들기/);
    await finished([ad]);
    expect(ad.deleted).toBe(false);
  });

  it('sent again is pressed once', async () => {
    const { ad, people, talk, finished } = await withAd();
    const press = { trigger_id: 'same.trigger' };
    const element = { action_id: 'ad:x', value: `1/${(await newest(shop!))?.id}/regenerate`, type: 'button' };
    const payload = { type: 'block_actions', channel: { id: ad.channel }, actions: [element], ...press };
    await Promise.all([people.interact(payload, 'UMINJI'), people.interact(payload, 'UMINJI', { retry: 1 })]);
    await finished([ad]);
    expect(await talk.jobs.lookup.history({ limit: 10 })).toHaveLength(2);
  });

  it('of another thing in a photo orders it once, says so where there is none, and its strip goes with its job', async () => {
    shop = await openBot({ things: 3 });
    const { people, slack, talk, finished } = shop;
    await people.mention('딸기라떼', {}, { files: [slack.photo(await somePhoto())] });
    const ad = await finished();
    expect(textOf(ad.blocks)).toContain('3개를 찾아 1번(왼쪽)을 썼어요');
    expect(ad.blocks.filter(({ type }) => type === 'image')).toHaveLength(2);
    await people.press(ad, /^👉? ?2번 가운데/);
    const variant = await finished([ad]);
    expect(textOf(variant.blocks)).toMatch(/고르신 것으로[\s\S]*2번\(가운데\)을 썼어요/);
    const [job, ...before] = await talk.jobs.lookup.history({ limit: 10 });
    expect(before).toHaveLength(1);
    expect(job).toMatchObject({
      variation: { kind: 'pick', photo: 0, pick: 2 },
      variants: [{ request: { photos: [{ pick: 2 }] } }],
    });
    const element = { action_id: 'ad:x', value: `1/${job?.id}/pick/0/4`, type: 'button' };
    await people.interact(
      { type: 'block_actions', channel: { id: ad.channel }, actions: [element] },
      'UMINJI',
    );
    expect(textOf((await until(() => slack.responses[0])).blocks)).toContain('3개');
    const strip = job?.pictures[0]?.result.choice?.strip.path ?? '';
    expect(existsSync(strip)).toBe(true);
    await people.press(variant, /삭제/);
    await until(() => !existsSync(strip) || undefined);
  });

  it('of somebody else’s ad may not delete it, unless they administer the workspace', async () => {
    const { ad, slack, people } = await withAd();
    await people.press(ad, /삭제/, 'UANNE');
    expect(textOf((await until(() => slack.responses[0])).blocks)).toContain(
      'Only 민지 or an admin can do that.',
    );
    await people.press(ad, /삭제/, 'UBOSS');
    await until(() => textOf(ad.blocks).includes('삭제했어요.') || undefined);
  });

  it('that nobody knows any more says so', async () => {
    const { ad, slack, people } = await withAd();
    const element = { action_id: 'ad:old', value: '0/old', type: 'button' };
    await people.interact(
      { type: 'block_actions', channel: { id: ad.channel }, actions: [element] },
      'UMINJI',
    );
    expect(textOf((await until(() => slack.responses[0])).blocks)).toContain('이 버튼은 더 쓸 수 없어요');
  });
});

describe('a reaction', () => {
  it.each([
    ['repeat', 'regenerate'],
    ['art', 'style'],
    ['abcd', 'lettering'],
    ['triangular_ruler', 'formats'],
    ['one', 'vary'],
  ])(':%s: orders a variant, once however often Slack tells of it', async (name, kind) => {
    const { ad, people, talk, finished } = await withAd();
    await people.react(name, ad, 'UANNE', false, { id: 'Ev-same' });
    await people.react(name, ad, 'UANNE', false, { id: 'Ev-same', retry: 1 });
    await people.react(name, ad, 'UANNE', false, { retry: 2 });
    await finished([ad]);
    const jobs = await talk.jobs.lookup.history({ limit: 10 });
    expect(jobs.map(({ variation }) => variation?.kind)).toEqual([kind, undefined]);
    expect(jobs[0]).toMatchObject({ owner: { id: 'UANNE' }, locale: 'en' });
  });

  it.each([
    ['two', 1],
    ['three', 2],
    ['four', 3],
  ])(':%s: varies that one of several', async (name, picture) => {
    shop = await openBot();
    const { people, finished } = shop;
    await people.slash('카페 --variants 4', { user: 'UANNE' });
    const ad = await finished();
    await people.react(name, ad, 'UANNE');
    await finished([ad]);
    expect((await newest(shop))?.variation).toEqual({ kind: 'vary', picture, strength: 'weak' });
  });

  it('of any skin tone counts the same; of any other kind, or elsewhere, it counts nothing', async () => {
    const { ad, slack, people, finished, talk } = await withAd();
    await people.react('thumbsup', ad);
    await people.react('repeat', { ...ad, ts: '1.1' });
    await people.event({
      type: 'reaction_added',
      user: 'UMINJI',
      reaction: 'repeat',
      item: { type: 'file', file: 'F1' },
      event_ts: '1',
    });
    await people.react('repeat', ad, 'U0BOT');
    expect(await talk.jobs.lookup.history({ limit: 10 })).toHaveLength(1);
    await people.react('repeat::skin-tone-3', ad);
    await finished([ad]);
    expect(slack.callsOf('users.info').filter(({ sent }) => sent.user === 'U0BOT')).toEqual([]);
  });

  it('taken away cancels what has not begun, and may be given again', async () => {
    let go: () => void = () => {};
    let gate = Promise.resolve();
    const { ad, people, talk } = await withAd('UMINJI', { onPicture: () => gate, parts: { concurrency: 1 } });
    gate = new Promise((resolve) => {
      go = resolve;
    });
    await people.slash('다른 광고');
    await people.react('repeat', ad);
    const ordered = await newest(shop!);
    expect(ordered?.variation?.kind).toBe('regenerate');
    await people.react('repeat', ad, 'UANNE', true);
    expect((await talk.jobs.lookup.job(ordered!.id)).state).toBe('queued');
    await people.react('repeat', ad, 'UMINJI', true);
    expect((await talk.jobs.lookup.job(ordered!.id)).state).toBe('cancelled');
    await people.react('repeat', ad);
    go();
    expect((await newest(shop!))?.id).not.toBe(ordered?.id);
  });

  it('with a cross deletes one’s own, with a bulb tells why, with an arrow shows the one before', async () => {
    const { ad, slack, people, finished } = await withAd();
    await people.react('bulb', ad);
    expect(textOf((await until(() => slack.ephemeral[0])).blocks)).toContain('가운데가 비어 있어요.');
    await people.react('repeat', ad);
    const variant = await finished([ad]);
    await people.react('leftwards_arrow_with_hook', variant);
    await finished([ad, variant]);
    await people.react('x', ad);
    await until(() => textOf(ad.blocks).includes('삭제했어요.') || undefined);
  });

  it('is offered by the bot where that was asked for', async () => {
    const { ad, people, talk } = await withAd('UMINJI', { slack: { offersReactions: true } });
    await until(() => (ad.reactions.includes('x') ? true : undefined));
    expect(ad.reactions).toEqual(['repeat', 'art', 'abcd', 'triangular_ruler', 'bulb', 'x']);
    // The bot's own reactions order nothing.
    for (const name of ad.reactions) await people.react(name, ad, 'U0BOT');
    expect(await talk.jobs.lookup.history({ limit: 10 })).toHaveLength(1);
  });
});
