import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { METHODS } from '../../../../src/adapters/slack/methods.ts';
import { acceptWebSocket, type ServerSocket } from '../../websocket.ts';
import { type Json, wrongBlocks } from './block-rules.ts';
import { wrongCall } from './method-rules.ts';
import { APP_TOKEN, BOT_TOKEN, TEAM, Workspace } from './workspace.ts';

export interface FakeCall {
  readonly method: string;
  readonly sent: Readonly<Record<string, string>>;
}

/** What a fault answers instead of Slack; `late` lets Slack do what was asked, and loses the answer. */
export type Fault = { status?: number; headers?: Record<string, string>; body?: string | Json } | 'late';

/** A Slack of our own on the loopback interface. Every call is checked; `wrong` tells what Slack would not take. */
export class FakeSlack extends Workspace {
  readonly calls: FakeCall[] = [];
  /** Asked before each call; what it answers is answered. */
  fault: (call: FakeCall) => Fault | undefined = () => undefined;
  /** Waited for when a call has come, before anything is done, and again before it is answered; a line may be cut then. */
  pause: (call: FakeCall, moment: 'asked' | 'done') => Promise<'cut off' | undefined> = async () => undefined;
  sockets: ServerSocket[] = [];
  /** Answers of the bot to what came over its sockets, by envelope. */
  readonly #acks = new Map<string, (payload: unknown) => void>();
  readonly #server: Server;
  readonly #open = new Set<ServerResponse>();
  #connections = 0;
  port = 0;

  constructor() {
    super();
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

  override get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get api(): string {
    return `${this.url}/api/`;
  }

  /** How many sockets the bot has opened so far. */
  get connections(): number {
    return this.#connections;
  }

  /** Calls of one method. */
  callsOf(method: string): readonly FakeCall[] {
    return this.calls.filter((call) => call.method === method);
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
      if ((await this.pause(call, 'asked')) === 'cut off') return;
      const fault = this.fault(call);
      if (fault === 'late') {
        this.#answer(call, token);
        request.socket.destroy();
        return;
      }
      if (fault !== undefined) return this.#fail(response, fault);
      const answer = this.#answer(call, token);
      if ((await this.pause(call, 'done')) === 'cut off') return;
      return json(answer);
    }
    const call = { method: area, sent: { name, body: body.toString('latin1').slice(0, 4000) } };
    if ((await this.pause(call, 'asked')) === 'cut off') return;
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
        this.check('response_url', wrongBlocks(sent.blocks, 'message'));
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

  #answer({ method, sent }: FakeCall, token: string): Json {
    if (!this.check(method, wrongCall(method, sent, token))) return { ok: false, error: 'invalid_arguments' };
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
    return this.do(method, sent);
  }
}
