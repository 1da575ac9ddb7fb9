import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type SlackAdapter, type SlackParts, startSlack } from '../../../src/adapters/slack/adapter.ts';
import type { ConversationDependencies } from '../../../src/conversation/conversation.ts';
import { mapsInFolder } from '../../../src/conversation/open-map.ts';
import { type ConversationDesk, openConversation } from '../../conversation/open-conversation.ts';
import { closeDesk, type DeskOptions } from '../../jobs/desk.ts';
import { silentLog } from '../../jobs/silent.ts';
import { FakeSlack } from './fake/fake-slack.ts';
import { FakeUsers, SIGNING_SECRET } from './fake/users.ts';
import { APP_TOKEN, BOT_TOKEN, type FakeMessage } from './fake/workspace.ts';

export interface BotOptions extends DeskOptions {
  readonly mode?: 'socket' | 'http';
  readonly conversation?: Partial<ConversationDependencies>;
  readonly slack?: Partial<SlackParts>;
  /** Set up before the bot starts. */
  readonly before?: (slack: FakeSlack) => void;
}

/** A workspace with the bot in it: the real adapter and jobs, a quick maker, and a Slack of our own. */
export interface Stage {
  readonly slack: FakeSlack;
  readonly people: FakeUsers;
  readonly talk: ConversationDesk;
  readonly adapter: SlackAdapter;
  /** Where requests come in, with `mode: 'http'`. */
  readonly port: number;
  /** Resolves with a message that is as wished. */
  message(wish: (message: FakeMessage) => boolean): Promise<FakeMessage>;
  /** Resolves with the message of a finished ad that is not among those that were there. */
  finished(but?: readonly FakeMessage[]): Promise<FakeMessage>;
}

export async function openBot(options: BotOptions = {}): Promise<Stage> {
  const slack = new FakeSlack();
  await slack.listen();
  options.before?.(slack);
  const talk = await openConversation(options, options.conversation);
  const port = await freePort();
  const mode = options.mode ?? 'socket';
  const starting = startSlack({
    conversation: talk.conversation,
    jobs: talk.jobs,
    token: BOT_TOKEN,
    transport:
      mode === 'socket' ? { mode, appToken: APP_TOKEN } : { mode, signingSecret: SIGNING_SECRET, port },
    address: slack.api,
    locale: 'en',
    openMap: mapsInFolder(join(talk.folder, 'slack')),
    offersReactions: false,
    log: silentLog,
    pace: { edits: 20, looks: [10, 20, 40] },
    ...options.slack,
  });
  const adapter = await starting.catch(async (error: unknown) => {
    await closeDesk(talk);
    await slack.close();
    throw error;
  });
  const message: Stage['message'] = (wish) => until(() => slack.messages.find((each) => wish(each)), slack);
  return {
    slack,
    people: new FakeUsers(slack, mode === 'socket' ? { mode } : { mode, port }),
    talk,
    adapter,
    port,
    message,
    finished: (but = []) => message((each) => isFinished(each) && !but.includes(each)),
  };
}

/** Closes everything. @throws Error when Slack would not have taken something that the bot sent */
export async function closeBot(shop: Stage | undefined): Promise<void> {
  if (shop === undefined) return;
  const { slack, adapter, talk } = shop;
  await adapter.close();
  await closeDesk(talk);
  await adapter.finish();
  await slack.close();
  if (slack.wrong.length > 0) throw new Error(`Slack would not take this:\n${slack.wrong.join('\n')}`);
}

/** Whether a message shows a finished ad, with its pictures in it. */
export function isFinished({ blocks, deleted }: FakeMessage): boolean {
  return !deleted && blocks.some(({ type }) => type === 'image' || type === 'shared');
}

/** All that a message, a form or a home says. */
export function textOf(blocks: unknown): string {
  return [...JSON.stringify(blocks).matchAll(/"(?:text|title|alt_text)":("(?:[^"\\]|\\.)*")/g)]
    .map(([, text = '""']) => JSON.parse(text) as string)
    .join('\n');
}

/** Asks until there is an answer. */
export async function until<T>(ask: () => T | undefined, slack?: FakeSlack, limit = 60_000): Promise<T> {
  for (let waited = 0; waited < limit; waited += 10) {
    const answer = ask();
    if (answer !== undefined && answer !== false) return answer;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const seen = slack && JSON.stringify({ messages: slack.messages, wrong: slack.wrong }, null, 1);
  throw new Error(`It did not happen. ${seen ?? ''}`.slice(0, 6000));
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
