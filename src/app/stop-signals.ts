/** What the system, a supervisor or a terminal asks a bot to stop with. */
export const STOP_SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/** What a bot is asked to stop with by the process that has started it as its child. */
export const STOPPED_BY_LAUNCHER = 'SIGUSR2';
