import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import {
  type DesignLayer,
  type DesignLayout,
  type HeroSource,
  MADE,
  type PhotoSource,
} from '../../ad/design.ts';
import { fromCanvas, toCanvas } from '../../imaging/canvas.ts';
import type { Raster } from '../../imaging/raster.ts';
import { paintUnderlay } from '../../typography/paint-underlay.ts';
import { paintFill, paintFrame, paintTicket } from './paint-fill.ts';
import { type HeroPart, paintHero, paintPattern } from './paint-hero.ts';
import { paintPicture } from './paint-picture.ts';
import { paintRays, paintTexture } from './paint-texture.ts';

/** The pictures that a design's layers name. */
export interface DesignPictures {
  /** Cut-outs, cropped to what is seen of them. */
  readonly heroes: readonly { readonly source: HeroSource; readonly image: Raster }[];
  /** Whole photos by their index, and what was made. */
  readonly photos: readonly { readonly photo: PhotoSource; readonly image: Raster }[];
}

/** Paints all of a design but its words. @throws RangeError for a layer whose picture is not there */
export function paintDesign({ size, layers }: DesignLayout, pictures: DesignPictures): Raster {
  const canvas = createCanvas(size.width, size.height);
  paintLayers(canvas.getContext('2d'), layers, pictures);
  return fromCanvas(canvas);
}

/** Paints layers onto what is on a canvas, which may be scaled. @throws RangeError as paintDesign */
export function paintLayers(
  context: SKRSContext2D,
  layers: readonly DesignLayer[],
  pictures: DesignPictures,
): void {
  const painter = new LayerPainter(pictures);
  for (const layer of layers) painter.paint(context, layer);
}

/** Paints the layers of one design, one at a time. */
export class LayerPainter {
  readonly #album: Album;

  constructor(pictures: DesignPictures) {
    this.#album = new Album(pictures);
  }

  /**
   * @param parts of a hero; absent = all of it
   * @throws RangeError for a layer whose picture is not there
   */
  paint(context: SKRSContext2D, layer: DesignLayer, parts?: readonly HeroPart[]): void {
    switch (layer.kind) {
      case 'box':
      case 'disc':
      case 'arch':
      case 'burst':
      case 'blob':
        paintFill(context, layer);
        break;
      case 'frame':
      case 'ring':
        paintFrame(context, layer);
        break;
      case 'ticket':
        paintTicket(context, layer);
        break;
      case 'rays':
        paintRays(context, layer);
        break;
      case 'dots':
      case 'stripes':
        paintTexture(context, layer);
        break;
      case 'scrim':
        paintUnderlay(context, layer);
        break;
      case 'picture':
        paintPicture(context, layer, this.#album.photo(layer.photo));
        break;
      case 'hero':
        paintHero(context, layer, this.#album.hero(layer.source), parts);
        break;
      case 'pattern':
        paintPattern(context, layer, this.#album.heroes(layer.sources));
        break;
    }
  }
}

/** Pictures as canvases, each made once. */
class Album {
  readonly #pictures: DesignPictures;
  readonly #made = new Map<string, Canvas>();

  constructor(pictures: DesignPictures) {
    this.#pictures = pictures;
  }

  photo(source: PhotoSource): Raster {
    const found = this.#pictures.photos.find(({ photo }) => photo === source);
    const name = source === MADE ? 'a picture that was to be made' : `photo ${source + 1}`;
    if (found === undefined) throw new RangeError(`The design shows ${name}, which is not there`);
    return found.image;
  }

  heroes(sources: readonly HeroSource[]): readonly Canvas[] {
    return sources.map((source) => this.hero(source));
  }

  hero(source: HeroSource): Canvas {
    const key = source.kind === 'photo' ? `photo ${source.photo}` : source.id;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const found = this.#pictures.heroes.find(({ source: other }) => sameSource(other, source));
    if (found === undefined) throw new RangeError(`The design shows ${key}, which is not there`);
    const made = toCanvas(found.image);
    this.#made.set(key, made);
    return made;
  }
}

function sameSource(a: HeroSource, b: HeroSource): boolean {
  if (a.kind === 'photo') return b.kind === 'photo' && a.photo === b.photo;
  return b.kind === 'icon' && a.id === b.id;
}
