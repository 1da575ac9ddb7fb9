import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TimingReport } from '../../../src/zimage/timings.ts';

export interface MeasureOptions {
  readonly folder: string;
  /** Of the picture, in pixels. */
  readonly side: number;
  /** Of the second picture; the first takes one. */
  readonly steps: number;
}

/**
 * How two pictures were made in a process of their own: the first loads everything, the second, of another prompt
 * and by another pipeline over the same components, finds everything loaded.
 */
export interface Measured {
  /** Resident memory in bytes. Pages of mapped files count. */
  readonly memory: {
    /** Before anything was loaded. */
    readonly before: number;
    /** With the transformer loaded. */
    readonly loaded: number;
    /** At its most until the first picture's step was done. */
    readonly step: number;
    /** After the first picture. */
    readonly first: number;
    /** After the second. */
    readonly second: number;
    /** At its most. */
    readonly peak: number;
  };
  /**
   * The most memory of the process's own, in bytes, as far as a look every 20 ms saw it: pages of mapped files, which
   * the system may let go of, do not count. 0 on systems without /proc.
   */
  readonly own: number;
  /** Milliseconds that the transformer took to load, the least of three times. */
  readonly loading: number;
  /** How often a component was loaded for each of the pictures. */
  readonly loads: { readonly first: number; readonly second: number };
  /** Of the second picture. */
  readonly timings: TimingReport;
  /** Milliseconds of the second picture that were spent inside onnxruntime. */
  readonly busy: number;
}

/** Makes two pictures with a checkpoint on the CPU, measured. */
export async function measure(options: MeasureOptions): Promise<Measured> {
  const script = fileURLToPath(new URL('./measure.ts', import.meta.url));
  const args = ['--expose-gc', '--import', 'tsx', script, JSON.stringify(options)];
  const running = promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 24 });
  let own = 0;
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${running.child.pid}/status`, 'utf8').catch(() => '');
    own = Math.max(own, Number(/RssAnon:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024);
  }, 20);
  try {
    const { stdout } = await running;
    const printed = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Omit<Measured, 'own'>;
    return { ...printed, own };
  } finally {
    clearInterval(watch);
  }
}
