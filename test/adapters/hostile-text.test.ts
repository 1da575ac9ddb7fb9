import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Receiver } from '@slack/bolt';
import { MessageType } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseRequest, type RequestInput } from '../../src/ad/parse/parse-request.ts';
import type { DiscordApi } from '../../src/adapters/discord/api.ts';
import type { InboundContext as DiscordContext } from '../../src/adapters/discord/inbound/context.ts';
import { Interactions } from '../../src/adapters/discord/inbound/interactions.ts';
import { Messages } from '../../src/adapters/discord/inbound/messages.ts';
import { Acknowledgements } from '../../src/adapters/slack/acknowledgements.ts';
import { registerListeners } from '../../src/adapters/slack/inbound/listeners.ts';
import { UserDirectory } from '../../src/adapters/slack/inbound/user-directory.ts';
import { AgentSessions } from '../../src/adapters/slack/outbound/agent-sessions.ts';
import { Streams } from '../../src/adapters/slack/outbound/streams.ts';
import { startTerminal } from '../../src/adapters/terminal/adapter.ts';
import { startWeb } from '../../src/adapters/web/adapter.ts';
import { parseAdOptions } from '../../src/cli/ad-options.ts';
import { parseBatch } from '../../src/cli/batch/parse-batch.ts';
import { readBatchText } from '../../src/cli/batch/read-batch.ts';
import { readMenu } from '../../src/cli/read-menu.ts';
import { readRecipe } from '../../src/cli/read-recipe.ts';
import { BoundedMap } from '../../src/collections/bounded-map.ts';
import { defined } from '../../src/collections/defined.ts';
import { SingleFlight } from '../../src/collections/single-flight.ts';
import { mapsInFolder } from '../../src/conversation/open-map.ts';
import { PersistentMap } from '../../src/conversation/persistent-map.ts';
import { say } from '../../src/errors/say.ts';
import { UserError } from '../../src/errors/user-error.ts';
import type { Log } from '../../src/jobs/log.ts';
import { loadPresets } from '../../src/presets/load.ts';
import { createPhotoStore } from '../../src/storage/photo-store.ts';
import { catalogue } from '../../src/studio/catalogue.ts';
import { type ConversationDesk, openConversation } from '../conversation/open-conversation.ts';
import { watchEventLoop } from '../event-loop.ts';
import { closeDesk } from '../jobs/desk.ts';
import { silentLog } from '../jobs/silent.ts';
import { ALPHABETS } from '../text/alphabets.ts';
import { CHANNEL, newId } from './discord/fake/ids.ts';
import { type MessageBody, messageFaults } from './discord/fake/rules.ts';
import { command, press, submit, typing } from './discord/fake/user-events.ts';
import { type Json, wrongBlocks, wrongView } from './slack/fake/block-rules.ts';
import { Visitor } from './web/visitor.ts';

/** Milliseconds of processor time for which one text may hold the event loop, and bytes that it may take. */
const HELD = 50;
const TAKEN = 50 * 2 ** 20;

/** The chat's files wait for the disk at each line, which no text can help: where there is one, a disk in memory. */
const MEMORY_DISK = '/dev/shm';

/** One way for texts to come in: resolves when it has been answered. */
type WayIn = (text: string) => Promise<readonly Answer[]>;

/** What came back: a message's parts for a platform, or a sentence. */
type Answer =
  | { readonly sentence: string }
  | { readonly blocks: unknown }
  | { readonly view: Json }
  | { readonly body: MessageBody };

const bugs: string[] = [];
const log: Log = {
  ...silentLog,
  error: (_fields, message, error) => bugs.push(`${message}: ${String(error)}`),
};

let talk: ConversationDesk;
let folder: string;
const ways = new Map<string, WayIn>();

beforeAll(async () => {
  folder = mkdtempSync(join(existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir(), 'hostile-'));
  const vocabulary = { ...(await loadPresets('presets', catalogue)), faces: ['Pretendard'] };
  talk = await openConversation({}, { log, vocabulary });
  await addDiscord();
  await addSlack();
  await addTerminal();
  await addWeb();
  await addOthers();
  // What a way in loads and compiles at first is not the text's.
  for (const send of ways.values()) await send('가'.repeat(3_000));
  bugs.length = 0;
});

afterAll(async () => {
  await closeWeb();
  await closeDesk(talk);
  rmSync(folder, { recursive: true, force: true });
});

const inbox = (name: string): Promise<PersistentMap> =>
  PersistentMap.open(join(folder, `${name}.jsonl`), 100);

async function addDiscord(): Promise<void> {
  const answers: Answer[] = [];
  const call: DiscordApi['bot'] = async (_method, _route, sent) => {
    const body = sent?.body as {
      data?: { choices?: unknown[]; components?: unknown[] };
      components?: unknown[];
    };
    if (body?.data?.choices !== undefined) answers.push({ sentence: 'suggestions' });
    for (const message of [body, body?.data]) {
      if (message?.components !== undefined) answers.push({ body: message as MessageBody });
    }
    return { id: newId() };
  };
  const api: DiscordApi = {
    callback: call,
    interaction: call,
    bot: call,
    warmUp: async () => {},
    close: () => {},
  };
  const context: DiscordContext = {
    api,
    conversation: talk.conversation,
    photos: { keep: async () => [] },
    inboxes: {
      forms: await inbox('forms'),
      interactions: await inbox('interactions'),
      messages: await inbox('messages'),
      marks: await inbox('marks'),
    },
    connection: {
      application: '1',
      botUserId: '1',
      isOwnRole: () => false,
      permissionsOf: () => undefined,
      preferredLocaleOf: () => undefined,
      roleNames: () => [],
    },
    locales: new BoundedMap(100),
    defaultLocale: 'ko',
    log,
  };
  const incoming = new Interactions(context);
  const messages = new Messages(context, { written: async () => {} });
  const answered = async (idle: (limit: number) => Promise<void>): Promise<readonly Answer[]> => {
    await idle(20_000);
    return answers.splice(0);
  };
  const interaction = (make: (text: string) => object): WayIn => {
    return (text) => {
      incoming.receive(make(text) as Parameters<Interactions['receive']>[0]);
      return answered((limit) => incoming.idle(limit));
    };
  };
  const message = (guild: string | undefined): WayIn => {
    return (text) => {
      const written = {
        id: newId(),
        channel_id: CHANNEL,
        ...defined({ guild_id: guild }),
        author: { id: newId(), username: 'minji', discriminator: '0', avatar: null, global_name: '민지' },
        content: guild === undefined ? text : `<@1> ${text}`,
        attachments: [],
        type: MessageType.Default,
      };
      messages.receive(written as unknown as Parameters<Messages['receive']>[0]);
      return answered((limit) => messages.idle(limit));
    };
  };
  ways.set('Discord: a direct message', message(undefined));
  ways.set('Discord: a mention', message('5'));
  const options = ['text', 'headline', 'price', 'industry', 'style', 'ratio', 'use', 'strength'];
  for (const option of [...options, 'sub', 'badge', 'cta', 'details', 'qr', 'menu']) {
    ways.set(
      `Discord: the option ${option}`,
      interaction((text) => command('make', { text: '카페', [option]: text })),
    );
  }
  ways.set(
    'Discord: a job',
    interaction((text) => command('show', { id: text })),
  );
  ways.set(
    'Discord: a brand',
    interaction((text) => command('brand', { name: text }, ADMIN)),
  );
  ways.set(
    'Discord: colours',
    interaction((text) => command('brand', { colours: text }, ADMIN)),
  );
  ways.set(
    'Discord: a QR code of a brand',
    interaction((text) => command('brand', { qr: text }, ADMIN)),
  );
  ways.set(
    'Discord: a command',
    interaction((text) => command(text)),
  );
  ways.set(
    'Discord: a name of a person',
    interaction((text) => command('show', { id: 'x' }, { name: text })),
  );
  ways.set(
    'Discord: a custom id',
    interaction((text) => press(text, newId())),
  );
  ways.set(
    'Discord: a form',
    interaction((text) => submit('make', { text, headline: text })),
  );
  ways.set(
    'Discord: words',
    interaction((text) => submit('1/000000/words', { headline: text })),
  );
  ways.set(
    'Discord: parts',
    interaction((text) => submit('1/000000/parts', { qr: text, badge: text, menu: text })),
  );
  ways.set(
    'Discord: a suggestion',
    interaction((text) => typing('make', 'industry', text)),
  );
  ways.set(
    'Discord: a suggested job',
    interaction((text) => typing('show', 'id', text)),
  );
}

/** Whoever manages the server. */
const ADMIN = { permissions: String(1 << 5) } as const;

async function addSlack(): Promise<void> {
  const answers: Answer[] = [];
  const call = async (method: string, sent: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
    if (method === 'users.info') return { user: { name: 'minji', locale: 'ko-KR' } };
    if (sent.view !== undefined) answers.push({ view: sent.view as Json });
    else if (sent.blocks !== undefined) answers.push({ blocks: sent.blocks });
    return { channel: 'D1', ts: '1.1', ok: true };
  };
  const receiver = { init: () => {}, start: async () => {}, stop: async () => {} } as unknown as Receiver;
  const app = registerListeners(receiver, 'xoxb-1', Promise.resolve({ botId: 'B1', botUserId: 'U1' }), {
    conversation: talk.conversation,
    catchUp: { answered: async () => {} },
    jobs: talk.jobs,
    call,
    notify: async (reply) => {
      answers.push({ sentence: reply.title });
      return true;
    },
    token: 'xoxb-1',
    hosts: { secure: [], extra: [] },
    users: new UserDirectory(call, 'ko', log),
    workspaceOf: (team) => team,
    singleFlight: new SingleFlight(),
    acknowledgements: new Acknowledgements(),
    inbox: await inbox('slack'),
    sessions: new AgentSessions(call, log),
    streams: new Streams(call, log),
    reactions: new Map(),
    log,
  });
  const way = (make: (text: string) => object): WayIn => {
    return async (text) => {
      await app.processEvent({
        body: make(text) as Record<string, unknown>,
        ack: async (answer) => {
          const said = answer as { blocks?: unknown; errors?: Record<string, string> } | undefined;
          if (said?.blocks !== undefined) answers.push({ blocks: said.blocks });
          for (const sentence of Object.values(said?.errors ?? {})) answers.push({ sentence });
        },
      });
      return answers.splice(0);
    };
  };
  const person = { user: { id: 'UMINJI', team_id: 'T1' }, team: { id: 'T1' } };
  const slash = (text: string) => ({
    command: '/ad',
    text,
    trigger_id: newId(),
    user_id: 'UMINJI',
    team_id: 'T1',
    channel_id: 'C1',
  });
  const event = (more: object) => ({
    type: 'event_callback',
    event_id: newId(),
    team_id: 'T1',
    event: { user: 'UMINJI', channel: 'D1', ts: `${newId()}.1`, ...more },
  });
  const view = (id: string, values: Readonly<Record<string, string>>) => ({
    type: 'view_submission',
    ...person,
    view: {
      id: newId(),
      hash: newId(),
      callback_id: id,
      private_metadata: JSON.stringify({ channel: 'C1', job: '000000' }),
      state: {
        values: Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, { value: { value } }]),
        ),
      },
      blocks: Object.keys(values).map((name) => ({ type: 'input', block_id: name })),
    },
  });
  ways.set(
    'Slack: /ad',
    way((text) => slash(text)),
  );
  ways.set(
    'Slack: a headline',
    way((text) => slash(`카페 --headline ${text}`)),
  );
  ways.set(
    'Slack: a style',
    way((text) => slash(`카페 --style "${text}"`)),
  );
  for (const option of ['qr', 'menu', 'details']) {
    ways.set(
      `Slack: the option ${option}`,
      way((text) => slash(`카페 --${option} "${text}"`)),
    );
  }
  ways.set(
    'Slack: a QR code of a brand',
    way((text) => slash(`brand --qr ${text}`)),
  );
  ways.set(
    'Slack: a job',
    way((text) => slash(`show ${text}`)),
  );
  ways.set(
    'Slack: a direct message',
    way((text) => event({ type: 'message', channel_type: 'im', text })),
  );
  ways.set(
    'Slack: a mention',
    way((text) => event({ type: 'app_mention', channel: 'C1', text })),
  );
  ways.set(
    'Slack: a form',
    way((text) => view('form:make', { text, headline: text })),
  );
  ways.set(
    'Slack: words',
    way((text) => view('words', { headline: text })),
  );
  ways.set(
    'Slack: parts',
    way((text) => view('parts', { qr: text, badge: text, menu: text })),
  );
  ways.set(
    'Slack: an action',
    way((text) => ({
      type: 'block_actions',
      ...person,
      trigger_id: newId(),
      channel: { id: 'C1' },
      actions: [{ type: 'button', block_id: 'b', action_id: `ad:${text}`, value: text }],
    })),
  );
  ways.set(
    'Slack: a shortcut',
    way((text) => ({
      type: 'message_action',
      callback_id: 'ad_from_photo',
      ...person,
      trigger_id: newId(),
      channel: { id: 'C1' },
      message: { ts: '1.1', text, files: [{ id: 'F1', name: text, mimetype: 'image/png' }] },
    })),
  );
}

async function addTerminal(): Promise<void> {
  const input = new PassThrough();
  const output = new PassThrough();
  const terminal = { conversation: talk.conversation, jobs: talk.jobs, folder: join(folder, 'terminal') };
  await startTerminal({
    ...terminal,
    input,
    output,
    graphics: 'none',
    locale: 'ko',
    log,
    greeting: [],
  });
  const way = (before: string, after = 'x'): WayIn => {
    return async (text) => {
      const answered = once(output, 'data', { signal: AbortSignal.timeout(20_000) });
      for (const part of [before, lineOf(text), `${after}\n`]) input.write(part);
      const [shown] = await answered;
      return [{ sentence: String(shown) }];
    };
  };
  ways.set('terminal: a line', way('x', ''));
  ways.set('terminal: a command', way('/'));
  ways.set('terminal: an option', way('/ad make 카페 --headline '));
  ways.set('terminal: an unknown option', way('/ad make 카페 --'));
  for (const option of ['qr', 'menu']) {
    ways.set(`terminal: the option ${option}`, way(`/ad make 카페 --${option} `));
  }
  ways.set('terminal: words', way('#1 words x', ''));
}

async function addWeb(): Promise<void> {
  const web = await startWeb({
    proxies: [],
    conversation: talk.conversation,
    jobs: talk.jobs,
    host: '127.0.0.1',
    port: 0,
    password: undefined,
    userHeader: undefined,
    publicUrl: undefined,
    folder: join(folder, 'web'),
    openMap: mapsInFolder(join(folder, 'web')),
    photos: createPhotoStore(join(folder, 'photos')),
    assets: folder,
    locale: 'ko',
    log,
  });
  closeWeb = () => web.close();
  const way = (path: string, field: string, more: Readonly<Record<string, string>> = {}): WayIn => {
    return async (text) => {
      const visitor = new Visitor(`http://127.0.0.1:${web.port}`);
      await visitor.visit();
      // A megabyte is refused by its size alone; what a form may have is read.
      const { text: answer } = await visitor.post(path, { ...more, [field]: text.slice(0, FORM_UNITS) });
      const { error } = JSON.parse(answer) as { readonly error?: string };
      if (error !== undefined) return [{ sentence: error }];
      const [, said = ''] = await visitor.until(/class="message bot[\s\S]*?<h2>([^<]*)<\/h2>/);
      return [{ sentence: said }];
    };
  };
  ways.set('the page: what is written', way('/say', 'text'));
  ways.set('the page: a headline', way('/say', 'headline', { text: '카페' }));
  ways.set('the page: a command', way('/commands/brand', 'name'));
  ways.set('the page: a button', way('/press', 'id'));
}

/** Units of a text that a form has room for, each escaped. */
const FORM_UNITS = 100_000;

let closeWeb: () => Promise<void> = async () => {};

async function addOthers(): Promise<void> {
  const presets = await loadPresets('presets', catalogue);
  const refused = (work: () => unknown): readonly Answer[] => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof UserError)) bugs.push(String(error));
      return [{ sentence: say(error, 'ko') }];
    }
    return [];
  };
  const refusedLater = async (work: () => Promise<unknown>): Promise<readonly Answer[]> => {
    const done = await work().then(
      () => () => {},
      (error: unknown) => () => {
        throw error;
      },
    );
    return refused(done);
  };
  const library = (make: (text: string) => RequestInput): WayIn => {
    return async (text) => refused(() => parseRequest(make(text), presets.requestRules));
  };
  ways.set(
    'library: the text',
    library((text) => ({ text })),
  );
  ways.set(
    'library: a headline',
    library((text) => ({ text: '카페', copy: { headline: text } })),
  );
  ways.set(
    'library: a trade',
    library((text) => ({ text: '카페', industry: text })),
  );
  ways.set(
    'library: a size',
    library((text) => ({ text: '카페', format: text })),
  );
  ways.set(
    'library: a shop',
    library((text) => ({ text: '카페', brand: { shopName: text } })),
  );
  ways.set(
    'library: a design family',
    library((text) => ({ text: '카페', family: text })),
  );
  ways.set(
    'library: a QR code',
    library((text) => ({ text: '카페', parts: { qr: text } })),
  );
  ways.set(
    'library: a menu',
    library((text) => ({ text: '카페', parts: { menu: text } })),
  );
  ways.set(
    'library: a row of a menu',
    library((text) => ({ text: '카페', parts: { menu: [{ name: text, price: text, note: text }] } })),
  );
  ways.set('command line: the text', async (text) =>
    refused(() => parseRequest(parseAdOptions([`x${text}`], 'ko').input, presets.requestRules)),
  );
  ways.set('command line: an option', async (text) =>
    refused(() =>
      parseRequest(parseAdOptions(['카페', `--price=${text}`], 'ko').input, presets.requestRules),
    ),
  );
  ways.set('command line: an unknown option', async (text) =>
    refused(() => parseAdOptions([`--x${text}`], 'ko')),
  );
  for (const option of ['qr', 'family', 'details']) {
    ways.set(`command line: --${option}`, async (text) =>
      refused(() =>
        parseRequest(parseAdOptions(['카페', `--${option}=${text}`], 'ko').input, presets.requestRules),
      ),
    );
  }
  const file = (read: (path: string) => Promise<unknown>): WayIn => {
    const path = join(folder, 'file');
    return async (text) => {
      if (textInFile !== text) writeFileSync(path, text);
      textInFile = text;
      return refusedLater(() => read(path));
    };
  };
  ways.set(
    'a file: a menu',
    file(async (path) => {
      const menu = await readMenu(path);
      parseRequest({ text: '카페', parts: { menu } }, presets.requestRules);
    }),
  );
  ways.set(
    'a file: requests',
    file(async (path) => parseBatch(await readBatchText(path))),
  );
  ways.set(
    'a file: a recipe',
    file((path) => readRecipe(path, catalogue)),
  );
  ways.set('command line: a number', async (text) =>
    refused(() =>
      parseRequest(parseAdOptions(['카페', `--scale=${text}`], 'ko').input, presets.requestRules),
    ),
  );
}

/** What a platform would not take of an answer, and what it says that a terminal would obey. */
function faultsOf(answer: Answer): readonly string[] {
  if ('body' in answer) return messageFaults(answer.body, new Map(), 10 * 2 ** 20);
  if ('view' in answer) return wrongView(answer.view);
  if ('blocks' in answer) return wrongBlocks(answer.blocks, 'message');
  const { sentence } = answer;
  if (sentence.trim() === '') return ['nothing is said'];
  if (sentence.length > 4_000) return [`${sentence.length} units are said`];
  return /[\p{Cc}\u202a-\u202e]/u.test(sentence.replaceAll('\n', '')) ? ['it steers'] : [];
}

/** What stands in the file that the commands are given. */
let textInFile: string | undefined;

let asLine: readonly [text: string, line: Buffer] = ['', Buffer.alloc(0)];

/** The text as one line of a terminal, in bytes; made once, so that no way in is charged for it. */
function lineOf(text: string): Buffer {
  if (asLine[0] !== text) asLine = [text, Buffer.from(text.replaceAll(/[\n\r]/g, ' '))];
  return asLine[1];
}

describe('a megabyte of text', () => {
  it.each(ALPHABETS)('of %s is answered through every way in, and holds nobody up', async (name, make) => {
    const text = make();
    lineOf(text);
    let before = process.memoryUsage();
    for (const [way, send] of ways) {
      const watch = watchEventLoop();
      const answers = await send(text);
      const { longestWork } = watch.stop();
      const after = process.memoryUsage();
      const taken = after.heapUsed + after.external - before.heapUsed - before.external;
      before = after;
      const place = `${name}, ${way}`;
      if (!Number.isNaN(longestWork)) expect(longestWork, `${place}: milliseconds`).toBeLessThan(HELD);
      expect(taken, `${place}: bytes`).toBeLessThan(TAKEN);
      expect(bugs, place).toEqual([]);
      expect(answers.flatMap(faultsOf), place).toEqual([]);
      if (!MAY_BE_SILENT.has(way)) expect(answers.length, `${place}: answers`).toBeGreaterThan(0);
    }
  });
});

/** An action that nobody knows is not answered; of a file each line is a request, and is answered by itself. */
const MAY_BE_SILENT: ReadonlySet<string> = new Set(['Slack: an action', 'a file: requests']);
