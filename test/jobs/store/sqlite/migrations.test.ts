import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defined } from '../../../../src/collections/defined.ts';
import { Database } from '../../../../src/jobs/store/sqlite/database.ts';
import { MIGRATIONS } from '../../../../src/jobs/store/sqlite/migrations.ts';
import { openDatabase } from '../../../../src/jobs/store/sqlite/open-database.ts';
import { sqliteCalls } from '../../../../src/jobs/store/sqlite/sqlite-calls.ts';
import { request } from '../../orders.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The database as the first version left it, with a job and the messages that show it. */
function firstVersion(addresses: readonly string[]): string {
  const path = join(folder, 'jobs.db');
  const database = new Database(path, 0);
  database.exec(MIGRATIONS[0] ?? '');
  database.exec('pragma user_version = 1');
  database.run(
    `insert into jobs (id, key, state, platform, workspace, channel, owner, locale, workflow, engine, takes, created_at)
     values ('7k3f9q', 'k', 'delivered', 'discord', 'bakery', 'ads', 'minji', 'ko', 'text-to-image', 'studio', ?, 1)`,
    JSON.stringify([{ request: request() }]),
  );
  for (const [index, address] of addresses.entries()) {
    database.run(
      `insert into cards (key, job, platform, workspace, address, message) values (?, '7k3f9q', 'discord', 'bakery', ?, ?)`,
      `card${index}`,
      address,
      `m${index}`,
    );
  }
  database.close();
  return path;
}

const at = (channel: string) => ({ platform: 'discord', workspace: 'bakery', channel }) as const;

describe('a database of the first version', () => {
  it('is opened with all that is in it, and knows where its messages stand', () => {
    const path = firstVersion(['{"channel":"talk","user":"minji"}', '{"channel":42}', '{}', 'not JSON']);
    const { database, damagedFile } = openDatabase(path);
    expect(damagedFile).toBeUndefined();
    const calls = sqliteCalls(database);
    expect(calls.job('7k3f9q')).toMatchObject({ id: '7k3f9q', place: at('ads') });
    expect(calls.messagesOf('7k3f9q')).toHaveLength(4);
    for (const channel of ['talk', '42', 'ads'])
      expect(calls.isShown('7k3f9q', at(channel)), channel).toBe(true);
    expect(calls.isShown('7k3f9q', at('elsewhere'))).toBe(false);
    expect(calls.isShown('7k3f9q', { ...at('talk'), workspace: 'florist' })).toBe(false);
    database.close();
    // And once more, as the second version.
    openDatabase(path).database.close();
  });
});

describe('isShown', () => {
  it('is so in the channel of a message once it is posted, and where it went instead', () => {
    const { database } = openDatabase(firstVersion([]));
    const calls = sqliteCalls(database);
    calls.addMessage('7k3f9q', 'show', at('talk'), { address: '{"channel":"talk"}' });
    expect(calls.isShown('7k3f9q', at('talk'))).toBe(false);
    const [jobMessage] = calls.messagesOf('7k3f9q');
    const sent = (channel?: string) =>
      calls.markShown(jobMessage?.seq ?? 0, 1, { messageId: 'm', ...defined({ channel }) }, true, 2);
    sent();
    expect(calls.isShown('7k3f9q', at('talk'))).toBe(true);
    // The channel was closed to the bot, so it went to a person directly.
    sent('direct');
    expect(calls.isShown('7k3f9q', at('talk'))).toBe(false);
    expect(calls.isShown('7k3f9q', at('talk'), 'm')).toBe(true);
    expect(calls.isShown('7k3f9q', at('talk'), 'other')).toBe(false);
    expect(calls.isShown('7k3f9q', { ...at('talk'), platform: 'slack' }, 'm')).toBe(false);
    database.close();
  });
});
