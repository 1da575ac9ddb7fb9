import { afterEach, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import type { Answer } from '../../src/conversation/command/define-command.ts';
import { UserError } from '../../src/errors/user-error.ts';
import type { Reply } from '../../src/jobs/delivery/reply.ts';
import { vocabularyWith } from '../conversation/command/small-vocabulary.ts';
import { type ConversationDesk, inboundEvent, openConversation } from '../conversation/open-conversation.ts';
import { closeDesk } from '../jobs/desk.ts';

let talk: ConversationDesk | undefined;
afterEach(async () => {
  await closeDesk(talk);
  talk = undefined;
});

async function open(...inputs: Parameters<typeof openConversation>): Promise<ConversationDesk> {
  talk = await openConversation(...inputs);
  return talk;
}

function replyOf(answer: Answer): Reply {
  if (answer.kind !== 'reply') throw new Error(JSON.stringify(answer));
  return answer.reply;
}

describe('every command', () => {
  it('fits what platforms take for names and descriptions, in both languages', () => {
    for (const { name, ko, description, options } of commands) {
      const named = [
        { name, ko, description },
        ...Object.entries(options).map(([key, option]) => ({ name: key, ...option })),
      ];
      for (const part of named) {
        expect(part.name).toMatch(/^[a-z][a-z0-9-]{0,31}$/);
        expect(part.ko).toMatch(/^[\p{Script=Hangul}\p{N}-]{1,32}$/u);
        for (const text of Object.values(part.description))
          expect(text.length, text).toBeLessThanOrEqual(100);
      }
      for (const option of Object.values(options)) {
        if (option.kind === 'choice') expect(option.choices.length).toBeLessThanOrEqual(25);
      }
      expect(Object.keys(options).length).toBeLessThanOrEqual(25);
      // Platforms want what must be given first.
      const required = Object.values(options).map((option) => option.required === true);
      expect(required).toEqual([...required].sort((a, b) => Number(b) - Number(a)));
      expect(new Set(named.map((part) => part.ko)).size).toBe(named.length);
    }
  });
});

describe('make', () => {
  it('orders what was asked for, words and names and all', async () => {
    const { conversation } = await open();
    const answer = await conversation.runCommand(
      'make',
      {
        text: '카페 신메뉴 딸기라떼',
        headline: '딸기라떼',
        price: '5,500원',
        industry: '카페',
        style: '애니',
        ratio: '스토리',
        variants: 3,
        language: 'en',
        lettering: true,
        strength: 0.9,
      },
      inboundEvent(),
    );
    if (answer.kind !== 'job') throw new Error(JSON.stringify(answer));
    expect(answer.job).toMatchObject({ state: 'queued', locale: 'ko', owner: { id: 'minji', name: '민지' } });
    expect(answer.job.variants).toHaveLength(3);
    expect(answer.job.variants[0]?.request).toMatchObject({
      copy: { headline: '딸기라떼', price: '5,500원' },
      industry: 'cafe',
      style: 'anime',
      format: '9:16',
      locale: 'en',
      strength: 0.9,
    });
    expect(new Set(answer.job.variants.map(({ request }) => request.seed)).size).toBe(3);
  });

  it('orders one ad at several places as one job, and no more pictures than a message shows', async () => {
    const { conversation } = await open();
    const values = { text: '카페 신메뉴 딸기라떼', place: '인스타 스토리, 문자' };
    const answer = await conversation.runCommand('make', values, inboundEvent());
    if (answer.kind !== 'job') throw new Error(JSON.stringify(answer));
    const requests = answer.job.variants.map(({ request }) => request);
    expect(requests.map(({ place }) => place)).toEqual(['7x100', '2x100']);
    expect(new Set(requests.map(({ seed }) => seed)).size).toBe(1);
    const many = ['a', 'bb', 'ccc'].join();
    const refused = await conversation.runCommand(
      'make',
      { ...values, place: many, variants: 4 },
      inboundEvent(),
    );
    expect(refused).toMatchObject({ kind: 'reply', wrong: 'too-many-places' });
  });

  it('takes from the shop’s settings what was not said', async () => {
    const { conversation } = await open();
    const admin = { admin: true };
    await conversation.runCommand(
      'brand',
      { name: '꽃피는집', colours: '#E8486F fff5ee', style: 'anime', font: 'pretendard' },
      inboundEvent(admin),
    );
    const answer = await conversation.runCommand('make', { text: '봄 신상' }, inboundEvent());
    expect(answer.kind === 'job' && answer.job.variants[0]?.request).toMatchObject({
      style: 'anime',
      brand: { shopName: '꽃피는집', colours: ['#e8486f', '#fff5ee'], face: 'Pretendard' },
    });
    const other = await conversation.runCommand(
      'make',
      { text: '봄 신상', style: 'realistic' },
      inboundEvent(),
    );
    expect(other.kind === 'job' && other.job.variants[0]?.request.style).toBe('realistic');
  });

  it('makes it move as the option says, by any name and as any file, and leaves it still against the text’s own words', async () => {
    const { conversation } = await open();
    const moves = async (motion: string, text = '카페') => {
      const answer = await conversation.runCommand('make', { text, motion }, inboundEvent());
      if (answer.kind !== 'job') throw new Error(JSON.stringify(answer));
      const { motion: how, motionFiles: files } = answer.job.variants[0]?.request ?? {};
      return [how, files];
    };
    expect(await moves('자동')).toEqual(['auto', undefined]);
    expect(await moves('calm, GIF')).toEqual(['calm', ['gif']]);
    expect(await moves('움짤 영상')).toEqual(['auto', ['gif', 'mp4']]);
    expect(await moves('없음', '카페, 움직이는 광고로')).toEqual([undefined, undefined]);
  });

  it('goes where the shop’s ads go, unless its words or its options say otherwise', async () => {
    const { conversation } = await open();
    const admin = inboundEvent({ admin: true });
    const goesTo = async (values: Record<string, string> = {}) => {
      const answer = await conversation.runCommand('make', { text: '카페', ...values }, inboundEvent());
      if (answer.kind !== 'job') throw new Error(JSON.stringify(answer));
      const { place, format } = answer.job.variants[0]?.request ?? {};
      return place ?? format;
    };
    await conversation.runCommand('brand', { ratio: '4:5' }, admin);
    expect(await goesTo()).toBe('4:5');
    const set = replyOf(await conversation.runCommand('brand', { place: 'a4-print' }, admin));
    expect(set.facts).toEqual([{ name: '올릴 곳', value: 'a4-print' }]);
    expect(await goesTo()).toBe('a4-print');
    expect(await goesTo({ place: '300x100' })).toBe('300x100');
    expect(await goesTo({ ratio: '9:16' })).toBe('9:16');
    expect(await goesTo({ text: '카페, 인스타 스토리용' })).toBe('15x100');
    expect(await goesTo({ text: '카페, 세로로' })).toBe('9:16');
    await conversation.runCommand('brand', { ratio: '4:5' }, admin);
    expect(await goesTo()).toBe('4:5');
    await conversation.runCommand('brand', { place: '없음' }, admin);
    expect(await goesTo()).toBe('1:1');
  });

  it('puts the brand’s QR code into every ad, unless an ad has another or none, and a menu that was typed', async () => {
    const { conversation } = await open();
    const ordered = async (values: Record<string, string>) => {
      const answer = await conversation.runCommand('make', { text: '카페', ...values }, inboundEvent());
      if (answer.kind !== 'job') throw new Error(JSON.stringify(answer));
      return answer.job.variants[0]?.request.parts;
    };
    const admin = inboundEvent({ admin: true });
    const set = replyOf(await conversation.runCommand('brand', { qr: 'shop.kr' }, admin));
    expect(set.facts).toContainEqual({ name: 'QR 코드', value: 'https://shop.kr' });
    expect(await ordered({})).toEqual({ qr: 'https://shop.kr' });
    expect(await ordered({ qr: 'other.kr' })).toEqual({ qr: 'https://other.kr' });
    expect(await ordered({ qr: '없음' })).toBeUndefined();
    expect(await ordered({ qr: 'none', menu: '라떼 4,500원' })).toEqual({
      menu: [{ name: '라떼', price: '4,500원' }],
    });
    await conversation.runCommand('brand', { qr: '없음' }, admin);
    expect(await ordered({})).toBeUndefined();
    const wrong = replyOf(
      await conversation.runCommand('make', { text: '카페', menu: '라떼' }, inboundEvent()),
    );
    expect(wrong.title).toContain('메뉴 1행');
  });

  it('makes nothing of what is refused', async () => {
    const { conversation, store } = await open();
    for (const values of [
      { text: '' },
      { text: '카페', style: 'cubist' },
      { text: '카페', use: 'restyle' },
    ]) {
      expect((await conversation.runCommand('make', values, inboundEvent())).kind).toBe('reply');
    }
    expect(await store.openJobs()).toEqual([]);
  });
});

describe('queue and history', () => {
  it('tell where one’s own jobs stand, and what there was', async () => {
    let hold = true;
    const { conversation, until, jobs } = await open({
      parts: { concurrency: 1 },
      onPicture: async (_request, { signal }) => {
        while (hold) {
          signal?.throwIfAborted();
          await new Promise((resolve) => setTimeout(resolve, 5));
        }
      },
    });
    const ids: string[] = [];
    for (const text of ['첫째 광고', '둘째 광고']) {
      const answer = await conversation.runCommand('make', { text }, inboundEvent());
      if (answer.kind === 'job') ids.push(answer.job.id);
    }
    await expect.poll(() => jobs.load).toEqual({ running: 1, waiting: 1 });
    const queue = replyOf(await conversation.runCommand('queue', {}, inboundEvent()));
    expect(queue.title).toContain('1개를 만들고 1개가 기다려요');
    expect(queue.entries.map(({ job }) => job)).toEqual(ids);
    expect(queue.entries[1]?.text).toContain('1번째');
    expect(replyOf(await conversation.runCommand('queue', {}, inboundEvent({ id: 'jun' }))).text).toBe(
      '내 작업은 없어요.',
    );
    hold = false;
    for (const id of ids) await until(id, ({ state }) => state === 'delivered');
    const mine = replyOf(await conversation.runCommand('history', { count: 1 }, inboundEvent()));
    expect(mine.entries).toMatchObject([
      { job: ids[1], title: '둘째 광고', text: expect.stringContaining('완성') },
    ]);
    expect(
      replyOf(await conversation.runCommand('history', {}, inboundEvent({ id: 'jun' }))).entries,
    ).toEqual([]);
    const here = replyOf(
      await conversation.runCommand('history', { whose: 'here' }, inboundEvent({ id: 'jun' })),
    );
    expect(here.entries).toHaveLength(2);
  });
});

describe('show', () => {
  it('shows a picture again, its recipe, or makes exactly the same once more', async () => {
    const { conversation, until, recorder } = await open();
    const answer = await conversation.runCommand('make', { text: '카페', variants: 2 }, inboundEvent());
    const id = answer.kind === 'job' ? answer.job.id : '';
    const job = await until(id, ({ state }) => state === 'delivered');
    expect(await conversation.runCommand('show', { id }, inboundEvent())).toEqual({
      kind: 'job-message',
      job: id,
    });
    await expect.poll(() => recorder.messages.size).toBe(2);
    const recipe = replyOf(
      await conversation.runCommand('show', { id: `${id}.2`, recipe: true }, inboundEvent()),
    );
    expect(JSON.parse(recipe.text ?? '')).toEqual(job.pictures[1]?.result.recipe);
    const prompt = replyOf(
      await conversation.runCommand('show', { id: `${id}.2`, prompt: true }, inboundEvent()),
    );
    expect(prompt.text).toContain('넣지 않을 것');
    const again = await conversation.runCommand('show', { id: `${id}.2`, again: true }, inboundEvent());
    const same = await until(again.kind === 'job' ? again.job.id : '', ({ state }) => state === 'delivered');
    expect(same.pictures[0]?.result.image.id).toBe(job.pictures[1]?.result.image.id);
  });
});

describe('brand', () => {
  it('takes no name that no ad may have on it', async () => {
    const vocabulary = vocabularyWith((text) => {
      if (text.includes('카지노'))
        throw new UserError('content-refused', { why: { ko: '도박', en: 'gambling' } });
    });
    const { conversation } = await open({}, { vocabulary });
    const refused = await conversation.runCommand(
      'brand',
      { name: '달빛 카지노' },
      inboundEvent({ admin: true }),
    );
    expect(refused).toMatchObject({ wrong: 'content-refused' });
    const shown = replyOf(await conversation.runCommand('brand', {}, inboundEvent({ locale: 'en' })));
    expect(shown.facts).toEqual([]);
  });

  it('is set by admins, shown to everybody, and forgotten when told', async () => {
    const { conversation, store } = await open();
    const refused = await conversation.runCommand('brand', { name: '꽃집' }, inboundEvent());
    expect(replyOf(refused).title).toContain('관리자만');
    const logo = [{ sha256: 'c'.repeat(64), name: 'logo.png' }];
    await conversation.runCommand('brand', { name: '꽃집', logo }, inboundEvent({ admin: true }));
    const shown = replyOf(await conversation.runCommand('brand', {}, inboundEvent({ locale: 'en' })));
    expect(shown.facts).toEqual([
      { name: 'Shop', value: '꽃집' },
      { name: 'Logo', value: 'logo.png' },
    ]);
    expect(await store.isUsed({ kind: 'photo', name: 'c'.repeat(64) })).toBe(true);
    await conversation.runCommand('brand', { clear: true }, inboundEvent({ admin: true }));
    expect(replyOf(await conversation.runCommand('brand', {}, inboundEvent())).facts).toEqual([]);
    expect(await store.isUsed({ kind: 'photo', name: 'c'.repeat(64) })).toBe(false);
    const bad = await conversation.runCommand('brand', { colours: 'pink' }, inboundEvent({ admin: true }));
    expect(replyOf(bad).title).toContain('#e8486f');
  });
});

describe('help', () => {
  it('lists every command', async () => {
    const { conversation } = await open();
    const reply = replyOf(await conversation.runCommand('help', {}, inboundEvent()));
    expect(reply.entries.map(({ title }) => title)).toEqual(commands.map(({ name }) => `/ad ${name}`));
    expect((await conversation.runCommand('도움말', {}, inboundEvent())).kind).toBe('reply');
  });
});
