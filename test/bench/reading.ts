import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseRequest } from '../../src/ad/parse/parse-request.ts';
import { loadConfig } from '../../src/app/config/config.ts';
import { openApp } from '../../src/app/open-app.ts';
import { watchEventLoop } from '../event-loop.ts';
import { percentile } from './percentile.ts';

/** Times that every request is read. */
const ROUNDS = 5;

const SETS = new URL('../writing/requests/own/', import.meta.url);

/** From a request's text to the words of its ad, by the way that an ad takes, over the own set of requests. */
export async function benchReading(log: (line: string) => void): Promise<void> {
  const texts = await ownRequests();
  const folder = await mkdtemp(join(tmpdir(), 'bench-reading-'));
  const app = await openApp(loadConfig({ DATA_DIR: folder, ENGINE: 'studio' }));
  try {
    app.prepare(false);
    const read = async (text: string): Promise<number> => {
      const start = performance.now();
      await app.maker.draft(parseRequest({ text, seed: 1 }, app.presets.requestRules));
      return performance.now() - start;
    };
    const first: number[] = [];
    for (const text of texts) first.push(await read(text));
    const loop = watchEventLoop();
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) for (const text of texts) times.push(await read(text));
    const delay = loop.stop();
    log(`requests                ${texts.length}, each read ${ROUNDS} times`);
    log(
      `reading and words       p50 ${shown(times, 0.5)} ms (bound 15), p99 ${shown(times, 0.99)} ms (bound 60)`,
    );
    log(
      `  longest               ${shown(times, 1)} ms; in a process that has just begun ${shown(first, 1)} ms`,
    );
    log(
      `  event loop held       longest ${delay.longest.toFixed(0)} ms, ${delay.longestWork.toFixed(0)} ms of them at work (bound 50)`,
    );
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const shown = (times: readonly number[], share: number): string => percentile(times, share).toFixed(1);

/** The requests of all files: their first column, in which `\n` stands for a line break. */
async function ownRequests(): Promise<readonly string[]> {
  const files = await readdir(SETS);
  const contents = await Promise.all(files.map((file) => readFile(new URL(file, SETS), 'utf8')));
  return contents.flatMap((content) => {
    const [, ...rows] = content.trimEnd().split('\n');
    return rows.map((row) => (row.split('\t')[0] ?? '').replaceAll('\\n', '\n'));
  });
}
