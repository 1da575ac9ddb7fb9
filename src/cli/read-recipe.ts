import type { LocalizedText } from '../ad/locale.ts';
import { createRecipeReader, MAX_RECIPE, TOO_LONG } from '../ad/parse/parse-recipe.ts';
import type { Recipe } from '../ad/recipe.ts';
import type { StudioCatalogue } from '../ad/studio-catalogue.ts';
import { UserError } from '../errors/user-error.ts';
import { FileRefused, readBoundedFile } from '../files/read-file.ts';
import { readPngText } from '../imaging/encode-png.ts';
import { photoFormat } from '../imaging/photo/photo-format.ts';
import { recipeInFile } from '../imaging/xmp.ts';
import { RECIPE_KEYWORD } from '../workflow/nodes/save-image.ts';

/** Largest picture that a recipe is looked for in, in bytes: an ad of 2048×2048, stored without compression. */
const MAX_PICTURE = 32 * 2 ** 20;

const UNREADABLE: LocalizedText = { ko: '파일을 읽을 수 없어요', en: 'the file cannot be read' };
const NONE: LocalizedText = { ko: '그림에 레시피가 없어요', en: 'the picture has no recipe in it' };
const REFUSED: Readonly<Record<FileRefused['code'], LocalizedText>> = {
  NOT_A_FILE: { ko: '파일이 아니에요', en: 'it is not a file' },
  TOO_LARGE: { ko: '32MB가 넘어요', en: 'it is larger than 32 MB' },
};

/**
 * The recipe in a file: the picture of an ad, a recipe by itself, or what `--json` printed.
 *
 * @throws UserError `bad-recipe`
 */
export async function readRecipe(path: string, studio: StudioCatalogue): Promise<Recipe> {
  const bad = (problem: LocalizedText, cause?: unknown): UserError =>
    new UserError('bad-recipe', { file: path, problem }, { cause });
  let bytes: Buffer;
  try {
    bytes = await readBoundedFile(path, MAX_PICTURE);
  } catch (cause) {
    throw bad(cause instanceof FileRefused ? REFUSED[cause.code] : UNREADABLE, cause);
  }
  if (photoFormat(bytes) === undefined) {
    // A letter takes three bytes at most for each of its code units.
    if (bytes.length > 3 * MAX_RECIPE) throw bad(TOO_LONG);
    return createRecipeReader(studio).parse(bytes.toString('utf8'), path);
  }
  const text = readPngText(bytes).get(RECIPE_KEYWORD) ?? recipeInFile(bytes);
  if (text === undefined) throw bad(NONE);
  return createRecipeReader(studio).parse(text, path);
}
