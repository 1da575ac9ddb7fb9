import * as z from 'zod';
import { settingsUser } from '../file-uses.ts';
import type { Duration, JobStore } from '../job-store.ts';
import { stored, storedNodes } from '../stored-json.ts';
import type { Database } from './database.ts';
import { addUse, releaseFiles } from './file-calls.ts';

export function settingsCalls(database: Database): Pick<JobStore, 'duration' | 'settings' | 'setSettings'> {
  return {
    duration: (name) =>
      database.read(async (sql) => {
        const row = await sql.get('select milliseconds, samples, nodes from paces where name = ?', name);
        // What cannot be read is learnt anew.
        const nodes = row && stored<Duration['nodes']>(row.nodes, storedNodes);
        return nodes && { milliseconds: Number(row.milliseconds), samples: Number(row.samples), nodes };
      }),
    settings: (platform, workspace) =>
      database.read(async (sql) => {
        const row = await sql.get(
          'select settings from settings where platform = ? and workspace = ?',
          platform,
          workspace,
        );
        return row && stored(row.settings, z.looseObject({}));
      }),
    setSettings: (platform, workspace, settings, photos) =>
      database.write(async (sql) => {
        const user = settingsUser(platform, workspace);
        await releaseFiles(sql, [user]);
        for (const name of photos) await addUse(sql, { kind: 'photo', name }, user);
        await sql.run(
          `insert into settings (platform, workspace, settings) values (?, ?, ?)
           on conflict (platform, workspace) do update set settings = excluded.settings`,
          platform,
          workspace,
          JSON.stringify(settings),
        );
      }),
  };
}
