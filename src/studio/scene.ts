import type { Size } from '../ad/geometry.ts';
import type {
  BackdropName,
  HexColour,
  LightingName,
  MaterialName,
  OutlookName,
  Palette,
  PropName,
  SeasonName,
  Stage,
} from '../ad/scene.ts';
import type { StyleName } from '../ad/style.ts';
import type { Raster } from '../imaging/raster.ts';

/** One backdrop to be rendered: every choice is made, so the same request gives the same pixels. */
export interface BackdropRequest {
  readonly recipe: BackdropName;
  /** Absent = the recipe's own. */
  readonly material?: MaterialName;
  readonly lighting: LightingName;
  readonly palette: Palette;
  readonly season?: SeasonName;
  /** Behind a stage in the open; absent = as the season and the seed have it. */
  readonly outlook?: OutlookName;
  /** 0 = noon in a white room; 1 = night. */
  readonly darkness: number;
  /** Small things around the product, in English, as the scene names them; a recipe heeds those that it knows. */
  readonly props?: readonly string[];
  /** The backdrop keeps at least 25 L away from it in lightness where the product will stand. */
  readonly productColour?: HexColour;
  /** A thing to show on the set, in its light; absent = the place is left for a product. */
  readonly subject?: PropName;
  readonly style: StyleName;
  /** What will be put on the picture. */
  readonly room: { readonly product: boolean; readonly words: boolean };
  /** Any size up to 2048 a side. */
  readonly size: Size;
  /** 0 – 2³²−1. */
  readonly seed: number;
}

export interface Backdrop {
  /** Opaque, of the requested size. */
  readonly image: Raster;
  readonly stage: Stage;
}
