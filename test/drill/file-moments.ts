import { type FSWatcher, watch } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Database } from '../../src/jobs/store/sqlite/database.ts';
import type { Moment } from './platform.ts';

/** Bytes of which a journal is full: SQLite carries over more than 1,000 pages with the next commit. */
const FULL = 4_200_000;

/** Moments that no server sees, by the files that the bot writes. */
export class FileMoments {
  readonly #folder: string;
  readonly #watchers: FSWatcher[] = [];
  #store: Database | undefined;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @param platform the name of its folder in the bot's
   * @param records what is written there when something asked is written down
   */
  static async watch(
    folder: string,
    platform: string,
    records: RegExp,
    onMoment: (moment: Moment) => void,
  ): Promise<FileMoments> {
    await mkdir(join(folder, platform), { recursive: true });
    const moments = new FileMoments(folder);
    const notice = (file: string): void => {
      if (file === 'jobs.db') onMoment('checkpointing');
      if (records.test(file)) onMoment('recording');
    };
    moments.#watchers.push(
      watch(folder, (_event, name) => notice(String(name))),
      watch(join(folder, platform), (_event, name) => notice(`${platform}/${name}`)),
    );
    return moments;
  }

  /** Leaves so much in the store's journal that the bot's next write carries it over. */
  fillJournal(): void {
    // It stays open: who closes last would carry the journal over itself.
    this.#store ??= new Database(join(this.#folder, 'jobs.db'), 10_000);
    this.#store.exec('pragma wal_autocheckpoint = 0');
    this.#store.exec('create table if not exists drill (n integer primary key, ballast blob)');
    this.#store.run(`insert or replace into drill values (1, randomblob(${FULL}))`);
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close();
    this.#store?.close();
  }
}
