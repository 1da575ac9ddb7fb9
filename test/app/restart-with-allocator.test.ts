import { describe, expect, it, vi } from 'vitest';
import { type RestartableProcess, restartWithAllocator } from '../../src/app/restart-with-allocator.ts';

const execve = vi.fn<NonNullable<RestartableProcess['execve']>>();

function restart(change: Partial<RestartableProcess> = {}): void {
  execve.mockClear();
  restartWithAllocator({
    platform: 'linux',
    env: { PATH: '/bin' },
    execPath: '/usr/bin/node',
    execArgv: ['--import', 'tsx'],
    argv: ['/usr/bin/node', 'dist/main.js', '--flag'],
    execve,
    ...change,
  });
}

describe('the allocator of a bot', () => {
  it('is set by beginning the same program anew in the same process', () => {
    restart();
    expect(execve).toHaveBeenCalledExactlyOnceWith(
      '/usr/bin/node',
      ['/usr/bin/node', '--import', 'tsx', 'dist/main.js', '--flag'],
      { PATH: '/bin', MALLOC_MMAP_THRESHOLD_: '8388608' },
    );
  });

  it.each([
    ['it is set already', { env: { MALLOC_MMAP_THRESHOLD_: '262144' } }],
    ['the system is another', { platform: 'win32' }],
    ['a parent talks with it', { connected: true }],
  ])('is left alone where %s', (_, change) => {
    restart(change);
    expect(execve).not.toHaveBeenCalled();
  });

  it('is left alone by a Node that cannot do that', () => {
    const older = { platform: 'linux', env: {}, execPath: 'node', execArgv: [], argv: ['node', 'main.js'] };
    expect(() => restartWithAllocator(older)).not.toThrow();
  });
});
