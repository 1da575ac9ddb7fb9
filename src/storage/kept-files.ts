import { stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { FileHome } from './file-home.ts';
import { type Readers, writeAtomically } from './write-atomically.ts';

/**
 * The files of a folder: on this machine's disk alone, or kept in a home from which the folder is filled again. A file
 * is at home before it is in the folder, so what is in the folder is at home.
 */
export class KeptFiles {
  readonly #root: string;
  readonly #readers: Readers;
  readonly #home: FileHome | undefined;
  readonly #name: string;

  /** @param name of the folder at home */
  constructor(root: string, readers: Readers, name: string, home: FileHome | undefined) {
    this.#root = root;
    this.#readers = readers;
    this.#home = home;
    this.#name = name;
  }

  /** @throws OutageError `disk`, `files` */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    await this.keepAtHome(path, bytes);
    await writeAtomically(path, bytes, this.#readers);
  }

  /** Keeps at home what comes into the folder in another way. @throws OutageError `files` */
  async keepAtHome(path: string, bytes: Uint8Array): Promise<void> {
    await this.#home?.put(this.#nameOf(path), bytes);
  }

  /**
   * Has a file in the folder that is not there and is at home.
   *
   * @param check throws for what is not the file
   * @throws OutageError `disk`, `files`
   */
  async restore(path: string, check: (bytes: Buffer) => void = () => {}): Promise<void> {
    if (this.#home === undefined || !this.#isInside(path)) return;
    const known = await stat(path).catch(() => undefined);
    if (known !== undefined && known.size > 0) return;
    const bytes = await this.#home.get(this.#nameOf(path));
    if (bytes === undefined) return;
    check(bytes);
    await writeAtomically(path, bytes, this.#readers);
  }

  /** Files that are taken away from home too. @throws OutageError `files` */
  async removeAtHome(paths: readonly string[]): Promise<void> {
    await this.#home?.remove(paths.map((path) => this.#nameOf(path)));
  }

  #isInside(path: string): boolean {
    const inside = relative(this.#root, path);
    return inside !== '' && !inside.startsWith('..') && join(this.#root, inside) === path;
  }

  #nameOf(path: string): string {
    return [this.#name, ...relative(this.#root, path).split(sep)].join('/');
  }
}
