import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';

/** Runs a command and returns the largest resident memory that was seen, in MB. */
export async function peakOf(command: string, args: readonly string[], data: string): Promise<number> {
  const child = spawn(command, args, {
    cwd: PROJECT_ROOT,
    env: { ...process.env, DATA_DIR: data },
    stdio: 'ignore',
  });
  let peak = 0;
  const watch = setInterval(async () => {
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  }, 20);
  const code = await new Promise((done) => child.on('close', done));
  clearInterval(watch);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}`);
  return peak;
}
