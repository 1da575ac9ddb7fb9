import { afterEach, describe, expect, it } from 'vitest';
import { closeShop, openShop, type Shop, until, wordsOf } from './shop.ts';

let shop: Shop | undefined;
afterEach(async () => {
  await closeShop(shop);
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
    shop = await openShop();
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
    shop = await openShop({ onPicture: () => gate });
    const { people, slack, message } = shop;
    await people.mention('new latte', { user: 'UANNE', thread: THREAD });
    const own = await message(({ thread, blocks }) => thread === THREAD && /Cancel/.test(wordsOf(blocks)));
    await people.event(stop('UMINJI'));
    expect(wordsOf(own.blocks)).not.toContain('Cancelled.');
    await people.event(stop('UANNE'));
    go();
    await until(() => (wordsOf(own.blocks).includes('Cancelled.') ? true : undefined));
    const last = slack.callsOf('agents.sessions.setStatus').at(-1);
    expect(last?.sent.status).toBe('active');
  });

  it('and where it is none, it is asked once and everything else is as ever', async () => {
    shop = await openShop();
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
