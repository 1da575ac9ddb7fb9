import type { DesignLayer } from '../../../src/ad/design.ts';
import { paintDesign } from '../../../src/design/paint/paint-design.ts';
import { alphaOf, type Matte, type Raster } from '../../../src/imaging/raster.ts';
import type { MadeAd } from './make-ad.ts';
import type { Prepared } from './material.ts';

/** A matte above this is product. */
const SOLID = 128;

/** Where products are seen on an ad, by their own alpha. */
export interface ProductOnAd {
  /** At the ad's size. */
  readonly matte: Matte;
  /** Share of it that something else of the design lies over, 0–1. */
  readonly hidden: number;
  /** Share of it that is not seen, since the sheet or its window ends there, 0–1. */
  readonly cut: number;
  /** From its top to its foot, as a share of the sheet's height; 0 = nothing is seen of it. */
  readonly height: number;
  /** Whether any of it stands free. */
  readonly isHero: boolean;
}

/** Paints a design's products alone, without shadows and edges, to see where they are. */
export function productOnAd({ design }: MadeAd, { material, subject }: Prepared): ProductOnAd {
  const { layers, size } = design;
  const alone = layers.flatMap((layer): readonly DesignLayer[] => {
    if (layer.kind === 'hero') {
      const { edge: _edge, ...bare } = layer;
      return [{ ...bare, shadow: 'none' }];
    }
    if (layer.kind !== 'picture' || subject === undefined) return [];
    const { shadow: _shadow, duotone: _duotone, stroke: _stroke, ...bare } = layer;
    return [bare];
  });
  const photos = subject === undefined ? [] : [{ photo: 0, image: subject }];
  const paint = (shown: readonly DesignLayer[]): Raster =>
    paintDesign({ ...design, layers: shown }, { heroes: material.heroes, photos });
  const matte = alphaOf(paint(alone));
  const first = layers.findIndex(({ kind }) => kind === 'hero' || kind === 'picture');
  const over = first < 0 ? [] : layers.slice(first).filter(({ kind }) => !BEHIND.has(kind));
  const covering = over.length === 0 ? undefined : alphaOf(paint(over));
  let [all, covered, top, bottom] = [0, 0, size.height, 0];
  for (let i = 0; i < matte.data.length; i++) {
    if ((matte.data[i] ?? 0) < SOLID) continue;
    all++;
    if ((covering?.data[i] ?? 0) >= SOLID) covered++;
    const y = Math.floor(i / size.width);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  return {
    matte,
    hidden: all === 0 ? 0 : covered / all,
    cut: Math.max(0, 1 - all / Math.max(1, sum(alone.map((layer) => wholeArea(layer, material, subject))))),
    height: all === 0 ? 0 : (bottom - top) / size.height,
    isHero: layers.some(({ kind }) => kind === 'hero'),
  };
}

/** What is a product itself, or only shades what is behind it. */
const BEHIND: ReadonlySet<DesignLayer['kind']> = new Set(['hero', 'picture', 'scrim', 'pattern']);

/** Pixels of the ad that a product would take if all of it were seen. */
function wholeArea(
  layer: DesignLayer,
  { heroes }: Prepared['material'],
  subject: Raster | undefined,
): number {
  if (layer.kind === 'picture' && subject !== undefined)
    return solidPixels(subject) * (layer.box.width / layer.part.width) ** 2;
  if (layer.kind !== 'hero') return 0;
  const found = heroes.find(({ source }) => JSON.stringify(source) === JSON.stringify(layer.source));
  return found === undefined ? 0 : solidPixels(found.image) * (layer.box.width / found.image.width) ** 2;
}

const solidPixels = (raster: Raster): number => alphaOf(raster).data.filter((alpha) => alpha >= SOLID).length;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
