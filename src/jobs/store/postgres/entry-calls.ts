import type { EntryStore } from '../../entry-store.ts';
import type { Database } from './database.ts';

export function entryCalls(database: Database): EntryStore {
  return {
    read: (map, limit) =>
      database.read(async (sql) => {
        const rows = await sql.all(
          `select id, entry from (select id, entry, seq from entries where map = ? order by seq desc limit ?) as last
           order by seq`,
          map,
          limit,
        );
        return rows.map(({ id, entry }) => [String(id), String(entry)] as const);
      }),
    erase: (person) =>
      database.write(async (sql) => {
        await sql.run(
          'delete from entries where id = ? or position(? in entry) > 0',
          person,
          JSON.stringify(person),
        );
      }),
    write: (map, changes, limit) =>
      database.write(async (sql) => {
        for (const [id, json] of changes) {
          // One that is set again is the newest.
          await sql.run('delete from entries where map = ? and id = ?', map, id);
          if (json === undefined) continue;
          await sql.run('insert into entries (map, id, entry) values (?, ?, ?)', map, id, json);
        }
        await sql.run(
          `delete from entries where map = ? and seq <= (
             select seq from entries where map = ? order by seq desc offset ? limit 1)`,
          map,
          map,
          limit,
        );
      }),
  };
}
