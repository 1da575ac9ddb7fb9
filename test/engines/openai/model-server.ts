import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request that the server got. */
interface Asked {
  readonly headers: IncomingMessage['headers'];
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: unknown }[];
    readonly response_format?: { readonly type: string };
    readonly max_tokens?: number;
  };
}

export type Behaviour = (asked: Asked, response: ServerResponse, count: number) => void;

/** A server on loopback that speaks as much of the protocol as a test needs, and keeps what it was asked. */
export interface ModelServer {
  readonly url: string;
  readonly asked: Asked[];
  behave(behaviour: Behaviour): void;
  close(): Promise<void>;
}

export async function startModelServer(first: Behaviour): Promise<ModelServer> {
  let behaviour = first;
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const one = {
      headers: request.headers,
      body: JSON.parse(Buffer.concat(chunks).toString()) as Asked['body'],
    };
    asked.push(one);
    behaviour(one, response, asked.length);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    behave: (next) => {
      behaviour = next;
    },
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

/** Answers with a message, as a server does. */
export function says(content: string | null, more: Record<string, unknown> = {}): Behaviour {
  return (_asked, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify({
        id: 'x',
        object: 'chat.completion',
        choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content }, ...more }],
        usage: { prompt_tokens: 100, completion_tokens: 20, total_tokens: 120 },
      }),
    );
  };
}

/** Answers with an HTTP error. */
export function fails(status: number, headers: Record<string, string> = {}): Behaviour {
  return (_asked, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify({ error: { message: `status ${status}`, type: 'error' } }));
  };
}
