import type { Recipe } from '../ad/recipe.ts';
import { UserError } from '../errors/user-error.ts';
import { recipeSchema } from './recipe-schema.ts';

/**
 * Reads a recipe from its JSON.
 *
 * @param file what the person calls it, for the message
 * @throws UserError `bad-recipe` naming the first place that is wrong
 */
export function parseRecipe(text: string, file: string): Recipe {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UserError('bad-recipe', { file, problem: 'JSON' }, { cause: error });
  }
  const parsed = recipeSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UserError('bad-recipe', { file, problem: `${issue?.path.join('.')}: ${issue?.message}` });
}
