import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Job } from '../../../src/jobs/job/job.ts';
import { layEarlierData } from '../../earlier-version.ts';
import { closeBot, openBot, type Stage, textOf, until } from './with-bot.ts';

/** A message and its job, of a bot of version 0.1.0. */
const AT = { channel: 'C0SHOP', ts: '1790000008.000100' };
const AD = 'dxztkp';

let shop: Stage;
beforeEach(async () => {
  shop = await openBot({
    folder: layEarlierData(),
    before: (slack) => {
      // Slack has gone on counting since.
      for (let i = 0; i < 1_000; i++) slack.serial();
    },
  });
});
afterEach(() => closeBot(shop));

const newest = async (): Promise<Job | undefined> => (await shop.talk.jobs.lookup.history({ limit: 1 }))[0];

/** Uses an element of that message. */
function use(element: object): Promise<unknown> {
  const payload = {
    type: 'block_actions',
    container: { type: 'message', message_ts: AT.ts, channel_id: AT.channel, is_ephemeral: false },
    channel: { id: AT.channel, name: 'shop' },
    message: { type: 'message', ts: AT.ts },
    actions: [{ ...element, block_id: 'b', action_ts: '1790001000.000100' }],
  };
  return shop.people.interact(payload, 'UMINJI');
}

const button = (id: string) => ({ type: 'button', action_id: `ad:${id}`, value: id });
const menu = (group: string, first: string, value: string) => ({
  type: 'static_select',
  action_id: `ad:${group}:${first}`,
  selected_option: { value },
});

it.each([
  [button(`1/${AD}/regenerate`), /다시 만들었어요/, 'regenerate'],
  [button(`1/${AD}/lettering`), /글자를 다시/, 'lettering'],
  [button(`1/${AD}/sizes/0`), /크기별로/, 'formats'],
  [menu('style', `1/${AD}/style/realistic`, `1/${AD}/style/anime`), /다른 스타일로/, 'style'],
])('understands %o of a message that version 0.1.0 has sent', async (element, title, kind) => {
  await use(element);
  await shop.message(({ blocks }) => title.test(textOf(blocks)));
  expect(await newest()).toMatchObject({ parent: AD, variation: { kind } });
});

it('opens the form for its words', async () => {
  await use(button(`1/${AD}/words`));
  const form = await until(() => shop.slack.views[0]);
  expect(form.callback_id).toBe('words');
  await shop.people.submit({ headline: '말린 꽃다발' });
  await until(async () => (await newest())?.variation?.kind === 'words');
  expect(await newest()).toMatchObject({ parent: AD });
});

it('understands a reaction on it', async () => {
  await shop.people.event({
    type: 'reaction_added',
    user: 'UMINJI',
    reaction: 'repeat',
    item: { type: 'message', ...AT },
    item_user: 'U0BOT',
    event_ts: '1790001000.000200',
  });
  await shop.message(({ blocks }) => /다시 만들었어요/.test(textOf(blocks)));
  expect(await newest()).toMatchObject({ parent: AD, variation: { kind: 'regenerate' } });
});
