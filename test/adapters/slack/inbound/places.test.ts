import { afterEach, describe, expect, it } from 'vitest';
import type { ClosedPlaces } from '../fake/closed-places.ts';
import { TEAM } from '../fake/workspace.ts';
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

const OTHER = 'T0OTHER';

const THREAD = '1790000000.000009';

describe('a channel that is shared with another company', () => {
  const shared: BotOptions = {
    before: (slack) => {
      slack.people.set('UGUEST', { locale: 'en-US', name: 'Guest', admin: true, team: OTHER });
    },
  };

  it('is one place for the people of both: theirs get ads, change them, and see those of others', async () => {
    const { people, finished, talk } = await opened(shared);
    await people.mention(
      'new strawberry latte',
      { user: 'UGUEST' },
      { user_team: OTHER, source_team: OTHER },
      { team: OTHER },
    );
    const ad = await finished();
    expect(textOf(ad.blocks)).toContain('Your ad is ready.');
    const [job] = await talk.jobs.lookup.history({ limit: 1 });
    expect(job?.place).toMatchObject({ workspace: TEAM, channel: 'C0SHOP' });
    await people.press(ad, /Another look|다른 느낌/, 'UGUEST', { team: OTHER });
    const second = await finished([ad]);
    expect(second.channel).toBe('C0SHOP');
    // Whoever is of the bot's own workspace sees it there, too.
    await people.slash(`show ${job?.id ?? ''}`);
    expect((await finished([ad, second])).channel).toBe('C0SHOP');
  });

  it('has no admins but those of the bot’s own workspace', async () => {
    const { people, slack } = await opened(shared);
    await people.mention('brand --name Flowers', { user: 'UGUEST' }, {}, { team: OTHER });
    expect(textOf((await until(() => slack.ephemeral[0])).blocks)).toContain(
      'Only an admin can change that.',
    );
  });

  it('in which no files may be shared is told of with who can allow it', async () => {
    const { people, slack } = await opened(shared);
    slack.fault = ({ method }) =>
      method === 'files.completeUploadExternal'
        ? { body: { ok: false, error: 'slack_connect_file_upload_sharing_blocked' } }
        : undefined;
    await people.mention('딸기라떼');
    const told = await until(
      () => slack.messages.find(({ blocks }) => /Slack Connect/.test(textOf(blocks))),
      slack,
    );
    expect(textOf(told.blocks)).toContain('slack_connect_file_upload_sharing_blocked');
    slack.fault = () => undefined;
  });
});

describe('while an ad is made', () => {
  const closing: readonly (readonly [what: string, close: (places: ClosedPlaces) => void, said: RegExp])[] = [
    ['the channel is archived', ({ archived }) => archived.add('C0SHOP'), /보관되어 있어서 여기로 보냈어요/],
    [
      'writing there is restricted',
      ({ restricted }) => restricted.add('C0SHOP'),
      /정해진 사람만 .* 여기로 보냈어요/,
    ],
  ];
  it.each(closing)('%s: it comes directly, with why', async (_what, close, said) => {
    const { people, slack, message, finished } = await opened({ milliseconds: 300 });
    await people.mention('딸기라떼');
    await message(() => true);
    close(slack.closed);
    const ad = await finished();
    expect(ad.channel).toBe('DMINJI');
    expect(textOf(ad.blocks)).toMatch(said);
  });

  it('the bot is removed from the channel: it comes directly, with how to invite it', async () => {
    const { people, slack, message, finished } = await opened({ milliseconds: 300 });
    await people.mention('딸기라떼');
    const card = await message(() => true);
    slack.joined.clear();
    card.deleted = true;
    const ad = await finished();
    expect(ad.channel).toBe('DMINJI');
    expect(textOf(ad.blocks)).toMatch(/제가 없어서 여기로 보냈어요\. .*\/invite/);
  });

  it.each(['locked', 'gone'] as const)(
    'its thread is %s and its message deleted: it stands beside it',
    async (how) => {
      const { people, slack, message, finished } = await opened({ milliseconds: 300 });
      await people.mention('딸기라떼', { thread: THREAD });
      const card = await message(({ thread }) => thread === THREAD);
      slack.closed[how].add(THREAD);
      card.deleted = true;
      const ad = await finished();
      expect(ad).toMatchObject({ channel: 'C0SHOP', thread: undefined });
    },
  );

  it('its owner leaves the channel: it stands where it was asked for; what is for them alone comes directly', async () => {
    const { people, slack, message, finished } = await opened({ milliseconds: 300 });
    await people.mention('딸기라떼', { thread: THREAD });
    await message(() => true);
    slack.fault = ({ method }) =>
      method === 'chat.postEphemeral' ? { body: { ok: false, error: 'user_not_in_channel' } } : undefined;
    expect(await finished()).toMatchObject({ channel: 'C0SHOP', thread: THREAD });
    await people.mention('history 5', { thread: THREAD });
    const told = await message(({ channel }) => channel === 'DMINJI');
    expect(textOf(told.blocks)).toContain('딸기라떼');
  });

  it('its owner leaves the workspace: it stands where it was asked for', async () => {
    const { people, slack, message, finished } = await opened({ milliseconds: 300 });
    await people.mention('딸기라떼');
    await message(() => true);
    slack.people.delete('UMINJI');
    slack.fault = ({ method }) =>
      method === 'conversations.open' ? { body: { ok: false, error: 'user_disabled' } } : undefined;
    expect((await finished()).channel).toBe('C0SHOP');
  });
});

describe('a thread in which nobody may answer', () => {
  it.each(['locked', 'gone'] as const)(
    'that is %s: the ad stands beside it, and what is for one alone comes too',
    async (how) => {
      const { people, slack, finished, message } = await opened();
      slack.closed[how].add(THREAD);
      await people.mention('딸기라떼', { thread: THREAD });
      expect(await finished()).toMatchObject({ channel: 'C0SHOP', thread: undefined });
      await people.mention('help', { thread: THREAD });
      const told = await message((each) => !isFinished(each) && each.channel === 'DMINJI');
      expect(textOf(told.blocks)).toContain('/ad');
    },
  );

  it('of a huddle or a canvas is a thread like others', async () => {
    const { people, finished } = await opened();
    await people.mention('딸기라떼', { thread: THREAD }, { channel_type: 'channel', room: { id: 'R1' } });
    expect((await finished()).thread).toBe(THREAD);
  });
});
