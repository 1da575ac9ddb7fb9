import { readFile } from 'node:fs/promises';
import type { Recipe } from '../ad/recipe.ts';
import { UserError } from '../errors/user-error.ts';
import { photoFormat } from '../imaging/decode-photo.ts';
import { readPngText } from '../imaging/encode-png.ts';
import { RECIPE_KEYWORD } from '../nodes/save-image.ts';
import { parseRecipe } from '../request/parse-recipe.ts';

/**
 * The recipe in a file: the PNG of an ad, a recipe by itself, or what `--json` printed.
 *
 * @throws UserError `bad-recipe`
 */
export async function readRecipe(path: string): Promise<Recipe> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw new UserError('bad-recipe', { file: path, problem: 'the file cannot be read' }, { cause: error });
  }
  if (photoFormat(bytes) === undefined) return parseRecipe(recipeIn(bytes.toString('utf8')), path);
  const text = readPngText(bytes)[RECIPE_KEYWORD];
  if (text === undefined)
    throw new UserError('bad-recipe', { file: path, problem: 'the picture carries none' });
  return parseRecipe(text, path);
}

/** The recipe's own JSON, also where it is a part of the command's output. */
function recipeIn(text: string): string {
  try {
    const { recipe } = JSON.parse(text) as { recipe?: unknown };
    return recipe === undefined ? text : JSON.stringify(recipe);
  } catch {
    return text;
  }
}
