import type { PropName } from '../../../src/ad/scene.ts';
import { type GroundSetup, photographProp } from '../set-photo.ts';
import { PLACES, photographIn } from '../studio-photo.ts';
import { trueProducts } from '../true-products.ts';
import { keeping } from './kept-photo.ts';
import type { KnownPhoto } from './known-photo.ts';

/** Places that are no tables: their arches and blocks stand out as much as products do. */
export const STAGES: readonly string[] = ['podium', 'arch'];

const CERAMIC = '#9c4f3d';

/** Kinds of ground, each with several set-ups. */
const SETUPS: Readonly<Record<string, readonly GroundSetup[]>> = {
  plain: [
    { top: 'paper', lighting: 'softbox', background: '#d8d4cc', accent: CERAMIC },
    { top: 'paper', lighting: 'overcast', background: '#9fb3a8', accent: CERAMIC },
    { top: 'paper', lighting: 'softbox', background: '#33363d', accent: CERAMIC },
  ],
  table: [
    { top: 'oak', lighting: 'window', background: '#efe0cd', accent: CERAMIC },
    { top: 'linen', lighting: 'overcast', background: '#d8cbb8', accent: CERAMIC },
    { top: 'concrete', lighting: 'softbox', background: '#c9ced3', accent: CERAMIC },
  ],
  glass: [
    { top: 'dark-marble', lighting: 'softbox', background: '#3a3d44', accent: CERAMIC },
    { top: 'marble', lighting: 'softbox', background: '#e9ecef', accent: CERAMIC },
  ],
  together: [
    {
      top: 'oak',
      lighting: 'overcast',
      background: '#e8d9c2',
      accent: CERAMIC,
      together: ['jar', 'oranges'],
    },
    {
      top: 'paper',
      lighting: 'softbox',
      background: '#cfdfe6',
      accent: CERAMIC,
      together: ['gift', 'candle'],
    },
  ],
  cluttered: [
    {
      top: 'oak',
      lighting: 'window',
      background: '#e8d9c2',
      accent: CERAMIC,
      behind: ['books', 'jar', 'bouquet', 'bag'],
    },
    {
      top: 'terrazzo',
      lighting: 'sun',
      background: '#cfdfe6',
      accent: CERAMIC,
      behind: ['gift', 'oranges', 'bottle', 'books', 'candle'],
    },
  ],
  'white on white': [
    { top: 'paper', lighting: 'softbox', background: '#f4f4f2', accent: '#f2f2f0' },
    { top: 'paper', lighting: 'overcast', background: '#eeeeec', accent: '#f6f6f4' },
  ],
};

const PROPS: readonly PropName[] = ['coffee', 'bread', 'tube', 'cream', 'gift', 'latte', 'perfume', 'bag'];

/** Things traced in sets of the project's own. */
export const tracedBenchmark = (): KnownPhoto[] =>
  Object.entries(SETUPS).flatMap(([ground, setups]) =>
    PROPS.map((prop, i): KnownPhoto => {
      const setup = setups[i % setups.length]!;
      return keeping({
        name: `benchmark ${ground} ${prop}`,
        kind: ground,
        family: prop,
        make: () => photographProp(prop, setup, { seed: 100 + 7 * i }),
      });
    }),
  );

/** Real products of known alpha on the studio's tables and stages; none where there are no photos. */
export async function realBenchmark(): Promise<KnownPhoto[]> {
  const products = [...(await trueProducts())];
  return Object.entries(PLACES).flatMap(([ground, place]) =>
    products.map(
      ([product, image], i): KnownPhoto =>
        keeping({
          name: `benchmark ${ground} ${product}`,
          kind: ground,
          family: product,
          make: () => photographIn(place, image, { seed: 40 + i }),
        }),
    ),
  );
}
