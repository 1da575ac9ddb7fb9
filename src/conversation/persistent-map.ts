import { appendFile, mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { BoundedMap } from '../collections/bounded-map.ts';
import { parseJson } from '../files/parse-json.ts';
import { readLinesFromEnd } from '../files/read-file.ts';

/** Lines that a journal may have more than entries before it is written anew. */
const MAX_STALE_LINES = 1_000;

/**
 * Small entries that have to outlive the process for a while: what was acknowledged and has not become a job or an answer
 * yet, and forms that are open. They are kept in one file, to which every change is added as a line;
 * changes that come while it is being written share the next write.
 */
export class PersistentMap {
  readonly #path: string;
  readonly #entries: BoundedMap<string, Thing>;
  /** Lines that are not written yet. */
  #changes: string[] = [];
  #oldLines = 0;
  #last: Promise<void> = Promise.resolve();
  #next: Promise<void> | undefined;

  private constructor(path: string, entries: BoundedMap<string, Thing>) {
    this.#path = path;
    this.#entries = entries;
  }

  /** @param maxEntries entries that are kept; with one more the oldest goes */
  static async open(path: string, maxEntries: number): Promise<PersistentMap> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const inbox = new PersistentMap(path, await readEntries(path, maxEntries));
    await inbox.#writeAnew();
    return inbox;
  }

  /** Keeps a thing under a platform's id for it; when this resolves it outlives the process. */
  set(id: string, thing: object): Promise<void> {
    this.#entries.set(id, thing);
    return this.#write([id, thing]);
  }

  get(id: string): unknown {
    return this.#entries.peek(id);
  }

  async delete(id: string): Promise<void> {
    if (this.#entries.delete(id)) await this.#write([id]);
  }

  /** The ids of all that is kept. */
  keys(): readonly string[] {
    return [...this.#entries].map(([id]) => id);
  }

  #write(change: Change): Promise<void> {
    this.#changes.push(JSON.stringify(change));
    this.#next ??= this.#last
      .catch(() => {})
      .then(() => {
        this.#next = undefined;
        return this.#writeChanges();
      });
    this.#last = this.#next;
    return this.#next;
  }

  async #writeChanges(): Promise<void> {
    const changes = this.#changes;
    this.#changes = [];
    this.#oldLines += changes.length;
    if (this.#oldLines > MAX_STALE_LINES + this.#entries.size) return this.#writeAnew();
    // Begins with a new line: a write that was cut off spoils no other.
    await appendFile(this.#path, `\n${changes.join('\n')}`, { mode: 0o600 });
  }

  async #writeAnew(): Promise<void> {
    const lines = [...this.#entries].map((change) => JSON.stringify(change));
    await writeFile(`${this.#path}.tmp`, lines.join('\n'), { mode: 0o600 });
    await rename(`${this.#path}.tmp`, this.#path);
    this.#oldLines = 0;
  }
}

type Thing = NonNullable<unknown> | null;

/** A thing that is kept from now on, or an id whose thing is not. */
type Change = readonly [id: string, thing?: Thing];

/** Bytes at the file's end that are looked at, and the longest line in code units: several times what comes together. */
const MAX_BYTES = 64 * 2 ** 20;
const MAX_LINE = 2 ** 20;

async function readEntries(path: string, maxEntries: number): Promise<BoundedMap<string, Thing>> {
  const { text } = await readLinesFromEnd(path, MAX_BYTES).catch(() => ({ text: '' }));
  const entries = new BoundedMap<string, Thing>(maxEntries);
  for (const line of text.split('\n')) {
    const change = readChange(line);
    if (change === undefined) continue;
    const [id, thing] = change;
    if (thing === undefined) entries.delete(id);
    else entries.set(id, thing);
  }
  return entries;
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
