import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TimingReport } from '../../../src/zimage/timings.ts';

/** How a picture was made in a process of its own. */
export interface Measured {
  /** Resident memory before anything was loaded, and at its most. Bytes; pages of mapped files count. */
  readonly before: number;
  readonly peak: number;
  /** Milliseconds that the transformer took to load. */
  readonly loading: number;
  readonly timings: TimingReport;
}

/** Makes a picture with a checkpoint, measured. */
export async function measure(
  folder: string,
  { side, steps, residency = 'all' }: { side: number; steps: number; residency?: string },
): Promise<Measured> {
  const script = fileURLToPath(new URL('./measure.ts', import.meta.url));
  const args = ['--import', 'tsx', script, folder, String(side), String(steps), residency];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Measured;
}
