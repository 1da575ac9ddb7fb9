import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

const REPOSITORY = /^models--/;

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/**
 * The snapshots of models that a hub's cache holds, as huggingface_hub lays it out: `models--owner--name/snapshots/
 * revision`. The revision that `refs/main` names comes first, then the newest.
 *
 * @param folder of the cache, or of one repository in it
 * @returns nothing where it is no such folder
 */
export async function snapshotsIn(folder: string): Promise<string[]> {
  const names = await namesIn(folder);
  const repositories = names.includes('snapshots')
    ? [folder]
    : names.filter((name) => REPOSITORY.test(name)).map((name) => join(folder, name));
  return (await Promise.all(repositories.sort().map(snapshotsOf))).flat();
}

async function snapshotsOf(repository: string): Promise<string[]> {
  const main = await readFile(join(repository, 'refs', 'main'), 'utf8').catch(() => '');
  const names = await namesIn(join(repository, 'snapshots'));
  const dated = await Promise.all(
    names.map(async (name) => {
      const path = join(repository, 'snapshots', name);
      const age = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      );
      return { path, rank: name === main.trim() ? Number.POSITIVE_INFINITY : age };
    }),
  );
  return dated.sort((a, b) => b.rank - a.rank).map(({ path }) => path);
}
