import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBatchText } from '../../../src/cli/batch/read-batch.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'batch-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function read(bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, 'list.txt');
  await writeFile(path, bytes);
  return readBatchText(path);
}

describe('a file of requests', () => {
  it('is UTF-8, with or without a mark at its beginning', async () => {
    expect(await read('카페 라떼')).toBe('카페 라떼');
    expect(await read('\ufeff카페 라떼')).toBe('카페 라떼');
  });

  it('in another encoding is refused, with a guess which', async () => {
    const utf16 = Buffer.from('\ufeff카페 라떼', 'utf16le');
    await expect(read(utf16)).rejects.toThrow(/UTF-16/);
    await expect(read(utf16.subarray(2))).rejects.toThrow(/UTF-16|EUC-KR/);
    // '카페' as Excel in Korea saves it.
    await expect(read(Buffer.from('c4abc6e4', 'hex'))).rejects.toThrow(/EUC-KR/);
  });

  it('that is not there, or is a folder, is told', async () => {
    await expect(readBatchText(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'batch-unreadable' });
    await expect(readBatchText(folder)).rejects.toMatchObject({ code: 'batch-unreadable' });
  });
});
