import { describe, expect, it } from 'vitest';
import type { SceneBrief } from '../../../src/ad/scene.ts';
import { chooseBackdrop } from '../../../src/engines/studio/choose-backdrop.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';

const scene: SceneBrief = {
  backdrops: ['table', 'arch', 'bokeh'],
  materials: ['silk', 'oak'],
  lighting: 'window',
  palette: { background: '#efe0cd', ink: '#3a2415', accent: '#c2410c' },
  darkness: 0,
  props: [],
};

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

describe('chooseBackdrop', () => {
  it('chooses the same for the same seed', () => {
    for (const seed of SEEDS.slice(0, 20))
      expect(chooseBackdrop(scene, seed, catalogue)).toEqual(chooseBackdrop(scene, seed, catalogue));
  });

  it('mostly takes the backdrop that suits best, and at times each of the others', () => {
    const counts = [0, 0, 0];
    for (const seed of SEEDS) counts[chooseBackdrop(scene, seed, catalogue).rank]!++;
    const [first, second, third] = counts as [number, number, number];
    expect(first).toBeGreaterThan(second);
    expect(second).toBeGreaterThan(third);
    expect(third).toBeGreaterThan(0);
  });

  it('takes the first material that the backdrop can be made of', () => {
    for (const seed of SEEDS) {
      const { recipe, material } = chooseBackdrop(scene, seed, catalogue);
      expect(material).toBe(
        { table: 'silk', arch: undefined, bokeh: 'oak' }[recipe as 'table' | 'arch' | 'bokeh'],
      );
    }
  });
});
