import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { FakeCall, Fault } from '../fake/fake-slack.ts';
import type { FakeMessage } from '../fake/workspace.ts';
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

/** The edit that puts the pictures into a message. */
const LAST_EDIT = 'last edit';

/** The first calls of a method go wrong in this way. */
function failing(method: string, fault: Fault, times = 1): (call: FakeCall) => Fault | undefined {
  let left = times;
  const meant = ({ method: called, sent }: FakeCall): boolean =>
    method === LAST_EDIT
      ? called === 'chat.update' && !!sent.blocks?.includes('slack_file')
      : called === method;
  return (call) => (meant(call) && left-- > 0 ? fault : undefined);
}

const refused = (error: string): Fault => ({ body: { ok: false, error } });

const LIMITED: Fault = {
  status: 429,
  headers: { 'retry-after': '1' },
  body: { ok: false, error: 'ratelimited' },
};

const TROUBLE: Fault = { status: 500, body: 'upstream connect error' };

/** One message with the ad in it is left, whatever happened. */
async function expectOneAd({ slack, finished, talk }: Stage): Promise<FakeMessage> {
  const ad = await finished();
  await until(() => (slack.messages.filter(({ deleted }) => !deleted).length === 1 ? true : undefined));
  const jobs = await talk.jobs.lookup.history({ limit: 10 });
  await talk.until(jobs[0]!.id, ({ state }) => state === 'delivered');
  return ad;
}

describe('progress', () => {
  it('is shown as a plan whose steps get done, and a button to cancel', async () => {
    const { people, finished } = await opened({ milliseconds: 300 });
    await people.slash('첫 광고');
    const first = await finished();
    await people.slash('카페 신메뉴');
    const ad = await finished([first]);
    const plans = ad.before.flat().filter(({ type }) => type === 'plan');
    expect(plans.length).toBeGreaterThan(0);
    const statuses = new Set(
      plans.flatMap(({ tasks }) => (tasks as { status: string }[]).map(({ status }) => status)),
    );
    expect(statuses).toContain('in_progress');
    expect(ad.before.every((blocks) => /취소/.test(textOf(blocks)))).toBe(true);
  });

  it('is one line where Slack takes no plans', async () => {
    const { people, slack, finished } = await opened({ milliseconds: 300 });
    slack.fault = ({ method, sent }) =>
      method === 'chat.update' && sent.blocks?.includes('"plan"') ? refused('invalid_blocks') : undefined;
    await people.slash('첫 광고');
    const first = await finished();
    await people.slash('카페 신메뉴');
    const ad = await finished([first]);
    expect(textOf(ad.before)).toMatch(/▰|▱/);
    expect(ad.before.flat().some(({ type }) => type === 'plan')).toBe(false);
  });

  it('stops where the message was deleted, and the finished ad is posted anew', async () => {
    const { people, slack, message, finished } = await opened({ milliseconds: 300 });
    await people.slash('카페 신메뉴');
    const gone = await message(() => true);
    gone.deleted = true;
    const ad = await finished();
    expect(ad).not.toBe(gone);
    expect(slack.messages).toHaveLength(2);
  });
});

describe('a finished ad is delivered once though', () => {
  it.each<[string, string, Fault]>([
    ['posting is limited', 'chat.postMessage', LIMITED],
    ['posting meets trouble', 'chat.postMessage', refused('internal_error')],
    ['editing is limited', LAST_EDIT, LIMITED],
    ['editing meets trouble', LAST_EDIT, TROUBLE],
    ['the edit was done and its answer lost', LAST_EDIT, 'late'],
    ['asking where to upload is limited', 'files.getUploadURLExternal', LIMITED],
    ['the upload meets trouble', 'upload', TROUBLE],
    ['the upload arrived and its answer was lost', 'upload', 'late'],
    ['the upload was completed and the answer lost', 'files.completeUploadExternal', 'late'],
    ['completing the upload meets trouble', 'files.completeUploadExternal', TROUBLE],
    ['looking at the file meets trouble', 'files.info', TROUBLE],
    ['Slack does not take the picture at first', LAST_EDIT, refused('invalid_blocks')],
  ])('%s', async (_what, method, fault) => {
    const { people, slack } = await opened();
    slack.fault = failing(method, fault);
    await people.slash('카페 신메뉴');
    const ad = await expectOneAd(shop!);
    expect(ad.blocks.filter(({ type }) => type === 'image')).toHaveLength(1);
    expect([...slack.files.values()].filter(({ complete }) => complete)).toHaveLength(1);
  });

  it('Slack takes its time to look at the file', async () => {
    const { people, slack } = await opened({
      before: (fake) => {
        fake.looks = 6;
      },
    });
    await people.slash('카페 신메뉴');
    const ad = await expectOneAd(shop!);
    expect(ad.blocks.some(({ type }) => type === 'image')).toBe(true);
    expect(slack.callsOf('files.getUploadURLExternal')).toHaveLength(1);
  });

  it('the post was done in a channel that may not be read, and its answer lost', async () => {
    const { people, slack } = await opened();
    slack.fault = failing('chat.postMessage', 'late');
    await people.slash('카페 신메뉴');
    await expectOneAd(shop!);
    expect(slack.messages).toHaveLength(1);
  });

  it('the same, and somebody has deleted the message meanwhile', async () => {
    const { people, slack } = await opened();
    let posts = 0;
    slack.fault = ({ method }) => {
      if (method !== 'chat.postMessage') return undefined;
      if (posts++ === 0) return 'late';
      for (const message of slack.messages) message.deleted = true;
      return undefined;
    };
    await people.slash('카페 신메뉴');
    await expectOneAd(shop!);
    expect(slack.messages).toHaveLength(2);
  });

  it('the same, of a Slack that knows no ids of what was posted', async () => {
    const { people, slack, finished, talk } = await opened({
      before: (fake) => {
        fake.remembersIds = false;
      },
    });
    slack.fault = failing('chat.postMessage', 'late');
    await people.slash('카페 신메뉴');
    await finished();
    const [job] = await talk.jobs.lookup.history({ limit: 1 });
    await talk.until(job!.id, ({ state }) => state === 'delivered');
    expect(slack.messages.filter(isFinished)).toHaveLength(1);
  });

  it('its first message is posted when it is made already, and the answer is lost where nothing may be read', async () => {
    const { people, slack, finished } = await opened();
    await people.slash('카페 신메뉴');
    const first = await finished();
    for (const kind of ['channels', 'groups', 'im']) slack.scopes.delete(`${kind}:history`);
    const { talk } = shop!;
    const [job] = await talk.jobs.lookup.history({ limit: 1 });
    slack.fault = failing('chat.postMessage', 'late');
    await people.slash(`show ${job?.id ?? ''}`);
    await finished([first]);
    while ((await talk.jobs.stats()).undelivered > 0) await sleep(10);
    // What is left of the lost one shows no ad.
    expect(slack.messages.filter(isFinished)).toHaveLength(2);
  });

  it('in direct messages the post was done and its answer lost', async () => {
    const { people, slack } = await opened();
    slack.fault = failing('chat.postMessage', 'late');
    await people.direct('카페 신메뉴');
    await expectOneAd(shop!);
    expect(slack.messages).toHaveLength(1);
  });
});

describe('where a message cannot show the picture', () => {
  it('it is shared as an upload with all that the message would say, which goes', async () => {
    const { people, slack, message, talk } = await opened();
    slack.fault = ({ method, sent }) =>
      /^chat\./.test(method) && sent.blocks?.includes('slack_file') ? refused('invalid_blocks') : undefined;
    await people.slash('카페 신메뉴');
    const ad = await message(({ blocks }) => blocks.some(({ type }) => type === 'shared'));
    expect(textOf(ad.blocks)).toContain('완성했어요!');
    const [job] = await talk.jobs.lookup.history({ limit: 1 });
    await talk.until(job!.id, ({ state }) => state === 'delivered');
    expect(slack.messages.filter(({ deleted }) => !deleted)).toEqual([ad]);
    // What is done with it from there works as with any other.
    await people.react('repeat', ad);
    await until(() => (slack.messages.filter(({ deleted }) => !deleted).length > 1 ? true : undefined));
  }, 90_000);
});

describe('a picture that Slack has lost', () => {
  it('is brought there once more', async () => {
    const { people, slack, message, talk } = await opened();
    let lost = false;
    slack.fault = ({ method, sent }) => {
      const file = slack.files.get(String(sent.file));
      if (lost || method !== 'files.info' || file === undefined) return undefined;
      lost = true;
      file.deleted = true;
      return undefined;
    };
    await people.slash('카페 신메뉴');
    const ad = await message(isFinished);
    expect(slack.callsOf('files.getUploadURLExternal')).toHaveLength(2);
    const [job] = await talk.jobs.lookup.history({ limit: 1 });
    await talk.until(job!.id, ({ state }) => state === 'delivered');
    expect(slack.messages).toEqual([ad]);
  });
});

describe('a channel without the bot', () => {
  it.each([
    ['C0OTHER', 'UMINJI', '/invite 로 저를 초대해 주세요', '여기로 보냈어요'],
    ['G0OTHER', 'UANNE', 'Invite me with /invite', 'so I sent this here'],
  ])(
    '%s: the person is told how to invite it, and gets the ad directly',
    async (channel, user, told, note) => {
      const { people, slack } = await opened();
      const { status, body } = await people.slash('카페 신메뉴', { channel, user });
      expect({ status, body }).toEqual({ status: 200, body: {} });
      const ad = await expectOneAd(shop!);
      expect(ad.channel).toBe(`D${user.slice(1)}`);
      expect(textOf(ad.blocks)).toContain(note);
      expect(slack.responses).toHaveLength(1);
      expect(slack.responses[0]?.response_type).toBe('ephemeral');
      expect(textOf(slack.responses[0]?.blocks)).toContain(told);
    },
  );

  it('that it was put out of while it worked gets nothing more; its owner gets the ad', async () => {
    const { people, slack, message, finished } = await opened({ milliseconds: 300 });
    await people.slash('카페 신메뉴');
    await message(() => true);
    slack.joined.clear();
    slack.fault = ({ method, sent }) =>
      method === 'chat.update' && sent.channel === 'C0SHOP' ? refused('channel_not_found') : undefined;
    expect((await finished()).channel).toBe('DMINJI');
  });

  it('and a person who cannot be written to: the job is given up, and nothing else waits for it', async () => {
    const { people, slack, talk, finished } = await opened();
    slack.fault = ({ method }) => (method === 'conversations.open' ? refused('user_disabled') : undefined);
    await people.slash('카페 신메뉴', { channel: 'C0OTHER' });
    await people.slash('다른 광고');
    const ad = await finished();
    expect(ad.channel).toBe('C0SHOP');
    while ((await talk.jobs.stats()).undelivered > 0) await sleep(10);
    expect(slack.messages.filter(isFinished)).toHaveLength(1);
  });
});
