import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

/** The server's end of a WebSocket (RFC 6455): whole texts, pings answered, closes answered. */
export interface ServerSocket {
  send(text: string): void;
  /** Begins the closing handshake. */
  close(code?: number): void;
  /** Drops the line without a word. */
  destroy(): void;
  onText(listener: (text: string) => void): void;
  onEnd(listener: () => void): void;
}

const GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/** Answers an upgrade. */
export function acceptWebSocket(request: IncomingMessage, socket: Duplex, head: Buffer): ServerSocket {
  const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${GUID}`).digest('base64');
  socket.write(
    [
      'HTTP/1.1 101 Switching Protocols',
      'Upgrade: websocket',
      'Connection: Upgrade',
      `Sec-WebSocket-Accept: ${accept}`,
      '\r\n',
    ].join('\r\n'),
  );
  let onText: (text: string) => void = () => {};
  let onEnd: () => void = () => {};
  let closing = false;
  const write = (kind: number, payload: Buffer): void => {
    if (socket.writable) socket.write(frame(kind, payload));
  };
  let rest = head;
  let parts: Buffer[] = [];
  const read = (): void => {
    for (;;) {
      const next = readFrame(rest);
      if (next === undefined) return;
      rest = rest.subarray(next.length);
      if (next.kind === PING) write(PONG, next.payload);
      else if (next.kind === CLOSE) {
        if (!closing) write(CLOSE, next.payload);
        socket.end();
      } else if (next.kind <= TEXT) {
        parts.push(next.payload);
        if (!next.final) continue;
        const text = Buffer.concat(parts).toString();
        parts = [];
        onText(text);
      }
    }
  };
  socket.on('data', (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    read();
  });
  socket.on('error', () => {});
  socket.on('close', () => onEnd());
  return {
    send: (text) => write(TEXT, Buffer.from(text)),
    close(code = 1000) {
      closing = true;
      const payload = Buffer.alloc(2);
      payload.writeUInt16BE(code);
      write(CLOSE, payload);
    },
    destroy: () => socket.destroy(),
    onText(listener) {
      onText = listener;
      read();
    },
    onEnd(listener) {
      onEnd = listener;
    },
  };
}

function frame(kind: number, payload: Buffer): Buffer {
  const { length } = payload;
  const head =
    length < 126
      ? Buffer.from([0x80 | kind, length])
      : length < 65_536
        ? Buffer.from([0x80 | kind, 126, length >> 8, length & 255])
        : Buffer.concat([Buffer.from([0x80 | kind, 127, 0, 0, 0, 0]), uint32(length)]);
  return Buffer.concat([head, payload]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

interface Frame {
  readonly kind: number;
  readonly final: boolean;
  readonly payload: Buffer;
  /** Bytes of the whole frame. */
  readonly length: number;
}

/** The first frame, once all of it is there; what clients send is masked. */
function readFrame(bytes: Buffer): Frame | undefined {
  if (bytes.length < 2) return undefined;
  const [first = 0, second = 0] = bytes;
  const short = second & 127;
  const start = 2 + (short === 126 ? 2 : short === 127 ? 8 : 0);
  if (bytes.length < start + 4) return undefined;
  const size = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? bytes.readUInt32BE(6) : short;
  const length = start + 4 + size;
  if (bytes.length < length) return undefined;
  const mask = bytes.subarray(start, start + 4);
  const payload = Buffer.from(bytes.subarray(start + 4, length));
  for (let i = 0; i < payload.length; i++) payload[i] = (payload[i] ?? 0) ^ (mask[i % 4] ?? 0);
  return { kind: first & 15, final: (first & 128) !== 0, payload, length };
}
