import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from './make-folder.ts';
import { diskError } from './write-atomically.ts';

/** What the program keeps of people, by the names of what lies in its data folder. Models are nobody's secret. */
const OWN_NAMES =
  /^(?:photos|pictures|cache|discord|slack|terminal|model-usage|jobs\.db.*|bot\.log.*|bot\.lock.*)$/;

/** Nothing for the group, nothing for others. */
const GROUP_AND_OTHERS = 0o077;

/**
 * Makes the data folder where it is not there, and takes from group and others what an older version has left them of
 * it: files 0600, folders 0700. The folder itself is closed where nothing else lies in it. Links are left alone, and so
 * is what belongs to somebody else.
 *
 * @returns how many files and folders were restricted
 * @throws OutageError `disk` where the folder cannot be made or read
 */
export async function restrictDataFolder(folder: string): Promise<number> {
  try {
    // Whatever is cached is cached in closed folders, also by those who do not know what it is.
    makeFolder(join(folder, 'cache', 'presets'), 0o700);
    const names = await readdir(folder);
    let restricted = 0;
    for (const name of names.filter((each) => OWN_NAMES.test(each)))
      restricted += await restrict(join(folder, name));
    const ours = names.every((name) => OWN_NAMES.test(name) || name === 'models');
    return restricted + (ours ? await close(folder, 0o700) : 0);
  } catch (error) {
    throw diskError(error);
  }
}

/** A folder is closed last: one that is closed has been seen to the end, and is not looked through at every start. */
async function restrict(path: string): Promise<number> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined || (found.mode & GROUP_AND_OTHERS) === 0) return 0;
  if (found.isFile()) return close(path, 0o600);
  if (!found.isDirectory()) return 0;
  let restricted = 0;
  for (const name of await readdir(path).catch(() => [])) restricted += await restrict(join(path, name));
  return restricted + (await close(path, 0o700));
}

async function close(path: string, mode: number): Promise<number> {
  const found = await lstat(path).catch(() => undefined);
  if (found === undefined || (found.mode & GROUP_AND_OTHERS) === 0) return 0;
  return chmod(path, mode).then(
    () => 1,
    () => 0,
  );
}
