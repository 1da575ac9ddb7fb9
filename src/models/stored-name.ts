import { UserError } from '../errors/user-error.ts';

/** Longest name of one folder or file, and of all below the model's folder, in bytes: what common file systems take. */
const MAX_NAME = 200;
const MAX_PATH = 800;

/** Devices on Windows, whatever ending follows. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\.|$)/i;

/** What no file system of an operator's should have to hold: controls, and signs with a meaning to some of them. */
const FORBIDDEN = /[\p{C}\\:*?"<>|]/u;

/** Names that a download uses for what is half there. */
const OURS = /\.(?:part|new|tmp)$|\.part\.json$/i;

/**
 * Checks the paths that a hub gives its files: each has to lead to a place of its own strictly inside the model's
 * folder, on every file system.
 *
 * @throws UserError `model-file-name` for the first that does not
 */
export function checkStoredNames(repository: string, paths: readonly string[]): void {
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const path of paths) {
    const refuse = (): never => {
      throw new UserError('model-file-name', { repository, file: shown(path) });
    };
    if (Buffer.byteLength(path) > MAX_PATH) refuse();
    const names = path.split('/');
    if (!names.every(isStorable) || OURS.test(path)) refuse();
    // Where letters differ in case or in composition alone, some file systems see one name.
    const folded = names.map((name) => name.normalize('NFC').toLowerCase());
    const whole = folded.join('/');
    if (files.has(whole) || folders.has(whole)) refuse();
    files.add(whole);
    for (let depth = 1; depth < folded.length; depth++) {
      const folder = folded.slice(0, depth).join('/');
      if (files.has(folder)) refuse();
      folders.add(folder);
    }
  }
}

const isStorable = (name: string): boolean =>
  name !== '' &&
  !/^\.+$/.test(name) &&
  Buffer.byteLength(name) <= MAX_NAME &&
  !FORBIDDEN.test(name) &&
  !RESERVED.test(name) &&
  !/[. ]$|^ /.test(name);

/** As it can be printed. */
const shown = (path: string): string => path.slice(0, 100).replaceAll(/\p{C}/gu, '\ufffd');
