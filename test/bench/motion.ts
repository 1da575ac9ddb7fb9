import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOOP_KINDS } from '../../src/ad/motion.ts';
import { parseRequest } from '../../src/ad/parse/parse-request.ts';
import { loadConfig } from '../../src/app/config/config.ts';
import { openApp } from '../../src/app/open-app.ts';
import { watchEventLoop } from '../event-loop.ts';
import { peakOf } from './peak.ts';

const TEXT = '카페 신메뉴 딸기라떼 6,500원, 오늘만 20% 할인';
const SEED = 1;

/** Of a loop: 1080 × 1080, four seconds, 15 frames a second. */
const BOUNDS = { seconds: 12, megabytes: 500 } as const;

/** What a moving ad takes beside its still, which is at hand: as each kind of file by the command, and as one in the bot. */
export async function benchMotion(log: (line: string) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-motion-'));
  const data = join(folder, 'data');
  const command = async (motion: string): Promise<{ readonly seconds: number; readonly peak: number }> => {
    const out = join(folder, 'out');
    const args = ['dist/cli.js', 'ad', TEXT, '--seed', String(SEED), '--motion', motion, '--out', out];
    const start = performance.now();
    const peak = await peakOf(process.execPath, args, data);
    return { seconds: (performance.now() - start) / 1000, peak };
  };
  try {
    await command('none');
    const still = await command('none');
    log(`still, at hand    ${still.seconds.toFixed(1)} s, ${still.peak.toFixed(0)} MB`);
    for (const kind of LOOP_KINDS) {
      const { seconds, peak } = await command(kind);
      log(
        `${kind.padEnd(18)}${(seconds - still.seconds).toFixed(1)} s more (bound ${BOUNDS.seconds}), ${(peak - still.peak).toFixed(0)} MB more (bound ${BOUNDS.megabytes})`,
      );
    }
    await inProcess(join(folder, 'bot'), log);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function inProcess(folder: string, log: (line: string) => void): Promise<void> {
  const app = await openApp(loadConfig({ DATA_DIR: folder }), { writingThread: true });
  try {
    const still = parseRequest({ text: TEXT, seed: SEED }, app.presets.requestRules);
    await app.maker.make(still);
    const loop = watchEventLoop();
    const start = performance.now();
    const { loops = [] } = await app.maker.make({ ...still, motion: 'auto' });
    const seconds = (performance.now() - start) / 1000;
    const { longest, longestWork } = loop.stop();
    const files = loops.map(({ kind, frames, bytes }) => `${kind}, ${frames} frames, ${bytes} bytes`);
    log(`in the bot        ${seconds.toFixed(1)} s: ${files.join('; ')}`);
    log(
      `  event loop held longest ${longest.toFixed(0)} ms (bound 50), by its own work ${longestWork.toFixed(0)} ms`,
    );
  } finally {
    await app.close();
  }
}
