import { describe, expect, it } from 'vitest';
import { JUNHO } from '../fake/ids.ts';
import { flattened } from '../fake/rules.ts';
import { command, submit, typing } from '../fake/user-events.ts';
import { withBot } from '../with-bot.ts';

const stage = withBot();

describe('/ad make', () => {
  it('is acknowledged at once, shows how it gets on, and becomes the ad with its reasons', async () => {
    const { shows, make } = stage();
    const asked = make('카페 신메뉴 딸기라떼');
    const message = await shows(asked, /완성했어요/);
    expect(message.ephemeral).toBe(false);
    expect(message.texts.at(-1)).toContain('가운데가 비어 있어요.');
    expect(message.texts.at(-1)).toMatch(/엔진 quick · 스타일 realistic · 비율 1:1 · 시드 \d+/);
    const [name] = message.files.keys();
    expect(name).toMatch(/^ad-[0-9a-z]{6}\.png$/);
    const [picture] = flattened(message.body.components).flatMap(({ items = [] }) => items);
    expect(picture?.description).toMatch(/^광고\. 그림\. 딸기라떼/);
    expect(asked.type).toBe(5);
  });

  it('takes everything that can be given', async () => {
    const { bot, shows, make, photo } = stage();
    const asked = make('빵집 소금빵', {
      photo: photo('a.png'),
      photo3: photo('b.png'),
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
    expect(job?.variants).toHaveLength(2);
    expect(job?.variants[0]?.request).toMatchObject({
      text: '빵집 소금빵',
      use: 'composite',
      copy: { headline: '소금빵', sub: '매일 아침', price: '3,000원', cta: '지금 주문하기' },
      industry: 'bakery',
      style: 'illustration',
      format: '4:5',
      locale: 'ko',
      photos: [{ name: 'a.png' }, { name: 'b.png' }],
    });
    expect(job?.variants[0]?.request.seed).not.toBe(job?.variants[1]?.request.seed);
  });

  it('restyles a photo as far as it is told', async () => {
    const { bot, shows, make, photo } = stage();
    const asked = make('꽃집', { photo: photo('c.png'), use: 'restyle', strength: 0.9 });
    await shows(asked, /완성했어요/);
    expect(bot.jobs()[0]?.variants[0]?.request).toMatchObject({ use: 'restyle', strength: 0.9 });
  });

  it('tells the person alone what is wrong, in their language, and leaves nothing behind', async () => {
    const { make, told } = stage();
    const asked = make('a new latte', { industry: 'moonbase' }, { locale: 'en-US' });
    expect(await told(asked)).toContain('There is no industry called "moonbase"');
    expect(asked.original?.deleted).toBe(true);
  });

  it('suggests names while they are typed', async () => {
    const { discord } = stage();
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
    const { discord, shows } = stage();
    const queue = discord.ask(command('queue'));
    expect((await shows(queue, /기다려요/)).ephemeral).toBe(true);
    const history = discord.ask(command('history', { count: 3 }));
    const listed = await shows(history, /지난 작업이에요/);
    const shown = flattened(listed.body.components).flatMap(({ custom_id: id }) => id ?? []);
    expect(shown).toHaveLength(3);
    for (const id of shown) expect(id).toMatch(/^1\/[0-9a-z]{6}\/show$/);
  });

  it('show an ad again, its recipe to the person alone, and make it once more', async () => {
    const { discord, bot, shows } = stage();
    const [job] = bot.jobs();
    const id = job?.id ?? '';
    const suggested = discord.ask(typing('show', 'id', id.slice(0, 3)));
    await discord.until(() => suggested.choices);
    expect(suggested.choices?.map(({ value }) => value)).toContain(id);
    const again = await shows(discord.ask(command('show', { id })), /완성했어요/);
    expect(again.files.size).toBe(1);
    const recipe = discord.ask(command('show', { id, recipe: true }));
    const shown = await discord.until(() => recipe.followUps[0]);
    expect(shown.ephemeral).toBe(true);
    expect(
      [shown.texts.join(), ...[...shown.files.values()].map((file) => Buffer.from(file).toString())].join(),
    ).toContain('"seed"');
    await shows(discord.ask(command('show', { id, again: true })), /똑같이 다시 만들었어요/);
    const unknown = discord.ask(command('show', { id: 'zzzzzz' }, { locale: 'en-US' }));
    expect((await discord.until(() => unknown.followUps[0])).texts.at(-1)).toContain('There is no job');
  });

  it('keep a brand for the server, which only those who manage it change', async () => {
    const { discord, bot, shows, make, photo } = stage();
    const logo = photo('logo.png');
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
    expect(bot.jobs()[0]?.variants[0]?.request.brand).toMatchObject({
      shopName: '딸기 가게',
      face: 'Pretendard',
    });
    await shows(discord.ask(command('brand', { clear: true }, { permissions: '8' })), /정해 둔 것이 없어요/);
  });

  it('help in both languages', async () => {
    const { discord, shows } = stage();
    await shows(discord.ask(command('help')), /광고를 만들어 드려요[\s\S]*\/ad brand/);
    await shows(discord.ask(command('help', {}, { locale: 'en-GB' })), /This bot makes ads/);
  });
});

describe('/ad form', () => {
  it('asks for everything in a form, files too', async () => {
    const { discord, bot, shows, photo } = stage();
    const asked = discord.ask(command('form'));
    const form = await discord.until(() => asked.modal);
    expect(form.title).toBe('광고 만들기');
    const fields = flattened(form.components as Parameters<typeof flattened>[0]).flatMap(
      ({ custom_id: id }) => id ?? [],
    );
    expect(fields).toEqual(['text', 'photo', 'use', 'headline', 'ratio']);
    const file = photo('d.png');
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
    expect(bot.jobs()[0]?.variants[0]?.request).toMatchObject({
      text: '꽃집 튤립',
      format: '9:16',
      photos: [{ name: 'd.png' }],
    });
  });
});
