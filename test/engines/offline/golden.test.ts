import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { STYLE_NAMES } from '../../../src/ad/style.ts';
import { goldenTable } from './golden-table.ts';

type Table = Awaited<ReturnType<typeof goldenTable>>;

let golden: Table;
let table: Table;

beforeAll(async () => {
  golden = JSON.parse(
    await readFile(new URL('../../fixtures/requests/golden.json', import.meta.url), 'utf8'),
  ) as Table;
  table = await goldenTable();
});

describe('sixty requests of twenty trades', () => {
  it('are answered as they were when somebody read every line', () => {
    expect(table).toEqual(golden);
  });

  it('are twenty trades of three kinds', () => {
    expect(table).toHaveLength(60);
    expect(new Set(table.map((row) => row.trade)).size).toBe(20);
  });

  it('find their trade; a stollen may be a cake shop’s', () => {
    const strays = table
      .filter((row) => row.industry !== row.trade)
      .map((row) => `${row.trade}: ${row.text}`);
    expect(strays).toEqual([expect.stringMatching(/^bakery: 크리스마스 슈톨렌/)]);
  });

  it('keep their prompts within the tokens that the encoder reads', () => {
    for (const row of table) {
      for (const style of STYLE_NAMES) expect(row.prompts[style].tokens).toBeLessThanOrEqual(504);
    }
  });
});
