import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRaster, type Raster } from '../../../src/imaging/raster.ts';
import { DiskCache } from '../../../src/workflow/cache/disk-cache.ts';
import { MemoryCache } from '../../../src/workflow/cache/memory-cache.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function picture(value: number, side = 16): Raster {
  const raster = createRaster(side, side);
  raster.data.fill(value);
  return raster;
}

describe('MemoryCache', () => {
  it('lets go of what was used longest ago when memory is full', async () => {
    const kept = new MemoryCache(5000);
    await kept.set('a', { image: picture(1) });
    await kept.set('b', { image: picture(2) });
    await kept.get('a');
    await kept.set('c', { image: picture(3) });
    expect(await kept.get('b')).toBeUndefined();
    expect(await kept.get('a')).toBeDefined();
    expect(kept.bytes).toBeLessThanOrEqual(5000);
  });

  it('holds nothing in memory once nobody has asked for a while, and finds it on disk', async () => {
    const kept = new MemoryCache(1e6, new DiskCache(folder, 1e9), undefined, 300);
    await kept.set('a', { image: picture(7) });
    await kept.flush();
    expect(kept.bytes).toBeGreaterThan(0);
    await vi.waitFor(() => expect(kept.bytes).toBe(0), { timeout: 30_000 });
    expect(await kept.get('a')).toMatchObject({ image: { width: 16 } });
    expect(kept.bytes).toBeGreaterThan(0);
  });

  it('finds results again after a restart, pictures and all', async () => {
    const before = new MemoryCache(1e6, new DiskCache(folder, 1e9));
    await before.set('a', { image: picture(7), why: [{ ko: '가', en: 'a' }], deep: { list: [picture(8)] } });
    await before.flush();
    const after = new MemoryCache(1e6, new DiskCache(folder, 1e9));
    const found = (await after.get('a')) as { image: Raster; why: unknown; deep: { list: Raster[] } };
    expect(found.image).toMatchObject({ width: 16, height: 16 });
    expect([...found.image.data.subarray(0, 4)]).toEqual([7, 7, 7, 7]);
    expect(found.deep.list[0]?.data[0]).toBe(8);
    expect(found.why).toEqual([{ ko: '가', en: 'a' }]);
  });

  it('keeps the same picture on disk once', async () => {
    const kept = new MemoryCache(1e6, new DiskCache(folder, 1e9));
    await kept.set('a', { image: picture(1) });
    await kept.set('b', { image: picture(1), other: 2 });
    await kept.flush();
    const names = await readdir(folder);
    expect(names.filter((name) => name.endsWith('.raw'))).toHaveLength(1);
    expect(names.filter((name) => name.endsWith('.tmp'))).toHaveLength(0);
  });

  it('keeps the folder within its bound', async () => {
    const stored = new DiskCache(folder, 4000);
    for (let i = 0; i < 8; i++) await stored.set(`key${i}`, { image: picture(i) });
    await stored.prune();
    const sizes = await Promise.all(
      (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(4000);
  });

  it('takes a damaged file for a missing one and mends it', async () => {
    const stored = new DiskCache(folder, 1e9);
    await stored.set('a', { image: picture(1) });
    const raw = (await readdir(folder)).find((name) => name.endsWith('.raw')) as string;
    await writeFile(join(folder, raw), 'short');
    expect(await stored.get('a')).toBeUndefined();
    await stored.set('a', { image: picture(1) });
    expect(await stored.get('a')).toBeDefined();
  });

  it('goes on when the disk fails', async () => {
    await writeFile(join(folder, 'file'), '');
    const trouble = vi.fn();
    const kept = new MemoryCache(1e6, new DiskCache(join(folder, 'file', 'below'), 1e9), trouble);
    await kept.set('a', { image: picture(1) });
    await kept.flush();
    expect(trouble).toHaveBeenCalledOnce();
    expect(await kept.get('a')).toBeDefined();
  });

  it.each<
    readonly [
      string,
      (note: { $picture: string; width: number; height: number; channels: number }) => unknown,
    ]
  >([
    ['half of it', () => '{"image":{"$pic'],
    ['another value', () => '7'],
    ['depth', () => `${'['.repeat(1e5)}${']'.repeat(1e5)}`],
    ['a size of 1e9', (note) => ({ image: { ...note, width: 1e9, height: 1e9 } })],
    ['a size that is not the file’s', (note) => ({ image: { ...note, width: 4096, height: 4096 } })],
    ['a negative size', (note) => ({ image: { ...note, width: -16, height: -16 } })],
    ['no size', (note) => ({ image: { $picture: note.$picture } })],
    ['other channels', (note) => ({ image: { ...note, channels: 3 } })],
    ['a picture from elsewhere', (note) => ({ image: { ...note, $picture: '../../secret' } })],
    ['a picture at a path', (note) => ({ image: { ...note, $picture: '/etc/passwd' } })],
    ['a picture that is a number', (note) => ({ image: { ...note, $picture: 7 } })],
    ['the same picture without end', (note) => ({ all: Array(300_000).fill({ ...note }) })],
  ])('makes a result anew that was changed to %s', async (_, change) => {
    const stored = new DiskCache(folder, 1e9);
    await stored.set('a', { image: picture(1) });
    const path = join(folder, 'a.json');
    const { image } = JSON.parse(await readFile(path, 'utf8'));
    const changed = change(image);
    await writeFile(path, typeof changed === 'string' ? changed : JSON.stringify(changed));
    const before = process.memoryUsage().rss;
    expect(await stored.get('a')).toBeUndefined();
    expect(process.memoryUsage().rss - before).toBeLessThan(300e6);
    await stored.set('a', { image: picture(1) });
    expect(await stored.get('a')).toMatchObject({ image: { width: 16 } });
  });
});
