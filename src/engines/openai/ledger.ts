import { appendFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { parseJson } from '../../files/parse-json.ts';
import { readLinesFromEnd } from '../../files/read-file.ts';

/** What one call took. */
export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Counts a day's tokens, so that a budget holds over restarts. */
export interface Ledger {
  /** Tokens spent today, input and output together. */
  spent(): Promise<number>;
  add(usage: Usage): Promise<void>;
}

/** US dollars for a million tokens. */
export interface Prices {
  readonly input: number;
  readonly output: number;
}

/** What some calls cost, in US dollars; undefined where no price is known. */
export function costOf(usage: Usage, prices: Prices | undefined): number | undefined {
  if (prices === undefined) return undefined;
  return (usage.inputTokens * prices.input + usage.outputTokens * prices.output) / 1e6;
}

/** More than any call takes. */
const tokens = z.number().min(0).max(1e7);
const line = z.object({ input: tokens, output: tokens });

/** Bytes of a day's file that are looked at: a million calls. */
const MAX_DAY = 32 * 2 ** 20;

/**
 * A ledger in a folder: one file a day, a line a call. Lines are only ever added, so that several processes may keep
 * it together; one that a crash has cut short counts as nothing.
 *
 * @param now the day is that in Korea
 */
export function openLedger(folder: string, now: () => Date): Ledger {
  const file = (): string => join(folder, `${dayInKorea(now())}.jsonl`);
  return {
    async spent() {
      const { text } = await readLinesFromEnd(file(), MAX_DAY).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return { text: '' };
        throw error;
      });
      return text.split('\n').reduce((sum, entry) => sum + tokensIn(entry), 0);
    },
    async add({ inputTokens, outputTokens }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      // The break comes first: it ends whatever line a crash has left.
      await appendFile(file(), `\n${JSON.stringify({ input: inputTokens, output: outputTokens })}`, {
        mode: 0o600,
      });
    },
  };
}

function tokensIn(entry: string): number {
  if (entry === '') return 0;
  try {
    const { input, output } = line.parse(parseJson(entry));
    return input + output;
  } catch {
    return 0;
  }
}

/** Korea has had no summer time since 1988. */
const KOREA = 9 * 3_600_000;

const dayInKorea = (time: Date): string => new Date(time.getTime() + KOREA).toISOString().slice(0, 10);
