import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '../../../src/imaging/random.ts';
import { FakeSlack } from '../../adapters/slack/fake/fake-slack.ts';
import {
  type Acknowledged,
  FakeUsers,
  SIGNING_SECRET,
  type Transport,
} from '../../adapters/slack/fake/users.ts';
import { APP_TOKEN, BOT_TOKEN } from '../../adapters/slack/fake/workspace.ts';
import { freePort, isFinished, textOf } from '../../adapters/slack/with-bot.ts';
import type { Moment, Platform } from '../platform.ts';
import { REFUSED } from '../refused.ts';

/** Milliseconds in which Slack wants an acknowledgement. */
const PATIENCE = 3_000;

/** When Slack sends an event again that was not acknowledged; really at once, after a minute and after five. */
const RETRIES = [50, 2_000, 6_000];

const MOMENT_OF: Readonly<Record<string, Moment>> = {
  'chat.postMessage': 'posted',
  'files.completeUploadExternal': 'uploading',
  upload: 'uploading',
  'chat.update': 'editing',
};

/**
 * A workspace in which everybody has a channel of their own.
 *
 * @param history whether the bot may read what it has written
 */
export async function openSlackPlatform(
  mode: 'socket' | 'http',
  random: Random,
  history = true,
): Promise<Platform> {
  const slack = new FakeSlack();
  await slack.listen();
  for (const kind of ['channels', 'groups', 'im']) {
    if (history) slack.scopes.add(`${kind}:history`);
    else slack.scopes.delete(`${kind}:history`);
  }
  const port = await freePort();
  const transport: Transport = mode === 'socket' ? { mode } : { mode, port };
  const people = new FakeUsers(slack, transport);
  const acknowledged = new Map<string, boolean>();
  slack.pause = async ({ method }, moment) => {
    await sleep(random() ** 3 * 150);
    const at = MOMENT_OF[method];
    // An upload is cut off in its middle, the others come between what Slack has done and the bot's knowing of it.
    if (at === undefined || (moment === 'asked') !== (method === 'upload')) return undefined;
    return platform.onMoment(at) ? 'cut off' : undefined;
  };

  /** Again until it is acknowledged, and now and then once more though it is. */
  async function deliver(
    channel: string,
    again: readonly number[],
    send: (retry?: number) => Promise<Acknowledged>,
  ) {
    for (let tries = 0; tries <= again.length; tries++) {
      if (tries > 0) await sleep(again[tries - 1]);
      const answer = await Promise.race([
        send(tries === 0 ? undefined : tries).catch(() => undefined),
        sleep(PATIENCE, undefined, { ref: false }),
      ]);
      if (answer?.status !== 200) continue;
      acknowledged.set(channel, true);
      platform.onMoment('acknowledging');
      if (again.length > 0 && random() < 0.15) void send(tries + 1).catch(() => {});
      return;
    }
  }

  const platform: Platform = {
    name: 'slack',
    // A command is written down as it comes; of an event the job is.
    records: /^(?:slack\/inbox\.jsonl|jobs\.db-wal)$/,
    lacks: [],
    environment: {
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      SLACK_SIGNING_SECRET: SIGNING_SECRET,
      SLACK_MODE: mode,
      SLACK_API_URL: slack.api,
      PORT: String(port),
    },
    readySign: '"ready"',
    onMoment: () => false,
    faults: slack.wrong,
    ask(n) {
      const user = `UDRILL${n}`;
      const direct = n % 3 === 2;
      const channel = direct ? `DDRILL${n}` : `CDRILL${n}`;
      slack.people.set(user, { locale: 'ko-KR', name: `손님 ${n}`, admin: false });
      slack.joined.add(channel);
      acknowledged.set(channel, false);
      const text = `카페 신메뉴 딸기라떼 ${n}`;
      const id = `EvDrill${n}`;
      const ts = slack.ts();
      // A command is sent once: Slack tells the person where it was not acknowledged.
      if (n % 3 === 0) void deliver(channel, [], () => people.slash(text, { user, channel }));
      else
        void deliver(channel, RETRIES, (retry) => {
          const options = retry === undefined ? { id } : { id, retry };
          return direct
            ? people.direct(text, { user }, { ts, event_ts: ts }, options)
            : people.mention(text, { user, channel }, { ts, event_ts: ts }, options);
        });
    },
    conversations: () =>
      [...acknowledged].map(([channel, told]) => {
        const messages = slack.messages.filter((each) => each.channel === channel && !each.deleted);
        const ads = messages.filter(isFinished).length;
        const refusals = messages.filter(
          (each) => !isFinished(each) && REFUSED.test(`${each.text}\n${textOf(each.blocks)}`),
        ).length;
        const others = messages.length - ads - refusals;
        const shown = messages.map(
          ({ ts, text, blocks }) => `${ts} in ${channel}: ${text} ${textOf(blocks)}`,
        );
        return { accepted: told || messages.length > 0, ads, refusals, others, shown };
      }),
    close: () => slack.close(),
  };
  return platform;
}
