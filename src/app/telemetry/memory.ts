import { readFileSync } from 'node:fs';
import { freemem, totalmem } from 'node:os';

/** What a process takes, in bytes. */
interface ProcessMemory {
  /** All that lies in memory. */
  readonly resident: number;
  /** Without the pages of files, which the system can drop: those of model weights are most of it. */
  readonly own: number;
}

/** Memory now, in bytes. */
export interface MemoryReading {
  readonly bot: ProcessMemory;
  /** The processes that run models together, while there are any and the system tells. */
  readonly engine: ProcessMemory | undefined;
  /** What the machine has, or what the container that this runs in may take. */
  readonly limit: number;
  /** What is left of the machine, for whomever. */
  readonly free: number;
}

export function readMemory(enginePids: readonly number[]): MemoryReading {
  const { rss } = process.memoryUsage();
  // Where there is no bound, the system says zero, or more than any machine has.
  const bound = process.constrainedMemory() || Number.POSITIVE_INFINITY;
  return {
    bot: processMemory(process.pid) ?? { resident: rss, own: rss },
    engine: enginePids.map(processMemory).reduce(together, undefined),
    limit: Math.min(totalmem(), bound),
    free: freemem(),
  };
}

function together(a: ProcessMemory | undefined, b: ProcessMemory | undefined): ProcessMemory | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return { resident: a.resident + b.resident, own: a.own + b.own };
}

/** Undefined for a process that is gone, and where the system does not tell (elsewhere than on Linux). */
function processMemory(pid: number): ProcessMemory | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kilobytes = (name: string): number =>
      Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
    const own = kilobytes('RssAnon') + kilobytes('RssShmem');
    return { resident: kilobytes('VmRSS') * 1024, own: own * 1024 };
  } catch {
    return undefined;
  }
}
