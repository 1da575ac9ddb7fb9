import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodePhoto } from '../../src/imaging/decode-photo.ts';
import { createRaster } from '../../src/imaging/raster.ts';
import { createPhotoStore } from '../../src/storage/photo-store.ts';
import { createPictureStore } from '../../src/storage/picture-store.ts';
import { MARKS, marksIn, photosWithMetadata } from '../imaging/photo/photos-with-metadata.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'photos-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const plain = {
  bytes: await sharp({ create: { width: 40, height: 40, channels: 3, background: '#c86432' } })
    .png()
    .toBuffer(),
  name: 'latte.png',
};
const withMetadata = await photosWithMetadata();

async function filesIn(path: string): Promise<readonly string[]> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
}

describe('createPhotoStore', () => {
  it('keeps a photo that says nothing byte for byte, under its hash', async () => {
    const store = createPhotoStore(folder);
    const photo = await store.accept(plain);
    expect(photo).toEqual({ sha256: expect.stringMatching(/^[\da-f]{64}$/), name: 'latte.png' });
    expect((await store.read(photo)).equals(plain.bytes)).toBe(true);
    expect(await filesIn(folder)).toEqual([photo.sha256]);
  });

  it('asks for the photo again when it is gone', async () => {
    const store = createPhotoStore(folder);
    const photo = await store.accept(plain);
    await store.remove(photo);
    await expect(store.read(photo)).rejects.toMatchObject({
      code: 'recipe-photo-missing',
      params: { file: 'latte.png' },
    });
  });

  it('keeps a picture of ours as the same file, which stays when the picture goes', async () => {
    const pictures = createPictureStore(join(folder, 'pictures'));
    const { id, path } = await pictures.save(createRaster(40, 40), 'origin');
    const photos = createPhotoStore(join(folder, 'photos'));
    const photo = await photos.adopt(path);
    expect(await photos.adopt(path)).toEqual(photo);
    expect((await stat(path)).nlink).toBe(2);
    await pictures.remove(id, 'origin');
    expect((await photos.read(photo)).length).toBeGreaterThan(0);
  });

  it('says of a picture that is gone that the disk failed', async () => {
    const photos = createPhotoStore(join(folder, 'photos'));
    await expect(photos.adopt(join(folder, 'gone.png'))).rejects.toMatchObject({ service: 'disk' });
    expect(await filesIn(folder)).toEqual([]);
  });

  it('keeps none of several where one is not usable', async () => {
    const broken = { bytes: Buffer.from('not a picture'), name: 'menu.pdf' };
    await expect(createPhotoStore(folder).acceptAll([plain, broken])).rejects.toMatchObject({
      params: { file: 'menu.pdf' },
    });
    expect(await filesIn(folder)).toEqual([]);
  });

  it('writes when it is told to, and has checked the photo by then', async () => {
    const store = createPhotoStore(folder);
    const before: (readonly string[])[] = [];
    const photo = await store.accept(plain, async (write) => {
      before.push(await filesIn(folder));
      return write();
    });
    expect(before).toEqual([[]]);
    expect(await filesIn(folder)).toEqual([photo.sha256]);
    await expect(
      store.accept({ bytes: Buffer.from('not a picture'), name: 'a' }, () => {
        throw new Error('it was not checked');
      }),
    ).rejects.toMatchObject({ code: 'photo-text' });
  });
});

describe('what a photo says beside its picture', () => {
  it('is in the files of this test, or it would prove nothing', async () => {
    const found = [...withMetadata].map(([name, bytes]) => [name, marksIn(bytes)]);
    for (const [name, marks] of found) expect(marks?.length, String(name)).toBeGreaterThanOrEqual(4);
    expect(new Set(found.flatMap(([, marks]) => marks))).toEqual(
      new Set([...MARKS.keys()].filter((name) => name !== 'latitude the other way round')),
    );
    const { exif, xmp } = await sharp(withMetadata.get('street.jpg')).metadata();
    expect([exif?.length, xmp?.length]).toEqual([expect.any(Number), expect.any(Number)]);
  });

  it.each([...withMetadata])('is not kept: %s', async (name, bytes) => {
    const store = createPhotoStore(folder);
    const kept = await store.read(await store.accept({ bytes, name }));
    expect(marksIn(kept)).toEqual([]);
    const { exif, xmp, iptc, comments, orientation } = await sharp(kept).metadata();
    expect([exif, xmp, iptc, comments]).toEqual([undefined, undefined, undefined, undefined]);
    expect(orientation ?? 1).toBe(1);
  });

  it.each([...withMetadata])('takes nothing of the picture with it: %s', async (name, bytes) => {
    const store = createPhotoStore(folder);
    const kept = await store.read(await store.accept({ bytes, name }));
    const [before, after] = [await decodePhoto(bytes, name), await decodePhoto(kept, name)];
    expect([after.width, after.height]).toEqual([before.width, before.height]);
    const apart = Math.max(...before.data.map((value, i) => Math.abs(value - (after.data[i] ?? 0))));
    // A photo on its side is written anew, as a JPEG.
    expect(apart).toBeLessThanOrEqual(name === 'on-its-side.jpg' ? 12 : 0);
  });
});
