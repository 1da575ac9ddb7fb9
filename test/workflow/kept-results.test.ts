import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRaster, type Raster } from '../../src/imaging/raster.ts';
import { KeptResults } from '../../src/workflow/kept-results.ts';
import { StoredResults } from '../../src/workflow/stored-results.ts';

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

describe('KeptResults', () => {
  it('lets go of what was used longest ago when memory is full', async () => {
    const kept = new KeptResults(5000);
    await kept.set('a', { image: picture(1) });
    await kept.set('b', { image: picture(2) });
    await kept.get('a');
    await kept.set('c', { image: picture(3) });
    expect(await kept.get('b')).toBeUndefined();
    expect(await kept.get('a')).toBeDefined();
    expect(kept.bytes).toBeLessThanOrEqual(5000);
  });

  it('finds results again after a restart, pictures and all', async () => {
    const before = new KeptResults(1e6, new StoredResults(folder, 1e9));
    await before.set('a', { image: picture(7), why: [{ ko: '가', en: 'a' }], deep: { list: [picture(8)] } });
    await before.flush();
    const after = new KeptResults(1e6, new StoredResults(folder, 1e9));
    const found = (await after.get('a')) as { image: Raster; why: unknown; deep: { list: Raster[] } };
    expect(found.image).toMatchObject({ width: 16, height: 16 });
    expect([...found.image.data.subarray(0, 4)]).toEqual([7, 7, 7, 7]);
    expect(found.deep.list[0]?.data[0]).toBe(8);
    expect(found.why).toEqual([{ ko: '가', en: 'a' }]);
  });

  it('keeps the same picture on disk once', async () => {
    const kept = new KeptResults(1e6, new StoredResults(folder, 1e9));
    await kept.set('a', { image: picture(1) });
    await kept.set('b', { image: picture(1), other: 2 });
    await kept.flush();
    const names = await readdir(folder);
    expect(names.filter((name) => name.endsWith('.raw'))).toHaveLength(1);
    expect(names.filter((name) => name.endsWith('.tmp'))).toHaveLength(0);
  });

  it('keeps the folder within its bound', async () => {
    const stored = new StoredResults(folder, 4000);
    for (let i = 0; i < 8; i++) await stored.set(`key${i}`, { image: picture(i) });
    await stored.prune();
    const sizes = await Promise.all(
      (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(4000);
  });

  it('takes a damaged file for a missing one and mends it', async () => {
    const stored = new StoredResults(folder, 1e9);
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
    const kept = new KeptResults(1e6, new StoredResults(join(folder, 'file', 'below'), 1e9), trouble);
    await kept.set('a', { image: picture(1) });
    await kept.flush();
    expect(trouble).toHaveBeenCalledOnce();
    expect(await kept.get('a')).toBeDefined();
  });
});
