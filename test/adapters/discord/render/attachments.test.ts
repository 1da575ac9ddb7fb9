import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { attachDocuments, attachLoops } from '../../../../src/adapters/discord/render/attachments.ts';

it('attaches the files of an ad that are no pictures as they are, and names those that are too large', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'documents-'));
  try {
    const documents = [join(folder, 'a.pdf'), join(folder, 'a.psd')];
    await writeFile(join(folder, 'a.pdf'), '%PDF-1.6');
    await writeFile(join(folder, 'a.psd'), Buffer.alloc(5000));
    const picture = {
      name: '7k3f9q-a4-print',
      path: join(folder, 'a.png'),
      width: 1,
      height: 1,
      alt: '광고',
      documents,
    };
    const { files, tooLarge } = await attachDocuments([picture], 1000, []);
    expect(files.map(({ name, contentType, data }) => [name, contentType, data.toString()])).toEqual([
      ['ad-7k3f9q-a4-print.pdf', 'application/pdf', '%PDF-1.6'],
    ]);
    expect(tooLarge).toEqual(['ad-7k3f9q-a4-print.psd']);
    // A message that is full of pictures has no room for them either.
    const file = (bytes: number) => ({ name: 'ad.png', data: Buffer.alloc(bytes), alt: '' });
    expect((await attachDocuments([picture], 1000, [file(24 * 2 ** 20)])).files).toEqual([]);
    const ten = Array.from({ length: 10 }, () => file(1));
    expect(await attachDocuments([picture], 1000, ten)).toEqual({
      files: [],
      tooLarge: ['ad-7k3f9q-a4-print.pdf', 'ad-7k3f9q-a4-print.psd'],
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

it('makes a moving ad that is too large smaller, and keeps it moving', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'loops-'));
  try {
    const frame = (background: string) =>
      sharp({
        create: {
          width: 400,
          height: 400,
          channels: 3,
          background,
          noise: { type: 'gaussian', mean: 128, sigma: 60 },
        },
      })
        .png()
        .toBuffer();
    const frames = await Promise.all([frame('#e8486f'), frame('#2fae60'), frame('#5b7cfa')]);
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 200, 300] })
      .toBuffer();
    const path = join(folder, 'a.gif');
    await writeFile(path, gif);
    const loop = { name: '7k3f9q-motion', path, width: 400, height: 400, alt: '광고' };
    const picture = { ...loop, name: '7k3f9q', loops: [loop] };
    const limit = Math.round(gif.length * 0.5);
    const { files, tooLarge } = await attachLoops([picture], limit, []);
    expect(tooLarge).toEqual([]);
    expect(files.map(({ name, contentType }) => [name, contentType])).toEqual([
      ['ad-7k3f9q-motion.gif', 'image/gif'],
    ]);
    const { data } = files[0]!;
    expect(data.length).toBeLessThanOrEqual(limit);
    expect(await sharp(data).metadata()).toMatchObject({ pages: 3, delay: [100, 200, 300], loop: 0 });
    expect(await attachLoops([picture], 0, [])).toEqual({ files: [], tooLarge: ['ad-7k3f9q-motion.gif'] });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
