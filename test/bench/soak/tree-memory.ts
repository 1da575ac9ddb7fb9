import { readFileSync } from 'node:fs';

/** Memory of a process and of all that it has started, in bytes; 0 where the system does not tell (Linux does). */
export interface TreeMemory {
  /** Resident, added up: what several share is counted for each. */
  readonly resident: number;
  /** Resident, what several share counted once. Reading it holds the processes for milliseconds. */
  readonly proportional: () => number;
}

export function treeMemory(pid: number): TreeMemory {
  const pids = treeOf(pid);
  const sum = (file: string, field: RegExp): number =>
    pids.reduce(
      (total, each) => total + 1024 * Number(field.exec(read(`/proc/${each}/${file}`))?.[1] ?? 0),
      0,
    );
  return {
    resident: sum('status', /^VmRSS:\s+(\d+)/m),
    proportional: () => sum('smaps_rollup', /^Pss:\s+(\d+)/m),
  };
}

/** A process and all below it. A process's threads each have children of their own. */
function treeOf(pid: number): readonly number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(treeOf)];
}

/** Empty for a process that has ended meanwhile. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
