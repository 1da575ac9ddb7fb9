import { spawn } from 'node:child_process';
import process from 'node:process';
import { followParent, LAUNCHER } from './follow-parent.ts';
import type { RunAsChild } from './restart-with-allocator.ts';
import { STOP_SIGNALS, STOPPED_BY_LAUNCHER } from './stop-signals.ts';

/**
 * Runs the bot in a child that has this process's input and output, stops it when this one is asked to stop, and ends
 * as it does. A supervisor, or a terminal, may tell both of them to stop, and a second time means at once: so what was
 * told here is handed on by a signal of its own, which the bot does not count twice.
 */
export const runAsChild: RunAsChild = async (file, args, env) => {
  const child = spawn(file, args, {
    stdio: 'inherit',
    env: { ...env, [LAUNCHER]: String(process.pid) },
  });
  const started = await new Promise<boolean>((resolve) => {
    child.once('spawn', () => resolve(true));
    child.once('error', () => resolve(false));
  });
  if (!started) return false;
  for (const name of STOP_SIGNALS) {
    process.once(name, () => {
      process.on(name, () => child.kill(name));
      child.kill(STOPPED_BY_LAUNCHER);
    });
  }
  followParent(process, () => child.kill(STOPPED_BY_LAUNCHER));
  child.once('exit', (code, signal) => {
    // Asked to stop before it heard of signals, or after: there was nothing left to be put in order.
    if (signal === STOPPED_BY_LAUNCHER) process.exit(0);
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
  });
  return true;
};
