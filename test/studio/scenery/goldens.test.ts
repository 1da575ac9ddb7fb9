import { describe, expect, it } from 'vitest';
import { renderScene } from '../../../src/studio/render-scene.ts';
import type { SceneRequest } from '../../../src/studio/scene.ts';
import { expectGolden, goldensIn } from '../../golden/expect-golden.ts';
import { request } from '../request.ts';

const SIZE = { width: 72, height: 72 };

const cool = { background: '#cfe3ea', ink: '#10323f', accent: '#e2725b' } as const;

/** What scenes are dressed with, where the request or the seed decides. */
const CASES: Readonly<Record<string, Partial<SceneRequest>>> = {
  'outdoor-sea': { recipe: 'outdoor', lighting: 'sun', season: 'summer', outlook: 'sea' },
  'outdoor-meadow-spring': { recipe: 'outdoor', lighting: 'sun', season: 'spring', outlook: 'meadow' },
  'outdoor-meadow-winter': { recipe: 'outdoor', lighting: 'overcast', season: 'winter', outlook: 'meadow' },
  'outdoor-lawn': { recipe: 'outdoor', lighting: 'sun', season: 'summer', outlook: 'meadow', seed: 4 },
  'outdoor-night': { recipe: 'outdoor', lighting: 'candle', outlook: 'sea', darkness: 0.9 },
  'water-ice': { recipe: 'water', palette: cool, props: ['ice cubes'] },
  'water-bubbles': { recipe: 'water', palette: cool, props: ['soap bubbles'] },
  'water-drops': { recipe: 'water', palette: cool, props: ['dew drops'] },
  'paper-flowers': { recipe: 'paper-cut', season: 'spring', seed: 1 },
  'paper-sea': { recipe: 'paper-cut', season: 'summer', palette: cool, seed: 1 },
  'paper-leaves-summer': { recipe: 'paper-cut', season: 'summer', palette: cool, seed: 6 },
  'paper-leaves-autumn': { recipe: 'paper-cut', season: 'autumn', seed: 4 },
  'paper-land': { recipe: 'paper-cut', season: 'winter', palette: cool, seed: 1 },
  'paper-cave': { recipe: 'paper-cut', season: 'winter', seed: 3 },
  'chalk-lesson': { recipe: 'chalkboard', props: ['pencil'] },
  'chalk-menu': { recipe: 'chalkboard', props: ['coffee beans'], seed: 8 },
  'ink-plum': { recipe: 'hanji', season: 'spring', seed: 9 },
  'ink-bamboo': { recipe: 'hanji', season: 'summer', seed: 2 },
  'ink-pine': { recipe: 'hanji', season: 'winter', seed: 3 },
  'ink-mountains': { recipe: 'hanji', season: 'autumn', darkness: 0.4, seed: 4 },
  'ink-lattice': { recipe: 'hanji', season: 'spring', seed: 5 },
  'dressing-plant': { recipe: 'table', seed: 6 },
  'dressing-plant-hanging': { recipe: 'table', seed: 4 },
  'dressing-pots': { recipe: 'table', seed: 5 },
  'dressing-lamps': { recipe: 'table', lighting: 'softbox', darkness: 0.7, seed: 2 },
  'shelf-bottles': { recipe: 'shelf', seed: 4 },
  'shelf-jars': { recipe: 'shelf', seed: 1 },
  'shelf-books': { recipe: 'shelf', seed: 5 },
  'wall-rays': { recipe: 'sunburst', palette: cool, seed: 3 },
  'wall-rings': { recipe: 'sunburst', seed: 4 },
  'wall-star': { recipe: 'sunburst', seed: 7 },
  'wall-disc': { recipe: 'colour-block', palette: cool, seed: 1 },
  'wall-arch': { recipe: 'colour-block', seed: 4 },
  'wall-shapes': { recipe: 'colour-block', seed: 5 },
  'podium-disc': { recipe: 'podium', seed: 6 },
  'niche-beside': { recipe: 'arch', seed: 6 },
  confetti: { recipe: 'sunburst', props: ['confetti'], seed: 1 },
  garden: { recipe: 'bokeh', lighting: 'leaves', season: 'summer' },
  'city-lights': { recipe: 'bokeh', lighting: 'neon', darkness: 0.9 },
};

describe('scenery', () => {
  it.each(Object.entries(CASES))('%s', async (name, changes) => {
    await expectGolden(`studio/scenery/${name}`, renderScene(request({ size: SIZE, ...changes })).image);
  });

  it('has no golden that nothing is compared with', async () => {
    expect(await goldensIn('studio/scenery')).toEqual(Object.keys(CASES).sort());
  });
});
