import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { defined } from '../../../src/collections/defined.ts';
import { SIGNING_SECRET } from './fake/users.ts';
import { TEAM } from './fake/workspace.ts';
import { closeBot, openBot, type Stage, textOf, until } from './with-bot.ts';

let shop: Stage | undefined;
const rejected: unknown[] = [];
const noteRejection = (reason: unknown): void => void rejected.push(reason);
process.on('unhandledRejection', noteRejection);
process.on('uncaughtException', noteRejection);

afterEach(async () => {
  await closeBot(shop);
  shop = undefined;
  // In the bot's own process each of these would be its end.
  expect(rejected.splice(0)).toEqual([]);
});

const JSON_TYPE = 'application/json';
const FORM = 'application/x-www-form-urlencoded';

const nested = (open: string, close: string, depth: number): string =>
  open.repeat(depth) + close.repeat(depth);

/** What is no object, or only looks like what Slack sends. */
const NO_OBJECTS = ['null', '[]', '1', '"x"', 'true', '', ' ', '[{}]', 'nul', nested('[', ']', 100_000)];

const EVENTS: readonly unknown[] = [
  {},
  { type: 'event_callback' },
  { type: 'event_callback', event: null },
  { type: 'event_callback', event: [] },
  { type: 'event_callback', event: 'message' },
  { type: 'event_callback', event: { type: null } },
  { type: 'event_callback', event: { type: 'message', channel: null, item: null } },
  { type: 'event_callback', team_id: 7, event: { type: 'message', channel_type: 'im', user: {}, ts: [] } },
  { type: 'event_callback', team_id: TEAM, event: { type: 'app_mention', user: 'U', channel: 'C' } },
  { type: 'event_callback', team_id: TEAM, event: { type: 'reaction_added', user: 'U', item: 'x' } },
  {
    type: 'event_callback',
    team_id: TEAM,
    event: { type: 'reaction_removed', user: 'U', reaction: 'x', item: {} },
  },
  { type: 'event_callback', team_id: TEAM, event: { type: 'app_home_opened' } },
  { type: 'event_callback', team_id: TEAM, event: { type: 'agent_session_stopped', user: [] } },
  { type: 'event_callback', authorizations: [null], event: { type: 'message' } },
  { type: 'event_callback', authorizations: 'x', event: { type: 'tokens_revoked' } },
  { type: 'url_verification' },
  { type: { deep: 1 }, event: { type: { deep: 1 } } },
];

const INTERACTIONS: readonly unknown[] = [
  { type: 'block_actions' },
  { type: 'block_actions', actions: null },
  { type: 'block_actions', actions: [] },
  { type: 'block_actions', actions: [null] },
  { type: 'block_actions', trigger_id: 1, user: { id: 'U' }, actions: [{ action_id: 'ad:1/7k3f9q/why' }] },
  {
    type: 'block_actions',
    trigger_id: 't',
    user: { id: 'U' },
    channel: [],
    actions: [{ action_id: 'ad:x' }],
  },
  { type: 'message_action', callback_id: 'ad_from_photo' },
  { type: 'message_action', callback_id: 'ad_from_photo', channel: null, message: 7, user: 'U' },
  { type: 'view_submission' },
  {
    type: 'view_submission',
    view: { callback_id: 'words', private_metadata: 'null', state: { values: {} } },
  },
  {
    type: 'view_submission',
    user: { id: 'U' },
    view: {
      id: 'V',
      hash: 'h',
      callback_id: 'words',
      private_metadata: '{"channel":"C","job":"__proto__"}',
      state: { values: {} },
      blocks: [],
    },
  },
  {
    type: 'view_submission',
    user: { id: 'U' },
    view: {
      id: 'V',
      hash: 'h',
      callback_id: 'form:constructor',
      private_metadata: '{"channel":"C"}',
      state: { values: {} },
      blocks: [],
    },
  },
  { type: 'view_closed', view: null },
  { type: 'shortcut', callback_id: [] },
  { type: 'block_suggestion', name: {} },
];

/** That the bot is there, and answers. */
async function answers({ people }: Stage): Promise<void> {
  expect(textOf((await people.slash('help')).body.blocks)).toContain('광고를 만들어 드려요');
}

describe('over HTTP', () => {
  it('a signed body of any other kind is turned away, and nothing else happens', async () => {
    shop = await openBot({ mode: 'http' });
    const { port } = shop;
    for (const text of NO_OBJECTS) {
      expect(await post(port, text, JSON_TYPE), text.slice(0, 20)).toBe(400);
      expect(await post(port, text, 'text/plain'), text.slice(0, 20)).toBe(400);
      expect(await post(port, text, JSON_TYPE, { path: '/slack/events?x=1' })).toBe(400);
      if (text.trim() === '') continue;
      expect(await post(port, `payload=${encodeURIComponent(text)}`, FORM), text.slice(0, 20)).toBe(400);
    }
    for (const text of ['{', '{"a"', '{]', `{"a":${nested('[', '', 200_000)}`]) {
      expect(await post(port, text, JSON_TYPE), text.slice(0, 20)).toBe(400);
    }
    await answers(shop);
  });

  it('wrong and missing fields, and what is nested deep, end nothing', async () => {
    shop = await openBot({ mode: 'http' });
    const { port } = shop;
    const deep = `{"type":"event_callback","event":${nested('{"event":', '}', 50_000).replace('}', '1}')}}`;
    const sent = [
      ...EVENTS.map((event) => post(port, JSON.stringify(event), JSON_TYPE)),
      ...INTERACTIONS.map((action) =>
        post(port, `payload=${encodeURIComponent(JSON.stringify(action))}`, FORM),
      ),
      post(port, deep, JSON_TYPE),
      post(port, 'command=/ad&command=/ad&team_id=1', FORM),
      post(port, 'command=/ad', FORM),
      post(port, '__proto__=1&constructor=2', FORM),
      post(port, '{}', 'multipart/form-data; boundary=x'),
    ];
    // Whatever Slack is told, it is told something.
    for (const status of await Promise.all(sent)) expect(status).toBeGreaterThanOrEqual(200);
    await answers(shop);
  });

  it('no more is read than Slack sends, and of what nobody has signed next to nothing', async () => {
    shop = await openBot({ mode: 'http' });
    const { port } = shop;
    const megabytes = JSON.stringify({ text: 'a'.repeat(3 * 2 ** 20) });
    expect(await post(port, megabytes, JSON_TYPE)).toBe(413);
    expect(await post(port, megabytes, JSON_TYPE, { chunked: true })).toBe(413);
    const kilobytes = JSON.stringify({ text: 'a'.repeat(10_000) });
    expect(await post(port, kilobytes, JSON_TYPE, { signed: false })).toBe(413);
    expect(await post(port, kilobytes, JSON_TYPE, { signed: false, chunked: true })).toBe(413);
    expect(await post(port, '{}', JSON_TYPE, { signed: false })).toBe(401);
    await answers(shop);
  });

  it('other paths, other methods and broken lines are no trouble', async () => {
    shop = await openBot({ mode: 'http' });
    const { port } = shop;
    for (const path of ['/', '/slack', '//', '/slack/events/', '/%', '*']) {
      expect(await post(port, 'null', JSON_TYPE, { path }), path).toBeGreaterThanOrEqual(400);
    }
    expect(await post(port, '', JSON_TYPE, { method: 'GET' })).toBe(404);
    for (let i = 0; i < 5; i++) {
      const line = connect(port, '127.0.0.1');
      await once(line, 'connect');
      line.write(
        'POST /slack/events HTTP/1.1\r\nhost: x\r\nx-slack-signature: v0=1\r\ncontent-length: 100\r\n\r\n{',
      );
      await new Promise((resolve) => setTimeout(resolve, 20));
      line.destroy();
    }
    await answers(shop);
  });
});

describe('over a socket', () => {
  it('what is no envelope is left alone, and the line stays', async () => {
    shop = await openBot();
    const { slack } = shop;
    const line = slack.sockets.at(-1)!;
    const bodies = [null, [], 1, 'x', ...EVENTS, ...INTERACTIONS];
    const types = ['events_api', 'slash_commands', 'interactive', 'options', 'error', 'close', 'slack_event'];
    for (const text of NO_OBJECTS) line.send(text);
    for (const type of [...types, 'disconnected', 'ws_message', null, {}, 7]) {
      for (const payload of bodies) line.send(JSON.stringify({ type, envelope_id: `e${type}`, payload }));
    }
    // Events that are called as the library's own affairs are.
    for (const type of ['close', 'error', 'disconnected', 'ws_message', 'slack_event', 'connected']) {
      const payload = { type: 'event_callback', event: { type } };
      line.send(JSON.stringify({ type: 'events_api', envelope_id: 'own', payload }));
    }
    line.send(
      `{"type":"events_api","envelope_id":"x","payload":${nested('{"event":', '}', 50_000).replace('}', '1}')}}`,
    );
    line.send(JSON.stringify({ type: 'events_api', envelope_id: 'e', payload: 'a'.repeat(2 * 2 ** 20) }));
    await answers(shop);
    expect(slack.sockets).toEqual([line]);
    await until(() => shop?.adapter.notReadyReason() === undefined || undefined);
  });
});

interface PostOptions {
  readonly signed?: boolean;
  readonly path?: string;
  readonly method?: string;
  /** Without telling beforehand how much it is. */
  readonly chunked?: boolean;
}

/** The status that is answered; 599 where the line is cut instead. */
async function post(
  port: number,
  text: string,
  type: string,
  { signed = true, path = '/slack/events', method = 'POST', chunked = false }: PostOptions = {},
): Promise<number> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', SIGNING_SECRET).update(`v0:${timestamp}:${text}`).digest('hex');
  const request = httpRequest({
    host: '127.0.0.1',
    port,
    path,
    method,
    agent: false,
    headers: {
      'content-type': type,
      ...defined({ 'content-length': chunked || method === 'GET' ? undefined : Buffer.byteLength(text) }),
      ...(signed ? { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${signature}` } : {}),
    },
  });
  const answered = once(request, 'response') as Promise<[IncomingMessage]>;
  request.on('error', () => {});
  request.end(method === 'GET' ? undefined : text);
  try {
    const [response] = await answered;
    response.resume();
    return response.statusCode ?? 0;
  } catch {
    return 599;
  }
}
