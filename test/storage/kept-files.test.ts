import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OutageError } from '../../src/errors/outage-error.ts';
import { encodePng } from '../../src/imaging/encode-png.ts';
import { createRaster } from '../../src/imaging/raster.ts';
import { createPhotoStore } from '../../src/storage/photo-store.ts';
import { createPictureStore } from '../../src/storage/picture-store.ts';
import { closeDesk, openDesk } from '../jobs/desk.ts';
import { order } from '../jobs/orders.ts';
import { scratchFolder } from '../jobs/store/scratch.ts';
import { startS3 } from './s3/s3-server.ts';

describe('pictures kept in S3', () => {
  it('come back to a folder that has lost them, and to another machine’s', async () => {
    const { home } = await startS3();
    const ours = createPictureStore(scratchFolder(), 'owner', home);
    const { id, path } = await ours.save(createRaster(8, 8), 'ad', { recipe: '딸기' });
    const bytes = readFileSync(path);
    rmSync(path);
    await ours.restore(path);
    expect(readFileSync(path)).toEqual(bytes);
    const theirs = createPictureStore(scratchFolder(), 'owner', home);
    await theirs.restore(theirs.pathOf(id, 'ad'));
    expect(readFileSync(theirs.pathOf(id, 'ad'))).toEqual(bytes);
  });

  it('are not in the folder before they are kept, so that the next try keeps them', async () => {
    const { home, faults, requests } = await startS3(500);
    const pictures = createPictureStore(scratchFolder(), 'owner', home);
    faults.push(...Array.from({ length: 4 }, () => ({ status: 503 })));
    const save = () => pictures.save(createRaster(8, 8), 'origin');
    await expect(save()).rejects.toThrow(OutageError);
    const { path } = await save();
    expect(existsSync(path)).toBe(true);
    expect(requests.filter((request) => request.startsWith('PUT'))).toHaveLength(5);
    await save();
    expect(requests.filter((request) => request.startsWith('PUT'))).toHaveLength(5);
  });

  it('are removed from both, with every file beside them', async () => {
    const { home } = await startS3();
    const pictures = createPictureStore(scratchFolder(), 'owner', home);
    const { id, path } = await pictures.save(createRaster(8, 8), 'ad');
    const beside = await pictures.saveBeside(path, 'pdf', Buffer.from('%PDF'));
    await pictures.remove(id, 'ad');
    for (const each of [path, beside.path]) {
      await pictures.restore(each);
      expect(existsSync(each)).toBe(false);
    }
  });

  it('are asked for by no name outside of the folder', async () => {
    const { home, requests } = await startS3();
    const folder = scratchFolder();
    const pictures = createPictureStore(join(folder, 'pictures'), 'owner', home);
    for (const path of [join(folder, 'jobs.db'), '/etc/passwd', join(folder, 'pictures', '..', 'x')])
      await pictures.restore(path);
    expect(requests).toEqual([]);
  });
});

describe('photos kept in S3', () => {
  it('are kept as they were cleaned, and read on another machine', async () => {
    const { home } = await startS3();
    const opaque = createRaster(64, 64);
    opaque.data.fill(255);
    const ours = createPhotoStore(scratchFolder(), undefined, home);
    const photo = await ours.accept({ name: 'latte.png', bytes: await encodePng(opaque) });
    const theirs = createPhotoStore(scratchFolder(), undefined, home);
    expect(await theirs.read(photo)).toEqual(await ours.read(photo));
    await ours.remove(photo);
    const third = createPhotoStore(scratchFolder(), undefined, home);
    await expect(third.read(photo)).rejects.toMatchObject({ code: 'recipe-photo-missing' });
  });

  it('are nothing that somebody else has put there', async () => {
    const { home } = await startS3();
    const sha256 = 'a'.repeat(64);
    await home.put(`photos/aa/${sha256}`, Buffer.from('something else'));
    const photos = createPhotoStore(scratchFolder(), undefined, home);
    await expect(photos.read({ sha256, name: 'x' })).rejects.toThrow(OutageError);
  });
});

describe('jobs whose pictures are in S3', () => {
  it('are delivered once the server is back, and found again when the folder is gone', async () => {
    const { home, faults } = await startS3(500);
    const folder = scratchFolder();
    const pictures = createPictureStore(join(folder, 'pictures'), 'owner', home);
    const desk = await openDesk({ folder, parts: { pictures } });
    try {
      faults.push(...Array.from({ length: 4 }, () => ({ status: 503 })));
      const { id } = await desk.jobs.submit(order());
      const job = await desk.until(id, ({ state }) => state === 'delivered');
      const path = job.pictures[0]?.result.image.path ?? '';
      rmSync(join(folder, 'pictures'), { recursive: true });
      await desk.jobs.lookup.job(id);
      expect(existsSync(path)).toBe(true);
      await desk.jobs.remove(id);
      expect(existsSync(path)).toBe(false);
      await pictures.restore(path);
      expect(existsSync(path)).toBe(false);
    } finally {
      await closeDesk(desk);
    }
  });
});
