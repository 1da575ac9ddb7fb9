import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { OutageError } from '../../../src/errors/outage-error.ts';
import { s3Address } from '../../../src/storage/s3/s3-address.ts';
import { KEYS, startS3 } from './s3-server.ts';

const NAME = 'pictures/ab/abcdef0123456789.png';
const isOutage = (error: unknown): boolean => error instanceof OutageError && error.service === 'files';

describe('files in S3', () => {
  it('are given as they were put, however often that was, until they are removed', async () => {
    const { home, requests } = await startS3();
    const bytes = randomBytes(300_000);
    expect(await home.get(NAME)).toBeUndefined();
    await Promise.all([home.put(NAME, bytes), home.put(NAME, bytes), home.put(NAME, bytes)]);
    expect(await home.get(NAME)).toEqual(bytes);
    expect(requests).toContain(`PUT /ads/shop/${NAME}`);
    await home.remove([NAME, 'photos/never']);
    expect(await home.get(NAME)).toBeUndefined();
    await home.remove([NAME]);
  });

  it('are part of a larger buffer, empty, or named in any letters, all the same', async () => {
    const { home } = await startS3();
    const whole = randomBytes(1_000);
    await home.put('photos/part', whole.subarray(100, 200));
    await home.put('photos/딸기 +&?#%.png', Buffer.from('x'));
    expect(await home.get('photos/part')).toEqual(whole.subarray(100, 200));
    expect(await home.get('photos/딸기 +&?#%.png')).toEqual(Buffer.from('x'));
  });
});

describe('a server of S3', () => {
  it.each([
    ['is busy', { status: 503 }],
    ['fails', { status: 500 }],
    ['asks to come slower', { status: 429 }],
    ['breaks off in the middle', 'broken-off'],
    ['sends half as if it were all', 'cut-short'],
    ['does not answer', 'silence'],
  ] as const)('that %s for a moment is asked again', async (_what, fault) => {
    const { home, faults } = await startS3(1_000);
    const bytes = randomBytes(50_000);
    if (fault === 'silence' || typeof fault === 'object') faults.push(fault);
    await home.put(NAME, bytes);
    faults.push(fault, fault);
    expect(await home.get(NAME)).toEqual(bytes);
    expect(faults).toEqual([]);
  });

  it.each([
    ['stays busy', { status: 503 }],
    ['refuses', { status: 403 }],
    ['keeps sending half', 'cut-short'],
    ['keeps breaking off', 'broken-off'],
    ['never answers', 'silence'],
  ] as const)('that %s is an outage, and nothing half is given', async (_what, fault) => {
    const { home, faults } = await startS3(300);
    await home.put(NAME, randomBytes(50_000));
    faults.push(...Array.from({ length: 8 }, () => fault));
    await expect(home.get(NAME)).rejects.toSatisfy(isOutage);
  });

  it('that knows the keys for wrong is asked once, and none of them is told', async () => {
    const { home, requests } = await startS3(1_000, { accessKeyId: 'S3RVER', secretAccessKey: 'geheim-2' });
    const failure = await home.put(NAME, randomBytes(10)).catch((error: unknown) => error);
    expect(failure).toSatisfy(isOutage);
    expect(String(failure)).toContain('403');
    expect(String(failure)).not.toContain('geheim');
    expect(requests).toHaveLength(1);
  });
});

describe('FILES_URL', () => {
  it.each([
    ['s3://ads', 'https://s3.us-east-1.amazonaws.com/ads', ''],
    ['s3://ads/shop/', 'https://s3.us-east-1.amazonaws.com/ads', 'shop/'],
    ['s3://ads/a/b?region=ap-northeast-2', 'https://s3.ap-northeast-2.amazonaws.com/ads', 'a/b/'],
    ['s3://ads?endpoint=http://127.0.0.1:9000/', 'http://127.0.0.1:9000/ads', ''],
  ])('%s is %s', (url, endpoint, prefix) => {
    expect(s3Address(url, KEYS)).toMatchObject({ config: { endpoint }, prefix });
  });
});
