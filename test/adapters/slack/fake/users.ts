import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { defined } from '../../../../src/collections/defined.ts';
import type { Json } from './block-rules.ts';
import { filled, findElement } from './elements.ts';
import type { FakeSlack } from './fake-slack.ts';
import { BOT_USER, type FakeMessage, TEAM } from './workspace.ts';

export const SIGNING_SECRET = '8f742231b10e8888abcd99yyyzzz85a5';

/** What the bot has answered, and how. */
export interface Acknowledged {
  /** Of HTTP; 200 over a socket. */
  readonly status: number;
  readonly body: Json;
  readonly milliseconds: number;
}

/** How Slack reaches the bot. */
export type Transport = { readonly mode: 'socket' } | { readonly mode: 'http'; readonly port: number };

export interface SendOptions {
  /** Slack names this workspace: of somebody who is in a channel that is shared with theirs. */
  readonly team?: string;
  /** Slack's headers for what it sends again. */
  readonly retry?: number;
  /** Over HTTP: signed with this instead. */
  readonly secret?: string;
  /** Over HTTP: signed so many seconds ago. */
  readonly age?: number;
}

export interface MessagePlace {
  readonly user?: string;
  readonly channel?: string;
  readonly thread?: string;
}

/** People in a workspace: what they do reaches the bot as Slack would tell of it. */
export class FakeUsers {
  readonly #slack: FakeSlack;
  readonly #transport: Transport;

  constructor(slack: FakeSlack, transport: Transport) {
    this.#slack = slack;
    this.#transport = transport;
  }

  slash(
    text: string,
    { user = 'UMINJI', channel = 'C0SHOP' }: MessagePlace = {},
    more: Json = {},
    options: SendOptions = {},
  ) {
    const payload = {
      command: '/ad',
      text,
      trigger_id: this.#trigger(),
      response_url: `${this.#slack.url}/respond/${this.#slack.serial()}`,
      user_id: user,
      user_name: 'somebody',
      team_id: TEAM,
      team_domain: 'shop',
      channel_id: channel,
      channel_name: 'shop',
      api_app_id: 'A0',
      is_enterprise_install: 'false',
      token: 'legacy',
      ...more,
    };
    return this.send('slash_commands', payload, options);
  }

  mention(
    text: string,
    { user = 'UMINJI', channel = 'C0SHOP', thread }: MessagePlace = {},
    more: Json = {},
    options = {},
  ) {
    const event = {
      type: 'app_mention',
      user,
      text: `<@${BOT_USER}> ${text}`,
      ts: this.#slack.ts(),
      channel,
      event_ts: this.#slack.ts(),
      ...defined({ thread_ts: thread }),
      ...more,
    };
    this.#slack.written.push({ channel, ts: event.ts, thread, user, text: event.text });
    return this.event(event, options);
  }

  direct(text: string, { user = 'UMINJI', thread }: MessagePlace = {}, more: Json = {}, options = {}) {
    const event = {
      type: 'message',
      channel_type: 'im',
      user,
      text,
      ts: this.#slack.ts(),
      channel: `D${user.slice(1)}`,
      event_ts: this.#slack.ts(),
      ...defined({ thread_ts: thread, subtype: 'files' in more ? 'file_share' : undefined }),
      ...more,
    };
    this.#slack.written.push({ channel: event.channel, ts: event.ts, thread, user, text });
    return this.event(event, options);
  }

  react(name: string, { channel, ts }: FakeMessage, user = 'UMINJI', away = false, options = {}) {
    const event = {
      type: away ? 'reaction_removed' : 'reaction_added',
      user,
      reaction: name,
      item: { type: 'message', channel, ts },
      item_user: BOT_USER,
      event_ts: this.#slack.ts(),
    };
    return this.event(event, options);
  }

  home(user = 'UMINJI') {
    return this.event({
      type: 'app_home_opened',
      user,
      channel: `D${user.slice(1)}`,
      tab: 'home',
      event_ts: this.#slack.ts(),
    });
  }

  event(event: Json, options: SendOptions & { readonly id?: string } = {}) {
    const body = {
      token: 'legacy',
      team_id: options.team ?? TEAM,
      context_team_id: TEAM,
      api_app_id: 'A0',
      type: 'event_callback',
      event,
      event_id: options.id ?? `Ev${this.#slack.serial()}`,
      event_time: 1_790_000_000,
      authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true }],
      is_ext_shared_channel: options.team !== undefined,
    };
    return this.send('events_api', body, options);
  }

  /** Presses the first button, or chooses the first entry of a menu, whose text is like this. */
  press(message: FakeMessage, label: RegExp, user = 'UMINJI', options: SendOptions = {}) {
    const element = findElement(message.blocks, label);
    const payload = {
      type: 'block_actions',
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: message.channel,
        is_ephemeral: false,
      },
      channel: { id: message.channel, name: 'shop' },
      message: {
        type: 'message',
        ts: message.ts,
        ...defined({ thread_ts: message.thread || undefined, metadata: message.metadata }),
      },
      actions: [{ ...element, block_id: 'b', action_ts: this.#slack.ts() }],
    };
    return this.interact(payload, user, options);
  }

  /** Presses something in a home. */
  pressHome(label: RegExp, user = 'UMINJI') {
    const home = this.#slack.homes.get(user);
    const element = findElement((home?.blocks ?? []) as readonly Json[], label);
    const payload = {
      type: 'block_actions',
      container: { type: 'view', view_id: 'V0HOME' },
      view: { id: 'V0HOME', type: 'home' },
      actions: [{ ...element, block_id: 'b', action_ts: this.#slack.ts() }],
    };
    return this.interact(payload, user);
  }

  shortcut(message: Json, { user = 'UMINJI', channel = 'C0SHOP' }: MessagePlace = {}) {
    const payload = {
      type: 'message_action',
      callback_id: 'ad_from_photo',
      channel: { id: channel, name: 'shop' },
      message_ts: message.ts,
      message: { type: 'message', user: 'UANNE', ...message },
      action_ts: this.#slack.ts(),
    };
    return this.interact(payload, user);
  }

  /** Fills in the form that was opened last; the values by the names of its blocks. */
  submit(values: Readonly<Record<string, unknown>>, user = 'UMINJI', options: SendOptions = {}) {
    const view = this.#slack.views.at(-1)!;
    const blocks = view.blocks as readonly Json[];
    const state = Object.fromEntries(
      blocks
        .filter(({ type }) => type === 'input')
        .map(({ block_id: id, element }) => [id, { value: filled(element as Json, values[String(id)]) }]),
    );
    const payload = {
      type: 'view_submission',
      view: { ...view, state: { values: state } },
      response_urls: [],
    };
    return this.interact(payload, user, options);
  }

  interact(payload: Json, user: string, options: SendOptions = {}) {
    const body = {
      team: { id: options.team ?? TEAM, domain: 'shop' },
      user: { id: user, username: 'somebody', team_id: options.team ?? TEAM },
      api_app_id: 'A0',
      token: 'legacy',
      trigger_id: this.#trigger(),
      ...defined({
        response_url:
          payload.type === 'view_submission' || 'view' in payload
            ? undefined
            : `${this.#slack.url}/respond/${this.#slack.serial()}`,
      }),
      ...payload,
    };
    return this.send('interactive', body, options);
  }

  #trigger(): string {
    return `${this.#slack.serial()}.111.trigger`;
  }

  async send(
    type: 'slash_commands' | 'events_api' | 'interactive',
    payload: Json,
    { retry, secret = SIGNING_SECRET, age = 0 }: SendOptions = {},
  ): Promise<Acknowledged> {
    const startedAt = performance.now();
    const took = (): number => performance.now() - startedAt;
    if (this.#transport.mode === 'socket') {
      const more = retry === undefined ? {} : { retry_attempt: retry, retry_reason: 'timeout' };
      const body = (await this.#slack.envelope(type, payload, more)) as Json | undefined;
      return { status: 200, body: body ?? {}, milliseconds: took() };
    }
    const [kind, text] =
      type === 'events_api'
        ? (['application/json', JSON.stringify(payload)] as const)
        : ([
            'application/x-www-form-urlencoded',
            new URLSearchParams(
              type === 'interactive'
                ? { payload: JSON.stringify(payload) }
                : (payload as Record<string, string>),
            ).toString(),
          ] as const);
    const timestamp = String(Math.floor(Date.now() / 1000) - age);
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex');
    const { status, text: answer } = await postTo(this.#transport.port, text, {
      'content-type': kind,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
      ...(retry === undefined
        ? {}
        : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_timeout' }),
    });
    return {
      status,
      body: answer.startsWith('{') ? (JSON.parse(answer) as Json) : {},
      milliseconds: took(),
    };
  }
}

/**
 * Plainly, and over a line of its own: hundreds are sent at once by the one process that is also Slack, and its work is
 * not what is measured. `fetch` takes four times as much of it.
 */
async function postTo(
  port: number,
  text: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly status: number; readonly text: string }> {
  const request = httpRequest({
    host: '127.0.0.1',
    port,
    path: '/slack/events',
    method: 'POST',
    agent: false,
    headers,
  });
  request.end(text);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let answer = '';
  for await (const part of response.setEncoding('utf8')) answer += part;
  return { status: response.statusCode ?? 0, text: answer };
}
