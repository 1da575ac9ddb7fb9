import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readMenu } from '../../src/cli/read-menu.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'menu-'));
});

async function menuOf(content: string | Uint8Array): Promise<Awaited<ReturnType<typeof readMenu>>> {
  const file = join(folder, 'menu.txt');
  await writeFile(file, content);
  return readMenu(file);
}

const LATTE = { name: '라떼', price: '4,500원' };

describe('readMenu', () => {
  it('reads lines, tables with a header in either language, and two columns without one', async () => {
    expect(await menuOf('\ufeff라떼 4,500원\r\n')).toEqual([LATTE]);
    expect(
      await menuOf('메뉴,가격,정가,설명,품절\n라떼,"4,500원",,,\n스콘,"3,000원","3,500원",따뜻하게,o\n'),
    ).toEqual([LATTE, { name: '스콘', price: '3,000원', old: '3,500원', note: '따뜻하게', soldOut: true }]);
    expect(await menuOf('Item\tPrice\nLatte\t$4.50\n')).toEqual([{ name: 'Latte', price: '$4.50' }]);
    expect(await menuOf('라떼\t4,500원\n')).toEqual([LATTE]);
    expect(await menuOf('라떼,"4,500원"\n물,500\n')).toEqual([LATTE, { name: '물', price: '500' }]);
    expect(await menuOf('라떼 4,500원\n물 1,000원\n')).toEqual([LATTE, { name: '물', price: '1,000원' }]);
  });

  it('says which line is wrong', async () => {
    await expect(menuOf('메뉴,가격\n라떼,"4,500원"\n,3000\n')).rejects.toMatchObject({
      code: 'menu-row',
      params: { line: 3 },
    });
    await expect(menuOf('라떼 4,500원\n그냥 글\n')).rejects.toMatchObject({
      code: 'menu-row',
      params: { line: 2 },
    });
    await expect(menuOf(Buffer.from('b6f3b6bc2034353030', 'hex'))).rejects.toMatchObject({
      code: 'batch-encoding',
    });
    await expect(readMenu(join(folder, 'none.txt'))).rejects.toMatchObject({ code: 'menu-unreadable' });
    const large = 'latte 4.50\n'.repeat(10_000);
    await expect(menuOf(large)).rejects.toThrow('larger than 64 kB');
  });
});
