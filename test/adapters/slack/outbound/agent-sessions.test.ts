import { afterEach, describe, expect, it } from 'vitest';
import { closeBot, openBot, type Stage, textOf, until } from '../with-bot.ts';

let shop: Stage | undefined;
afterEach(async () => {
  await closeBot(shop);
  shop = undefined;
});

const THREAD = '1790000000.000005';

const stop = (user: string) => ({
  type: 'agent_session_stopped',
  channel: 'C0SHOP',
  thread_ts: THREAD,
  user,
  streaming_message_ts: [],
  event_ts: '1790000000.000900',
});

describe('where the bot is an agent', () => {
  it('its thread says that it is at work while it is, in the person’s language', async () => {
    shop = await openBot();
    const { people, slack, finished } = shop;
    await people.mention('카페 신메뉴', { thread: THREAD });
    await finished();
    await until(() => (slack.callsOf('assistant.threads.setStatus').length === 2 ? true : undefined));
    const statuses = slack.callsOf('agents.sessions.setStatus').map(({ sent }) => sent);
    expect(statuses).toEqual([
      { channel_id: 'C0SHOP', thread_ts: THREAD, status: 'processing' },
      { channel_id: 'C0SHOP', thread_ts: THREAD, status: 'active' },
    ]);
    const [line, none] = slack.callsOf('assistant.threads.setStatus').map(({ sent }) => sent.status);
    expect([line, none]).toEqual(['광고를 만들고 있어요…', '']);
  });

  it('Slack’s stop button cancels what that person has under way there, and nothing of others', async () => {
    let go: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    shop = await openBot({ onPicture: () => gate });
    const { people, slack, message } = shop;
    await people.mention('new latte', { user: 'UANNE', thread: THREAD });
    const own = await message(({ thread, blocks }) => thread === THREAD && /Cancel/.test(textOf(blocks)));
    await people.event(stop('UMINJI'));
    expect(textOf(own.blocks)).not.toContain('Cancelled.');
    await people.event(stop('UANNE'));
    go();
    await until(() => (textOf(own.blocks).includes('Cancelled.') ? true : undefined));
    const last = slack.callsOf('agents.sessions.setStatus').at(-1);
    expect(last?.sent.status).toBe('active');
  });

  it('and where it is none, it is asked once and everything else is as ever', async () => {
    shop = await openBot();
    const { people, slack, finished } = shop;
    slack.fault = ({ method }) =>
      method === 'agents.sessions.setStatus' ? { body: { ok: false, error: 'feature_disabled' } } : undefined;
    await people.mention('하나', { thread: THREAD });
    const first = await finished();
    await people.mention('둘', { thread: THREAD });
    await finished([first]);
    expect(slack.callsOf('agents.sessions.setStatus')).toHaveLength(1);
    expect(slack.callsOf('assistant.threads.setStatus')).toHaveLength(0);
  });
});

describe('the reasons of a layout, asked for in a thread with the bot alone', () => {
  const own = { channel: 'DMINJI' };

  async function askWhy(shopOptions?: Parameters<typeof openBot>[0]): Promise<Stage> {
    const opened = await openBot(shopOptions);
    shop = opened;
    await opened.people.direct('카페 신메뉴', { thread: THREAD });
    await opened.people.press(await opened.finished(), /왜/);
    return opened;
  }

  const streamed = ({ slack }: Stage) => slack.messages.filter(({ streaming }) => streaming !== undefined);

  it('come line by line, in one message that ends', async () => {
    const opened = await askWhy();
    const [answer, ...others] = streamed(opened);
    expect(others).toEqual([]);
    expect(answer).toMatchObject({ ...own, thread: THREAD, streaming: false, deleted: false });
    expect(answer?.text).toBe('**이렇게 만든 이유예요.**\n- 가운데가 비어 있어요.');
    expect(opened.slack.responses).toEqual([]);
  });

  it('come as ever where streams are refused, and streams are not asked for again', async () => {
    const opened = await askWhy({
      before: (slack) => {
        slack.fault = ({ method }) =>
          method === 'chat.startStream' ? { body: { ok: false, error: 'not_allowed' } } : undefined;
      },
    });
    await opened.people.press(await opened.finished(), /왜/);
    expect(opened.slack.callsOf('chat.startStream')).toHaveLength(1);
    expect(opened.slack.responses.map(({ blocks }) => textOf(blocks))).toEqual([
      expect.stringContaining('가운데가 비어 있어요.'),
      expect.stringContaining('가운데가 비어 있어요.'),
    ]);
  });

  it('come as ever when a stream breaks off, and nothing of the stream is left', async () => {
    const opened = await askWhy({
      before: (slack) => {
        slack.fault = ({ method }) => (method === 'chat.appendStream' ? { status: 500 } : undefined);
      },
    });
    expect(streamed(opened)).toMatchObject([{ streaming: false, deleted: true }]);
    expect(opened.slack.responses).toHaveLength(1);
  });

  it('stop when the person stops them', async () => {
    const opened = await askWhy({
      before: (slack) => {
        slack.fault = ({ method, sent }) => {
          const message = slack.messages.find(({ ts }) => ts === sent.ts);
          if (method === 'chat.appendStream' && message !== undefined) message.streaming = false;
          return undefined;
        };
      },
    });
    expect(streamed(opened)).toMatchObject([{ text: '**이렇게 만든 이유예요.**', deleted: false }]);
    expect(opened.slack.responses).toEqual([]);
  });

  it('are for the one who asked alone where others can read the thread', async () => {
    shop = await openBot();
    const { people, slack, finished } = shop;
    await people.mention('카페 신메뉴', { thread: THREAD });
    await people.press(await finished(), /왜/);
    expect(slack.callsOf('chat.startStream')).toEqual([]);
    expect(slack.responses).toMatchObject([{ response_type: 'ephemeral' }]);
  });
});
