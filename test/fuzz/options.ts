import { parseArgs } from 'node:util';
import { KIND_NAMES, type KindName } from './input.ts';

export interface FuzzOptions {
  readonly kinds: readonly KindName[];
  /** For all kinds together. */
  readonly seconds: number;
  readonly seed: number;
  /** Whether findings are written to test/fixtures/hostile, and what is new to out/fuzz. */
  readonly keep: boolean;
  readonly help: boolean;
}

export const HELP = `Feeds the product hostile input and sees that it stays up and answers clearly.

  npm run fuzz -- [KIND…] [--seconds N] [--seed N] [--no-keep]

  KIND         ${KIND_NAMES.join(', ')}; several or none = all
  --seconds N  for all kinds together, in equal shares; 60 when absent
  --seed N     the same seed, and the same corpus, give the same inputs; by the clock when absent
  --no-keep    writes nothing down

Counts crashes, hangs over 2 s, memory over 300 MB, the event loop held for over 50 ms, unclear errors, and faults:
answers that a platform would not take and bugs in the log. What it finds it makes smaller and puts into
test/fixtures/hostile, with a line in the README there; the suite runs what is there. Inputs that went a way of their
own are kept in out/fuzz, from where the next run goes on. Ends with 1 when anything was found.`;

/** @throws TypeError or RangeError saying what is wrong with an argument */
export function parseFuzzOptions(args: readonly string[], now: number): FuzzOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      seconds: { type: 'string' },
      seed: { type: 'string' },
      'no-keep': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  return {
    kinds: positionals.length === 0 ? KIND_NAMES : [...new Set(positionals.map(kindNamed))],
    seconds: numberAt('seconds', values.seconds ?? '60', 1, 86_400),
    seed: Math.floor(numberAt('seed', values.seed ?? String(now % 2 ** 32), 0, 2 ** 32 - 1)),
    keep: values['no-keep'] !== true,
    help: values.help === true,
  };
}

function kindNamed(name: string): KindName {
  const kind = KIND_NAMES.find((known) => known === name);
  if (kind === undefined) throw new RangeError(`There is no kind "${name}": ${KIND_NAMES.join(', ')}`);
  return kind;
}

function numberAt(option: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= least && value <= most) return value;
  throw new RangeError(`--${option} takes a number from ${least} to ${most}`);
}
