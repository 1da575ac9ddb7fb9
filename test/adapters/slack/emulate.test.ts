import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { DrilledBot } from '../../drill/bot.ts';
import { QUICK_BOT } from '../../programs/programs.ts';
import { installPackage } from '../install-package.ts';
import { freePort } from './with-bot.ts';

/**
 * Somebody else's Slack, which is installed for it: `OTHER_SERVERS=1 npx vitest run test/adapters/slack/emulate`. It has
 * no slash commands, no sockets and no mentions of its own, so these are sent by hand, signed as Slack does.
 */
const PACKAGE = 'emulate@0.12.2';

const BOT_TOKEN = 'xoxb-other-server';
const PERSON_TOKEN = 'xoxp-other-server';
const SECRET = 'secret-of-another-server';

const wanted = process.env.OTHER_SERVERS === '1';

const installed = wanted ? await installPackage(PACKAGE) : { missing: 'OTHER_SERVERS=1 asks for it' };
if (wanted && 'missing' in installed) console.log(installed.missing);

interface Emulator {
  readonly url: string;
  close(): Promise<void>;
}

/** As much of its answers as matters. */
const answer = z.object({
  user_id: z.string().default(''),
  ts: z.string().default(''),
  channels: z.array(z.object({ id: z.string(), name: z.string() })).default([]),
  messages: z.array(z.looseObject({})).default([]),
});

const ending: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const end of ending.reverse()) await end();
});

async function openEmulator(folder: string): Promise<Emulator> {
  const module = pathToFileURL(join(folder, 'node_modules', 'emulate', 'dist', 'api.js')).href;
  const { createEmulator } = (await import(module)) as {
    readonly createEmulator: (options: object) => Promise<Emulator>;
  };
  const slack = {
    users: [{ name: 'minji', real_name: '민지' }, { name: 'shop-ad-bot' }],
    channels: [{ name: 'shop' }],
    signing_secret: SECRET,
    tokens: [
      { token: BOT_TOKEN, user: 'shop-ad-bot', type: 'bot', bot_id: 'B0SHOPAD' },
      { token: PERSON_TOKEN, user: 'minji' },
    ],
  };
  return createEmulator({ service: 'slack', port: await freePort(), seed: { slack } });
}

const caller =
  ({ url }: Emulator) =>
  async (method: string, sent: Readonly<Record<string, string>>, token = BOT_TOKEN) => {
    const response = await fetch(`${url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(sent),
    });
    return answer.parse(await response.json());
  };

/** Tells the bot of an event, as Slack does. */
async function tell(port: number, event: object): Promise<number> {
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: 'T000000001',
    api_app_id: 'A0',
    event_id: 'Ev1',
    event_time: Math.floor(Date.now() / 1000),
    event,
  });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SECRET).update(`v0:${timestamp}:${body}`).digest('hex');
  const { status } = await fetch(`http://127.0.0.1:${port}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
    body,
  });
  return status;
}

describe.skipIf('missing' in installed)(`the Slack of ${PACKAGE}`, () => {
  it('is shown an ad within fifteen seconds of its picture', async () => {
    if ('missing' in installed) return;
    ending.push(() => rm(installed.folder, { recursive: true, force: true }));
    const slack = await openEmulator(installed.folder);
    ending.push(() => slack.close());
    const call = caller(slack);
    const { user_id: bot } = await call('auth.test', {});
    const { user_id: person } = await call('auth.test', {}, PERSON_TOKEN);
    const { channels } = await call('conversations.list', {});
    const channel = channels.find(({ name }) => name === 'shop')?.id ?? '';
    const folder = await mkdtemp(join(tmpdir(), 'emulate-'));
    ending.push(() => rm(folder, { recursive: true, force: true }));
    const port = await freePort();
    const process = new DrilledBot(QUICK_BOT, {
      DATA_DIR: folder,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_SIGNING_SECRET: SECRET,
      SLACK_MODE: 'http',
      SLACK_API_URL: `${slack.url}/api/`,
      PORT: String(port),
    });
    ending.push(async () => {
      process.kill();
      await process.ended;
    });
    await process.ready('"ready"');
    const text = `<@${bot}> 카페 신메뉴 딸기라떼 5,000원`;
    const { ts } = await call('chat.postMessage', { channel, text }, PERSON_TOKEN);
    const event = { type: 'app_mention', user: person, text, channel, ts, event_ts: ts };
    expect(await tell(port, event)).toBe(200);

    await expect.poll(() => process.output, { timeout: 60_000 }).toContain('"state":"made","seconds"');
    const shown = async (): Promise<string> => {
      const { messages } = await call('conversations.replies', { channel, ts });
      return JSON.stringify(messages.slice(1));
    };
    // The picture is in the message, or shared beside it.
    await expect.poll(shown, { timeout: 15_000 }).toMatch(/완성했어요.*(?:slack_file|"files":\[\{)/su);
  }, 300_000);
});
