import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'yaml';
import { METHODS } from '../../../../src/adapters/slack/methods.ts';
import { acceptWebSocket, type ServerSocket } from '../../websocket.ts';
import { type Json, wrongBlocks, wrongView } from './block-rules.ts';
import { wrongCall } from './method-rules.ts';

export const BOT_TOKEN = 'xoxb-1111-2222-fakefakefake';
export const APP_TOKEN = 'xapp-1-A0-1111-fakefakefake';
export const BOT_USER = 'U0BOT';
export const TEAM = 'T0SHOP';

/** A message as it stands in a channel. */
export interface FakeMessage {
  readonly channel: string;
  readonly ts: string;
  readonly thread: string | undefined;
  text: string;
  blocks: readonly Json[];
  readonly metadata: Json | undefined;
  /** Everything that it has shown before. */
  readonly before: (readonly Json[])[];
  deleted: boolean;
  readonly reactions: string[];
}

export interface FakeFile {
  readonly id: string;
  readonly name: string;
  readonly alt: string;
  bytes: Buffer | undefined;
  complete: boolean;
  deleted: boolean;
  /** Looks at it until Slack knows what it is. */
  looks: number;
  readonly shares: Record<string, { ts: string }[]>;
}

export interface FakeCall {
  readonly method: string;
  readonly sent: Readonly<Record<string, string>>;
}

/** What a fault answers instead of Slack; `late` lets Slack do what was asked, and loses the answer. */
export type Fault = { status?: number; headers?: Record<string, string>; body?: string | Json } | 'late';

interface Person {
  readonly locale: string;
  readonly name: string;
  readonly admin: boolean;
}

/** The scopes that the manifest asks for. */
function grantedScopes(): readonly string[] {
  const manifest = parse(
    readFileSync(new URL('../../../../slack-manifest.yaml', import.meta.url), 'utf8'),
  ) as { oauth_config: { scopes: { bot: string[] } } };
  return manifest.oauth_config.scopes.bot;
}

/** A Slack of our own on the loopback interface. Every call is checked; `wrong` tells what Slack would not take. */
export class FakeSlack {
  readonly wrong: string[] = [];
  readonly calls: FakeCall[] = [];
  readonly messages: FakeMessage[] = [];
  readonly files = new Map<string, FakeFile>();
  readonly ephemeral: {
    channel: string;
    user: string;
    thread: string | undefined;
    blocks: readonly Json[];
  }[] = [];
  readonly views: Json[] = [];
  readonly homes = new Map<string, Json>();
  readonly responses: Json[] = [];
  readonly people = new Map<string, Person>([
    ['UMINJI', { locale: 'ko-KR', name: '민지', admin: false }],
    ['UANNE', { locale: 'en-US', name: 'Anne', admin: false }],
    ['UBOSS', { locale: 'ko-KR', name: '사장님', admin: true }],
  ]);
  /** Channels that the bot is in; direct channels it always is. */
  readonly joined = new Set(['C0SHOP', 'G0SECRET']);
  /** Photos that people have sent, by id. */
  readonly photos = new Map<string, { bytes: Buffer; name: string; type: string }>();
  readonly scopes = new Set(grantedScopes());
  /** How often Slack looks at a file before it knows that it is a picture. */
  looks = 0;
  /** Asked before each call; what it answers is answered. */
  fault: (call: FakeCall) => Fault | undefined = () => undefined;
  sockets: ServerSocket[] = [];
  /** Answers of the bot to what came over its sockets, by envelope. */
  readonly #acks = new Map<string, (payload: unknown) => void>();
  readonly #server: Server;
  readonly #open = new Set<ServerResponse>();
  #serial = 0;
  #connections = 0;
  port = 0;

  constructor() {
    this.#server = createServer((request, response) => {
      this.#open.add(response);
      response.on('close', () => this.#open.delete(response));
      void this.#handle(request, response);
    });
    this.#server.on('upgrade', (request, socket, head) => {
      const line = acceptWebSocket(request, socket, head);
      this.#connections++;
      this.sockets.push(line);
      line.onEnd(() => {
        this.sockets = this.sockets.filter((other) => other !== line);
      });
      line.onText((text) => this.#acked(JSON.parse(text) as Json));
      line.send(JSON.stringify({ type: 'hello', num_connections: 1, connection_info: { app_id: 'A0' } }));
    });
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.port = (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const line of this.sockets) line.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get api(): string {
    return `${this.url}/api/`;
  }

  /** How many sockets the bot has opened so far. */
  get connections(): number {
    return this.#connections;
  }

  serial(): number {
    return ++this.#serial;
  }

  /** A moment as Slack names messages by it; each is another. */
  ts(): string {
    return `${1_790_000_000 + this.serial()}.000100`;
  }

  /** Calls of one method. */
  callsOf(method: string): readonly FakeCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  /** A photo that somebody has sent, as payloads tell of it. */
  photo(bytes: Buffer, name = 'latte.jpg', type = 'image/jpeg'): Json {
    const id = `F0PHOTO${this.serial()}`;
    this.photos.set(id, { bytes, name, type });
    return this.#photoInfo(id);
  }

  /** Sends an envelope over a socket and resolves with the bot's acknowledgement. */
  envelope(type: string, payload: Json, more: Json = {}): Promise<unknown> {
    const id = `envelope-${this.serial()}`;
    const acked = new Promise<unknown>((resolve) => this.#acks.set(id, resolve));
    const line = this.sockets.at(-1);
    if (line === undefined) throw new Error('The bot has no socket open');
    line.send(JSON.stringify({ envelope_id: id, type, payload, accepts_response_payload: true, ...more }));
    return acked;
  }

  #acked({ envelope_id: id, payload }: Json): void {
    this.#acks.get(String(id))?.(payload);
    this.#acks.delete(String(id));
  }

  #photoInfo(id: string): Json {
    const { bytes, name, type } = this.photos.get(id)!;
    const url = `${this.url}/files-pri/${TEAM}-${id}/${encodeURIComponent(name)}`;
    return {
      id,
      name,
      mimetype: type,
      filetype: type.split('/')[1],
      size: bytes.length,
      mode: 'hosted',
      url_private: url,
      url_private_download: url,
    };
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    const { pathname } = new URL(request.url ?? '/', this.url);
    const [, area = '', name = ''] = pathname.split('/');
    const json = (value: Json, status = 200, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
      response.end(JSON.stringify(value));
    };
    if (area === 'api') {
      const sent = Object.fromEntries(new URLSearchParams(body.toString()));
      const token = (request.headers.authorization ?? '').replace('Bearer ', '');
      const call = { method: name, sent };
      this.calls.push(call);
      const fault = this.fault(call);
      if (fault === 'late') {
        this.#answer(call, token);
        request.socket.destroy();
        return;
      }
      if (fault !== undefined) return this.#fail(response, fault);
      return json(this.#answer(call, token));
    }
    const call = { method: area, sent: { name, body: body.toString('latin1').slice(0, 4000) } };
    const fault = this.fault(call);
    if (fault !== undefined && fault !== 'late') return this.#fail(response, fault);
    switch (area) {
      case 'upload': {
        const file = this.files.get(name);
        if (file !== undefined) file.bytes = body;
        if (fault === 'late') request.socket.destroy();
        else response.writeHead(200).end(`OK - ${body.length}`);
        return;
      }
      case 'files-pri': {
        const photo = this.photos.get(name.replace(`${TEAM}-`, ''));
        const known =
          request.headers.authorization === `Bearer ${BOT_TOKEN}` && this.scopes.has('files:read');
        if (photo === undefined || !known) {
          response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
          response.end('<!DOCTYPE html><html><title>Sign in</title></html>');
        } else response.writeHead(200, { 'content-type': photo.type }).end(photo.bytes);
        return;
      }
      case 'respond': {
        const sent = JSON.parse(body.toString()) as Json;
        this.#check('response_url', wrongBlocks(sent.blocks, 'message'));
        if (typeof sent.text !== 'string' || sent.text === '') this.wrong.push('response_url: no text');
        this.responses.push(sent);
        return json({ ok: true });
      }
      default:
        response.writeHead(404).end();
    }
  }

  #fail(response: ServerResponse, { status = 200, headers = {}, body = '' }: Exclude<Fault, 'late'>): void {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  }

  #check(what: string, wrong: readonly string[]): boolean {
    this.wrong.push(...wrong.map((each) => `${what}: ${each}`));
    return wrong.length === 0;
  }

  #answer({ method, sent }: FakeCall, token: string): Json {
    if (!this.#check(method, wrongCall(method, sent, token)))
      return { ok: false, error: 'invalid_arguments' };
    if (method === 'apps.connections.open') {
      if (token !== APP_TOKEN) return { ok: false, error: 'invalid_auth' };
      return { ok: true, url: `${this.url.replace('http', 'ws')}/socket/?ticket=${this.serial()}` };
    }
    if (token !== BOT_TOKEN) return { ok: false, error: 'invalid_auth' };
    const needed: readonly string[] | undefined = (METHODS as Readonly<Record<string, readonly string[]>>)[
      method
    ];
    if (needed === undefined) this.wrong.push(`${method} is not among the methods`);
    if (needed !== undefined && needed.length > 0 && !needed.some((scope) => this.scopes.has(scope))) {
      return { ok: false, error: 'missing_scope', needed: needed.join(',') };
    }
    return this.#do(method, sent);
  }

  #do(method: string, sent: Readonly<Record<string, string>>): Json {
    const channel = sent.channel ?? '';
    switch (method) {
      case 'auth.test':
        return { ok: true, user_id: BOT_USER, bot_id: 'B0BOT', team_id: TEAM, user: 'ads', team: 'Shop' };
      case 'users.info': {
        const person = this.people.get(sent.user ?? '');
        if (person === undefined) return { ok: false, error: 'user_not_found' };
        const { locale, name, admin } = person;
        const profile = { display_name: name };
        return { ok: true, user: { id: sent.user, name: 'login', profile, locale, is_admin: admin } };
      }
      case 'conversations.open':
        return { ok: true, channel: { id: `D${(sent.users ?? '').slice(1)}` } };
      case 'chat.postMessage':
        return this.#post(channel, sent);
      case 'chat.update': {
        const message = this.#message(channel, sent.ts);
        if (message === undefined) return { ok: false, error: 'message_not_found' };
        const wrong = this.#blocks(method, sent);
        if (wrong !== undefined) return wrong;
        message.before.push(message.blocks);
        message.text = sent.text ?? '';
        message.blocks = JSON.parse(sent.blocks ?? '[]') as Json[];
        return { ok: true, channel, ts: sent.ts, text: message.text };
      }
      case 'chat.delete': {
        const message = this.#message(channel, sent.ts);
        if (message === undefined) return { ok: false, error: 'message_not_found' };
        message.deleted = true;
        return { ok: true, channel, ts: sent.ts };
      }
      case 'chat.postEphemeral': {
        if (!this.#mayWrite(channel)) return { ok: false, error: 'not_in_channel' };
        const wrong = this.#blocks(method, sent);
        if (wrong !== undefined) return wrong;
        const blocks = JSON.parse(sent.blocks ?? '[]') as Json[];
        this.ephemeral.push({ channel, user: sent.user ?? '', thread: sent.thread_ts, blocks });
        return { ok: true, message_ts: this.ts() };
      }
      case 'conversations.history':
      case 'conversations.replies': {
        const kind = { C: 'channels:history', G: 'groups:history', D: 'im:history' }[channel.charAt(0)] ?? '';
        if (!this.scopes.has(kind)) return { ok: false, error: 'missing_scope', needed: kind };
        const messages = this.messages
          .filter((message) => message.channel === channel && !message.deleted)
          .filter(({ thread }) => (method === 'conversations.history' ? !thread : thread === sent.ts))
          .map(({ ts, text, metadata }) => ({ type: 'message', ts, text, metadata }));
        return { ok: true, messages: messages.reverse().slice(0, Number(sent.limit)) };
      }
      case 'files.getUploadURLExternal': {
        const id = `F0AD${this.serial()}`;
        const file = { id, name: sent.filename ?? '', alt: sent.alt_txt ?? '', looks: this.looks };
        this.files.set(id, { ...file, bytes: undefined, complete: false, deleted: false, shares: {} });
        return { ok: true, upload_url: `${this.url}/upload/${id}`, file_id: id };
      }
      case 'files.completeUploadExternal':
        return this.#complete(sent);
      case 'files.info':
        return this.#info(sent.file ?? '');
      case 'files.delete': {
        const file = this.files.get(sent.file ?? '');
        if (file === undefined) return { ok: false, error: 'file_not_found' };
        file.deleted = true;
        return { ok: true };
      }
      case 'reactions.add': {
        const message = this.#message(channel, sent.timestamp);
        if (message === undefined) return { ok: false, error: 'message_not_found' };
        if (message.reactions.includes(sent.name ?? '')) return { ok: false, error: 'already_reacted' };
        message.reactions.push(sent.name ?? '');
        return { ok: true };
      }
      case 'views.open':
      case 'views.publish': {
        const view = JSON.parse(sent.view ?? '{}') as Json;
        if (!this.#check(method, wrongView(view))) return { ok: false, error: 'invalid_arguments' };
        if (method === 'views.publish') this.homes.set(sent.user_id ?? '', view);
        else
          this.views.push({ ...view, id: `V0${this.serial()}`, hash: `${this.serial()}.hash`, opened: true });
        return { ok: true, view: { id: 'V0' } };
      }
      default:
        return { ok: true };
    }
  }

  #mayWrite(channel: string): boolean {
    return channel.startsWith('D') || this.joined.has(channel);
  }

  #message(channel: string, ts: string | undefined): FakeMessage | undefined {
    return this.messages.find(
      (message) => message.channel === channel && message.ts === ts && !message.deleted,
    );
  }

  /** An answer where the blocks would be refused: by their form, or because a file is not there yet. */
  #blocks(method: string, sent: Readonly<Record<string, string>>): Json | undefined {
    const blocks = JSON.parse(sent.blocks ?? '[]') as Json[];
    if (!this.#check(method, wrongBlocks(blocks, 'message'))) return { ok: false, error: 'invalid_blocks' };
    if (!sent.text) this.wrong.push(`${method}: no text to fall back to`);
    if ((sent.text ?? '').length > 4000) this.wrong.push(`${method}: text over 4000`);
    for (const block of blocks) {
      const { id } = (block.slack_file ?? {}) as Json;
      if (id === undefined) continue;
      const file = this.files.get(String(id));
      if (file === undefined || !file.complete || file.deleted || file.looks > 0) {
        return { ok: false, error: 'invalid_blocks' };
      }
    }
    return undefined;
  }

  #post(channel: string, sent: Readonly<Record<string, string>>): Json {
    if (!this.#mayWrite(channel))
      return { ok: false, error: channel.startsWith('G') ? 'channel_not_found' : 'not_in_channel' };
    const wrong = this.#blocks('chat.postMessage', sent);
    if (wrong !== undefined) return wrong;
    const ts = this.ts();
    this.messages.push({
      channel,
      ts,
      thread: sent.thread_ts,
      text: sent.text ?? '',
      blocks: JSON.parse(sent.blocks ?? '[]') as Json[],
      metadata: sent.metadata === undefined ? undefined : (JSON.parse(sent.metadata) as Json),
      before: [],
      deleted: false,
      reactions: [],
    });
    return { ok: true, channel, ts, message: { ts } };
  }

  #complete(sent: Readonly<Record<string, string>>): Json {
    const listed = JSON.parse(sent.files ?? '[]') as { id: string }[];
    const files = listed.map(({ id }) => this.files.get(id));
    if (files.some((file) => file?.bytes === undefined)) return { ok: false, error: 'file_not_found' };
    const channel = sent.channel_id;
    if (channel !== undefined && !this.#mayWrite(channel)) return { ok: false, error: 'not_in_channel' };
    if (channel !== undefined && sent.blocks !== undefined) {
      this.#check('files.completeUploadExternal', wrongBlocks(JSON.parse(sent.blocks), 'message'));
    }
    const ts = this.ts();
    for (const file of files) {
      file!.complete = true;
      if (channel !== undefined) file!.shares[channel] = [{ ts }];
    }
    if (channel !== undefined) {
      this.messages.push({
        channel,
        ts,
        thread: sent.thread_ts,
        text: sent.initial_comment ?? '',
        blocks: [
          ...(JSON.parse(sent.blocks ?? '[]') as Json[]),
          ...listed.map(({ id }) => ({ type: 'shared', id })),
        ],
        metadata: undefined,
        before: [],
        deleted: false,
        reactions: [],
      });
    }
    return { ok: true, files: listed.map(({ id }) => ({ id })) };
  }

  #info(id: string): Json {
    if (this.photos.has(id)) return { ok: true, file: this.#photoInfo(id) };
    const file = this.files.get(id);
    if (file === undefined || !file.complete || file.deleted) return { ok: false, error: 'file_not_found' };
    const ready = file.looks === 0;
    if (!ready) file.looks--;
    const seen = ready ? { mimetype: 'image/png', filetype: 'png', original_w: 24, original_h: 24 } : {};
    return { ok: true, file: { id, name: file.name, ...seen, shares: { private: file.shares } } };
  }
}
