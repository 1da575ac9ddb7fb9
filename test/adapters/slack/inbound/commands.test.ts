import { afterEach, describe, expect, it } from 'vitest';
import { make } from '../../../../commands/make.ts';
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

describe.each(['socket', 'http'] as const)('/ad over %s', (mode) => {
  it('acknowledges, posts one message and puts the finished ad into it', async () => {
    const { people, slack, finished } = await opened({ mode });
    const acknowledged = await people.slash('카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기');
    expect(acknowledged).toMatchObject({ status: 200, body: {} });
    const message = await finished();
    expect(slack.messages).toEqual([message]);
    expect(message).toMatchObject({ channel: 'C0SHOP', thread: undefined });
    expect(textOf(message.blocks)).toContain('완성했어요!');
    const [file] = slack.files.values();
    expect(message.blocks.find(({ type }) => type === 'image')).toMatchObject({
      slack_file: { id: file?.id },
    });
    expect(file?.alt).toContain('딸기라떼');
    expect(file?.bytes?.subarray(1, 4).toString()).toBe('PNG');
  });

  it('answers in the language that the person uses Slack in', async () => {
    const { people, message } = await opened({ mode });
    await people.slash('카페 신메뉴', { user: 'UANNE' });
    expect(textOf((await message(isFinished)).blocks)).toContain('Your ad is ready.');
  });

  it('answers every one of a crowd, in the acknowledgement or after it', async () => {
    const { people, slack } = await opened({ mode });
    const crowd = 60;
    const names = Array.from({ length: crowd }, (_, n) => `U${n}OFMANY`);
    for (const [n, name] of names.entries()) {
      slack.people.set(name, { locale: n % 2 ? 'en-US' : 'ko-KR', name, admin: false });
    }
    const told = await Promise.all(names.map((user) => people.slash('queue', { user })));
    expect(told.every(({ status }) => status === 200)).toBe(true);
    const atOnce = told.filter(({ body }) => Object.keys(body).length > 0);
    const later = await until(
      () => (slack.responses.length === crowd - atOnce.length ? slack.responses : undefined),
      slack,
    );
    const words = [...atOnce.map(({ body }) => body), ...later].map((body) => textOf(body.blocks));
    expect(words.filter((said) => said.includes('0개가 기다려요'))).toHaveLength(crowd / 2);
    expect(slack.messages).toEqual([]);
  });

  it('answers what shows no job to the person alone', async () => {
    const { people, slack } = await opened({ mode });
    const { body } = await people.slash('queue');
    expect(body).toMatchObject({ response_type: 'ephemeral' });
    expect(textOf(body.blocks)).toContain('0개가 기다려요');
    expect(textOf((await people.slash('help', { user: 'UANNE' })).body.blocks)).toContain(
      'This bot makes ads.',
    );
    expect(slack.messages).toEqual([]);
  });

  it.each([
    ['UMINJI', '광고 만들기', '완성했어요!'],
    ['UANNE', 'Ad: make', 'Your ad is ready.'],
  ])('opens a form made from the options when %s says nothing', async (user, title, said) => {
    const { people, slack, finished } = await opened({ mode });
    await people.slash('', { user });
    const view = await until(() => slack.views[0]);
    expect(textOf(view.title)).toBe(title);
    expect(view.blocks).toHaveLength(Object.keys(make.options).length);
    const { status, body } = await people.submit(
      {
        text: '꽃집 장미 할인',
        ratio: '4:5',
        variants: '2',
        lettering: 'no',
      },
      user,
    );
    expect({ status, body }).toEqual({ status: 200, body: {} });
    const message = await finished();
    expect(message.channel).toBe('C0SHOP');
    expect(textOf(message.blocks)).toContain(said);
    expect(message.blocks.filter(({ type }) => type === 'image')).toHaveLength(2);
    const [job] = await shop!.talk.jobs.lookup.history({ limit: 1 });
    expect(job?.variants[0]?.request).toMatchObject({
      text: '꽃집 장미 할인',
      format: '4:5',
      lettering: false,
    });
  });
});
