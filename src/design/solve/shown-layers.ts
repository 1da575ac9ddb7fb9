import type { HeroLayer, PictureLayer } from '../../ad/design.ts';
import { type Box, centre, turnedBounds } from '../../ad/geometry.ts';
import type { HexColour } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import type { Raster } from '../../imaging/raster.ts';
import type { DesignStyle } from '../../presets/design.ts';
import type { ColourPlan } from '../colour/colour-plan.ts';
import type { DesignRequest } from '../design-request.ts';
import { heroBoxes, shownHeroes } from './hero-boxes.ts';
import { isLostOn } from './lost-rim.ts';
import { picturePart } from './picture-part.ts';
import { angleOf, moved, px, type Turning, whole } from './turning.ts';

/** What boxes that show something are filled from. */
export interface Showing {
  readonly request: DesignRequest;
  readonly colours: ColourPlan;
  /** Pixels of a hundredth of the shorter side. */
  readonly unit: number;
  /** Where words are. */
  readonly words: readonly Box[];
}

/** Distance of two dots of a halftone, hundredths: large enough to be meant. */
const DOTS = 1.1;

/** Width of a sticker's edge, and of the line around what would be lost on its ground, hundredths. */
const STICKER = 1.4;
const OUTLINE = 0.7;

/** The products in a box, each where it is seen. @param ground colour behind them */
export function heroLayers(
  box: Box,
  style: DesignStyle,
  turning: Turning,
  ground: HexColour,
  { request, colours, unit }: Showing,
): readonly HeroLayer[] {
  const heroes = shownHeroes(request.heroes, style.only);
  const edgeOf = (image: Raster): HeroLayer['edge'] => {
    if (style.edge === 'sticker') return { colour: colours.card.fill, width: px(STICKER * unit) };
    return isLostOn(image, ground) ? { colour: colours.card.fill, width: px(OUTLINE * unit) } : undefined;
  };
  const images = heroes.map(({ image }) => image);
  return heroBoxes(box, images, style.anchor).flatMap((place, i) => {
    const hero = heroes[i];
    if (hero === undefined) return [];
    const { source, image } = hero;
    const edge = edgeOf(image);
    const shadow = style.stands ?? 'contact';
    const shade = colours.dark.fill;
    return [
      { kind: 'hero', box: whole(place), source, shadow, shade, ...angleOf(turning), ...defined({ edge }) },
    ];
  });
}

/** The picture in a box, and where its subject is seen; undefined where there is none. */
export function pictureLayer(
  box: Box,
  { shape = 'box', radius, colouring }: DesignStyle,
  turning: Turning,
  { request, colours, unit, words }: Showing,
): { readonly layer: PictureLayer; readonly subject?: Box } | undefined {
  const [picture] = request.pictures;
  if (picture === undefined) return undefined;
  const place = whole(moved(box, turning));
  const { part, subject } = picturePart(picture, place, words, request.size);
  const seen = subject && moved(subject, { ...turning, about: centre(place) });
  const dots = colouring === 'halftone' ? Math.max(4, px(DOTS * unit)) : undefined;
  const isToned = colouring === 'duotone' || colouring === 'halftone';
  const duotone = { dark: colours.dark.fill, light: colours.ground.fill, ...defined({ dots }) };
  const layer: PictureLayer = {
    kind: 'picture',
    box: place,
    photo: picture.photo,
    part,
    shape: shape === 'disc' || shape === 'arch' ? shape : 'box',
    ...angleOf(turning),
    ...defined({
      radius: radius === undefined ? undefined : px(radius * unit),
      duotone: isToned ? duotone : undefined,
    }),
  };
  return { layer, ...defined({ subject: seen && whole(turnedBounds(seen, turning.angle)) }) };
}
