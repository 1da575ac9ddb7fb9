import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, type Call, messageOf, readCall, refusal } from './calls.ts';
import { FakeCdn } from './cdn.ts';
import { ChannelStore, type StoredMessage } from './channel-store.ts';
import { FakeGateway } from './gateway.ts';
import { APPLICATION, CHANNEL, GUILD, TOKEN } from './ids.ts';
import { type Asked, FakeInteractions } from './interactions.ts';
import { Places } from './places.ts';
import { messageFaults } from './rules.ts';
import { bodyChecker } from './schema.ts';
import type { WrittenMessage } from './user-events.ts';
import { guild } from './world.ts';

/** Something that goes wrong: whatever `answer` gives for a call is its answer. */
export type Trouble = (call: Call) => Answer | 'hang' | undefined;

/** Intents that tell of messages. */
const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;

const STANDARD_LIMIT = 10 * 2 ** 20;

const checkBody = bodyChecker();

/** Discord on the loopback interface: its REST interface, gateway and CDN, in memory. */
export class FakeDiscord {
  readonly store = new ChannelStore();
  readonly calls: Call[] = [];
  /** What people have written, whether the bot was told or not. */
  readonly written: WrittenMessage[] = [];
  readonly places = new Places();
  /** What was wrong with what the bot has sent; to be empty at the end. */
  readonly faults: string[] = [];
  readonly interactions: FakeInteractions;
  readonly gateway: FakeGateway;
  readonly cdn: FakeCdn;
  /** Tried in turn on every call; those that have something to say are in the way. */
  readonly troubles: Trouble[] = [];
  /** Waited for when a call has come, before anything is done, and again before it is answered; a line may be cut then. */
  pause: (call: Call, moment: 'asked' | 'done') => Promise<'cut off' | undefined> = async () => undefined;
  registered: readonly object[] = [];
  readonly #server: Server;

  private constructor(server: Server, cdn: FakeCdn, heartbeat: number) {
    this.#server = server;
    this.cdn = cdn;
    this.interactions = new FakeInteractions(this.store, (fault) => this.faults.push(fault));
    this.gateway = new FakeGateway(server, {
      token: TOKEN,
      heartbeat,
      url: () => this.#gatewayUrl,
      guilds: () => [this.#guild],
      ready: () => ({
        v: 10,
        user: { id: APPLICATION, username: 'shop-ad-bot', discriminator: '0', bot: true, avatar: null },
        guilds: [{ id: GUILD, unavailable: true }],
        application: { id: APPLICATION, flags: 0 },
      }),
    });
  }

  /** @param heartbeat milliseconds between two of the bot's signs of life */
  static async open(heartbeat = 41_250): Promise<FakeDiscord> {
    const server = createServer();
    const discord = new FakeDiscord(server, await FakeCdn.open(), heartbeat);
    server.on('request', async (request, response) => {
      const call = await readCall(request);
      discord.calls.push(call);
      if ((await discord.pause(call, 'asked')) === 'cut off') return;
      const answer = discord.#answer(call);
      if (answer === 'hang') return;
      if ((await discord.pause(call, 'done')) === 'cut off') return;
      call.status = answer.status;
      const type = answer.status === 204 ? {} : { 'content-type': 'application/json' };
      response.writeHead(answer.status, { ...type, ...answer.headers });
      response.end(
        answer.body === undefined || answer.status === 204 ? undefined : JSON.stringify(answer.body),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return discord;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`;
  }

  get #gatewayUrl(): string {
    return `ws://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** A person does something; the bot is told. */
  ask(interaction: {
    readonly id: string;
    readonly token: string;
    readonly attachment_size_limit: number;
  }): Asked {
    const asked = this.expect(interaction);
    this.gateway.dispatch('INTERACTION_CREATE', interaction);
    return asked;
  }

  /**
   * A person writes a message; the bot is told what its intents let it know: in servers only of messages that mention it
   * what they say.
   */
  say(message: WrittenMessage): WrittenMessage {
    this.written.push(message);
    const { guild_id: guild, mentions } = message;
    if ((this.gateway.intents & (guild === undefined ? DIRECT_MESSAGES : GUILD_MESSAGES)) === 0)
      return message;
    const known = guild === undefined || mentions.some(({ id }) => id === APPLICATION);
    this.gateway.dispatch('MESSAGE_CREATE', known ? message : { ...message, content: '', attachments: [] });
    return message;
  }

  /** As `ask`, but the bot is not told. */
  expect(interaction: {
    readonly id: string;
    readonly token: string;
    readonly attachment_size_limit: number;
    readonly channel_id?: string;
  }): Asked {
    const asked: Asked = {
      id: interaction.id,
      token: interaction.token,
      channel: interaction.channel_id ?? CHANNEL,
      limit: interaction.attachment_size_limit,
      at: performance.now(),
      dead: false,
      followUps: [],
    };
    this.interactions.add(asked);
    return asked;
  }

  /** For the next call that fits something goes wrong, so many times. */
  trouble(fits: (call: Call) => boolean, answer: Answer | 'hang', times = 1): void {
    let left = times;
    this.troubles.push((call) => (left > 0 && fits(call) && left-- > 0 ? answer : undefined));
  }

  /** Resolves once what is waited for is there. */
  async until<T>(what: () => T | undefined | false | null, limit = 45_000): Promise<T> {
    for (let waited = 0; waited < limit; waited += 10) {
      const found = what();
      if (found !== undefined && found !== false && found !== null) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const texts = this.store.messages.map(({ texts, deleted }) => [deleted ? 'deleted' : '', texts.at(-1)]);
    const calls = this.calls
      .slice(-12)
      .map(({ method, path, status }) => `${method} ${path.slice(0, 60)} ${status}`);
    throw new Error(`It did not happen: ${what}\n${JSON.stringify(texts, null, 1)}\n${calls.join('\n')}`);
  }

  async close(): Promise<void> {
    this.gateway.drop();
    this.cdn.close();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(call: Call): Answer | 'hang' {
    for (const trouble of this.troubles) {
      const answer = trouble(call);
      if (answer !== undefined) return answer;
    }
    if (call.body !== undefined) this.faults.push(...checkBody(call.method, call.path, call.body));
    const answer = this.interactions.answer(call);
    if (answer !== undefined) return answer;
    if (call.path === '/gateway') return { status: 200, body: { url: this.#gatewayUrl } };
    if (call.authorization !== `Bot ${TOKEN}`) return refusal(401, 0, '401: Unauthorized');
    return this.#answerBot(call) ?? refusal(404, 0, '404: Not Found');
  }

  #answerBot(call: Call): Answer | undefined {
    const { method, path } = call;
    const [, root, id = '', kind, message = '', more, emoji] = path.split('/');
    if (path === '/gateway/bot') {
      const session_start_limit = { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 };
      return { status: 200, body: { url: this.#gatewayUrl, shards: 1, session_start_limit } };
    }
    if (path === '/applications/@me') return { status: 200, body: { id: APPLICATION } };
    if (root === 'applications' && path.endsWith('/commands')) {
      if (method === 'PUT') this.registered = call.body as readonly object[];
      return { status: 200, body: this.registered };
    }
    if (path === '/users/@me/channels') {
      return {
        status: 200,
        body: { id: directChannelOf((call.body as { recipient_id: string }).recipient_id) },
      };
    }
    if (root === 'guilds' && kind === 'members')
      return { status: 200, body: { user: { id: message }, roles: [], nick: null, joined_at: '' } };
    if (root !== 'channels' || kind !== 'messages') return undefined;
    const refused = this.places.refuse(id, call);
    if (refused !== undefined) return refused;
    if (message === '') return method === 'POST' ? this.#post(id, call) : this.#list(id, call.query);
    const found = this.store.find(message);
    if (found === undefined || found.channel !== id) return refusal(404, 10008, 'Unknown Message');
    if (more === 'reactions') {
      this.store.reactions.push({ message, emoji: decodeURIComponent(emoji ?? '') });
      return { status: 204 };
    }
    if (found.ephemeral) return refusal(404, 10008, 'Unknown Message');
    if (method === 'DELETE') {
      found.deleted = true;
      return { status: 204 };
    }
    if (method !== 'PATCH') return undefined;
    this.#check(call);
    this.store.edit(found, messageOf(call), call.files);
    return { status: 200, body: { id: message } };
  }

  #post(channel: string, call: Call): Answer {
    this.#check(call);
    const body = messageOf(call);
    const there = this.store.byNonce(channel, body.nonce);
    const stored: StoredMessage =
      there ??
      this.store.add({
        channel,
        body,
        files: call.files,
        nonce: body.nonce,
        replyTo: body.message_reference?.message_id,
      });
    return { status: 200, body: { id: stored.id } };
  }

  /** As Discord lists them: the first after `after`, the latest of them first. */
  #list(channel: string, query: URLSearchParams): Answer {
    const after = BigInt(query.get('after') ?? '0');
    const own = this.store.visible
      .filter((message) => message.channel === channel && !message.ephemeral)
      .map(({ id, interaction, body: { components = [] } }) => ({
        id,
        type: interaction === undefined ? 0 : 20,
        author: { id: APPLICATION, username: 'shop-ad-bot', bot: true },
        application_id: APPLICATION,
        content: '',
        attachments: [],
        mentions: [],
        mention_roles: [],
        components,
        ...(interaction === undefined ? {} : { interaction_metadata: { id: interaction } }),
      }));
    const theirs = this.written
      .filter((message) => message.channel_id === channel)
      .map(({ guild_id: _guild, member: _member, ...message }) => message);
    const body = [...own, ...theirs]
      .filter(({ id }) => BigInt(id) > after)
      .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
      .slice(0, Number(query.get('limit') ?? '50'))
      .reverse();
    return { status: 200, body };
  }

  /** The server, with every channel that somebody has written in. */
  get #guild(): object {
    const last = new Map<string, string>([[CHANNEL, '0']]);
    for (const { channel_id: id, guild_id: there, id: message } of this.written)
      if (there !== undefined) last.set(id, message);
    for (const { channel, id } of this.store.visible)
      if (BigInt(id) > BigInt(last.get(channel) ?? id)) last.set(channel, id);
    const channels = [...last].map(([id, message]) => ({
      ...guild.channels[0],
      id,
      last_message_id: message,
    }));
    return { ...guild, ...this.places.listed(channels) };
  }

  #check(call: Call): void {
    for (const fault of messageFaults(messageOf(call), call.files, STANDARD_LIMIT)) {
      this.faults.push(`${call.method} ${call.path} ${fault}`);
    }
  }
}

/** The channel of direct messages with a person. */
export function directChannelOf(user: string): string {
  return `5${user.slice(1)}`;
}
