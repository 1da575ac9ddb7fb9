/** The variable by which a bot knows the process that has started it as its child: that one's id. */
export const LAUNCHER = 'SHOP_AD_BOT_LAUNCHER';

/** Milliseconds between looks. */
const INTERVAL = 500;

/** What is asked of a process. */
export interface FollowingProcess {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The id of its parent now: another once that has ended. */
  readonly ppid: number;
}

/**
 * Stops with whoever started the bot, where that one is nothing without it: a launcher of ours that was killed, or `npm start`'s
 * shell, which ends by npm's SIGTERM and hands it on to nobody (where sh is dash). Any other parent may end, as a shell
 * does that has started a service.
 *
 * @param stop called once, when the parent has ended
 */
export function followParent(own: FollowingProcess, stop: () => void): void {
  const parent = own.ppid;
  if (own.env.npm_lifecycle_event !== 'start' && own.env[LAUNCHER] !== String(parent)) return;
  const looking = setInterval(() => {
    if (own.ppid === parent) return;
    clearInterval(looking);
    stop();
  }, INTERVAL).unref();
}
