import type { LightingName, PropName } from '../../../src/ad/scene.ts';
import { builtIn } from '../../../src/studio/studio.ts';
import { type GroundSetup, photographProp } from '../set-photo.ts';
import type { KnownPhoto, Trouble } from './known-photo.ts';

/** What stands in the traced sets of one kind. */
interface TracedKind {
  readonly kind: string;
  readonly trouble?: Trouble;
  readonly setups: readonly GroundSetup[];
  /** Every prop from this one on, in steps of `every`. */
  readonly from: number;
  readonly every: number;
}

const CERAMIC = '#9c4f3d';

const set = (
  top: GroundSetup['top'],
  lighting: LightingName,
  background: GroundSetup['background'],
  more: Partial<GroundSetup> = {},
): GroundSetup => ({ top, lighting, background, accent: CERAMIC, ...more });

const KINDS: readonly TracedKind[] = [
  {
    kind: 'traced plain',
    from: 0,
    every: 4,
    setups: [
      set('paper', 'softbox', '#d8d4cc'),
      set('paper', 'overcast', '#9fb3a8'),
      set('paper', 'softbox', '#33363d', { accent: '#d8c49a' }),
      set('paper', 'window', '#e6c9c1', { accent: '#3d5f9c' }),
    ],
  },
  {
    kind: 'traced table',
    from: 1,
    every: 4,
    setups: [
      set('oak', 'window', '#efe0cd'),
      set('linen', 'overcast', '#d8cbb8', { accent: '#3f6b57' }),
      set('concrete', 'softbox', '#c9ced3'),
      set('dark-marble', 'softbox', '#3a3d44'),
      set('marble', 'softbox', '#e9ecef', { accent: '#333842' }),
      set('terrazzo', 'sun', '#f3d9dc'),
    ],
  },
  {
    kind: 'traced in a crowd',
    trouble: 'busy',
    from: 2,
    every: 6,
    setups: [
      set('oak', 'window', '#e8d9c2', { behind: ['books', 'jar', 'bouquet', 'bag'] }),
      set('terrazzo', 'sun', '#cfdfe6', { behind: ['gift', 'oranges', 'bottle', 'books', 'candle'] }),
      set('walnut', 'overcast', '#c8b8a4', { behind: ['potted-plant', 'wine', 'towels', 'tube'] }),
    ],
  },
  {
    kind: 'traced together',
    trouble: 'several',
    from: 3,
    every: 6,
    setups: [
      set('oak', 'overcast', '#e8d9c2', { together: ['jar', 'oranges'] }),
      set('paper', 'softbox', '#cfdfe6', { together: ['gift', 'candle'] }),
    ],
  },
  {
    kind: 'traced pale on pale',
    trouble: 'pale-on-pale',
    from: 0,
    every: 4,
    setups: [
      set('paper', 'softbox', '#f4f4f2', { accent: '#f2f2f0' }),
      set('paper', 'overcast', '#eeeeec', { accent: '#f6f6f4' }),
      set('marble', 'overcast', '#f2f2f0', { accent: '#efece6' }),
    ],
  },
  {
    kind: 'traced dark on dark',
    trouble: 'dark-on-dark',
    from: 1,
    every: 6,
    setups: [
      set('paper', 'overcast', '#1e1f23', { accent: '#26282d' }),
      set('slate', 'softbox', '#26282c', { accent: '#1d1e22' }),
    ],
  },
];

/** Photos whose products are traced in their sets: glass, mirror images and shadows are light's own. */
export function tracedPhotos(side: number): KnownPhoto[] {
  const props: readonly PropName[] = builtIn.props.names;
  return KINDS.flatMap(({ kind, trouble, setups, from, every }) =>
    props
      .filter((_, i) => i % every === from % every)
      .map((prop, i): KnownPhoto => {
        const setup = setups[i % setups.length];
        if (setup === undefined) throw new RangeError(`"${kind}" has no set-ups`);
        return {
          name: `${kind} ${prop}`,
          kind,
          family: prop,
          ...(trouble === undefined ? {} : { trouble }),
          make: () => photographProp(prop, setup, { side, seed: 300 + 7 * i }),
        };
      }),
  );
}
