import type * as z from 'zod';
import { UserError } from '../../errors/user-error.ts';
import { parseJson } from '../../files/parse-json.ts';
import type { LocalizedText } from '../locale.ts';
import type { Recipe } from '../recipe.ts';
import type { StudioCatalogue } from '../studio-catalogue.ts';
import { presentNames } from './present-names.ts';
import { recipeSchemas } from './recipe-schema.ts';

/** Longest JSON that is looked at, in code units: fifty times a usual recipe, ten times what `--json` prints. */
export const MAX_RECIPE = 2 ** 19;

/** Members of all objects in what is looked at: thirty times what an ad has. */
const MAX_MEMBERS = 30_000;

export const TOO_LONG: LocalizedText = { ko: '너무 길어요', en: 'it is too long' };

/** Reads what was written down of pictures. */
export interface RecipeReader {
  /**
   * Reads a recipe from its JSON, or from what `--json` printed, of which it is a part.
   *
   * @param file what the person calls it, for the message
   * @throws UserError `bad-recipe` naming the first place that is wrong
   */
  parse(text: string, file: string): Recipe;
  /** Whether a picture to be made, as it was stored, is within the bounds of what can be ordered. */
  isVariant(variant: unknown): boolean;
}

/** @param studio has the names of scenes, materials and props that a recipe may hold */
export function createRecipeReader(studio: StudioCatalogue): RecipeReader {
  const { recipe, variant } = recipeSchemas(studio);
  return {
    parse(text, file) {
      const bad = (problem: string | LocalizedText, cause?: unknown): UserError =>
        new UserError('bad-recipe', { file, problem }, { cause });
      if (text.length > MAX_RECIPE) throw bad(TOO_LONG);
      let json: unknown;
      try {
        json = parseJson(text, { members: MAX_MEMBERS });
      } catch (cause) {
        throw bad('JSON', cause);
      }
      const parsed = recipe.safeParse(presentNames(recipeIn(json)));
      if (parsed.success) return parsed.data;
      throw bad(placeOf(parsed.error.issues[0]));
    },
    isVariant: (stored) => variant.safeParse(presentNames(stored)).success,
  };
}

/** The recipe's own JSON, also where it is a part of the command's output. */
const recipeIn = (json: unknown): unknown =>
  typeof json === 'object' && json !== null && Object.hasOwn(json, 'recipe')
    ? Reflect.get(json, 'recipe')
    : json;

/** Longest part of a message that quotes the file, in code units. */
const MAX_QUOTED = 120;

/** The place that is wrong, as in `request.seed`, in every language the same; names that came with the file are cut. */
function placeOf(issue: z.core.$ZodIssue | undefined): string {
  const key = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const place = [...(issue?.path ?? []), ...key].join('.').replaceAll(/\p{C}/gu, '\ufffd') || 'JSON';
  return place.length > MAX_QUOTED ? `${place.slice(0, MAX_QUOTED)}…` : place;
}
