import { parseArgs } from 'node:util';

const PLATFORM_NAMES = ['terminal', 'discord', 'slack-socket', 'slack-http', 'web'] as const;
export type PlatformName = (typeof PLATFORM_NAMES)[number];

interface DrillOptions {
  readonly platform: PlatformName;
  readonly kills: number;
  readonly jobs: number;
  readonly seconds: number;
  readonly seed: number;
  /** Whether Slack lets the bot read what it has written. */
  readonly history: boolean;
}

export const HELP = `Kills the real bot again and again while people talk with it, and sees that nobody is left without an answer.

  npm run drill -- --platform ${PLATFORM_NAMES.join('|')} [--kills N] [--jobs N] [--seconds N] [--seed N] [--no-history]

  --kills N    40 when absent
  --jobs N     requests, spread over the lives; as many as kills when absent
  --seconds N  no more kills after so many; 3600 when absent
  --seed N     the same seed gives the same requests and kills, but for what the clock does; by the clock when absent
  --no-history without the rights to read what was written in Slack: then messages may be left that are out of date

Some are killed at any moment, others while they write down what somebody asks, between what the platform has taken and
their knowing of it, in the middle of an upload, or while the store carries its journal over.

The platform's server, and of the web the people at their pages, keeps the account: accepted, answered, lost, doubled, stuck, stale (messages), failed.
Ends with 1 when any but stale is above 0.`;

/** @throws TypeError or RangeError saying what is wrong with an argument */
export function parseDrillOptions(args: readonly string[], now: number): DrillOptions | undefined {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      platform: text,
      kills: text,
      jobs: text,
      seconds: text,
      seed: text,
      'no-history': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) return undefined;
  const platform = PLATFORM_NAMES.find((known) => known === values.platform);
  if (platform === undefined) throw new RangeError(`--platform takes one of ${PLATFORM_NAMES.join(', ')}`);
  const kills = numberAt('kills', values.kills ?? '40', 1, 100_000);
  return {
    platform,
    kills,
    jobs: numberAt('jobs', values.jobs ?? String(kills), 1, 100_000),
    seconds: numberAt('seconds', values.seconds ?? '3600', 1, 86_400),
    seed: numberAt('seed', values.seed ?? String(now % 2 ** 32), 0, 2 ** 32 - 1),
    history: values['no-history'] !== true,
  };
}

function numberAt(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && text.trim() !== '' && value >= least && value <= most) return value;
  throw new RangeError(`--${option} takes a whole number from ${least} to ${most}`);
}
