import { describe, expect, it } from 'vitest';
import { area, contains, intersection } from '../../../src/ad/geometry.ts';
import { renderBackdrop } from '../../../src/studio/render-backdrop.ts';
import { renderScene } from '../../../src/studio/render-scene.ts';
import type { SceneRequest } from '../../../src/studio/scene.ts';
import { expectGolden } from '../../golden/expect-golden.ts';

const request = (changes: Partial<SceneRequest> = {}): SceneRequest => ({
  recipe: 'sweep',
  lighting: 'softbox',
  palette: { background: '#efe0cd', ink: '#3a2415', accent: '#c2410c' },
  darkness: 0,
  style: 'realistic',
  room: { product: false, words: true },
  size: { width: 160, height: 160 },
  seed: 5,
  icons: ['1f511'],
  ...changes,
});

describe('icons on a scene', () => {
  it('look as they were recorded', async () => {
    const { image } = await renderBackdrop(request({ icons: ['1f511', '1f510'] }));
    await expectGolden('studio/icons/two-on-a-sweep', image);
  });

  it.each([
    [160, 160],
    [160, 284],
    [284, 160],
  ])('are whole, and words keep off them, at %i × %i', async (width, height) => {
    const { stage } = await renderBackdrop(request({ size: { width, height } }));
    expect(contains({ x: 0, y: 0, width, height }, stage.subject!)).toBe(true);
    for (const box of stage.freeSpace) {
      expect(area(intersection(box, stage.subject!))).toBeLessThan(0.02 * area(box));
    }
  });

  it('are never enlarged until they are soft', async () => {
    const { stage } = await renderBackdrop(request({ size: { width: 1600, height: 2000 } }));
    expect(Math.max(stage.subject!.width, stage.subject!.height)).toBeLessThanOrEqual(520);
  });

  it('stand on the ground of the scene', async () => {
    const { stage } = await renderBackdrop(request());
    expect(stage.subject!.y + stage.subject!.height).toBe(stage.floor!.ground);
  });

  it('stand side by side, three within the margins', async () => {
    const { stage } = await renderBackdrop(request({ icons: ['1f355', '1f35d', '1f957'] }));
    expect(stage.subject!.width).toBeGreaterThan(1.8 * stage.subject!.height);
    expect(stage.subject!.width).toBeLessThanOrEqual(0.86 * 160);
  });

  it('are not there where none is named', async () => {
    const { icons: _icons, ...none } = request();
    expect((await renderBackdrop(none)).image).toEqual(renderScene(none).image);
  });
});

describe('a scene on which nothing stands', () => {
  it('leaves the picture to the words', async () => {
    const { icons: _icons, ...none } = request({ recipe: 'poster' });
    const { stage } = await renderBackdrop(none);
    expect(stage.lettersAlone).toBe(true);
    expect(stage.floor).toBeUndefined();
    expect((await renderBackdrop(request())).stage.lettersAlone).toBeUndefined();
  });
});
