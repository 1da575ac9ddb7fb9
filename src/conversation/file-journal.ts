import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BoundedMap } from '../collections/bounded-map.ts';
import { parseJson } from '../files/parse-json.ts';
import { readLinesFromEnd } from '../files/read-file.ts';
import type { Change, Journal, Thing } from './journal.ts';

/** Lines that a journal may have more than entries before it is written anew. */
const MAX_STALE_LINES = 1_000;

/** Bytes at the file's end that are looked at, and the longest line in code units: several times what comes together. */
const MAX_BYTES = 64 * 2 ** 20;
const MAX_LINE = 2 ** 20;

/** A journal in a file, a line a change. */
export class FileJournal implements Journal {
  readonly #path: string;
  /** Lines that were added since the file was written anew; none yet. */
  #oldLines: number | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<readonly Change[]> {
    const { text } = await readLinesFromEnd(this.#path, MAX_BYTES).catch(() => ({ text: '' }));
    return text.split('\n').flatMap((line) => {
      const change = readChange(line);
      return change === undefined ? [] : [change];
    });
  }

  async write(changes: readonly Change[], entries: BoundedMap<string, Thing>): Promise<void> {
    if (this.#oldLines === undefined) {
      await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
      return this.#writeAnew(entries);
    }
    this.#oldLines += changes.length;
    if (this.#oldLines > MAX_STALE_LINES + entries.size) return this.#writeAnew(entries);
    // Begins with a new line: a write that was cut off spoils no other.
    const lines = changes.map((change) => JSON.stringify(change));
    await appendFile(this.#path, `\n${lines.join('\n')}`, { mode: 0o600 });
  }

  async #writeAnew(entries: BoundedMap<string, Thing>): Promise<void> {
    const lines = [...entries].map((change) => JSON.stringify(change));
    await writeFile(`${this.#path}.tmp`, lines.join('\n'), { mode: 0o600 });
    await rename(`${this.#path}.tmp`, this.#path);
    this.#oldLines = 0;
  }
}

/** Undefined for a line that was cut off as the process was killed, or is not ours. */
function readChange(line: string): Change | undefined {
  try {
    if (line.length > MAX_LINE) return undefined;
    const change = parseJson(line);
    if (!Array.isArray(change)) return undefined;
    const [id, thing]: readonly unknown[] = change;
    if (typeof id !== 'string') return undefined;
    return thing === undefined ? [id] : [id, thing];
  } catch {
    return undefined;
  }
}
