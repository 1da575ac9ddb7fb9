import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Small things that have to outlive the process for a while, each in a file of its own: interactions that were
 * acknowledged and have not become jobs or answers yet, and forms that are open.
 */
export class Inbox {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<Inbox> {
    await mkdir(folder, { recursive: true });
    return new Inbox(folder);
  }

  /** Keeps a thing under an id of Discord's. */
  async put(id: string, thing: object): Promise<void> {
    const path = this.#path(id);
    await writeFile(`${path}.tmp`, JSON.stringify(thing));
    await rename(`${path}.tmp`, path);
  }

  async get(id: string): Promise<unknown> {
    try {
      return JSON.parse(await readFile(this.#path(id), 'utf8'));
    } catch {
      // It is not there, or a process was killed while it wrote.
      return undefined;
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.#path(id), { force: true });
  }

  /** The ids of all that is kept. */
  async ids(): Promise<readonly string[]> {
    const names = await readdir(this.#folder);
    return names.flatMap((name) => /^(\d+)\.json$/.exec(name)?.[1] ?? []);
  }

  #path(id: string): string {
    if (!/^\d+$/.test(id)) throw new RangeError('Only ids name what is kept');
    return join(this.#folder, `${id}.json`);
  }
}
