import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MOST_AVOIDED } from '../../src/ad/recent-families.ts';
import { recentFamilies } from '../../src/storage/recent-families.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'recent-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the families of the ads that were made last from here', () => {
  it('are remembered latest first, each once, and no more than are avoided', async () => {
    const recent = recentFamilies(folder);
    expect(await recent.list()).toEqual([]);
    for (const family of ['a', 'b', 'c', 'b', 'd', 'e', 'f', 'g']) await recent.add(family);
    expect(await recentFamilies(folder).list()).toEqual(['g', 'f', 'e', 'd', 'b', 'c']);
    expect(await recent.list()).toHaveLength(MOST_AVOIDED);
  });

  it.each(['', 'not JSON', '{"a":1}', '[1,2]', `["${'x'.repeat(100)}"]`, `[${'"a",'.repeat(5000)}"a"]`])(
    'are none where the file holds something else: %.20s',
    async (content) => {
      await writeFile(join(folder, 'recent-designs.json'), content);
      const recent = recentFamilies(folder);
      expect(await recent.list()).toEqual([]);
      await recent.add('coupon');
      expect(await recent.list()).toEqual(['coupon']);
    },
  );

  it('cost an ad nothing where they cannot be written', async () => {
    const recent = recentFamilies(join(folder, 'recent-designs.json', 'nowhere'));
    await writeFile(join(folder, 'recent-designs.json'), '[]');
    await expect(recent.add('coupon')).resolves.toBeUndefined();
    expect(await recent.list()).toEqual([]);
  });
});
