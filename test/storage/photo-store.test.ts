import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPhotoStore } from '../../src/storage/photo-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'photos-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('createPhotoStore', () => {
  it('gives back the bytes under their hash', async () => {
    const store = createPhotoStore(folder);
    const photo = await store.put(Buffer.from('a photo'), 'latte.jpg');
    expect(photo).toEqual({
      sha256: 'd4e24d749a4fe2f161af2de913c0402b04e3ae287dafd0f9dbfa4a5c56c69285',
      name: 'latte.jpg',
    });
    expect((await store.read(photo)).toString()).toBe('a photo');
  });

  it('asks for the photo again when it is gone', async () => {
    const store = createPhotoStore(folder);
    const photo = await store.put(Buffer.from('a photo'), 'latte.jpg');
    await store.remove(photo);
    await expect(store.read(photo)).rejects.toMatchObject({
      code: 'recipe-photo-missing',
      params: { file: 'latte.jpg' },
    });
  });
});
