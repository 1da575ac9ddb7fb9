import { readFileSync, writeFileSync } from 'node:fs';
import { watchEventLoop } from '../../event-loop.ts';
import type { Measured } from './protocol.ts';

/** Resident memory from which on a rest is cleaned up before it is measured against, in bytes above the first. */
const UNTIDY = 64 * 2 ** 20;

/**
 * Measures what one input takes of this process. Where the system does not keep the peak of memory (it does on Linux),
 * what is resident at the end stands for it.
 */
export class Meter {
  #first: number | undefined;

  start(): { hold(): number; end(): Omit<Measured, 'hold'> } {
    const rest = this.#rest();
    clearPeak();
    const cpu = process.cpuUsage();
    const loop = watchEventLoop();
    let longest: number | undefined;
    return {
      hold() {
        // It can be stopped once; later the event loop is nobody's.
        longest ??= loop.stop().longestWork;
        return Number.isNaN(longest) ? 0 : longest;
      },
      end() {
        const { user, system } = process.cpuUsage(cpu);
        return { memory: Math.max(0, peak() - rest), work: (user + system) / 1000 };
      },
    };
  }

  #rest(): number {
    const now = process.memoryUsage.rss();
    this.#first ??= now;
    if (now < this.#first + UNTIDY) return now;
    globalThis.gc?.();
    const tidy = process.memoryUsage.rss();
    // What stays is the product's own: caches that filled up, code that was loaded.
    this.#first = tidy;
    return tidy;
  }
}

/** From here on the peak of resident memory counts anew. Linux, by the fifth sort of reference that can be cleared. */
function clearPeak(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Elsewhere the end stands for the peak.
  }
}

function peak(): number {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1];
    return Number(kilobytes) * 1024;
  } catch {
    return process.memoryUsage.rss();
  }
}
