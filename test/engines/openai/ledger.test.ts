import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { costOf, openLedger } from '../../../src/engines/openai/ledger.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (time: string) => () => new Date(time);
const usage = { inputTokens: 100, outputTokens: 20 };

describe('openLedger', () => {
  it('counts a day over restarts, and begins anew at midnight in Korea', async () => {
    const path = join(folder, 'usage');
    const evening = openLedger(path, at('2026-04-10T14:59:00Z'));
    expect(await evening.spent()).toBe(0);
    await evening.add(usage);
    await evening.add(usage);
    expect(await openLedger(path, at('2026-04-10T14:59:30Z')).spent()).toBe(240);
    expect(await openLedger(path, at('2026-04-10T15:00:00Z')).spent()).toBe(0);
  });

  it('is kept by several at once, and survives a line that a crash has cut short', async () => {
    const now = at('2026-04-10T03:00:00Z');
    const [one, other] = [openLedger(folder, now), openLedger(folder, now)];
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? one : other).add(usage)));
    const [file = ''] = await readdir(folder);
    await appendFile(join(folder, file), '\n{"input":9');
    await one.add(usage);
    expect(await one.spent()).toBe(21 * 120);
  });
});

describe('costOf', () => {
  it('is told where prices are known', () => {
    expect(
      costOf({ inputTokens: 1_000_000, outputTokens: 500_000 }, { input: 0.4, output: 1.6 }),
    ).toBeCloseTo(1.2);
    expect(costOf(usage, undefined)).toBeUndefined();
  });
});
