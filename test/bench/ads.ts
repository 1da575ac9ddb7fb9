import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { parseRequest } from '../../src/ad/parse/parse-request.ts';
import type { AdRequest } from '../../src/ad/request.ts';
import type { AdResult } from '../../src/ad/result.ts';
import { loadConfig } from '../../src/app/config/config.ts';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import { openApp } from '../../src/app/open-app.ts';
import { watchEventLoop } from '../event-loop.ts';
import { median } from './median.ts';
import { peakOf } from './peak.ts';

const PHOTO = 'samples/strawberry-latte.jpg';
const TEXT = '카페 신메뉴 딸기라떼, 따뜻하고 아늑한 분위기';
const RUNS = 15;

/** Speed and memory of one composite ad at 1080 × 1080, and of the variants that re-run only a part. */
export async function benchAds(log: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-ads-'));
  try {
    await benchCommand(folder, log);
    await benchWarm(folder, log);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The command as a user runs it, each time without a cache. */
async function benchCommand(folder: string, log: (line: string) => void): Promise<void> {
  const times: number[] = [];
  const peaks: number[] = [];
  for (let run = 0; run < 5; run++) {
    const args = [
      'dist/cli.js',
      'ad',
      TEXT,
      '--photo',
      PHOTO,
      '--seed',
      String(run),
      '--out',
      join(folder, 'out'),
    ];
    const start = performance.now();
    peaks.push(await peakOf(process.execPath, args, join(folder, `data${run}`)));
    times.push(performance.now() - start);
  }
  log(`cold command            p50 ${median(times).toFixed(0)} ms (bound 3000)`);
  log(`  peak memory           p50 ${median(peaks).toFixed(0)} MB (bound 700)`);
}

async function benchWarm(folder: string, log: (line: string) => void): Promise<void> {
  const config = loadConfig({ DATA_DIR: join(folder, 'warm') });
  // As the bot and the library open it.
  const app = await openApp(config, { pictures: join(folder, 'pictures'), writingThread: true });
  const photo = await app.photos.accept({ bytes: await readFile(join(PROJECT_ROOT, PHOTO)), name: PHOTO });
  const base = parseRequest({ text: TEXT, photos: [photo], seed: 1 }, app.presets.requestRules);
  const timed = async (request: AdRequest): Promise<{ ms: number; ad: AdResult }> => {
    const start = performance.now();
    const ad = await app.maker.make(request);
    return { ms: performance.now() - start, ad };
  };
  try {
    for (let warm = 0; warm < 3; warm++) await timed({ ...base, seed: 1000 + warm });
    const loop = watchEventLoop();
    const fresh: number[] = [];
    const nodes = new Map<string, number[]>();
    for (let run = 0; run < RUNS; run++) {
      // A shade lighter than the one before, so that its cut-out is not at hand.
      const bytes = await sharp(join(PROJECT_ROOT, PHOTO))
        .modulate({ brightness: 1 + run / 400 })
        .jpeg({ quality: 92 })
        .toBuffer();
      const { ms, ad } = await timed({
        ...base,
        photos: [await app.photos.accept({ bytes, name: PHOTO })],
        seed: 2000 + run,
      });
      fresh.push(ms);
      for (const node of ad.report.nodes) nodes.set(node.name, [...(nodes.get(node.name) ?? []), node.time]);
    }
    const delay = loop.stop();
    log(`warm composite          p50 ${median(fresh).toFixed(0)} ms (bound 1200)`);
    for (const [name, times] of nodes) log(`  ${name.padEnd(26)} p50 ${median(times).toFixed(0)} ms`);
    log(
      `  event loop delay      p99 ${delay.p99.toFixed(0)} ms, longest ${delay.longest.toFixed(0)} ms (bound 50)`,
    );
    const words: number[] = [];
    for (let run = 0; run < RUNS; run++)
      words.push((await timed({ ...base, copy: { headline: `딸기 한 잔 ${run}` } })).ms);
    log(
      `text-only variant       p50 ${median(words).toFixed(0)} ms (bound 300), ${(median(fresh) / median(words)).toFixed(1)} times faster`,
    );
    const { ad } = await timed({ ...base, seed: 77 });
    const cut = ad.report.nodes.find((node) => node.name === 'BackgroundRemovalNode');
    log(`background-only variant cut-out ${cut?.cached ? 'kept' : 'RUN AGAIN'}`);
    log(`memory after all        ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB`);
  } finally {
    await app.close();
  }
}
