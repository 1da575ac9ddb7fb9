import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AdjustedAd, Adjustment } from '../../src/ad/adjustment.ts';
import { parseRequest } from '../../src/ad/parse/parse-request.ts';
import { loadConfig } from '../../src/app/config/config.ts';
import { openApp } from '../../src/app/open-app.ts';
import { percentile } from './percentile.ts';

const TEXT = '카페 신메뉴 딸기라떼 6,500원, 이번 주말 10% 할인, 오전 10시부터 밤 9시까지, 02-555-0142';
const RUNS = 12;

/** How long a finished ad takes to be laid out again after each kind of change by hand. */
export async function benchAdjust(log: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-adjust-'));
  const app = await openApp(loadConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ENGINE: 'studio' }));
  try {
    const latte = await app.photos.accept({
      bytes: await readFile('samples/strawberry-latte.jpg'),
      name: 'latte.jpg',
    });
    for (const family of ['auto', 'scene']) {
      const request = parseRequest(
        { text: TEXT, photos: [latte], family, seed: 6 },
        app.presets.requestRules,
      );
      const ad = await app.maker.make(request);
      const opened = performance.now();
      const bench = await app.maker.openBench(ad.recipe);
      const at = await bench.adjust({ moves: {} });
      log(
        `${(at.family ?? 'scene').padEnd(16)} opened after ${(performance.now() - opened).toFixed(0)} ms, ${at.pieces.length} pieces`,
      );
      for (const [name, change] of Object.entries(changesOf(at))) {
        const times: number[] = [];
        for (let run = 0; run < RUNS; run++) {
          const started = performance.now();
          await bench.adjust(change(run + 1));
          times.push(performance.now() - started);
        }
        log(
          `  ${name.padEnd(14)} p50 ${percentile(times, 0.5).toFixed(0)} ms, p95 ${percentile(times, 0.95).toFixed(0)} ms (bound 250)`,
        );
      }
    }
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Kinds of changes, each another one at every run. */
function changesOf({
  pieces,
  copy,
  family,
}: AdjustedAd): Readonly<Record<string, (run: number) => Adjustment>> {
  const product = pieces.find(({ kind }) => kind !== 'words')?.id ?? '';
  const words = pieces.find(({ kind }) => kind === 'words')?.id ?? '';
  const places = ['instagram-story', 'link-preview', 'a5-print'];
  return {
    drag: (run) => ({ moves: { [product]: { x: 0.004 * run, y: -0.003 * run, scale: 1 } } }),
    scale: (run) => ({ moves: { [product]: { x: 0, y: 0, scale: 1 - 0.01 * run } } }),
    'drag words': (run) => ({ moves: { [words]: { x: 0.002 * run, y: 0, scale: 1 } } }),
    'edit words': (run) => ({ moves: {}, copy: { ...copy, headline: `딸기 한 잔 ${run}` } }),
    ...(family === undefined
      ? {}
      : {
          colours: (run) => ({
            moves: {},
            colours: [`#${(0x204060 + 4096 * run).toString(16).padStart(6, '0')}`],
          }),
          place: (run) => ({ moves: {}, place: places[run % places.length] ?? '' }),
        }),
  };
}
