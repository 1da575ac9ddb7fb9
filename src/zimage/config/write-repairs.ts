import { copyFile, readFile, writeFile } from 'node:fs/promises';
import type { Repair } from './repair.ts';

/**
 * Writes into the settings' files what was made up for in memory. The file as it was is kept beside it as
 * `config.json.bak`. Only ever done because somebody asked for it.
 *
 * @returns the files that were changed
 */
export async function writeRepairs(repairs: readonly Repair[]): Promise<string[]> {
  const files = [...new Set(repairs.map(({ file }) => file))];
  for (const file of files) {
    const text = await readFile(file, 'utf8').catch(() => '{}');
    const values = JSON.parse(text) as Record<string, unknown>;
    for (const { key, value } of repairs.filter((repair) => repair.file === file)) values[key] = value;
    await copyFile(file, `${file}.bak`).catch(() => undefined);
    await writeFile(file, `${JSON.stringify(values, null, 2)}\n`);
  }
  return files;
}
