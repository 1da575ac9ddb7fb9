import type { Recipe } from '../ad/recipe.ts';
import { UserError } from '../errors/user-error.ts';
import { FileRefused, readFileWithin } from '../files/read-file.ts';
import { photoFormat } from '../imaging/decode-photo.ts';
import { readPngText } from '../imaging/encode-png.ts';
import { RECIPE_KEYWORD } from '../nodes/save-image.ts';
import { MAX_RECIPE, parseRecipe } from '../request/parse-recipe.ts';

/** Largest picture that a recipe is looked for in, in bytes: an ad of 2048×2048, stored without compression. */
const MAX_PICTURE = 32 * 2 ** 20;

/**
 * The recipe in a file: the PNG of an ad, a recipe by itself, or what `--json` printed.
 *
 * @throws UserError `bad-recipe`
 */
export async function readRecipe(path: string): Promise<Recipe> {
  const bad = (problem: string, cause?: unknown): UserError =>
    new UserError('bad-recipe', { file: path, problem }, { cause });
  let bytes: Buffer;
  try {
    bytes = await readFileWithin(path, MAX_PICTURE);
  } catch (cause) {
    throw bad(cause instanceof FileRefused ? cause.message : 'the file cannot be read', cause);
  }
  if (photoFormat(bytes) === undefined) {
    // A letter takes three bytes at most for each of its code units.
    if (bytes.length > 3 * MAX_RECIPE) throw bad('too long');
    return parseRecipe(bytes.toString('utf8'), path);
  }
  const text = readPngText(bytes).get(RECIPE_KEYWORD);
  if (text === undefined) throw bad('the picture carries none');
  return parseRecipe(text, path);
}
