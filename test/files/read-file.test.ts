import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  openFile,
  readBoundedFile,
  readBoundedFileSync,
  readHeadSync,
  readLinesFromEnd,
  reasonOf,
} from '../../src/files/read-file.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
  path = join(folder, 'file');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const WAYS: readonly (readonly [string, (path: string) => unknown])[] = [
  ['whole', (at) => readBoundedFile(at, 100)],
  ['whole at once', async (at) => readBoundedFileSync(at, 100)],
  ['its beginning', async (at) => readHeadSync(at, 4, 100)],
];

describe.each(WAYS)('a file that is read %s', (_, read) => {
  it('is read up to its bound', async () => {
    await writeFile(path, 'x'.repeat(100));
    expect(String(await read(path))).toMatch(/^x{4}(x{96})?$/);
    await writeFile(path, 'x'.repeat(101));
    await expect(read(path)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    await truncate(path, 2 ** 40);
    await expect(read(path)).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });

  it('is no pipe, device or folder', async () => {
    execFileSync('mkfifo', [path]);
    await expect(read(path)).rejects.toMatchObject({ code: 'NOT_A_FILE' });
    await mkdir(`${path}.folder`);
    await expect(read(`${path}.folder`)).rejects.toMatchObject({ code: 'NOT_A_FILE' });
    await symlink('/dev/zero', `${path}.device`);
    await expect(read(`${path}.device`)).rejects.toMatchObject({ code: 'NOT_A_FILE' });
    await expect(openFile(path)).rejects.toMatchObject({ code: 'NOT_A_FILE' });
  });

  it('says as the system does where there is none', async () => {
    const error: unknown = await Promise.resolve(read(`${path}.none`)).catch((caught: unknown) => caught);
    expect(reasonOf(error)).toBe('ENOENT');
  });
});

describe('the end of a file', () => {
  it('begins with a whole line, and says where', async () => {
    await writeFile(path, '가나다\nabc\ndef\n');
    expect(await readLinesFromEnd(path, 1000)).toEqual({ text: '가나다\nabc\ndef\n', start: 0 });
    expect(await readLinesFromEnd(path, 10)).toEqual({ text: 'abc\ndef\n', start: 10 });
  });
});
