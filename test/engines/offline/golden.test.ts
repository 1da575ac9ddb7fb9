import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/studio/catalogue.ts';
import { GOLDEN_REQUESTS } from './golden-requests.ts';
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

  it('find their trade, as fine as their words tell', () => {
    const found = table.map(({ text, industry }) => `${text}: ${industry}`);
    expect(found).toEqual(GOLDEN_REQUESTS.map(({ text, trade, found = trade }) => `${text}: ${found}`));
  });

  it('keep their prompts within the tokens that the encoder reads', () => {
    for (const row of table) {
      for (const style of catalogue.styles.names) expect(row.prompts[style]?.tokens).toBeLessThanOrEqual(504);
    }
  });
});
