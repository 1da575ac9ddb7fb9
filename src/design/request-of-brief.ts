import type { Brief } from '../ad/brief.ts';
import type { PictureOrder } from '../ad/design.ts';
import type { MenuRow } from '../ad/design-part.ts';
import type { Face } from '../ad/face.ts';
import type { Size } from '../ad/geometry.ts';
import type { Insets } from '../ad/place.ts';
import type { Brand } from '../ad/request.ts';
import { defined } from '../collections/defined.ts';
import type { Raster } from '../imaging/raster.ts';
import type { Mood } from '../presets/mood.ts';
import type { DesignFamily, DesignRequest, HeroMaterial, PictureMaterial } from './design-request.ts';

/** What a workflow knows of a design that is to be made. */
export interface DesignWish {
  readonly brief: Brief;
  readonly brand?: Brand;
  /** What its QR code says. */
  readonly qr?: string;
  readonly menu?: readonly MenuRow[];
  readonly logo?: Raster;
  readonly heroes: readonly HeroMaterial[];
  readonly pictures: readonly PictureMaterial[];
  readonly size: Size;
  readonly seed: number;
  /** Which of the families that suit is taken, 0 – 2³²−1. */
  readonly choice: number;
  /** The one that was asked for; absent = whichever suits best. */
  readonly asked?: string;
  readonly families: readonly DesignFamily[];
  /** Those of the ads that this one is to differ from. */
  readonly others: readonly string[];
  /** Names of the shop's trade and of its family of trades. */
  readonly trades: readonly string[];
  /** The brief's, by its row. */
  readonly mood?: Mood;
  /** How the picture was asked for that was made; absent = none was. */
  readonly made?: PictureOrder;
  /** What the ad's place asks. */
  readonly safe?: Insets;
  readonly round?: number;
  readonly bleed?: Insets;
  readonly letters?: number;
}

export function requestOfBrief(wish: DesignWish, faces: readonly Face[]): DesignRequest {
  const {
    brief,
    brand,
    qr,
    menu,
    logo,
    heroes,
    pictures,
    size,
    seed,
    choice,
    families,
    others,
    asked,
    made,
    safe,
    round,
    bleed,
    letters,
    mood,
  } = wish;
  return {
    size,
    copy: brief.copy,
    statements: brief.statements,
    ...defined({ shopName: brand?.shopName, qr, menu, logo, asked, made, safe, round, bleed, letters, mood }),
    face: brief.face,
    brandFace: brand?.face !== undefined,
    colours: {
      palette: brief.scene.palette,
      brand: brand?.colours ?? [],
      seed,
      ...defined({ product: brief.scene.productColour, asked: brief.scene.asked }),
    },
    heroes,
    pictures,
    occasion: brief.occasion ?? 'everyday',
    trades: wish.trades,
    seed: choice,
    others,
    families,
    faces,
  };
}
