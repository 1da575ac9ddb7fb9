import { createHash } from 'node:crypto';
import { S3mini, S3ServiceError } from 's3mini';
import { OutageError } from '../../errors/outage-error.ts';
import { exponentialBackoff } from '../../resilience/backoff.ts';
import { withRetry } from '../../resilience/with-retry.ts';
import type { FileHome } from '../file-home.ts';
import type { S3Address } from './s3-address.ts';

/** What a file was when it was put, beside it: a body that was cut off on its way is known by it. */
const DIGEST = 'x-amz-meta-sha256';

/** Milliseconds for one request, answer and all. */
const DEFAULT_TIMEOUT = 20_000;

const ATTEMPTS = 4;
const BACKOFF = exponentialBackoff({ initial: 150, max: 2_000, jitter: 0.5 });

/** Answers by which the server says that nothing will change by asking again. */
const FINAL_STATUS = (status: number): boolean =>
  status >= 400 && status < 500 && ![408, 425, 429].includes(status);

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Files in a bucket of S3, or of any server that speaks its protocol. */
export function openS3Home(
  { config, prefix, title }: S3Address,
  timeout: number = DEFAULT_TIMEOUT,
): FileHome {
  const bucket = new S3mini({ ...config, requestAbortTimeout: timeout });
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await withRetry(work, {
        attempts: ATTEMPTS,
        backoff: BACKOFF,
        shouldRetry: (error) => !(error instanceof S3ServiceError && FINAL_STATUS(error.status)),
      });
    } catch (error) {
      throw new OutageError('files', `${title}: ${what}: ${reasonOf(error)}`, { cause: error });
    }
  };
  return {
    async put(name, bytes) {
      const headers = { [DIGEST]: digestOf(bytes) } as const;
      await attempt(`${name} is not taken`, () =>
        // S3mini reads no view of a larger buffer.
        bucket.putObject(`${prefix}${name}`, Uint8Array.from(bytes), contentType(name), undefined, headers),
      );
    },
    get: (name) =>
      attempt(`${name} is not given`, async () => {
        const response = await bucket.getObjectResponse(`${prefix}${name}`);
        if (response === null) return undefined;
        const bytes = Buffer.from(await response.arrayBuffer());
        const digest = response.headers.get(DIGEST);
        if (digest !== null && digest !== digestOf(bytes)) throw new Error('it came damaged, or not whole');
        return bytes;
      }),
    async remove(names) {
      for (const name of names) {
        await attempt(`${name} is not removed`, () => bucket.deleteObject(`${prefix}${name}`));
      }
    },
  };
}

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  mp4: 'video/mp4',
};

const contentType = (name: string): string =>
  TYPES[/\.([a-z0-9]+)$/.exec(name)?.[1] ?? ''] ?? 'application/octet-stream';

/** What went wrong, down to what the network says. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${reasonOf(error.cause)})` : error.message;
}
