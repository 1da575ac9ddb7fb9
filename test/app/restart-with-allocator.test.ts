import { describe, expect, it, vi } from 'vitest';
import {
  type RestartableProcess,
  type RunAsChild,
  restartWithAllocator,
} from '../../src/app/restart-with-allocator.ts';

const execve = vi.fn<NonNullable<RestartableProcess['execve']>>();
const runAsChild = vi.fn<RunAsChild>(async () => true);

const OLDER: RestartableProcess = {
  platform: 'linux',
  env: { PATH: '/bin' },
  execPath: '/usr/bin/node',
  execArgv: ['--import', 'tsx'],
  argv: ['/usr/bin/node', 'dist/main.js', '--flag'],
};

async function restart(change: Partial<RestartableProcess> = {}): Promise<boolean> {
  execve.mockClear();
  runAsChild.mockClear();
  return restartWithAllocator({ ...OLDER, execve, ...change }, runAsChild);
}

const CHANGED = { PATH: '/bin', MALLOC_MMAP_THRESHOLD_: '1048576' };

describe('the allocator of a bot', () => {
  it('is set by beginning the same program anew in the same process', async () => {
    expect(await restart()).toBe(true);
    const args = ['/usr/bin/node', '--import', 'tsx', 'dist/main.js', '--flag'];
    expect(execve).toHaveBeenCalledExactlyOnceWith('/usr/bin/node', args, CHANGED);
    expect(runAsChild).not.toHaveBeenCalled();
  });

  it('is set in a child by a Node that cannot do that', async () => {
    runAsChild.mockClear();
    expect(await restartWithAllocator(OLDER, runAsChild)).toBe(true);
    const args = ['--import', 'tsx', 'dist/main.js', '--flag'];
    expect(runAsChild).toHaveBeenCalledExactlyOnceWith('/usr/bin/node', args, CHANGED);
  });

  it('is not worth a bot: where no child can be started, the bot runs as it is', async () => {
    expect(await restartWithAllocator(OLDER, async () => false)).toBe(false);
  });

  it.each([
    ['it is set already', { env: { MALLOC_MMAP_THRESHOLD_: '262144' } }],
    ['the system is another', { platform: 'win32' }],
    ['a parent talks with it', { connected: true }],
  ])('is left alone where %s', async (_, change) => {
    expect(await restart(change)).toBe(false);
    expect(execve).not.toHaveBeenCalled();
    expect(runAsChild).not.toHaveBeenCalled();
  });
});
