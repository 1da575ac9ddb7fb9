import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { downloadFile } from '../../src/models/download.ts';
import { scratch } from '../zimage/support/checkpoint.ts';
import { startHub } from './hub-server.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that announces a length and sends one byte. */
async function announcing(length: string): Promise<string> {
  server = createServer((_request, response) => {
    response.writeHead(206, { 'content-range': `bytes 0-0/${length}`, 'content-length': '1' });
    response.end('x');
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/model.onnx`;
}

const QUICK = { attempts: 2, initialWait: 1 };

describe('a length that a server announces', () => {
  it.each([
    ['more than the disk has', '9000000000000000', 'model-no-space'],
    ['more than a number holds', '99999999999999999999', undefined],
    ['nothing', '0', undefined],
  ])('is not believed where it is %s, and nothing is left', async (_, length, code) => {
    await using folder = await scratch();
    const url = await announcing(length);
    const path = join(folder.path, 'model.onnx');
    const file = { path: '', url, bytes: undefined, digest: undefined };
    await expect(downloadFile(file, path, QUICK)).rejects.toMatchObject(
      code === undefined ? { service: 'download' } : { code },
    );
    expect(await readdir(folder.path)).toEqual([]);
  });

  it('is not believed where the file cannot have it', async () => {
    await using folder = await scratch();
    const url = await announcing('1000001');
    const file = { path: '', url, bytes: undefined, digest: undefined };
    const options = { ...QUICK, maxBytes: 1_000_000 };
    await expect(downloadFile(file, join(folder.path, 'm.onnx'), options)).rejects.toMatchObject({
      service: 'download',
      message: expect.stringContaining('1000001'),
    });
  });

  it.each([
    ['half of one', '{"url":'],
    ['another value', '7'],
    ['pieces that there are none of', '{"url":"$","bytes":100000,"piece":10000,"done":[-1,99,1e9,0,0,0]}'],
    ['pieces that are none', '{"url":"$","bytes":100000,"piece":10000,"done":{"length":9}}'],
    ['pieces of nothing', '{"url":"$","bytes":100000,"piece":0,"done":[0]}'],
  ])('is fetched whole after a note of progress that is %s', async (_, note) => {
    const bytes = Buffer.alloc(100_000, 7);
    await using hub = await startHub({ 'vae/a': bytes });
    await using folder = await scratch();
    const path = join(folder.path, 'a');
    const url = `${hub.url}/maker/model/resolve/main/vae/a`;
    // The first piece is there in all of them.
    await writeFile(`${path}.part`, Buffer.concat([Buffer.alloc(10_000, 7), Buffer.alloc(90_000)]));
    await writeFile(`${path}.part.json`, note.replace('$', url));
    let counted = 0;
    const onBytes = (count: number): void => {
      counted += count;
    };
    const file = { path: 'vae/a', url, bytes: bytes.length, digest: undefined };
    await downloadFile(file, path, { ...QUICK, piece: 10_000, onBytes });
    expect((await readFile(path)).equals(bytes)).toBe(true);
    expect(counted).toBe(bytes.length);
  });
});
