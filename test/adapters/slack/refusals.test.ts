import { webApi } from '@slack/bolt';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAddress } from '../../../src/adapters/slack/address.ts';
import { failureOf } from '../../../src/adapters/slack/failure.ts';
import { METHODS, type Method } from '../../../src/adapters/slack/methods.ts';
import { REFUSALS, type Repair } from '../../../src/adapters/slack/refusals.ts';
import { UndeliverableError } from '../../../src/jobs/delivery/delivery.ts';
import type { Refusal } from '../../../src/jobs/delivery/refusal.ts';
import { order } from '../../jobs/orders.ts';
import type { FakeCall, Fault } from './fake/fake-slack.ts';
import { described, haveSchemas } from './fake/method-rules.ts';
import { TEAM } from './fake/workspace.ts';
import { closeBot, isFinished, openBot, type Stage, textOf, until } from './with-bot.ts';

let shop: Stage;
beforeAll(async () => {
  shop = await openBot({ parts: { deliveryBackoff: () => 1 }, slack: { pace: { edits: 20, looks: [] } } });
});
afterAll(() => closeBot(shop));

/** The calls that bring an ad to where it was asked for. */
const DELIVERING = [
  'conversations.open',
  'chat.postMessage',
  'chat.update',
  'files.getUploadURLExternal',
  'files.completeUploadExternal',
  'files.info',
] as const satisfies readonly Method[];

/** Those that the bot was left without an answer by. */
const SEEN = [
  'storage_limit_reached',
  'file_update_failed',
  'missing_scope',
  'ekm_access_denied',
  'team_access_not_granted',
];

/** Rows of each meaning, and those that were seen; with `REFUSALS=all` every row, which takes minutes. */
function rowsOf(method: Method): readonly (readonly [string, Refusal<Repair>])[] {
  const meanings = new Set<string>();
  return Object.entries(REFUSALS[method]).filter(([code, refusal]) => {
    const meaning = JSON.stringify(refusal);
    const isNew = !meanings.has(meaning);
    meanings.add(meaning);
    return isNew || SEEN.includes(code) || process.env.REFUSALS === 'all';
  });
}

/** Whether a call is refused still, or the repair has been made. */
function isUnmended(way: Repair, { method, sent }: FakeCall, times: number): boolean {
  switch (way) {
    case 'no-access':
      return sent.channel === 'C0SHOP' || sent.channel_id === 'C0SHOP';
    case 'thread':
      return sent.thread_ts !== undefined || method === 'chat.update';
    case 'metadata':
      return sent.metadata !== undefined;
    case 'id-used':
      return sent.client_msg_id !== undefined;
    case 'blocks':
      return sent.blocks?.includes('slack_file') === true;
    case 'not-offered':
      return method === 'files.info' || times < 3;
    case 'message-gone':
      return method === 'chat.update';
    default:
      return times < 3;
  }
}

const THREAD = '1790000001.000100';

async function orderOne(channel = 'C0SHOP'): Promise<string> {
  const place = { platform: 'slack', workspace: TEAM, channel } as const;
  const address = writeAddress({
    channel,
    user: 'UMINJI',
    ...(channel === 'C0SHOP' ? { thread: THREAD } : {}),
  });
  const owner = { id: 'UMINJI' };
  return (await shop.talk.jobs.submit(order({ place, owner, replyTo: { address } }))).id;
}

const visible = () => shop.slack.messages.filter(({ deleted }) => !deleted);

/** All that anybody reads there now. */
const read = (): string =>
  [...visible(), ...shop.slack.ephemeral].map(({ blocks }) => textOf(blocks)).join('\n');

/** Nothing that stands there says that an ad is under way. */
function expectNothingStands(code: string): void {
  expect(read(), code).not.toMatch(/만드는 중|접수했어요|올리고 있어요/);
}

function clear(): void {
  shop.slack.messages.length = 0;
  shop.slack.ephemeral.length = 0;
  shop.slack.fault = () => undefined;
}

async function walk(method: Method, code: string, refusal: Refusal<Repair>): Promise<void> {
  clear();
  const { slack, talk } = shop;
  let times = 0;
  const refused: Fault = { body: { ok: false, error: code } };
  const closed: Fault = { body: { ok: false, error: 'not_in_channel' } };
  slack.fault = (call) => {
    // Only who cannot be reached in the channel is written to.
    const direct = method === 'conversations.open' && call.method.startsWith('chat.');
    if (direct && call.sent.channel === 'C0SHOP') return closed;
    if (call.method !== method) return undefined;
    const still =
      refusal.is === 'passing'
        ? times < 2
        : refusal.is === 'final' || refusal.repair === 'cannot-dm' || isUnmended(refusal.repair, call, times);
    if (still) times++;
    return still ? refused : undefined;
  };
  const id = await orderOne();
  const final = refusal.is === 'final' || (refusal.is === 'repair' && refusal.repair === 'cannot-dm');
  if (!final) {
    await talk.until(id, ({ state }) => state === 'delivered');
    expect(visible().filter(isFinished), code).toHaveLength(1);
    return expectNothingStands(code);
  }
  await talk.until(id, ({ state }) => state === 'made');
  // Whom nothing reaches any more cannot be told.
  if (method !== 'conversations.open') {
    await until(() => (/광고는 다 만들었는데/.test(read()) ? true : undefined), slack, 30_000).catch(
      (error) => {
        throw new Error(code, { cause: error });
      },
    );
    expect(read(), code).toContain(code);
    if (method !== 'chat.update') expectNothingStands(code);
  }
  // Mended, it comes when its owner says something, wherever that is.
  slack.fault = () => undefined;
  await expect
    .poll(
      async () => {
        const said = { place: { platform: 'slack', workspace: TEAM, channel: 'D0MINJI' } as const };
        const address = writeAddress({ channel: 'DMINJI', user: 'UMINJI' });
        await talk.jobs.releaseKept({ ...said, owner: { id: 'UMINJI' }, replyTo: { address } });
        return (await talk.jobs.lookup.job(id)).state;
      },
      { timeout: 30_000 },
    )
    .toBe('delivered');
  expect(visible().filter(isFinished), code).toHaveLength(1);
}

describe('the table of refusals', () => {
  it.skipIf(!haveSchemas).each(Object.keys(METHODS) as Method[])(
    'knows every refusal that Slack describes of %s',
    (method) => {
      const errors: unknown = (described(method) as { errors?: unknown } | undefined)?.errors;
      const codes = Array.isArray(errors) ? errors.map(String) : Object.keys(errors ?? {});
      expect(codes.filter((code) => !Object.hasOwn(REFUSALS[method], code))).toEqual([]);
    },
  );

  it('leaves none without a meaning, and says of the final ones in both languages where they are mended', () => {
    for (const [method, refusals] of Object.entries(REFUSALS)) {
      for (const [code, refusal] of Object.entries(refusals)) {
        const failure = failureOf(new webApi.WebAPIPlatformError({ ok: false, error: code }), method);
        expect(failure.kind, `${method} ${code}`).not.toBe('unknown');
        if (refusal.is !== 'final') continue;
        const { deliveryError } = failure;
        if (!(deliveryError instanceof UndeliverableError))
          throw new Error(`${method} ${code} may be tried again`);
        expect(deliveryError.explanation.in('ko')).toMatch(new RegExp(`[가-힣].*${code}`, 's'));
        expect(deliveryError.explanation.in('en')).toContain(code);
      }
    }
  });

  it.each(DELIVERING)(
    'leaves nobody without an answer whatever %s is refused with',
    { timeout: 90_000 },
    async (method) => {
      for (const [code, refusal] of rowsOf(method)) await walk(method, code, refusal);
    },
  );

  it('takes a word that it does not know for passing, and the seventh in a row for final', async () => {
    await walk('chat.update', 'never_heard_of', { is: 'final', words: 'delivery-unknown' });
  });
});
