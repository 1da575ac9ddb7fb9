import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutageError } from '../../src/errors/outage-error.ts';
import { digestOf } from '../../src/imaging/digest.ts';
import { readPngText } from '../../src/imaging/encode-png.ts';
import { createRaster, type Raster } from '../../src/imaging/raster.ts';
import { createPictureStore, removeTemporaryFiles } from '../../src/storage/picture-store.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pictures-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function picture(value: number): Raster {
  const raster = createRaster(8, 4);
  raster.data.fill(value);
  return raster;
}

const filesIn = async (place: string): Promise<string[]> =>
  (await readdir(place, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

describe('createPictureStore', () => {
  it('names a picture after its pixels and carries its texts', async () => {
    const saved = await createPictureStore(folder).save(picture(9), 'ad', { Recipe: '{"가": 1}' });
    const id = digestOf(picture(9)).slice(0, 16);
    expect(saved).toEqual({
      id,
      path: join(folder, id.slice(0, 2), `${id}.png`),
      width: 8,
      height: 4,
    });
    expect(readPngText(await readFile(saved.path))).toEqual(new Map([['Recipe', '{"가": 1}']]));
  });

  it('stores a picture under a name that is asked for, in the place of what had it before', async () => {
    const store = createPictureStore(folder);
    await store.save(picture(9), 'ad', {}, '0002-딸기라떼');
    const { path, id } = await store.save(picture(7), 'ad', { Recipe: '{}' }, '0002-딸기라떼');
    expect(path).toBe(join(folder, '0002-딸기라떼.png'));
    expect(id).toBe(digestOf(picture(7)).slice(0, 16));
    expect(await filesIn(folder)).toEqual(['0002-딸기라떼.png']);
    expect(readPngText(await readFile(path)).get('Recipe')).toBe('{}');
  });

  it('keeps origins apart, and the same picture once', async () => {
    const store = createPictureStore(folder);
    await Promise.all([store.save(picture(9), 'ad'), store.save(picture(9), 'ad')]);
    const origin = await store.save(picture(9), 'origin');
    expect(origin.path).toContain(join(folder, 'origin'));
    expect(await filesIn(folder)).toHaveLength(2);
    await store.remove(origin.id, 'origin');
    expect(await filesIn(folder)).toHaveLength(1);
  });

  it('says that the disk is the trouble when the folder cannot be written', async () => {
    await writeFile(join(folder, 'file'), '');
    const store = createPictureStore(join(folder, 'file'));
    await expect(store.save(picture(1), 'ad')).rejects.toThrow(OutageError);
    expect(await filesIn(folder)).toEqual(['file']);
  });

  it('clears away what a killed process left half-written', async () => {
    await mkdir(join(folder, 'ab'));
    await writeFile(join(folder, 'ab', 'abcd.png.1234.tmp'), 'half');
    await writeFile(join(folder, 'ab', 'abcd.png'), 'whole');
    expect(await removeTemporaryFiles(folder)).toBe(1);
    expect(await filesIn(folder)).toEqual(['abcd.png']);
  });
});
