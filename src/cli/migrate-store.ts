import { readdir } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { FileJournal } from '../conversation/file-journal.ts';
import { mapsInStore } from '../conversation/open-map.ts';
import { PersistentMap } from '../conversation/persistent-map.ts';
import { UserError } from '../errors/user-error.ts';
import { moveToPostgres, openCommandStore, storePlace, takeStoreLock } from '../jobs/store/open-store.ts';
import type { ExitCode, Io } from './io.ts';

/** Adapters that keep what they have taken in. */
const ADAPTERS = ['discord', 'slack', 'web'];

/** More than any of their maps holds. */
const MAX_ENTRIES = 100_000;

/**
 * `npm run jobs -- migrate --to postgres://…`: moves what a data folder holds to PostgreSQL. It may be interrupted and
 * begun again; nothing is taken out of the folder.
 *
 * @throws UserError `already-running` or `database-in-use` while a bot works on either; OutageError `database`
 */
export async function migrateStore(url: string | undefined, io: Io): Promise<ExitCode> {
  if (url === undefined) throw new UserError('option-missing', { option: '--to' });
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) {
    throw new UserError('option-value', {
      option: '--to',
      value: url.replace(/:.*/s, ':…'),
      expected: 'postgres://user:password@host:5432/database',
    });
  }
  const folder = io.config.DATA_DIR;
  const lock = await takeStoreLock(storePlace(folder, url), () => {});
  try {
    await moveToPostgres(folder, url, ({ table, rows }) => io.out(`${table}  ${rows}`));
    for (const adapter of ADAPTERS) await moveEntries(folder, adapter, url, io);
  } finally {
    lock.release();
  }
  io.out(
    {
      ko: '모두 옮기고 한 줄씩 견주어 확인했어요. .env에 DATABASE_URL을 적고 봇을 켜 주세요.',
      en: 'All is moved, and compared row by row. Set DATABASE_URL in .env and start the bot.',
    }[io.config.LOCALE],
  );
  return 0;
}

async function moveEntries(folder: string, adapter: string, url: string, io: Io): Promise<void> {
  const names = await readdir(join(folder, adapter)).catch(() => []);
  const store = await openCommandStore(storePlace(folder, url));
  try {
    if (store.entries === undefined) return;
    for (const file of names.filter((each) => each.endsWith('.jsonl'))) {
      const map = await PersistentMap.open(new FileJournal(join(folder, adapter, file)), MAX_ENTRIES);
      const { name } = parse(file);
      const there = await mapsInStore(store.entries, adapter)(name, MAX_ENTRIES);
      for (const id of map.keys()) await there.set(id, Object(map.get(id)));
      io.out(`${adapter}/${name}  ${map.keys().length}`);
    }
  } finally {
    await store.close();
  }
}
