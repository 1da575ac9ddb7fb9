import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import S3rver from '@20minutes/s3rver';
import { onTestFinished } from 'vitest';
import type { FileHome } from '../../../src/storage/file-home.ts';
import { s3Address } from '../../../src/storage/s3/s3-address.ts';
import { openS3Home } from '../../../src/storage/s3/s3-home.ts';
import { scratchFolder } from '../../jobs/store/scratch.ts';

/** What goes wrong with the next answers, one after the other. */
type Fault =
  | { readonly status: number }
  /** Nothing is ever answered. */
  | 'silence'
  /** The connection ends in the middle of the body. */
  | 'broken-off'
  /** Half the body comes, as if that were all. */
  | 'cut-short';

export interface S3Server {
  readonly home: FileHome;
  /** As `FILES_URL` names it. */
  readonly url: string;
  readonly faults: Fault[];
  /** What was asked, such as `PUT /ads/shop/photos/ab/abcd`. */
  readonly requests: string[];
}

export const KEYS = { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' } as const;

/** A server of S3 that others wrote, with what may go wrong in front of it; gone after the test. */
export async function startS3(
  timeout?: number,
  keys: typeof KEYS | { accessKeyId: string; secretAccessKey: string } = KEYS,
): Promise<S3Server> {
  const real = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: scratchFolder(),
    configureBuckets: [{ name: 'ads' }],
  });
  const { port } = await real.run();
  onTestFinished(() => real.close());
  const faults: Fault[] = [];
  const requests: string[] = [];
  const front = createServer((asked, answer) => {
    requests.push(`${asked.method} ${asked.url}`);
    const fault = faults.shift();
    if (fault === 'silence') return;
    if (typeof fault === 'object') {
      asked.resume();
      answer.writeHead(fault.status, { 'content-type': 'application/xml' });
      return void answer.end('<Error><Code>Fault</Code><Message>as ordered</Message></Error>');
    }
    pass(asked, answer, port, fault);
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  onTestFinished(async () => {
    front.closeAllConnections();
    front.close();
  });
  const address = front.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  const url = `s3://ads/shop?endpoint=http://127.0.0.1:${address.port}`;
  return { home: openS3Home(s3Address(url, keys), timeout), url, faults, requests };
}

function pass(
  asked: IncomingMessage,
  answer: ServerResponse,
  port: number,
  fault: 'broken-off' | 'cut-short' | undefined,
): void {
  const options = { host: '127.0.0.1', port, method: asked.method, path: asked.url, headers: asked.headers };
  const forwarded = request(options, async (got) => {
    const chunks: Buffer[] = [];
    for await (const chunk of got) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const half = body.subarray(0, Math.floor(body.length / 2));
    const headers = { ...got.headers };
    if (fault === 'cut-short') headers['content-length'] = String(half.length);
    answer.writeHead(got.statusCode ?? 500, headers);
    if (fault === undefined) return void answer.end(body);
    if (fault === 'cut-short') return void answer.end(half);
    answer.write(half, () => answer.destroy());
  });
  forwarded.on('error', () => answer.destroy());
  asked.pipe(forwarded);
}
