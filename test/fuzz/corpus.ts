import { createHash } from 'node:crypto';
import { appendFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PROJECT_ROOT } from '../../src/app/config/project-root.ts';
import type { Input, KindName } from './input.ts';
import type { Finding } from './judge.ts';

/** What was found, one folder a kind; part of the project. */
export const HOSTILE = join(PROJECT_ROOT, 'test/fixtures/hostile');

/** Inputs that went a way of their own, from which later runs go on; not part of the project. */
export const KEPT = join(PROJECT_ROOT, 'out/fuzz');

/** Files above this are kept compressed: a megabyte of one letter is no megabyte. */
const PLAIN = 4_096;

/** Inputs of a way that are read from what was kept: the rest is of no use in one run. */
const MOST_KEPT = 400;

/** An input in a file: `way.what-digest`, where a `/` of the way stands as `+`. */
export interface StoredInput {
  readonly file: string;
  readonly input: Input;
}

/** The inputs of a kind in a folder, by their files' names; none where it is not there. */
export async function readInputs(folder: string, kind: KindName): Promise<readonly StoredInput[]> {
  const names = await readdir(join(folder, kind)).catch(() => []);
  return Promise.all(
    names
      .sort()
      .slice(0, MOST_KEPT)
      .map(async (file) => {
        const stored = await readFile(join(folder, kind, file));
        const bytes = file.endsWith('.gz') ? gunzipSync(stored) : stored;
        return {
          file,
          input: { way: (file.split('.')[0] ?? '').replaceAll('+', '/').replaceAll('=', '.'), bytes },
        };
      }),
  );
}

/** Writes an input down under a name that says what it is; returns the name. */
export async function keepInput(folder: string, kind: KindName, input: Input, what: string): Promise<string> {
  const digest = createHash('sha256').update(input.bytes).digest('hex').slice(0, 8);
  const isLarge = input.bytes.length > PLAIN;
  const way = input.way.replaceAll('/', '+').replaceAll('.', '=');
  const file = `${way}.${what}-${digest}.bin${isLarge ? '.gz' : ''}`;
  await mkdir(join(folder, kind), { recursive: true });
  await writeFile(join(folder, kind, file), isLarge ? gzipSync(input.bytes, { level: 9 }) : input.bytes);
  return file;
}

/** Compressed bytes above which a finding is not kept: a project is no place for large files. */
const MOST_BYTES = 65_536;

/** Keeps a finding with the project, and a line about it for whoever mends it. */
export async function keepFinding(kind: KindName, input: Input, finding: Finding): Promise<string> {
  if (gzipSync(input.bytes).length > MOST_BYTES) return 'too large to be kept';
  const file = await keepInput(HOSTILE, kind, input, finding.verdict);
  const line = `| \`${kind}/${file}\` | ${inTable(finding.detail)} | ${RIGHT[finding.verdict]} |\n`;
  await appendFile(join(HOSTILE, 'README.md'), line);
  return file;
}

/** What is right instead, until somebody says it better. */
const RIGHT: Readonly<Record<Finding['verdict'], string>> = {
  crash: 'an answer; the process lives',
  hang: 'an answer within two seconds',
  memory: 'an answer within 300 MB',
  hold: 'an answer that holds the event loop for 50 ms at most',
  unclear: 'one clear sentence in each language, or an answer',
  fault: 'an answer that the platform takes, and no bug in the log',
};

/** Without what was said: that is as hostile as the input. Errors are told with their words. */
const inTable = (text: string): string =>
  text
    .replace(/^(?!\w*Error\b)([^"]*): ".*$/s, '$1')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .slice(0, 200);
