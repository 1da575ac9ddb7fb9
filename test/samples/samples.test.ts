import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { denoise } from '../../samples/path-tracer/denoise.ts';
import { develop } from '../../samples/path-tracer/develop.ts';
import { renderPicture } from '../../samples/path-tracer/render-picture.ts';
import { loadScene, type Scene } from '../../samples/path-tracer/scene-file.ts';

const WIDTH = 32;
const HEIGHT = 40;

async function small(name: string): Promise<Scene> {
  const scene = await loadScene(`samples/${name}.scene.json`);
  return { ...scene, width: WIDTH, height: HEIGHT, effort: { ...scene.effort, paths: [6, 6] } };
}

const trace = (scene: Scene, threads: number): Promise<Float32Array> =>
  renderPicture(scene, threads, () => {});

describe('the sample photos', () => {
  it.each(['hand-cream', 'soboro-bread'])('show what the scene file of %s says', async (name) => {
    const scene = await small(name);
    const traced = develop(denoise(await trace(scene, 2), WIDTH, HEIGHT), scene);
    const photo = await sharp(`samples/${name}.jpg`).resize(WIDTH, HEIGHT, { fit: 'fill' }).raw().toBuffer();
    const difference = photo.reduce((sum, value, i) => sum + Math.abs(value - traced[i]!), 0) / photo.length;
    // A few light paths are noisy; another scene, light or camera differs by far more.
    expect(difference).toBeLessThan(9);
  });

  it('have all been described in full', async () => {
    // The milk in the glass takes a minute to trace at any size.
    const { width, height } = await loadScene('samples/strawberry-latte.scene.json');
    expect(await sharp('samples/strawberry-latte.jpg').metadata()).toMatchObject({ width, height });
  });

  it('come out the same from any number of threads', async () => {
    const scene = { ...(await small('hand-cream')), height: 24 };
    expect(await trace(scene, 1)).toEqual(await trace(scene, 2));
  });
});
