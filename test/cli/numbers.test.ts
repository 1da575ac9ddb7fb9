import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseAdOptions } from '../../src/cli/ad-options.ts';
import { jobs } from '../../src/cli/jobs.ts';
import { parseZImageOptions } from '../../src/cli/zimage-options.ts';
import { UserError } from '../../src/errors/user-error.ts';
import { runInProcess } from './run-in-process.ts';

const HOSTILE = [
  '99999999999999999999',
  '1e9',
  '1e999',
  '-1',
  '-0.5',
  'NaN',
  'Infinity',
  '0x10',
  '1n',
  '1,5',
  '１',
  ' ',
  '',
  '9'.repeat(10_000),
];

/** Numbers that are whole where nothing else is, and the least above the range. */
const AD: Readonly<Record<string, string>> = {
  strength: '1.01',
  scale: '0.96',
  harmonise: '1.01',
  seed: '4294967296',
  'lettering-seed': '0.5',
  variants: '5',
  position: '0.5,1.01',
};

const ZIMAGE: Readonly<Record<string, string>> = {
  seed: '4294967296',
  steps: '1001',
  width: '65537',
  height: '0',
  guidance: '101',
  'cfg-normalization': '101',
  'cfg-truncation': '1.01',
  strength: '1.01',
};

function refusal(parse: () => unknown): UserError {
  try {
    parse();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('It was taken');
}

const said = (error: UserError): string => error.in('en');

describe.each([
  ['ad', AD, (args: string[]) => parseAdOptions(['x', ...args], 'en')],
  ['zimage', ZIMAGE, (args: string[]) => parseZImageOptions(args)],
] as const)('a number of %s', (_, options, parse) => {
  it.each(Object.entries(options))('--%s is taken within its range alone', (option, above) => {
    for (const text of [...HOSTILE, above]) {
      // A thousand million is a seed.
      if (text === '1e9' && option.endsWith('seed')) continue;
      const error = refusal(() => parse([`--${option}=${text}`]));
      expect(['bad-number', 'bad-option']).toContain(error.code);
      expect(said(error)).toContain(`--${option}`);
      expect(said(error)).toMatch(/\d\s?–\s?\d|0,0–1,1/);
      expect(said(error).length).toBeLessThan(200);
    }
  });
});

describe('a number of jobs', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cli-numbers-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const answer = (...args: string[]): Promise<unknown> =>
    runInProcess(jobs, args, { DATA_DIR: folder, LOCALE: 'en' }).catch((error: unknown) =>
      error instanceof UserError ? said(error) : error,
    );

  it.each([...HOSTILE, '0', '10001'])('--limit %j is refused with its range', async (text) => {
    expect(await answer('list', `--limit=${text}`)).toMatch(/--limit.*1–10000/s);
  });

  it.each([...HOSTILE, '30', 'd', '99999999999999999999d', '-1d', '1.5d', '36501d', '1e3d'])(
    '--older %j is refused with its range',
    async (text) => {
      expect(await answer('prune', `--older=${text}`)).toMatch(/--older.*36500d/s);
    },
  );

  it('is taken within it', async () => {
    expect(await answer('list', '--limit', '10000')).toMatchObject({ code: 0 });
    // What it was called at first.
    expect(await answer('list', '--most', '10000')).toMatchObject({ code: 0 });
    expect(await answer('prune', '--older', '36500d')).toMatchObject({ code: 0 });
  });
});
