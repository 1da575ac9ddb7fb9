import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { parentPort } from 'node:worker_threads';
import { defined } from '../../../../src/collections/defined.ts';
import { encodePng } from '../../../../src/imaging/encode-png.ts';
import { createRaster } from '../../../../src/imaging/raster.ts';
import { FakeDiscord } from '../../../adapters/discord/fake/fake-discord.ts';
import {
  command,
  message,
  press,
  reaction,
  submit,
  typing,
  upload,
} from '../../../adapters/discord/fake/user-events.ts';
import { FakeSlack } from '../../../adapters/slack/fake/fake-slack.ts';
import { FakeUsers, SIGNING_SECRET } from '../../../adapters/slack/fake/users.ts';

/** Asked of the platforms' thread. */
export type PlatformCall =
  | {
      readonly kind: 'do';
      readonly id: number;
      readonly way: string;
      readonly event: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'meet'; readonly id: number; readonly port: number };

/** Its answer. */
export interface PlatformAnswer {
  readonly id: number;
  /** What the platforms would not have taken since the last answer. */
  readonly faults: readonly string[];
}

/** Where the platforms are, told once at the start. */
export interface PlatformAddresses {
  readonly discord: string;
  readonly cdn: string;
  /** One that the bot opens a socket to, and one that sends requests. */
  readonly slack: string;
  readonly slackHttp: string;
}

/**
 * Discord and Slack in a thread of their own, so that what they take is not counted with the bot: what people do there
 * is done as an input says, and then somebody asks for help, to see that the bot still answers.
 */
const discord = await FakeDiscord.open();
const slack = new FakeSlack();
const slackHttp = new FakeSlack();
await slack.listen();
await slackHttp.listen();
const people = new FakeUsers(slack, { mode: 'socket' });
let httpPeople: FakeUsers | undefined;
let httpPort = 0;
const picture = createRaster(64, 64);
picture.data.fill(200);
const png = await encodePng(picture);

// A platform goes on whatever a mutated answer does to it; that is not what is tested.
process.on('uncaughtException', () => {});
process.on('unhandledRejection', () => {});

const text = (value: unknown): string => String(value ?? '');

type Event = Readonly<Record<string, unknown>>;

const ACTS: Readonly<Record<string, (event: Event) => unknown>> = {
  'discord-message': ({ text: content, direct, name, file }) => {
    const files =
      file === undefined
        ? []
        : [{ ...upload(discord.cdn.put('photo.png', png), png.length), filename: text(file) }];
    return discord.say(
      message(
        text(content),
        { name: text(name), ...defined({ guild: direct === true ? null : undefined }) },
        files,
      ),
    );
  },
  'discord-command': ({ command: name, values }) =>
    discord.ask(command(text(name), { ...Object(values) }, { permissions: '32' })),
  'discord-typing': ({ command: name, option, value }) =>
    discord.ask(typing(text(name), text(option), text(value))),
  'discord-press': ({ id }) => discord.ask(press(text(id), lastMessage())),
  'discord-form': ({ id, fields }) => discord.ask(submit(text(id), { ...Object(fields) })),
  'discord-reaction': ({ value, away }) =>
    discord.gateway.dispatch(
      away === true ? 'MESSAGE_REACTION_REMOVE' : 'MESSAGE_REACTION_ADD',
      reaction(text(value), lastMessage()),
    ),
  'discord-event': ({ t, d }) => {
    if (isInteraction(d)) discord.expect(d);
    discord.gateway.dispatch(text(t), d as object);
  },
  'slack-slash': ({ text: typed }) => people.slash(text(typed), { user: 'UBOSS' }),
  'slack-mention': ({ text: typed, thread }) =>
    people.mention(text(typed), thread === undefined ? {} : { thread: text(thread) }),
  'slack-direct': ({ text: typed, file }) =>
    people.direct(text(typed), {}, file === undefined ? {} : { files: [slack.photo(png, text(file))] }),
  'slack-action': ({ id, value }) =>
    people.interact(
      {
        type: 'block_actions',
        container: { type: 'message', message_ts: '1.1', channel_id: 'C0SHOP' },
        channel: { id: 'C0SHOP', name: 'shop' },
        message: { type: 'message', ts: '1.1' },
        actions: [
          { type: 'button', action_id: text(id), value: text(value), block_id: 'b', action_ts: '1.2' },
        ],
      },
      'UMINJI',
    ),
  'slack-shortcut': ({ text: typed, file }) =>
    people.shortcut({ ts: '1.1', text: text(typed), files: [slack.photo(png, text(file))] }),
  'slack-envelope': ({ body }) => slack.sockets.at(-1)?.send(text(body)),
  'slack-body': ({ type, body }) => postSigned(text(type), text(body)),
};

function lastMessage(): string {
  return discord.store.visible.at(-1)?.id ?? '1';
}

function isInteraction(value: unknown): value is Parameters<FakeDiscord['expect']>[0] {
  return typeof value === 'object' && value !== null && 'token' in value && 'id' in value;
}

/** As Slack signs it, whatever it is. */
function postSigned(type: string, body: string): void {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const bytes = Buffer.from(body);
  const signature = createHmac('sha256', SIGNING_SECRET)
    .update(`v0:${timestamp}:`)
    .update(bytes)
    .digest('hex');
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
  const request = httpRequest({
    host: '127.0.0.1',
    port: httpPort,
    path: '/slack/events',
    method: 'POST',
    agent: false,
    headers,
  });
  request.on('error', () => {}).on('response', (response) => response.resume());
  request.end(bytes);
}

/** Milliseconds after which somebody asks again: what came too late for a platform's patience is not answered. */
const PATIENCE = 4_000;

/** Asks for help until there is an answer. */
async function seesHelp(way: string): Promise<void> {
  for (;;) {
    if (await answered(way)) return;
  }
}

async function answered(way: string): Promise<boolean> {
  if (way.startsWith('discord')) {
    const asked = discord.ask(command('help'));
    return until(() => (asked.original?.texts.at(-1) ?? '') !== '' || asked.followUps.length > 0);
  }
  const [workspace, who] = way === 'slack-body' ? [slackHttp, httpPeople] : [slack, people];
  const before = workspace.responses.length + workspace.ephemeral.length;
  let acknowledged = false;
  void Promise.resolve(who?.slash('help', { user: 'UANNE' })).then(
    ({ body } = { status: 0, body: {}, milliseconds: 0 }) => {
      acknowledged = Object.keys(body).length > 0;
    },
    () => {},
  );
  return until(() => acknowledged || workspace.responses.length + workspace.ephemeral.length > before);
}

async function until(done: () => boolean): Promise<boolean> {
  for (let waited = 0; waited < PATIENCE; waited += 2) {
    if (done()) return true;
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return false;
}

/** What was kept of everything said so far is of no use any more. */
function faultsOf(): readonly string[] {
  const faults = [...discord.faults.splice(0), ...slack.wrong.splice(0), ...slackHttp.wrong.splice(0)];
  discord.calls.length = 0;
  discord.store.messages.splice(0, Math.max(0, discord.store.messages.length - 50));
  for (const workspace of [slack, slackHttp]) {
    workspace.calls.length = 0;
    workspace.views.length = 0;
    workspace.messages.splice(0, Math.max(0, workspace.messages.length - 50));
  }
  return faults;
}

parentPort?.on('message', async (call: PlatformCall) => {
  if (call.kind === 'meet') {
    httpPort = call.port;
    httpPeople = new FakeUsers(slackHttp, { mode: 'http', port: call.port });
  } else {
    try {
      void Promise.resolve(ACTS[call.way]?.(call.event)).catch(() => {});
    } catch {
      // What cannot even be sent does not arrive.
    }
    await seesHelp(call.way);
  }
  parentPort?.postMessage({ id: call.id, faults: faultsOf() } satisfies PlatformAnswer);
});

parentPort?.postMessage({
  discord: discord.address,
  cdn: discord.cdn.address,
  slack: slack.api,
  slackHttp: slackHttp.api,
} satisfies PlatformAddresses);
