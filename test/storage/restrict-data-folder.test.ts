import { chmod, lstat, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Transcript } from '../../src/adapters/terminal/transcript.ts';
import { createLog } from '../../src/app/telemetry/log.ts';
import { PersistentMap } from '../../src/conversation/persistent-map.ts';
import { openLedger } from '../../src/engines/openai/ledger.ts';
import { OutageError } from '../../src/errors/outage-error.ts';
import { createRaster } from '../../src/imaging/raster.ts';
import { NO_LIMITS } from '../../src/jobs/job/limits.ts';
import { takeBotLock } from '../../src/jobs/store/bot-lock.ts';
import { openInlineStore } from '../../src/jobs/store/inline-store.ts';
import { createPhotoStore } from '../../src/storage/photo-store.ts';
import { createPictureStore } from '../../src/storage/picture-store.ts';
import { restrictDataFolder } from '../../src/storage/restrict-data-folder.ts';
import { DiskCache } from '../../src/workflow/cache/disk-cache.ts';
import { newJob } from '../jobs/orders.ts';

let folder: string;
let umask: number;
beforeEach(async () => {
  umask = process.umask(0o022);
  folder = join(await mkdtemp(join(tmpdir(), 'data-')), 'data');
});
afterEach(async () => {
  process.umask(umask);
  await rm(join(folder, '..'), { recursive: true, force: true });
});

const modeOf = async (path: string): Promise<string> => ((await lstat(path)).mode & 0o777).toString(8);

/** What the group or others may do something with, below a folder and itself. */
async function open(place: string): Promise<readonly string[]> {
  const names = ['.', ...(await readdir(place, { recursive: true }))];
  const modes = await Promise.all(names.map(async (name) => [name, await modeOf(join(place, name))]));
  return modes.filter(([, mode]) => !mode?.endsWith('00')).map((each) => each.join(' '));
}

describe('what is kept of people', () => {
  it('is written for its owner alone', async () => {
    await restrictDataFolder(folder);
    const lock = takeBotLock(folder);
    const store = openInlineStore(join(folder, 'jobs.db'));
    await store.submit(newJob(), NO_LIMITS, 1);
    await createPhotoStore(join(folder, 'photos')).accept({
      bytes: await sharp({ create: { width: 40, height: 40, channels: 3, background: '#c86432' } })
        .png()
        .toBuffer(),
      name: 'latte.png',
    });
    await createPictureStore(join(folder, 'pictures')).save(createRaster(8, 8), 'ad');
    const inbox = await PersistentMap.open(join(folder, 'discord', 'inbox.jsonl'), 10);
    await inbox.set('1', { text: 'words' });
    await rm(join(folder, 'discord', 'inbox.jsonl'));
    await inbox.set('2', { text: 'more words' });
    const transcript = await Transcript.open(join(folder, 'terminal', 'transcript.jsonl'));
    await transcript.writeInput('words');
    await new DiskCache(join(folder, 'cache', 'results'), 1e9).set('0'.repeat(64), { n: 1 });
    await openLedger(join(folder, 'model-usage'), () => new Date()).add({ inputTokens: 1, outputTokens: 1 });
    createLog('info', join(folder, 'bot.log')).flush();
    // The journals of the database are there while it is open.
    expect(await readdir(folder)).toEqual(expect.arrayContaining(['jobs.db-wal', 'jobs.db-shm', 'bot.log']));
    expect(await open(folder)).toEqual([]);
    lock.release();
    await transcript.close();
    await store.close();
  });

  it('is as readable as usual in a folder that somebody has asked to have it in', async () => {
    const { path } = await createPictureStore(join(folder, 'out'), 'umask').save(createRaster(8, 8), 'ad');
    expect(await modeOf(path)).toBe('644');
    expect(await modeOf(join(folder, 'out'))).toBe('755');
  });
});

describe('tightenDataFolder', () => {
  it('takes from others what an older version has left them, but for models', async () => {
    for (const place of ['photos/ab', 'pictures/origin/cd', 'cache/results', 'slack', 'models/zimage']) {
      await mkdir(join(folder, place), { recursive: true });
      await writeFile(join(folder, place, 'file'), 'x');
    }
    for (const name of ['jobs.db', 'jobs.db-wal', 'jobs.db.damaged-20260101T000000Z', 'bot.log']) {
      await writeFile(join(folder, name), 'x');
    }
    // photos, ab, file; pictures, origin, cd, file; cache, results, file; slack, file; four files; the folder itself
    expect(await restrictDataFolder(folder)).toBe(17);
    expect(await open(folder)).toEqual(['models 755', 'models/zimage 755', 'models/zimage/file 644']);
    expect(await restrictDataFolder(folder)).toBe(0);
  });

  it('finishes what was broken off: a folder is closed after all that is in it', async () => {
    await mkdir(join(folder, 'photos', 'ab'), { recursive: true });
    await writeFile(join(folder, 'photos', 'ab', 'file'), 'x', { mode: 0o600 });
    await writeFile(join(folder, 'photos', 'late'), 'x');
    await restrictDataFolder(folder);
    expect(await open(folder)).toEqual([]);
  });

  it('leaves alone what is not ours, and does not follow links', async () => {
    const outside = join(folder, '..', 'outside');
    await mkdir(outside);
    await writeFile(join(outside, 'file'), 'x');
    await mkdir(join(folder, 'photos'), { recursive: true });
    await mkdir(join(folder, 'site'));
    await writeFile(join(folder, 'site', 'index.html'), 'x');
    await symlink(outside, join(folder, 'photos', 'link'));
    await symlink(outside, join(folder, 'pictures'));
    await restrictDataFolder(folder);
    expect(await open(outside)).toHaveLength(2);
    expect(await modeOf(join(folder, 'site', 'index.html'))).toBe('644');
    // Others have to get to what is theirs.
    expect(await modeOf(folder)).toBe('755');
    expect(await modeOf(join(folder, 'photos'))).toBe('700');
  });

  it('says that the disk is the trouble where there can be no folder', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'file'), 'x');
    await expect(restrictDataFolder(join(folder, 'file'))).rejects.toThrow(OutageError);
    await chmod(folder, 0o700);
  });
});
