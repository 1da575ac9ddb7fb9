/**
 * glibc's setting of the size in bytes from which memory is asked of the system by itself, and given back to it when it
 * is freed (mallopt(3), M_MMAP_THRESHOLD). Left alone, glibc raises it to the largest block that was ever freed, and
 * pictures then stay in the process's heap. Other C libraries and systems do not read it.
 */
export const ALLOCATOR_SETTING = 'MALLOC_MMAP_THRESHOLD_';

/** Eight MiB: after 50 ads and a minute's rest a bot holds 423 MB with it, and 516 MB without, for no measurable time. */
export const ALLOCATOR_THRESHOLD = String(8 * 2 ** 20);

/** What a restart needs of a process. `execve` puts another program in its place: Node 22.15 and 23.11 or newer. */
export interface RestartableProcess {
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly execPath: string;
  readonly execArgv: readonly string[];
  readonly argv: readonly string[];
  /** There is a parent that talks with this process by a channel, which a restart would lose. */
  readonly connected?: boolean;
  execve?(file: string, args: readonly string[], env: Readonly<Record<string, string | undefined>>): void;
}

/**
 * Begins this program anew, in the same process, with the allocator set for pictures: glibc reads its settings only as a
 * program begins. Nothing happens where it is set already, by this or by whoever runs the bot, and where a process cannot
 * do that; the bot then takes more memory.
 */
export function restartWithAllocator(own: RestartableProcess): void {
  const { platform, env, execPath, execArgv, argv, connected = false } = own;
  if (platform !== 'linux' || connected || env[ALLOCATOR_SETTING] !== undefined) return;
  own.execve?.(execPath, [execPath, ...execArgv, ...argv.slice(1)], {
    ...env,
    [ALLOCATOR_SETTING]: ALLOCATOR_THRESHOLD,
  });
}
