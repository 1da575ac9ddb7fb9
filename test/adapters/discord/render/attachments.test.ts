import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { attachDocuments } from '../../../../src/adapters/discord/render/attachments.ts';

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
    const { files, tooLarge } = await attachDocuments([picture], 1000, 0);
    expect(files.map(({ name, contentType, data }) => [name, contentType, data.toString()])).toEqual([
      ['ad-7k3f9q-a4-print.pdf', 'application/pdf', '%PDF-1.6'],
    ]);
    expect(tooLarge).toEqual(['ad-7k3f9q-a4-print.psd']);
    // A message that is full of pictures has no room for them either.
    expect((await attachDocuments([picture], 1000, 24 * 2 ** 20)).files).toEqual([]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
