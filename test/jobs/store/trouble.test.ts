import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defined } from '../../../src/collections/defined.ts';
import { OutageError } from '../../../src/errors/outage-error.ts';
import { NO_LIMITS } from '../../../src/jobs/job/limits.ts';
import { takeBotLock } from '../../../src/jobs/store/bot-lock.ts';
import { openInlineStore } from '../../../src/jobs/store/inline-store.ts';
import { openThreadedStore } from '../../../src/jobs/store/thread/threaded-store.ts';
import { newJob } from '../orders.ts';
import { scratchFolder, scratchStore } from './scratch.ts';

const ROOT = new URL('../../../', import.meta.url).pathname;

/**
 * Runs `code` in a process of its own, where `openInlineStore`, `newJob` and `NO_LIMITS` are at hand.
 *
 * @param fileBlocks largest file that it may write, in blocks of 512 bytes (POSIX ulimit -f)
 */
function inProcess(code: string, { fileBlocks, uid }: { fileBlocks?: number; uid?: number } = {}): string {
  const script = `
    import { openInlineStore } from '${ROOT}src/jobs/store/inline-store.ts';
    import { newJob } from '${ROOT}test/jobs/orders.ts';
    import { NO_LIMITS } from '${ROOT}src/jobs/job/limits.ts';
    ${code}`;
  const limit = fileBlocks === undefined ? '' : `ulimit -f ${fileBlocks}; `;
  const command = `${limit}exec "$0" --import tsx --input-type=module -e "$1"`;
  const ran = spawnSync('sh', ['-c', command, process.execPath, script], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, TSX_DISABLE_CACHE: '1' },
    ...defined({ uid, gid: uid }),
  });
  return ran.stdout + ran.stderr;
}

describe('a damaged database', () => {
  it.each([
    ['is no database', (path: string) => writeFileSync(path, 'this is not a database '.repeat(500))],
    [
      'has lost pages in the middle',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes.fill(0x5a, 4096 * 2, 4096 * 12);
        writeFileSync(path, bytes);
      },
    ],
    ['was cut off', (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 4096 * 7 + 100))],
  ])('that %s is kept aside, and a new one begun', async (_how, damage) => {
    const folder = scratchFolder();
    const path = join(folder, 'jobs.db');
    const before = openInlineStore(path);
    for (let n = 0; n < 50; n++) await before.submit(newJob(), NO_LIMITS, 1);
    await before.close();
    damage(path);
    const damaged = readFileSync(path);
    const store = openInlineStore(path);
    expect(store.damagedFile).toMatch(/jobs\.db\.damaged-\d{8}T\d{6}Z$/);
    expect(readFileSync(store.damagedFile ?? '')).toEqual(damaged);
    expect((await store.submit(newJob(), NO_LIMITS, 1)).kind).toBe('created');
    await store.close();
    expect(openInlineStore(path).damagedFile).toBeUndefined();
  });

  it('tells the bot’s thread too', async () => {
    const path = join(scratchFolder(), 'jobs.db');
    writeFileSync(path, 'this is not a database '.repeat(500));
    const store = await openThreadedStore(path, { onDeath: () => {} });
    expect(store.damagedFile).toContain('damaged');
    await store.close();
  });
});

describe('a database that cannot be used', () => {
  it('was made by a newer version', () => {
    const path = join(scratchFolder(), 'jobs.db');
    scratchStore(path).database.exec('pragma user_version = 999');
    expect(() => openInlineStore(path)).toThrow(/newer version/);
    expect(() => openInlineStore(path)).toThrow(OutageError);
  });

  it('lies in a folder that is a file', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'file'), '');
    const path = join(folder, 'file', 'jobs.db');
    expect(() => openInlineStore(path)).toThrow(OutageError);
    await expect(openThreadedStore(path, { onDeath: () => {} })).rejects.toThrow(OutageError);
  });

  it('is read-only', () => {
    const folder = scratchFolder();
    const path = join(folder, 'jobs.db');
    scratchStore(path).database.close();
    chmodSync(folder, 0o755);
    chmodSync(path, 0o444);
    // Nobody is refused anything as root, so the process is somebody else then.
    const uid = process.getuid?.() === 0 ? { uid: 65534 } : {};
    if (uid.uid === undefined) chmodSync(folder, 0o555);
    const said = inProcess(
      `try { openInlineStore(${JSON.stringify(path)}); console.log('opened') }
       catch (error) { console.log(error.name, error.message) }`,
      uid,
    );
    chmodSync(folder, 0o755);
    expect(said).toMatch(/OutageError database: .*\((READONLY|CANTOPEN)\)/);
  });
});

describe('a full disk', () => {
  it('refuses a job, keeps those that are written down, and takes more once there is room', async () => {
    const folder = scratchFolder();
    const path = join(folder, 'jobs.db');
    const said = inProcess(
      `const store = openInlineStore(${JSON.stringify(path)});
       let written = 0;
       for (;;) {
         try { await store.submit(newJob({ locale: 'ko' }), NO_LIMITS, 1); written++; }
         catch (error) { console.log(error.name, error.service, 'after', written); break; }
         if (written > 5000) break;
       }
       console.log('open', (await store.openJobs()).length === written);`,
      { fileBlocks: 800 },
    );
    expect(said).toMatch(/OutageError database after [1-9]\d*/);
    expect(said).toContain('open true');
    const written = Number(/after (\d+)/.exec(said)?.[1]);
    const store = openInlineStore(path);
    expect(store.damagedFile).toBeUndefined();
    expect(await store.openJobs()).toHaveLength(written);
    expect((await store.submit(newJob({ key: 'afterwards' }), NO_LIMITS, 1)).kind).toBe('created');
    await store.close();
  });
});

describe('the lock', () => {
  it('lets one bot alone work on a folder', () => {
    const folder = scratchFolder();
    const lock = takeBotLock(folder);
    const said = inProcess(
      `import { takeBotLock } from '${ROOT}src/jobs/store/bot-lock.ts';
       try { takeBotLock(${JSON.stringify(folder)}); console.log('taken') } catch (error) { console.log(error.code) }`,
    );
    expect(said).toContain('already-running');
    lock.release();
    takeBotLock(folder).release();
  });

  it('is gone with the process that held it, however that ended', () => {
    const folder = scratchFolder();
    inProcess(
      `import { takeBotLock } from '${ROOT}src/jobs/store/bot-lock.ts';
       takeBotLock(${JSON.stringify(folder)});
       process.kill(process.pid, 'SIGKILL');`,
    );
    expect(existsSync(join(folder, 'bot.lock'))).toBe(true);
    takeBotLock(folder).release();
  });
});
