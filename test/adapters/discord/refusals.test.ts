import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAddress } from '../../../src/adapters/discord/address.ts';
import { createApi, type DiscordApi } from '../../../src/adapters/discord/api.ts';
import { discordDelivery } from '../../../src/adapters/discord/outbound/delivery.ts';
import { notifyInChannel } from '../../../src/adapters/discord/outbound/notify.ts';
import { REFUSALS, type Repair } from '../../../src/adapters/discord/refusals.ts';
import { textReply } from '../../../src/conversation/command/text-reply.ts';
import type { Refusal } from '../../../src/jobs/delivery/refusal.ts';
import { type ConversationDesk, openConversation } from '../../conversation/open-conversation.ts';
import { closeDesk } from '../../jobs/desk.ts';
import { order } from '../../jobs/orders.ts';
import { silentLog } from '../../jobs/silent.ts';
import { type Call, refusal as refused } from './fake/calls.ts';
import { directChannelOf, FakeDiscord } from './fake/fake-discord.ts';
import { APPLICATION, CHANNEL, GUILD, MINJI, newId, TOKEN } from './fake/ids.ts';

let discord: FakeDiscord;
let desk: ConversationDesk;
let api: DiscordApi;
beforeAll(async () => {
  discord = await FakeDiscord.open();
  desk = await openConversation({ parts: { deliveryBackoff: () => 1 } });
  api = createApi(TOKEN, discord.address);
  const { jobs } = desk;
  jobs.connect(
    discordDelivery({
      api,
      jobOf: async (message) => (await jobs.lookup.byMessageId({ platform: 'discord' }, message))?.id,
      offersReactions: false,
      now: Date.now,
      log: silentLog,
    }),
  );
});
afterAll(async () => {
  await closeDesk(desk);
  api.close();
  await discord.close();
});

const DIRECT = directChannelOf(MINJI);

const place = { platform: 'discord', workspace: GUILD, channel: CHANNEL } as const;

const addressIn = (channel: string, replyTo?: string): string =>
  writeAddress({
    application: APPLICATION,
    channel,
    guild: GUILD,
    user: MINJI,
    limit: 10 * 2 ** 20,
    ...(replyTo === undefined ? {} : { replyTo }),
  });

const orderOne = async (): Promise<string> => {
  const replyTo = { address: addressIn(CHANNEL, newId()) };
  return (await desk.jobs.submit(order({ place, owner: { id: MINJI }, replyTo }))).id;
};

const read = (): string => discord.store.visible.map(({ texts }) => texts.at(-1)).join('\n');

/** Whether a call is refused still, or the repair has been made. */
function isUnmended(way: Repair, call: Call, times: number): boolean {
  switch (way) {
    case 'no-access':
    case 'token-expired':
    case 'too-late':
      return call.path.startsWith(`/channels/${CHANNEL}/`);
    case 'reference':
      return JSON.stringify(call.body ?? {}).includes('message_reference');
    case 'message-gone':
      return call.method === 'PATCH';
    case 'cannot-dm':
      return true;
    default:
      return times < 2;
  }
}

/** What is refused: all that is written, or what is written with a picture. */
type Which = 'everything' | 'pictures';

async function walk(code: number, refusal: Refusal<Repair>, which: Which, status = 400): Promise<void> {
  discord.store.messages.length = 0;
  discord.troubles.length = 0;
  let times = 0;
  const final = refusal.is === 'final' || (refusal.is === 'repair' && refusal.repair === 'cannot-dm');
  discord.troubles.push((call) => {
    if (!/^\/channels\/\d+\/messages/.test(call.path) || call.method === 'GET' || call.method === 'DELETE')
      return undefined;
    if (which === 'pictures' && !call.multipart) return undefined;
    const still =
      refusal.is === 'passing'
        ? times < 2
        : refusal.is === 'final' || isUnmended(refusal.repair, call, times);
    if (!still) return undefined;
    times++;
    return refused(status, code);
  });
  const id = await orderOne();
  if (!final) {
    await desk.until(id, ({ state }) => state === 'delivered');
    expect(
      discord.store.visible.filter(({ files }) => files.size > 0),
      String(code),
    ).toHaveLength(1);
    expect(read(), String(code)).not.toMatch(/만드는 중|접수했어요|올리고 있어요/);
    discord.troubles.length = 0;
    return;
  }
  await desk.until(id, ({ state }) => state === 'made');
  if (which === 'pictures') {
    await discord.until(() => /광고는 다 만들었는데/.test(read()), 30_000);
    expect(read(), String(code)).toContain(String(code));
    expect(read(), String(code)).not.toMatch(/만드는 중|접수했어요|올리고 있어요/);
  }
  discord.troubles.length = 0;
  // Mended, it comes when its owner says something, wherever that is.
  await expect
    .poll(
      async () => {
        const here = { place: { ...place, channel: DIRECT }, replyTo: { address: addressIn(DIRECT) } };
        await desk.jobs.releaseKept({ ...here, owner: { id: MINJI } });
        return (await desk.jobs.lookup.job(id)).state;
      },
      { timeout: 30_000 },
    )
    .toBe('delivered');
  expect(
    discord.store.visible.filter(({ files }) => files.size > 0),
    String(code),
  ).toHaveLength(1);
}

const rows = Object.entries(REFUSALS).map(([code, refusal]) => [Number(code), refusal] as const);

describe('the table of refusals', { timeout: 60_000 }, () => {
  it('leaves nobody without an answer whatever is refused with, row by row', async () => {
    for (const [code, refusal] of rows) await walk(code, refusal, 'everything');
  });

  it('tells why a picture is not taken, and shows it once that is mended', async () => {
    for (const [code, refusal] of rows) if (refusal.is === 'final') await walk(code, refusal, 'pictures');
    // What no table knows is passing six times.
    await walk(99_999, { is: 'final', words: 'delivery-unknown' }, 'pictures');
  });

  it.each([
    ['160002', refused(403, 160_002)],
    [
      '50035 for the reference',
      {
        status: 400,
        body: {
          code: 50_035,
          message: 'Invalid Form Body',
          errors: {
            message_reference: { _errors: [{ code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }] },
          },
        },
      },
    ],
  ])('says plainly what may not be said as an answer: %s', async (_code, answer) => {
    discord.store.messages.length = 0;
    discord.troubles.length = 0;
    discord.troubles.push((call) =>
      JSON.stringify(call.body ?? {}).includes('message_reference') ? answer : undefined,
    );
    const to = { key: newId(), channel: CHANNEL, user: { id: MINJI }, message: newId() };
    expect(await notifyInChannel(textReply('ko', '도움말이에요.'), to, { api, log: silentLog })).toBe(true);
    expect(discord.store.visible.map(({ channel, replyTo }) => ({ channel, replyTo }))).toEqual([
      { channel: CHANNEL, replyTo: undefined },
    ]);
    const id = await orderOne();
    await desk.until(id, ({ state }) => state === 'delivered');
    discord.troubles.length = 0;
  });
});
