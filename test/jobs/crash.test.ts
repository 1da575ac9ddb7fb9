import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/jobs/store/sqlite/open-database.ts';
import { sqliteCalls } from '../../src/jobs/store/sqlite/sqlite-calls.ts';
import { type Death, liveAndDie, liveToTheEnd } from './crash/life.ts';

/** `CRASH_KILLS=1000 npx vitest run test/jobs/crash.test.ts` for the long run. */
const KILLS = Number(process.env.CRASH_KILLS ?? 100);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crash-'));
  for (const name of ['pictures', 'terminal']) await mkdir(join(folder, name));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface ChatLine {
  readonly n: number;
  readonly kind: string;
  readonly key?: string;
  readonly job?: string;
  readonly stage?: string;
}

async function chat(): Promise<readonly ChatLine[]> {
  const text = await readFile(join(folder, 'terminal', 'transcript.jsonl'), 'utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** Deaths of every kind in turn, each at a moment of its own. */
function deathOf(life: number): Death {
  const random = (least: number, most: number): number =>
    least + Math.floor(Math.random() * (most - least + 1));
  switch (life % 5) {
    case 0:
      return { at: 'birth', milliseconds: random(0, 1000) };
    case 1:
      return { at: 'greeting', milliseconds: random(0, 500) };
    case 2:
      return { at: 'write', nth: random(1, 60) };
    case 3:
      return { at: 'picture', nth: random(1, 20) };
    default:
      return { at: 'chat', nth: random(1, 14) };
  }
}

function linesOf(life: number): readonly string[] {
  const order = `카페 신메뉴 딸기라떼 ${life}`;
  return [
    [`/ad make ${order}`],
    [`/ad make ${order} --variants 3`],
    [order, `${order} 둘`, ':repeat:'],
    [order, ':art: 1'],
  ][life % 4] as string[];
}

describe('a bot that is killed at any moment', () => {
  it(
    `loses no job and answers each once (${KILLS} kills)`,
    async () => {
      for (let life = 0; life < KILLS; life++) {
        await liveAndDie({ folder, lines: linesOf(life) }, deathOf(life));
      }
      // A job that was cut short five times waits a minute before it is made.
      await liveToTheEnd({ folder, lines: [] }, 150_000);

      const { database, damagedFile } = openDatabase(join(folder, 'jobs.db'));
      expect(damagedFile).toBeUndefined();
      expect(database.all('pragma integrity_check').map((row) => row.integrity_check)).toEqual(['ok']);
      const jobs = sqliteCalls(database).history({ limit: 100_000 });
      database.close();

      expect(jobs.length).toBeGreaterThan(KILLS / 4);
      for (const job of jobs) {
        // What the process ended at again and again while it was made alone is given up, and its owner told why.
        if (job.state === 'failed') expect(job.error?.code).toBe('job-crashed');
        else expect(job.state).toBe('delivered');
        expect(job.answeredAt).toBeDefined();
      }

      const lines = await chat();
      const posted = lines.filter(({ kind }) => kind === 'posted');
      expect(posted.map(({ key }) => key).sort()).toEqual(jobs.map(({ id }) => `job:${id}`).sort());
      const ends = lines.filter(({ stage }) => stage === 'done' || stage === 'failed');
      expect(ends.map(({ job }) => job).sort()).toEqual(jobs.map(({ id }) => id).sort());

      const pictures = jobs.flatMap((job) => job.pictures.map(({ result }) => result.image));
      expect(pictures.length).toBeGreaterThan(KILLS / 4);
      for (const { path, origin = path } of pictures) {
        for (const file of [path, origin]) {
          const png = await readFile(file);
          expect(png.subarray(-8).toString('latin1')).toBe('IEND\xaeB`\x82');
        }
      }
      const files = await readdir(folder, { recursive: true });
      expect(files.filter((name) => name.endsWith('.tmp'))).toEqual([]);
      const failed = jobs.filter(({ state }) => state === 'failed').length;
      const crashed = jobs.filter(({ crashes }) => crashes > 0).length;
      console.log(`${KILLS} kills, ${jobs.length} jobs: ${crashed} interrupted, ${failed} given up`);
    },
    KILLS * 5_000 + 210_000,
  );
});
