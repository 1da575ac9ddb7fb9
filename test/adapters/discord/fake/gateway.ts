import type { Server } from 'node:http';
import { acceptWebSocket, type ServerSocket } from '../../websocket.ts';

interface Packet {
  readonly op: number;
  readonly d?: {
    readonly token?: string;
    readonly session_id?: string;
    readonly seq?: number;
    readonly intents?: number;
    readonly shard?: readonly number[];
  };
}

/** One session of a bot: what it was sent, so that it can be sent again. */
interface Session {
  readonly id: string;
  readonly sent: { readonly seq: number; readonly text: string }[];
  socket: ServerSocket | undefined;
}

export interface GatewayOptions {
  readonly token: string;
  readonly heartbeat: number;
  readonly url: () => string;
  readonly ready: () => object;
  readonly guilds: () => readonly object[];
}

/** Intents that Discord gives only on application. */
const PRIVILEGED = (1 << 1) | (1 << 8) | (1 << 15);

/** A gateway that hellos, takes bots in, counts their heartbeats, and lets them resume. */
export class FakeGateway {
  readonly #options: GatewayOptions;
  readonly #sessions = new Map<string, Session>();
  /** When each heartbeat came, in milliseconds. */
  readonly heartbeats: number[] = [];
  identified = 0;
  resumed = 0;
  intents = 0;
  shards: (readonly number[])[] = [];
  /** Answers every resume with an invalid session. */
  forgetful = false;
  #count = 0;

  constructor(server: Server, options: GatewayOptions) {
    this.#options = options;
    server.on('upgrade', (request, stream, head) => this.#greet(acceptWebSocket(request, stream, head)));
  }

  get connected(): number {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== undefined).length;
  }

  /** Tells every bot that is connected; those that have lost their line are told when they resume. */
  dispatch(event: string, data: object): void {
    for (const session of this.#sessions.values()) this.#tell(session, event, data);
  }

  /** Ends all connections. @param code none = as when the line is cut */
  drop(code?: number): void {
    for (const session of this.#sessions.values()) {
      const { socket } = session;
      session.socket = undefined;
      if (code === undefined) socket?.destroy();
      else socket?.close(code);
    }
  }

  /** Sends what a session had been sent already once more, from its `from`th last event on. */
  replay(from: number): void {
    for (const { sent, socket } of this.#sessions.values()) {
      for (const { text } of sent.slice(-from)) socket?.send(text);
    }
  }

  /** Sends whatever it is over every line. */
  raw(text: string): void {
    for (const { socket } of this.#sessions.values()) socket?.send(text);
  }

  send(op: number, d: unknown): void {
    for (const { socket } of this.#sessions.values()) socket?.send(JSON.stringify({ op, d }));
  }

  #greet(socket: ServerSocket): void {
    let session: Session | undefined;
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: this.#options.heartbeat } }));
    socket.onEnd(() => {
      if (session?.socket === socket) session.socket = undefined;
    });
    socket.onText((text) => {
      const packet: Packet = JSON.parse(text);
      if (packet.op === 1) {
        this.heartbeats.push(performance.now());
        socket.send(JSON.stringify({ op: 11 }));
      } else if (packet.op === 2) {
        session = this.#identify(socket, packet);
      } else if (packet.op === 6) {
        session = this.#resume(socket, packet);
      }
    });
  }

  #identify(socket: ServerSocket, { d }: Packet): Session | undefined {
    if (d?.token !== this.#options.token) {
      socket.close(4004);
      return undefined;
    }
    this.intents = d.intents ?? 0;
    if ((this.intents & PRIVILEGED) !== 0) {
      socket.close(4014);
      return undefined;
    }
    this.identified++;
    this.shards.push(d.shard ?? []);
    const session: Session = { id: `session${++this.#count}`, sent: [], socket };
    this.#sessions.set(session.id, session);
    this.#tell(session, 'READY', {
      ...this.#options.ready(),
      session_id: session.id,
      resume_gateway_url: this.#options.url(),
      shard: d.shard,
    });
    for (const guild of this.#options.guilds()) this.#tell(session, 'GUILD_CREATE', guild);
    return session;
  }

  #resume(socket: ServerSocket, { d }: Packet): Session | undefined {
    const session = this.#sessions.get(d?.session_id ?? '');
    if (session === undefined || this.forgetful) {
      this.#sessions.delete(d?.session_id ?? '');
      socket.send(JSON.stringify({ op: 9, d: false }));
      return undefined;
    }
    this.resumed++;
    session.socket = socket;
    for (const { seq, text } of session.sent) if (seq > (d?.seq ?? 0)) socket.send(text);
    this.#tell(session, 'RESUMED', {});
    return session;
  }

  #tell(session: Session, event: string, data: object): void {
    const seq = (session.sent.at(-1)?.seq ?? 0) + 1;
    const text = JSON.stringify({ op: 0, t: event, s: seq, d: data });
    session.sent.push({ seq, text });
    session.socket?.send(text);
  }
}
