import { execFileSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ad } from '../../src/cli/ad.ts';
import { cutout } from '../../src/cli/cutout.ts';
import type { Command } from '../../src/cli/io.ts';
import { models } from '../../src/cli/models.ts';
import { zimage } from '../../src/cli/zimage.ts';
import { TINY } from '../zimage/support/checkpoint.ts';
import { runInProcess } from './run-in-process.ts';

let folder: string;
let photo: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cli-out-'));
  photo = join(folder, 'photo.png');
  await sharp({ create: { width: 320, height: 320, channels: 3, background: '#e8486f' } })
    .png()
    .toFile(photo);
  writeFileSync(join(folder, 'file'), 'kept');
  execFileSync('mkfifo', [join(folder, 'pipe'), join(folder, 'pipe.png')]);
  symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
  symlinkSync('loop.png', join(folder, 'loop.png'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const VERBS: Readonly<Record<string, (out: string) => readonly [Command, readonly string[]]>> = {
  ad: (out) => [ad, ['딸기라떼', '--out', out, '--json']],
  cutout: (out) => [cutout, [photo, '--out', out, '--json']],
  zimage: (out) => [zimage, ['--model', TINY, '--prompt', 'x', '--steps', '1', '--out', out, '--json']],
};

/** Places that nothing can be saved at: as a folder, and as a file. */
const FOLDERS = [
  '/proc/x',
  '/proc/x/y/z',
  'file',
  'file/in',
  'pipe',
  '/dev/full',
  'dangling',
  'a\0b',
  'n'.repeat(5_000),
];
const FILES = [
  '/proc/x.png',
  '/proc/x/y.png',
  'file/in.png',
  'pipe.png',
  'folder.png',
  'loop.png',
  'dangling/x.png',
  'a\0b.png',
  `${'n'.repeat(5_000)}.png`,
];

const cases = [
  ...FOLDERS.map((out) => ['ad', out] as const),
  ...['cutout', 'zimage'].flatMap((verb) => FILES.map((out) => [verb, out] as const)),
];

describe('--out', () => {
  it.each(cases)('of %s at %s is told to be no place, before anything is made', async (verb, named) => {
    execFileSync('mkdir', ['-p', join(folder, 'folder.png')]);
    const before = readdirSync(folder, { recursive: true }).length;
    const out = named.startsWith('/') ? named : join(folder, named);
    const [command, args] = VERBS[verb]?.(out) ?? [ad, []];
    const ran = await runInProcess(command, args, { DATA_DIR: join(folder, 'data'), LOCALE: 'en' });
    expect(ran.code, ran.out).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ ok: false, error: { code: 'out-unusable' } });
    expect(JSON.parse(ran.out).error.message).toMatch(/저장할 수 없어요|Cannot save to/);
    expect(readdirSync(folder, { recursive: true })).toHaveLength(before);
    expect(lstatSync(join(folder, 'pipe.png')).isFIFO()).toBe(true);
  });

  it('of models is the data folder', async () => {
    for (const data of ['/proc/x', join(folder, 'file'), join(folder, 'pipe'), '/dev/full']) {
      const ran = await runInProcess(models, ['pull', 'u2net', '--json'], { DATA_DIR: data, LOCALE: 'en' });
      expect(ran.code, ran.out).toBe(1);
      expect(JSON.parse(ran.out)).toMatchObject({ error: { code: 'out-unusable' } });
    }
  });

  it('may be where the disk is the trouble: that is ours, and said as well', async () => {
    const ran = await runInProcess(ad, ['딸기라떼', '--out', join(folder, 'out'), '--json'], {
      DATA_DIR: '/proc/x',
      LOCALE: 'en',
    });
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ error: { code: 'outage-disk' } });
  });
});
