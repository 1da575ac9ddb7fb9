import type { AdCopy } from '../ad/copy.ts';
import { type HeroSource, MADE, type PhotoSource, type PictureOrder } from '../ad/design.ts';
import type { MenuRow } from '../ad/design-part.ts';
import type { Face } from '../ad/face.ts';
import type { Box, Size } from '../ad/geometry.ts';
import type { OccasionKind } from '../ad/occasion-kind.ts';
import type { Insets } from '../ad/place.ts';
import type { Statement } from '../ad/statement.ts';
import type { Raster } from '../imaging/raster.ts';
import type { DesignFamily } from '../presets/design.ts';
import type { Mood } from '../presets/mood.ts';
import type { ColourSources } from './colour/colour-sources.ts';

/** A cut-out that a design may show. */
export interface HeroMaterial {
  readonly source: HeroSource;
  /** Cropped to what is seen of it. */
  readonly image: Raster;
}

/** A whole photo that a design may show, or the picture that was made for it. */
export interface PictureMaterial {
  readonly photo: PhotoSource;
  readonly image: Raster;
  /** Where its subject is, in its pixels; absent = nobody knows. */
  readonly subject?: Box;
}

/** What a design is made of. */
export interface DesignRequest {
  readonly size: Size;
  readonly copy: AdCopy;
  readonly statements: readonly Statement[];
  readonly shopName?: string;
  /** What a QR code of the ad says. */
  readonly qr?: string;
  /** What is sold, as the owner listed it: a family without a menu does not take it. Absent = nothing was listed. */
  readonly menu?: readonly MenuRow[];
  /** The shop's, as it was given: it stands in the place of the shop's name. */
  readonly logo?: Raster;
  /** For headlines where a family has none of its own: the brand's, else the trade's. */
  readonly face: string;
  /** Whether the face is the brand's, which comes before a family's. */
  readonly brandFace: boolean;
  readonly colours: ColourSources;
  /** What colours and letters are to feel like; absent = as the family has them. */
  readonly mood?: Mood;
  readonly heroes: readonly HeroMaterial[];
  readonly pictures: readonly PictureMaterial[];
  /** How the picture was asked for that was made: designs that show it come first. Absent = none was. */
  readonly made?: PictureOrder;
  /** What it is for, and the shop's trade from its own row to its large class. */
  readonly occasion: OccasionKind;
  /** Which of the families that suit it is taken, 0 – 2³²−1; absent = as the colours'. */
  readonly seed?: number;
  readonly trades: readonly string[];
  /** The family that was asked for; absent = whichever suits best. */
  readonly asked?: string;
  /** Families that are taken only where no other takes the request: those of the ads that this one is to differ from. */
  readonly others?: readonly string[];
  /** The families that may be taken; at least one. */
  readonly families: readonly DesignFamily[];
  /** Where no words may be, as the ad's place asks; absent = as a sheet of its shape asks. */
  readonly safe?: Insets;
  /** On a sheet that a knife cuts round: pixels from its middle beyond which no words may be; absent = it has corners. */
  readonly round?: number;
  /** What a press cuts off of the sheet, and is filled all the same; absent = it is seen whole. */
  readonly bleed?: Insets;
  /** Least em of letters in pixels, likewise. */
  readonly letters?: number;
  /** At least one, in the order in which they stand in for one another. */
  readonly faces: readonly Face[];
}

export type { DesignFamily, Mood };

/** What a design shows besides words. */
export type MaterialKind = 'hero' | 'picture' | 'type';

/** What there is to be shown. */
export interface ToShow {
  readonly has: { readonly hero: boolean; readonly picture: boolean };
  /** Whether it is the shop's own photo, which is not left out of its ad. */
  readonly isOwn: boolean;
  /** Whether a picture was made, which is shown wherever a family can. */
  readonly isMade: boolean;
}

export const toShow = ({ heroes, pictures }: Pick<DesignRequest, 'heroes' | 'pictures'>): ToShow => {
  const isMade = pictures.some(({ photo }) => photo === MADE);
  return {
    has: { hero: heroes.length > 0, picture: pictures.length > 0 },
    isOwn: (pictures.length > 0 && !isMade) || heroes.some(({ source }) => source.kind === 'photo'),
    isMade,
  };
};
