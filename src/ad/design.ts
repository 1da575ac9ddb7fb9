import type { PlacedPart } from './design-part.ts';
import type { Box, Size } from './geometry.ts';
import type { ScrimEdge, TextBlock } from './layout.ts';
import type { LocalizedText } from './locale.ts';
import type { HexColour } from './scene.ts';

/** Today's way: a scene from an engine, the product set into it, words placed where the picture is calm. */
export const SCENE_FAMILY = 'scene';

/** Whichever family suits a request. */
export const ANY_FAMILY = 'auto';

/** In the place of a photo's index: the picture that the image engine makes for the design. */
export const MADE = 'made';

/** A photo by its index in the request, or the picture that is made. */
export type PhotoSource = number | typeof MADE;

/** A picture that the image engine is asked for, so that a design can show it. */
export interface PictureOrder {
  /** Pixels; sides are 256–2048. */
  readonly size: Size;
  /** Where words will lie on it; absent = nowhere. */
  readonly words?: ScrimEdge;
}

/** What a design can show: a product that was cut out of a photo, by the photo's index, or a 3D icon. */
export type HeroSource =
  | { readonly kind: 'photo'; readonly photo: number }
  | { readonly kind: 'icon'; readonly id: string };

/** Turned about the middle of its box, in degrees clockwise; absent = upright. */
interface Turned {
  readonly angle?: number;
}

interface Filled extends Turned {
  readonly box: Box;
  readonly colour: HexColour;
  /** 0–1; absent = 1. */
  readonly opacity?: number;
}

/** A line along the edge of a shape, inside of it. */
interface Stroke {
  readonly colour: HexColour;
  /** Pixels. */
  readonly width: number;
}

/** A soft shadow under a shape: absent = none. */
interface Shaded {
  readonly shadow?: boolean;
}

/** A box with even corners, a disc or ellipse that fills its box, a window with a round top, a star of many rays, a blot. */
export interface FillLayer extends Filled, Shaded {
  readonly kind: 'box' | 'disc' | 'arch' | 'burst' | 'blob';
  /** Of a box's corners, pixels; absent = sharp. */
  readonly radius?: number;
  readonly stroke?: Stroke;
  /** Of a blob: another seed is another outline. */
  readonly seed?: number;
}

/** An outline alone: of a box, or of a disc. */
export interface FrameLayer extends Turned {
  readonly kind: 'frame' | 'ring';
  readonly box: Box;
  readonly radius?: number;
  readonly stroke: Stroke;
}

/** Rays that run outwards from a point to the edges of the box. */
export interface RaysLayer extends Filled {
  readonly kind: 'rays';
  /** Pixels of the ad. */
  readonly centre: { readonly x: number; readonly y: number };
  readonly count: number;
}

/** Dots or stripes over a box. */
export interface TextureLayer extends Filled {
  readonly kind: 'dots' | 'stripes';
  /** Distance of two, pixels. */
  readonly pitch: number;
}

/** A card with a notch in two opposite edges and a perforation between them. */
export interface TicketLayer extends Filled, Shaded {
  readonly kind: 'ticket';
  readonly radius: number;
  readonly notch: {
    /** 'down' = the perforation runs from top to bottom. */
    readonly way: 'across' | 'down';
    /** Of the perforation, from the top or the left of the box, pixels. */
    readonly at: number;
    readonly radius: number;
    /** Of the perforation's dashes. */
    readonly colour: HexColour;
  };
}

/** A colour that is densest at one edge of its box, even for a share of the way and gone at the other edge. */
interface ScrimLayer {
  readonly kind: 'scrim';
  readonly box: Box;
  readonly edge: ScrimEdge;
  readonly colour: HexColour;
  readonly opacity: number;
}

/** A photo that was not cut out, or a picture that was made; or a part of it. */
export interface PictureLayer extends Turned, Shaded {
  readonly kind: 'picture';
  readonly box: Box;
  readonly photo: PhotoSource;
  /** The part that is shown, in pixels of the photo; of the box's proportions. */
  readonly part: Box;
  readonly shape: 'box' | 'disc' | 'arch';
  readonly radius?: number;
  readonly stroke?: Stroke;
  /** Its lightness shown from one colour to another; absent = its own colours. */
  readonly duotone?: {
    readonly dark: HexColour;
    readonly light: HexColour;
    /** Printed in dots of the dark colour, so many pixels apart; absent = in even tones. */
    readonly dots?: number;
  };
}

/** A cut-out that stands free. */
export interface HeroLayer extends Turned {
  readonly kind: 'hero';
  /** Of what is seen of it. */
  readonly box: Box;
  readonly source: HeroSource;
  /** 'contact' = it stands on something; 'drop' = it hangs a little in front of the ground. */
  readonly shadow: 'contact' | 'drop' | 'none';
  /** What shadows are made of: a dark colour of the ground's hue. */
  readonly shade: HexColour;
  /** A sticker's edge around it. */
  readonly edge?: Stroke;
}

/** A cut-out repeated over a box in rows that are shifted against one another. */
export interface PatternLayer {
  readonly kind: 'pattern';
  readonly box: Box;
  readonly sources: readonly HeroSource[];
  /** Longer side of one, pixels. */
  readonly size: number;
  /** Distance of two in a row, and of two rows. */
  readonly pitch: Size;
  /** Of the rows, degrees clockwise. */
  readonly angle: number;
}

/** One thing that is painted; later ones lie on earlier ones. Boxes are in whole pixels of the ad and may leave it. */
export type DesignLayer =
  | FillLayer
  | FrameLayer
  | RaysLayer
  | TextureLayer
  | TicketLayer
  | ScrimLayer
  | PictureLayer
  | HeroLayer
  | PatternLayer;

/** One design: a family solved for one request, one size and one seed. Plain JSON. */
export interface DesignLayout {
  /** A file of presets/designs/. */
  readonly family: string;
  readonly size: Size;
  /** From the back to the front. */
  readonly layers: readonly DesignLayer[];
  /** Drawn on all layers. Several may be of one slot. */
  readonly blocks: readonly TextBlock[];
  /** The picture that its layers show as `made`; absent = they show none. */
  readonly made?: PictureOrder;
  /** Where the shop's logo stands; absent = it has none, or it is set where the sheet is calm. */
  readonly logo?: Box;
  /** Drawn last of all: a QR code is read from the finished picture. Absent = none. */
  readonly parts?: readonly PlacedPart[];
  /** Where products are seen: no words may be there. */
  readonly productBoxes: readonly Box[];
  readonly why: readonly LocalizedText[];
  readonly warnings: readonly LocalizedText[];
}
