import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A file that people have sent, or what comes instead of it. */
type Lying = (response: ServerResponse) => void;

/** Where the files of messages lie. */
export class FakeCdn {
  readonly #files = new Map<string, Lying>();
  readonly #server: Server;
  /** Paths that were asked for. */
  readonly asked: string[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<FakeCdn> {
    const server = createServer();
    const cdn = new FakeCdn(server);
    server.on('request', (request, response) => {
      const path = (request.url ?? '').split('?')[0] ?? '';
      cdn.asked.push(path);
      const file = cdn.#files.get(path);
      if (file === undefined) response.writeHead(404).end();
      else file(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return cdn;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** @returns the address under which the file lies, as Discord would name it */
  put(name: string, bytes: Uint8Array): string {
    return this.lie(name, (response) => response.writeHead(200, { 'content-type': 'image/png' }).end(bytes));
  }

  lie(name: string, answer: Lying): string {
    const path = `/attachments/1/2/${name}`;
    this.#files.set(path, answer);
    return `https://cdn.discordapp.com${path}?ex=1&is=2&hm=3`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
