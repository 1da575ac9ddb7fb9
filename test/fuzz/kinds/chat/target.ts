import { once } from 'node:events';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { startDiscord } from '../../../../src/adapters/discord/adapter.ts';
import { startSlack } from '../../../../src/adapters/slack/adapter.ts';
import { startTerminal } from '../../../../src/adapters/terminal/adapter.ts';
import { defined } from '../../../../src/collections/defined.ts';
import { mapsInFolder } from '../../../../src/conversation/open-map.ts';
import { kindOf } from '../../../../src/errors/say.ts';
import type { Log } from '../../../../src/jobs/log.ts';
import { startThread } from '../../../../src/jobs/store/thread/start-thread.ts';
import { APPLICATION, TOKEN } from '../../../adapters/discord/fake/ids.ts';
import { SIGNING_SECRET } from '../../../adapters/slack/fake/users.ts';
import { APP_TOKEN, BOT_TOKEN } from '../../../adapters/slack/fake/workspace.ts';
import { freePort } from '../../../adapters/slack/with-bot.ts';
import { type ConversationDesk, openConversation } from '../../../conversation/open-conversation.ts';
import { presets } from '../../../engines/offline/write.ts';
import { faces } from '../../../faces.ts';
import { silentLog } from '../../../jobs/silent.ts';
import { type Input, jsonOf, type Outcome, type Target, type Told } from '../../input.ts';
import { isObject } from '../../mutate/json.ts';
import { STRUCTURED } from './generator.ts';
import type { PlatformAddresses, PlatformAnswer, PlatformCall } from './platforms.ts';
import { JOB } from './samples.ts';
import { type Watched, type WatchedAnswer, watched } from './watched.ts';

/** The real adapters, conversation and jobs, with a quick maker, on platforms of ours. */
export async function openChatTarget(): Promise<Target> {
  const platforms = await startPlatforms();
  const { addresses } = platforms;
  const bugs: string[] = [];
  const log = bugLog(bugs);
  const [talk, httpTalk] = [await openBot(log), await openBot(log)];
  const port = await freePort();
  const slack = {
    token: BOT_TOKEN,
    locale: 'ko',
    offersReactions: false,
    log,
    pace: { edits: 5, looks: [5, 10] },
  } as const;
  await startDiscord({
    conversation: talk.watched.conversation,
    jobs: talk.jobs,
    token: TOKEN,
    application: APPLICATION,
    addresses: { api: addresses.discord, cdn: addresses.cdn },
    shards: '1',
    attachmentHosts: [],
    offersReactions: false,
    openMap: mapsInFolder(join(talk.folder, 'discord')),
    locale: 'ko',
    log,
  });
  await startSlack({
    ...slack,
    conversation: talk.watched.conversation,
    jobs: talk.jobs,
    transport: { mode: 'socket', appToken: APP_TOKEN },
    address: addresses.slack,
    openMap: mapsInFolder(join(talk.folder, 'slack')),
  });
  await startSlack({
    ...slack,
    conversation: httpTalk.watched.conversation,
    jobs: httpTalk.jobs,
    transport: { mode: 'http', signingSecret: SIGNING_SECRET, port },
    address: addresses.slackHttp,
    openMap: mapsInFolder(join(httpTalk.folder, 'slack')),
  });
  const [input, output] = [new PassThrough(), new PassThrough()];
  let printed = '';
  output.on('data', (data: Buffer) => {
    printed = (printed + data.toString()).slice(-100_000);
  });
  await startTerminal({
    conversation: talk.watched.conversation,
    jobs: talk.jobs,
    folder: join(talk.folder, 'terminal'),
    input,
    output,
    graphics: 'none',
    locale: 'ko',
    log,
    greeting: [],
  });
  await platforms.call({ kind: 'meet', port });
  // A job on each platform, for what is done with jobs.
  for (const { way, event } of FIRST) await platforms.call({ kind: 'do', way, event });
  await settled([talk, httpTalk]);
  const jobOn = async (way: string): Promise<string> => {
    const [platform] = (['discord', 'slack', 'terminal'] as const).filter((name) => way.startsWith(name));
    const { jobs } = way === 'slack-body' ? httpTalk : talk;
    return (await jobs.lookup.history({ limit: 1, ...defined({ platform }) }))[0]?.id ?? JOB;
  };

  async function typed(line: string): Promise<void> {
    printed = '';
    // A terminal has lines; the end of one is the end of what was said.
    input.write(`${line}\n/ad help\n`);
    while (!printed.includes('/ad brand')) await new Promise((resolve) => setTimeout(resolve, 1));
  }

  return {
    async take(hostile: Input, at): Promise<Outcome> {
      bugs.length = 0;
      for (const bot of [talk, httpTalk]) bot.watched.forget();
      const event = jsonOf(withJob(hostile, await jobOn(hostile.way)));
      at(hostile.way);
      let faults: readonly string[] = [];
      if (hostile.way === 'terminal') await typed(lineOf(event));
      else
        faults = (await platforms.call({ kind: 'do', way: hostile.way, event: isObject(event) ? event : {} }))
          .faults;
      at('settle');
      await settled([talk, httpTalk]);
      const structured = STRUCTURED.some((way) => way === hostile.way);
      const answers = [talk, httpTalk].flatMap((bot) => bot.watched.answers).filter(isNoHelp);
      const controls = hostile.way === 'terminal' ? [{ text: printed, error: false }] : [];
      return {
        result: answers
          .map(({ wrong, kind }) => wrong ?? kind)
          .slice(0, 3)
          .join(' '),
        said: [...answers.flatMap(({ said }) => said), ...controls].filter(
          ({ text }) => text !== '',
        ) as Told[],
        // Only a platform can break the structure of what it sends, and then may not like the answer.
        faults: structured ? [] : [...faults, ...bugs],
      };
    },
    async close() {
      await platforms.stop();
    },
  };
}

/** Help is what is asked for after every input. */
const isNoHelp = ({ said }: WatchedAnswer): boolean =>
  !/^(?:광고를 만들어|This bot makes)/.test(said[0]?.text ?? '');

interface Bot extends ConversationDesk {
  readonly watched: Watched;
}

async function openBot(log: Log): Promise<Bot> {
  const talk = await openConversation(
    {},
    {
      vocabulary: { ...presets, faces: faces.map(({ name }) => name) },
      log,
    },
  );
  return { ...talk, watched: watched(talk.conversation) };
}

/** The name of a job that there is, in place of the one in the samples. */
function withJob({ way, bytes }: Input, job: string): Input {
  return { way, bytes: Buffer.from(Buffer.from(bytes).toString('utf8').replaceAll(JOB, job)) };
}

const FIRST = [
  { way: 'discord-command', event: { command: 'make', values: { text: '카페 신메뉴 딸기라떼' } } },
  { way: 'slack-slash', event: { text: 'make 카페 신메뉴 딸기라떼' } },
];

/** One line, that does not end the chat: a thousand lines would be a thousand orders, and have their time. */
function lineOf(event: unknown): string {
  const line = String(isObject(event) ? event.line : '').replaceAll(/[\n\r\u2028\u2029]+/g, ' ');
  return /^\s*\/(?:quit|exit)\s*$/.test(line) ? 'x' : line;
}

/** Milliseconds that jobs are waited for: what a platform refuses is tried again later, and is not this input's. */
const LONGEST_JOB = 1_500;

/** Nobody is being answered and nothing is being made any more. */
async function settled(bots: readonly Bot[]): Promise<void> {
  const end = performance.now() + LONGEST_JOB;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (bots.some((bot) => bot.watched.underWay > 0)) continue;
    const isBusy = bots.some(({ jobs }) => jobs.load.waiting + jobs.load.running > 0);
    if (!isBusy || performance.now() > end) return;
  }
}

/** Remembers what was logged as a fault of ours. */
function bugLog(bugs: string[]): Log {
  const keep = (message: string, error: unknown): void => {
    if (!(error instanceof Error) || kindOf(error) !== 'bug') return;
    const line = /(?:src|commands)\/[^\s:)]+/.exec(error.stack ?? '')?.[0] ?? '';
    bugs.push(`logged "${message}": ${error.name}: ${error.message.slice(0, 200)} at ${line}`);
  };
  return {
    ...silentLog,
    warn: (_fields, message, error) => keep(message, error),
    error: (_fields, message, error) => keep(message, error),
  };
}

interface Platforms {
  readonly addresses: PlatformAddresses;
  call(
    call: Omit<PlatformCall & { kind: 'do' }, 'id'> | Omit<PlatformCall & { kind: 'meet' }, 'id'>,
  ): Promise<PlatformAnswer>;
  stop(): Promise<void>;
}

async function startPlatforms(): Promise<Platforms> {
  const worker = startThread(new URL('platforms.ts', import.meta.url), undefined);
  const [addresses] = (await once(worker, 'message')) as [PlatformAddresses];
  const waiting = new Map<number, (answer: PlatformAnswer) => void>();
  let serial = 0;
  worker.on('message', (answer: PlatformAnswer) => {
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  return {
    addresses,
    call(call) {
      const id = ++serial;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        worker.postMessage({ ...call, id });
      });
    },
    stop: async () => void (await worker.terminate()),
  };
}
