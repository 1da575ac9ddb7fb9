import { describe, expect, it, onTestFinished } from 'vitest';
import { mapsInStore } from '../../src/conversation/open-map.ts';
import type { EntryStore } from '../../src/jobs/entry-store.ts';
import { openPostgresStore } from '../../src/jobs/store/postgres/postgres-store.ts';
import { scratchSchema } from '../postgres/scratch-schema.ts';

/** The store's entries, as one process after the other opens them. */
async function processes(): Promise<() => Promise<EntryStore>> {
  const url = await scratchSchema();
  return async () => {
    const store = await openPostgresStore(url);
    onTestFinished(() => store.close());
    if (store.entries === undefined) throw new Error('no entries');
    return store.entries;
  };
}

describe('what is kept in PostgreSQL for the next process', () => {
  it('is there again in its order, without what was taken out', async () => {
    const next = await processes();
    const inbox = await mapsInStore(await next(), 'discord')('inbox', 100);
    await Promise.all([inbox.set('1', { text: '딸기\n라떼' }), inbox.set('2', {}), inbox.set('3', { n: 3 })]);
    await inbox.delete('2');
    await inbox.set('1', { text: '\0 again' });
    const again = await mapsInStore(await next(), 'discord')('inbox', 100);
    expect(again.keys()).toEqual(['3', '1']);
    expect(again.get('1')).toEqual({ text: '\0 again' });
    expect(again.get('2')).toBeUndefined();
  });

  it('is another map’s no more than another adapter’s', async () => {
    const next = await processes();
    const store = await next();
    await (await mapsInStore(store, 'discord')('inbox', 9)).set('1', { n: 1 });
    expect((await mapsInStore(store, 'discord')('marks', 9)).keys()).toEqual([]);
    expect((await mapsInStore(store, 'slack')('inbox', 9)).keys()).toEqual([]);
  });

  it('is no more than may be kept, the oldest gone', async () => {
    const next = await processes();
    const open = mapsInStore(await next(), 'slack');
    const marks = await open('marks', 3);
    await Promise.all(Array.from({ length: 40 }, (_, n) => marks.set(String(n), { n })));
    expect(marks.keys()).toEqual(['37', '38', '39']);
    expect((await mapsInStore(await next(), 'slack')('marks', 100)).keys()).toEqual(['37', '38', '39']);
  });
});
