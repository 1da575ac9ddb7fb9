import type { Raster } from '../../../src/imaging/raster.ts';
import { iconPicture } from '../../../src/studio/icons/icon-picture.ts';
import { PLACES, type Place, photographIn, type Shot } from '../studio-photo.ts';
import { trueProducts } from '../true-products.ts';
import { THING_ICONS } from './icons.ts';
import type { KnownPhoto } from './known-photo.ts';
import { PRINTS, printedProduct, SHAPE_NAMES } from './printed-products.ts';

/** Grounds that are no tables: in the open, shelves, tiles, cloth, lights. */
const SCENES: Readonly<Record<string, Place>> = {
  outdoor: { recipe: 'outdoor', lighting: 'sun', background: '#cfe3ea' },
  shelf: { recipe: 'shelf', lighting: 'overcast', background: '#e5d8c4' },
  tiles: { recipe: 'tiles', lighting: 'window', background: '#dfe6e2' },
  fabric: { recipe: 'fabric', lighting: 'overcast', background: '#d9c7bd' },
  water: { recipe: 'water', lighting: 'softbox', background: '#bcd9de' },
  bokeh: { recipe: 'bokeh', lighting: 'candle', background: '#5b4636' },
  gobo: { recipe: 'gobo', lighting: 'leaves', background: '#e9dfd0' },
  hanji: { recipe: 'hanji', lighting: 'overcast', background: '#efe7d6' },
};

const ALL: readonly (readonly [string, Place])[] = [...Object.entries(PLACES), ...Object.entries(SCENES)];

/** A product by name, made when it is asked for. */
interface Product {
  readonly name: string;
  load(): Promise<Raster>;
}

const ICONS: readonly Product[] = THING_ICONS.map((id) => ({ name: id, load: () => iconPicture(id) }));

const PACKS: readonly Product[] = SHAPE_NAMES.flatMap((shape) =>
  Object.entries(PRINTS).map(([colour, print]) => ({
    name: `${colour} ${shape}`,
    load: async () => printedProduct(shape, print),
  })),
);

/** Products of known alpha, set into rendered places with their shadows, one after the other over all places. */
export async function composedPhotos(side: number): Promise<KnownPhoto[]> {
  const real = [...(await trueProducts())].map(
    ([name, image]): Product => ({ name, load: async () => image }),
  );
  const inAll = (kind: string, products: readonly Product[], shot: Shot = {}): KnownPhoto[] =>
    products.map((product, i) => {
      const [place, setup] = at(ALL, 3 + 7 * i);
      return photoOf({ kind, product, place, setup, shot: { ...shot, side, seed: 500 + i } });
    });
  const on = (
    kind: string,
    products: readonly Product[],
    places: readonly (readonly [string, Place])[],
    { shot = {}, trouble }: { shot?: Shot; trouble?: KnownPhoto['trouble'] },
  ): KnownPhoto[] =>
    products.map((product, i) => {
      const [place, setup] = at(places, i);
      const photo = photoOf({ kind, product, place, setup, shot: { ...shot, side, seed: 700 + i } });
      return trouble === undefined ? photo : { ...photo, trouble };
    });
  const packs = (colours: readonly string[], step = 1): Product[] =>
    PACKS.filter(({ name }) => colours.some((colour) => name.startsWith(colour))).filter(
      (_, i) => i % step === 0,
    );
  const clutter = await Promise.all([4, 17, 25, 31, 36, 41].map((i) => at(ICONS, i).load()));
  return [
    ...inAll('things in places', ICONS),
    ...inAll(
      'things in places',
      rotated(ICONS, 5).filter((_, i) => i % 2 === 0),
      { share: 0.4 },
    ).map(renamed('far')),
    ...inAll(
      'printed in places',
      PACKS.filter((_, i) => i % 2 === 0),
    ),
    ...on('pale print on pale', packs(['white', 'cream']), PALE, { trouble: 'pale-on-pale' }),
    ...on('dark print on dark', packs(['black', 'navy'], 2), DARK, { trouble: 'dark-on-dark' }),
    ...on(
      'in front of clutter',
      ICONS.filter((_, i) => i % 3 === 1),
      ALL,
      { shot: { clutter }, trouble: 'busy' },
    ),
    ...on(
      'small',
      ICONS.filter((_, i) => i % 5 === 2),
      ALL,
      { shot: { share: 0.13 }, trouble: 'small' },
    ),
    ...(['left', 'bottom', 'right', 'top'] as const).flatMap((edge, i) =>
      on(
        'cut by the frame',
        [...ICONS, ...PACKS].filter((_, k) => k % 26 === 3 * i),
        ALL.slice(2 * i),
        { shot: { cutOff: { side: edge, by: 0.3 }, share: 0.7 }, trouble: 'framed' },
      ),
    ),
    ...(
      await Promise.all(
        PACKS.filter((_, i) => i % 6 === 1).map(async (product, i) =>
          on('several', [product], [at(ALL, i)], {
            shot: { beside: [await at(PACKS, 9 * i + 4).load()], share: 0.42 },
            trouble: 'several',
          }),
        ),
      )
    ).flat(),
    ...ALL.flatMap(([place, setup], k) =>
      real
        .filter((_, i) => (i + k) % 4 === 0)
        .map((product, i) =>
          photoOf({ kind: 'real products', product, place, setup, shot: { side, seed: 40 + i + 9 * k } }),
        ),
    ),
  ];
}

const at = <T>(list: readonly T[], i: number): T => {
  const found = list[i % list.length];
  if (found === undefined) throw new RangeError('An empty list has nothing to turn to');
  return found;
};

const rotated = <T>(list: readonly T[], by: number): T[] => [...list.slice(by), ...list.slice(0, by)];

const renamed =
  (more: string) =>
  (photo: KnownPhoto): KnownPhoto => ({ ...photo, name: `${photo.name} ${more}` });

function photoOf({
  kind,
  product,
  place,
  setup,
  shot,
}: {
  kind: string;
  product: Product;
  place: string;
  setup: Place;
  shot: Shot;
}): KnownPhoto {
  return {
    name: `${kind} ${product.name} ${place}`,
    kind,
    family: product.name,
    make: async () => photographIn(setup, await product.load(), shot),
  };
}

const PALE: readonly (readonly [string, Place])[] = [
  ['pale-sweep', { recipe: 'sweep', lighting: 'softbox', background: '#f6f5f2' }],
  ['pale-paper', { recipe: 'sweep', lighting: 'overcast', background: '#ecebe8' }],
  ['pale-marble', { recipe: 'table', material: 'marble', lighting: 'overcast', background: '#f2f2f0' }],
];

const DARK: readonly (readonly [string, Place])[] = [
  ['night-sweep', { recipe: 'sweep', lighting: 'overcast', background: '#1f2024' }],
  ['night-slate', { recipe: 'table', material: 'slate', lighting: 'softbox', background: '#2a2c31' }],
];
