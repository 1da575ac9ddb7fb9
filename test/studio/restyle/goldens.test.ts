import { describe, expect, it } from 'vitest';
import { LIGHTING_NAMES, SEASON_NAMES } from '../../../src/ad/scene.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';
import { renderScene } from '../../../src/studio/render-scene.ts';
import { type RestyleOptions, restyle } from '../../../src/studio/restyle/restyle.ts';
import { expectGolden, goldensIn } from '../../golden/expect-golden.ts';
import { request } from '../request.ts';

const { image: reference } = renderScene(
  request({
    recipe: 'table',
    subject: 'strawberry-latte',
    lighting: 'softbox',
    room: { product: false, words: false },
    size: { width: 72, height: 72 },
    seed: 3,
  }),
);

const options = (changes: Partial<RestyleOptions>): RestyleOptions => ({
  reference,
  strength: 0.6,
  style: 'realistic',
  palette: { background: '#c9d8cf', ink: '#24402c', accent: '#d9467a' },
  lighting: 'softbox',
  darkness: 0.1,
  seed: 1,
  ...changes,
});

const CASES: Readonly<Record<string, RestyleOptions>> = {
  ...Object.fromEntries(
    catalogue.styles.names.flatMap((style) =>
      [0.3, 0.6, 0.9].map((strength) => [`${style}-${10 * strength}`, options({ style, strength })]),
    ),
  ),
  ...Object.fromEntries(
    LIGHTING_NAMES.map((lighting) => [`light-${lighting}`, options({ lighting, strength: 0.9 })]),
  ),
  ...Object.fromEntries(SEASON_NAMES.map((season) => [`season-${season}`, options({ season })])),
  night: options({ lighting: 'neon', darkness: 0.9 }),
};

// A colour that is between two of the few that a drawing has may fall to either.
const TOLERANCE = { maxShare: 0.02, maxMean: 0.8 };

describe('restyle', () => {
  it.each(Object.entries(CASES))('%s', async (name, asked) => {
    await expectGolden(`studio/restyle/${name}`, restyle(asked).image, TOLERANCE);
  });

  it('has no golden that nothing is compared with', async () => {
    expect(await goldensIn('studio/restyle')).toEqual(Object.keys(CASES).sort());
  });
});
