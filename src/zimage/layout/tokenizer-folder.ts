import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ModelPlace } from './model-place.ts';

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

/**
 * The folder of the tokenizer: the one that is named, else the model's own, else one that was fetched by itself.
 *
 * @param own folders in which the model may have one
 * @returns undefined where there is none; a folder that is named is not looked into
 */
export async function tokenizerFolder(
  { tokenizer, otherTokenizers = [] }: ModelPlace,
  own: readonly string[],
): Promise<string | undefined> {
  if (tokenizer !== undefined) {
    if (tokenizer.endsWith('tokenizer.json')) return dirname(tokenizer);
    const inner = join(tokenizer, 'tokenizer');
    const isModel = !(await holdsTokenizer(tokenizer)) && (await holdsTokenizer(inner));
    return isModel ? inner : tokenizer;
  }
  for (const folder of [...own, ...otherTokenizers]) if (await holdsTokenizer(folder)) return folder;
  return undefined;
}

const holdsTokenizer = (folder: string): Promise<boolean> => isFile(join(folder, 'tokenizer.json'));
