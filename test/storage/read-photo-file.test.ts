import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors/user-error.ts';
import { PHOTO_LIMITS } from '../../src/imaging/photo/limits.ts';
import { readPhotoFile } from '../../src/storage/read-photo-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-photo-'));
afterAll(() => rmSync(folder, { recursive: true }));

const codeOf = (path: string): Promise<unknown> =>
  readPhotoFile(path).then(
    () => 'read',
    (error: unknown) => (error instanceof UserError ? error.code : error),
  );

describe('readPhotoFile', () => {
  it.each([0, 1, 70_000, 3_000_000])('reads a file of %i bytes', async (length) => {
    const bytes = Buffer.alloc(length, 'photo');
    const path = join(folder, `of-${length}`);
    writeFileSync(path, bytes);
    expect((await readPhotoFile(path)).equals(bytes)).toBe(true);
  });

  it('reads nothing of what is too heavy, however large it is', async () => {
    const path = join(folder, 'large');
    writeFileSync(path, '');
    truncateSync(path, PHOTO_LIMITS.bytes);
    expect(await codeOf(path)).toBe('read');
    truncateSync(path, PHOTO_LIMITS.bytes + 1);
    expect(await codeOf(path)).toBe('photo-too-heavy');
    truncateSync(path, 2 ** 40);
    expect(await codeOf(path)).toBe('photo-too-heavy');
  });

  it.skipIf(!existsSync('/dev/zero'))('does not read on what has no end', async () => {
    expect(await codeOf('/dev/zero')).toBe('photo-missing');
  });

  it('does not wait for a pipe that nobody writes to', async () => {
    const path = join(folder, 'pipe');
    execFileSync('mkfifo', [path]);
    expect(await codeOf(path)).toBe('photo-missing');
  });

  it('says where nothing is, and that a folder is none', async () => {
    expect(await codeOf(join(folder, 'nothing'))).toBe('photo-missing');
    expect(await codeOf(folder)).toBe('photo-missing');
    expect(await codeOf('a\0b')).toBe('photo-missing');
  });
});
