/**
 * glibc's setting of the size in bytes from which memory is asked of the system by itself, and given back to it when it
 * is freed (mallopt(3), M_MMAP_THRESHOLD). Left alone, glibc raises it to the largest block that was ever freed, and
 * pictures then stay in the process's heap. Other C libraries and systems do not read it.
 */
export const ALLOCATOR_SETTING = 'MALLOC_MMAP_THRESHOLD_';

/**
 * One MiB, as large as a small picture: after 200 ads and a minute's rest a bot and its launcher hold 410 MB, and 550 MB
 * with eight MiB; at its height it holds 0.2 GB less. Fresh pages are dear: an ad takes some 4 % longer.
 */
const ALLOCATOR_THRESHOLD = String(2 ** 20);

type Environment = Readonly<Record<string, string | undefined>>;

/** What a restart needs of a process. `execve` puts another program in its place: Node 22.15 and 23.11 or newer. */
export interface RestartableProcess {
  readonly platform: string;
  readonly env: Environment;
  readonly execPath: string;
  readonly execArgv: readonly string[];
  readonly argv: readonly string[];
  /** There is a parent that talks with this process by a channel, which a restart would lose. */
  readonly connected?: boolean;
  execve?(file: string, args: readonly string[], env: Environment): void;
}

/** Runs a program in a child of this process, and ends as it does. Resolves to false where it cannot be started. */
export type RunAsChild = (file: string, args: readonly string[], env: Environment) => Promise<boolean>;

/**
 * Begins this program anew with the allocator set for pictures, which glibc reads only as a program begins: in the same
 * process, or, where Node cannot do that, in a child, for whom this process then waits. Nothing happens where it is set
 * already, by this or by whoever runs the bot, and on other systems.
 *
 * @returns whether the program has been begun anew: it then has nothing to do in this process
 */
export async function restartWithAllocator(
  own: RestartableProcess,
  runAsChild: RunAsChild,
): Promise<boolean> {
  const { platform, env, execPath, execArgv, argv, connected = false } = own;
  if (platform !== 'linux' || connected || env[ALLOCATOR_SETTING] !== undefined) return false;
  const args = [...execArgv, ...argv.slice(1)];
  const changed = { ...env, [ALLOCATOR_SETTING]: ALLOCATOR_THRESHOLD };
  if (own.execve === undefined) return runAsChild(execPath, args, changed);
  own.execve(execPath, [execPath, ...args], changed);
  return true;
}
