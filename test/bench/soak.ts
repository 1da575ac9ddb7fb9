import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BotProcess } from './soak/bot-process.ts';
import { soakLines } from './soak/lines.ts';
import type { Look } from './soak/look.ts';

/** Jobs that wait or are made at once. */
const OPEN = 3;

/** Ads between two looks at the process. */
const STRIDE = 25;

/** Ads after which a process has loaded and compiled what it needs. */
const WARM = 100;

/** How long the bot is left in peace at the end, in milliseconds. */
const REST = 60_000;

interface Sample extends Look {
  readonly ads: number;
  /** The fewest bytes that all processes together held since the sample before. */
  readonly resident: number;
}

/**
 * The bot at work for as long as it takes to make so many ads of all kinds: what stays resident, how it grows, how long
 * its event loop is held, and what is left of it after a minute without work.
 */
export async function benchSoak(
  log: (line: string) => void,
  { ads = 500 }: { readonly ads?: number } = {},
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-soak-'));
  const bot = await BotProcess.start(folder);
  try {
    await bot.look();
    log(`ready                   ${megabytes(bot.memory.resident)} MB`);
    const samples: Sample[] = [];
    const peakOfAll = await order(bot, folder, ads, (sample) => {
      samples.push(sample);
      log(row(sample));
    });
    const { peak } = await bot.look();
    await sleep(REST);
    const idle = bot.memory;
    const longest = Math.max(...samples.map((sample) => sample.longest));
    const work = Math.max(...samples.map((sample) => sample.longestWork));
    const warm = Math.min(WARM, ads / 2);
    const growth = slope(samples.filter((sample) => sample.ads >= warm));
    log(`growth after ${String(warm).padEnd(10)} ${(growth / 2 ** 20).toFixed(2)} MB an ad (bound 0.5)`);
    log(
      `peak                    ${megabytes(peak)} MB (bound 1200), ${megabytes(peakOfAll)} MB with all processes`,
    );
    log(
      `event loop held         longest ${longest.toFixed(0)} ms, ${work.toFixed(0)} ms of them at work (bound 50)`,
    );
    log(
      `idle for a minute       ${megabytes(idle.resident)} MB with all processes (bound 500), ${megabytes(idle.proportional())} MB with what they share counted once`,
    );
  } finally {
    await bot.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Has ads made until there are as many as wanted, and all that was asked for has come to its end.
 *
 * @returns the most bytes that were seen resident, of all processes together
 */
async function order(
  bot: BotProcess,
  folder: string,
  wanted: number,
  onSample: (sample: Sample) => void,
): Promise<number> {
  let next = STRIDE;
  let peak = 0;
  let since: number[] = [];
  const progress = async (): Promise<{ readonly ads: number; readonly open: number }> => {
    const { resident } = bot.memory;
    peak = Math.max(peak, resident);
    since.push(resident);
    const lines = await bot.log();
    const queued = lines.filter(({ msg }) => msg === 'queued');
    const settled = lines.filter(({ msg }) => msg === 'settled');
    const made = new Set(settled.filter(({ state }) => state === 'made').map(({ job }) => job));
    const ads = queued.reduce((sum, { job, variants = 0 }) => sum + (made.has(job) ? variants : 0), 0);
    if (ads >= next) {
      next += STRIDE;
      // What is resident at a moment says how much work is under way: the least says what stays.
      onSample({ ads, resident: Math.min(...since), ...(await bot.look()) });
      since = [];
    }
    return { ads, open: queued.length - new Set(settled.map(({ job }) => job)).size };
  };
  for await (const { text, patient = false } of soakLines(folder)) {
    let now = await progress();
    while (patient ? now.open > 0 : now.open >= OPEN) {
      await sleep(100);
      now = await progress();
    }
    if (now.ads >= wanted) break;
    bot.say(text);
    // Until the bot has read it, and says what it makes of it.
    await sleep(150);
  }
  while ((await progress()).open > 0) await sleep(100);
  return peak;
}

function row({ ads, resident, peak, heap, external, longest, longestWork }: Sample): string {
  const memory = `${megabytes(resident)} MB, heap ${megabytes(heap)}, external ${megabytes(external)}, peak ${megabytes(peak)}`;
  return `  ${String(ads).padStart(4)} ads              ${memory}; loop held ${longest.toFixed(0)} ms, ${longestWork.toFixed(0)} at work`;
}

/** Bytes an ad, by least squares. */
function slope(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [x, y] = [mean(({ ads }) => ads), mean(({ resident }) => resident)];
  return mean(({ ads, resident }) => (ads - x) * (resident - y)) / mean(({ ads }) => (ads - x) ** 2);
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0);
}
