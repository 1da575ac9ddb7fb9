import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CatalogueModel, modelNamed } from '../../src/models/catalogue.ts';
import { type DownloadOptions, downloadFile } from '../../src/models/download.ts';
import { headersFor } from '../../src/models/hub.ts';
import { pullModel } from '../../src/models/pull.ts';
import { scratch } from '../zimage/support/checkpoint.ts';
import { type Fault, startHub } from './hub-server.ts';

const BYTES = randomBytes(100_000);
const NAME = 'vae/model.safetensors';
const QUICK: DownloadOptions = { piece: 10_000, initialWait: 1, attempts: 4 };

const digest = (bytes: Buffer) =>
  ({ algorithm: 'sha256', hex: createHash('sha256').update(bytes).digest('hex') }) as const;

async function fetchWith(
  fault: (request: number, again: number) => Fault | undefined,
  options: DownloadOptions = {},
  bytes: number | undefined = BYTES.length,
) {
  await using hub = await startHub({ [NAME]: BYTES }, (_, request, again) => fault(request, again));
  await using folder = await scratch();
  const path = join(folder.path, 'model.safetensors');
  const url = `${hub.url}/maker/model/resolve/main/${NAME}`;
  const file = { path: NAME, url, bytes, digest: digest(BYTES) };
  const outcome = await downloadFile(file, path, { ...QUICK, ...options }).then(
    () => 'done' as const,
    (error: unknown) => error,
  );
  return {
    outcome,
    requests: hub.requests,
    written: existsSync(path) ? await readFile(path) : undefined,
    left: await readdir(folder.path),
  };
}

describe('downloadFile', () => {
  it('fetches in pieces over several connections', async () => {
    let counted = 0;
    const { outcome, written, requests, left } = await fetchWith(() => undefined, {
      onBytes: (count) => {
        counted += count;
      },
    });
    expect(outcome).toBe('done');
    expect(written).toEqual(BYTES);
    expect(requests).toHaveLength(10);
    expect(counted).toBe(BYTES.length);
    expect(left).toEqual(['model.safetensors']);
  });

  it('asks how long a file is where nobody has published it', async () => {
    const { outcome, written } = await fetchWith(() => undefined, {}, undefined);
    expect(outcome).toBe('done');
    expect(written).toEqual(BYTES);
  });

  it.each<readonly [string, Fault]>([
    ['drops the connection', { kind: 'drop', after: 3_000 }],
    ['drops it at once', { kind: 'drop', after: 0 }],
    ['promises more than it sends', { kind: 'longer-than-sent', by: 500 }],
    ['says another length', { kind: 'wrong-total' }],
    ['sends another part', { kind: 'wrong-part' }],
    ['sends a web page', { kind: 'web-page' }],
    ['is overloaded', { kind: 'status', status: 503 }],
    ['wants to be asked later', { kind: 'status', status: 429, retryAfter: '0' }],
  ])('gets the whole file from a server that at first %s', async (_, fault) => {
    const { outcome, written } = await fetchWith((_request, again) => (again < 2 ? fault : undefined));
    expect(outcome).toBe('done');
    expect(written).toEqual(BYTES);
  });

  it('gets the whole file whatever goes wrong, as long as something comes', async () => {
    const fault = fc.oneof(
      fc.record({ kind: fc.constant('drop' as const), after: fc.integer({ min: 0, max: 9_999 }) }),
      fc.record({ kind: fc.constant('status' as const), status: fc.constantFrom(500, 502, 503) }),
      fc.constant({ kind: 'longer-than-sent' as const, by: 9 }),
      fc.constant(undefined),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 8 }), async (faults) => {
        const { outcome, written } = await fetchWith((request) => faults[request], { attempts: 20 });
        expect(outcome).toBe('done');
        expect(written).toEqual(BYTES);
      }),
      { numRuns: 10 },
    );
  });

  it('takes the whole file in one go from a server that knows no ranges', async () => {
    const { outcome, written } = await fetchWith(() => ({ kind: 'no-ranges' }), { piece: 1_000_000 });
    expect(outcome).toBe('done');
    expect(written).toEqual(BYTES);
  });

  it.each<readonly [string, Fault, string]>([
    ['never comes to an end', { kind: 'drop', after: 100 }, 'download'],
    ['always says another length', { kind: 'wrong-total' }, '100001 bytes where 100000 are published'],
    ['always sends a web page', { kind: 'web-page' }, 'web page'],
    ['has not got the file', { kind: 'status', status: 404 }, '404'],
    ['sends other bytes', { kind: 'wrong-bytes' }, 'not what was published (sha256)'],
  ])('gives up on a server that %s, and leaves no file under its name', async (_, fault, reason) => {
    const { outcome, written } = await fetchWith(() => fault, { attempts: 3 });
    expect(outcome).toMatchObject({ name: 'OutageError', service: 'download' });
    expect((outcome as Error).message).toContain(reason);
    expect(written).toBeUndefined();
  });

  it('keeps nothing of what cannot be right', async () => {
    const { left } = await fetchWith(() => ({ kind: 'wrong-bytes' }));
    expect(left).toEqual([]);
  });

  it('goes on where an earlier run broke off', async () => {
    await using folder = await scratch();
    const path = join(folder.path, 'model.safetensors');
    let broken = true;
    await using hub = await startHub({ [NAME]: BYTES }, (_, request) =>
      broken && request >= 6 ? { kind: 'status', status: 404 } : undefined,
    );
    const url = `${hub.url}/maker/model/resolve/main/${NAME}`;
    const file = { path: NAME, url, bytes: BYTES.length, digest: digest(BYTES) };
    await expect(downloadFile(file, path, { ...QUICK, connections: 1 })).rejects.toThrow('404');
    broken = false;
    hub.requests.length = 0;
    const counted: number[] = [];
    await downloadFile(file, path, { ...QUICK, onBytes: (count) => counted.push(count) });
    expect(hub.requests).toHaveLength(4);
    expect(counted.slice(0, 6)).toEqual(Array(6).fill(10_000));
    expect(await readFile(path)).toEqual(BYTES);
  });

  it.each([
    [
      'of another file',
      async (part: string) => writeFile(`${part}.json`, '{"url":"x","bytes":1,"piece":1,"done":[0]}'),
    ],
    ['that is damaged', async (part: string) => writeFile(`${part}.json`, '{')],
    ['that was cut', async (part: string) => truncate(part, 10)],
  ])('begins anew over something half there %s', async (_, damage) => {
    await using hub = await startHub({ [NAME]: BYTES });
    await using folder = await scratch();
    const path = join(folder.path, 'model.safetensors');
    const url = `${hub.url}/maker/model/resolve/main/${NAME}`;
    await writeFile(`${path}.part`, Buffer.alloc(BYTES.length));
    await writeFile(
      `${path}.part.json`,
      JSON.stringify({ url, bytes: BYTES.length, piece: 10_000, done: [0, 1] }),
    );
    await damage(`${path}.part`);
    await downloadFile({ path: NAME, url, bytes: BYTES.length, digest: digest(BYTES) }, path, QUICK);
    expect(await readFile(path)).toEqual(BYTES);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const { outcome, written } = await fetchWith(() => undefined, {
      signal: stop.signal,
      connections: 1,
      onBytes: () => stop.abort(),
    });
    expect(outcome).toMatchObject({ name: 'AbortError' });
    expect(written).toBeUndefined();
  });
});

function wantedOf({ source }: CatalogueModel): RegExp {
  return source.kind === 'hub' ? source.wanted : /^$/;
}

describe('pullModel', () => {
  const files = {
    'README.md': Buffer.from('hello'),
    'assets/picture.png': Buffer.from('png'),
    'model_index.json': Buffer.from('{}'),
    'vae/config.json': Buffer.from('{"a":1}'),
    [NAME]: BYTES,
  };
  const published = modelNamed('zimage-turbo-bf16');
  const inRepository = (repository: string): CatalogueModel => ({
    ...published,
    source: { kind: 'hub', revision: 'main', wanted: wantedOf(published), repository },
  });
  const model = inRepository('maker/model');

  it('fetches what the pipeline reads and no more, and keeps what is there', async () => {
    await using hub = await startHub(files);
    await using folder = await scratch();
    const seen: number[] = [];
    const options = {
      ...QUICK,
      hub: { endpoint: hub.url, token: 'secret' },
      onProgress: ({ done, total }: { done: number; total: number }) => seen.push(done / total),
    };
    const path = await pullModel(model, folder.path, options);
    expect(path).toBe(join(folder.path, 'zimage-turbo-bf16'));
    expect((await readdir(path)).sort()).toEqual(['model_index.json', 'vae']);
    expect(await readFile(join(path, NAME))).toEqual(BYTES);
    expect(seen.at(-1)).toBe(1);
    expect(hub.requests.every(({ token }) => token === 'Bearer secret')).toBe(true);
    hub.requests.length = 0;
    await rm(join(path, 'vae', 'config.json'));
    await pullModel(model, folder.path, options);
    expect(hub.requests.map(({ path: asked }) => asked)).toEqual(['vae/config.json']);
  });

  it('asks for a token where the hub wants one', async () => {
    await using hub = await startHub({});
    await using folder = await scratch();
    const gone = inRepository('other/model');
    const refused = pullModel(gone, folder.path, { ...QUICK, hub: { endpoint: hub.url } });
    await expect(refused).rejects.toMatchObject({ code: 'model-gated', params: { status: 404 } });
    await expect(refused).rejects.toThrow('HF_TOKEN');
  });

  it('says when no hub answers', async () => {
    await using folder = await scratch();
    const refused = pullModel(model, folder.path, { ...QUICK, hub: { endpoint: 'http://127.0.0.1:9' } });
    await expect(refused).rejects.toMatchObject({ name: 'OutageError', service: 'download' });
  });

  it('does not begin what the disk has no room for', async () => {
    await using folder = await scratch();
    await mkdir(join(folder.path, 'models'));
    const huge = {
      ...modelNamed('u2netp'),
      bytes: 1e18,
    };
    const refused = pullModel(huge, join(folder.path, 'models'), { ...QUICK, hub: {} });
    await expect(refused).rejects.toMatchObject({ code: 'model-no-space' });
    expect(await readdir(join(folder.path, 'models'))).toEqual([]);
  });

  it('sends the token to the hub alone', () => {
    const hub = { endpoint: 'https://hub.example', token: 'secret' };
    expect(headersFor('https://hub.example/a/b', hub)).toEqual({ authorization: 'Bearer secret' });
    expect(headersFor('https://elsewhere.example/a/b', hub)).toEqual({});
    expect(headersFor('https://huggingface.co/x', { token: 'secret' })).toHaveProperty('authorization');
  });

  it('knows its models by name', () => {
    expect(() => modelNamed('u2nett')).toThrow(expect.objectContaining({ code: 'model-unknown' }));
  });
});
