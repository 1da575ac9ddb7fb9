import { request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly bytes: Buffer;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** In pieces: as somebody sends it who has little bandwidth. */
  readonly body?: string | Uint8Array | AsyncIterable<Uint8Array>;
}

/** Somebody at a page without a browser: keeps its cookies, and can send what no browser would. */
export class Visitor {
  readonly #url: string;
  readonly #cookies = new Map<string, string>();
  #token = '';

  constructor(url: string) {
    this.#url = url;
  }

  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  get token(): string {
    return this.#token;
  }

  ask(path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(this.#url);
      // The path goes as it is written: a URL would tidy it.
      const sent = request(
        { hostname, port, path, method, headers: { cookie: this.cookie, ...headers } },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            for (const line of answer.headers['set-cookie'] ?? []) {
              const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
              this.#cookies.set(name, value);
            }
            const bytes = Buffer.concat(parts);
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text: bytes.toString(),
              bytes,
            });
          });
        },
      );
      sent.on('error', reject);
      if (body === undefined || typeof body === 'string' || body instanceof Uint8Array) sent.end(body);
      else pipeline(Readable.from(body), sent).catch(reject);
    });
  }

  /** Opens the page, and reads the token of its forms. */
  async visit(path = '/'): Promise<Answered> {
    const page = await this.ask(path);
    this.#token = /data-token="([^"]+)"/.exec(page.text)?.[1] ?? '';
    return page;
  }

  /** Sends a form of the page. */
  post(
    path: string,
    fields: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> {
    return this.ask(path, {
      method: 'POST',
      body: formOf(fields, this.#token),
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        accept: 'application/json',
        origin: this.#url,
        ...headers,
      },
    });
  }

  /** Sends a photo; its id. */
  async photo(bytes: Uint8Array | AsyncIterable<Uint8Array>, name = 'a.png'): Promise<Answered> {
    return this.ask(`/photos?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      body: bytes,
      headers: { origin: this.#url, 'x-token': this.#token, accept: 'application/json' },
    });
  }

  /** The page, once there is what is waited for on it. */
  async until(wanted: RegExp, path = '/'): Promise<RegExpExecArray> {
    for (;;) {
      const found = wanted.exec((await this.ask(path)).text);
      if (found !== null) return found;
      await sleep(20);
    }
  }

  /** Orders an ad and waits for it; its job. */
  async makeAd(text: string): Promise<string> {
    await this.post('/say', { text });
    const [, job = ''] = await this.until(/data-stage="done"[\s\S]*?\/ads\/([0-9a-z]{6})\//);
    return job;
  }
}

/** Fields as a form sends them; one may be there several times. */
function formOf(
  fields: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
  token: string,
): string {
  const all: readonly (readonly [string, string])[] = isList(fields) ? fields : Object.entries(fields);
  const form = new URLSearchParams(all.map(([name, value]) => [name, value]));
  if (!form.has('token')) form.append('token', token);
  return form.toString();
}

const isList = (
  fields: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
): fields is readonly (readonly [string, string])[] => Array.isArray(fields);
