import type { Brief } from '../../ad/brief.ts';
import type { DesignLayout } from '../../ad/design.ts';
import type { ProductLayout, TextLayout } from '../../ad/layout.ts';
import type { Recipe, RecipeSource } from '../../ad/recipe.ts';
import type { SavedImage } from '../../ad/result.ts';
import { defined } from '../../collections/defined.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { PictureKind, PictureStore } from '../../storage/picture-store.ts';
import { BaseNode } from '../base-node.ts';

interface Inputs {
  readonly image: Raster;
  readonly kind: PictureKind;
  /** What the recipe starts from; absent = the file carries no recipe. */
  readonly source?: RecipeSource;
  readonly brief?: Brief;
  readonly productLayout?: ProductLayout;
  readonly textLayout?: TextLayout;
  readonly design?: DesignLayout;
  /** The picture that this one was made from. */
  readonly origin?: SavedImage;
  /** Of the file, without its ending; by default the picture is named after its pixels. */
  readonly name?: string;
}

interface Outputs {
  readonly saved: SavedImage;
  /** What the file carries. */
  readonly recipe?: Recipe;
}

/** Keyword of the recipe in a PNG's text. */
export const RECIPE_KEYWORD = 'Recipe';

/** Writes a picture to the disk, named after its pixels. */
export class SaveImageNode extends BaseNode<Inputs, Outputs> {
  readonly name = 'SaveImageNode';
  readonly version = 1;
  override readonly cacheable = false;
  readonly #pictures: PictureStore;

  constructor(pictures: PictureStore) {
    super();
    this.#pictures = pictures;
  }

  async process({ image, kind, origin, name, ...decided }: Inputs): Promise<Outputs> {
    const recipe = recipeFrom(decided);
    const text = recipe === undefined ? {} : { [RECIPE_KEYWORD]: JSON.stringify(recipe) };
    const picture = await this.#pictures.save(image, kind, text, name);
    return {
      saved: origin === undefined ? picture : { ...picture, origin: origin.path },
      ...defined({ recipe }),
    };
  }
}

function recipeFrom({
  source,
  brief,
  productLayout,
  textLayout,
  design,
}: Omit<Inputs, 'image' | 'kind' | 'origin' | 'name'>): Recipe | undefined {
  if (source === undefined || brief === undefined) return undefined;
  return {
    version: 1,
    ...source,
    decided: {
      brief,
      ...defined({ productLayout, textLayout, design }),
    },
  };
}
