import { describe, expect, it } from 'vitest';
import type { SceneBrief } from '../../../src/ad/scene.ts';
import type { EngineRun, PictureRequest } from '../../../src/engines/ports.ts';
import { createStudioEngine } from '../../../src/engines/studio/studio-engine.ts';
import { catalogue } from '../../../src/studio/catalogue.ts';
import { directPool } from '../../workers/direct-pool.ts';

const scene: SceneBrief = {
  backdrops: ['table'],
  materials: ['oak'],
  lighting: 'softbox',
  palette: { background: '#efe0cd', ink: '#3a2415', accent: '#c2410c' },
  darkness: 0,
  props: [],
  subject: 'coffee',
};

const request = (changes: Partial<PictureRequest> = {}): PictureRequest => ({
  prompt: { positive: '', negative: '' },
  scene,
  style: 'realistic',
  size: { width: 256, height: 320 },
  seed: 5,
  room: { product: false, words: true },
  ...changes,
});

const run = (more: Partial<EngineRun> = {}): EngineRun => ({ signal: new AbortController().signal, ...more });

const engine = createStudioEngine(directPool, catalogue);

describe('the studio', () => {
  it('shows the subject of a scene, and says where it stands', async () => {
    const { image, stage } = await engine.textToImage(request(), run());
    expect([image.width, image.height]).toEqual([256, 320]);
    expect(stage?.subject).toBeDefined();
  });

  it('leaves the place to a product where one will be set in', async () => {
    const { stage } = await engine.textToImage(request({ room: { product: true, words: true } }), run());
    expect(stage?.subject).toBeUndefined();
    expect(stage?.floor).toBeDefined();
  });

  it('makes the same picture for the same request, and another for another seed', async () => {
    const [first, again, other] = await Promise.all(
      [5, 5, 6].map((seed) => engine.textToImage(request({ seed }), run())),
    );
    expect(again!.image.data).toEqual(first!.image.data);
    expect(other!.image.data).not.toEqual(first!.image.data);
  });

  it('tells its reasons in both languages, and that its one step is done', async () => {
    const steps: (readonly [number, number])[] = [];
    const { why } = await engine.textToImage(
      request(),
      run({ onStep: (step, of) => steps.push([step, of]) }),
    );
    expect(why.length).toBeGreaterThan(1);
    for (const { ko, en } of why) {
      expect(ko).toMatch(/[가-힣]/);
      expect(en).toMatch(/^[A-Z].*\.$/);
    }
    expect(steps).toEqual([[1, 1]]);
  });

  it('restyles a photo of any kind, and estimates its stage', async () => {
    const reference = (await engine.textToImage(request(), run())).image;
    const { image, stage, why } = await engine.imageToImage(
      { ...request({ style: 'illustration' }), reference, strength: 0.6 },
      run(),
    );
    expect([image.width, image.height]).toEqual([256, 320]);
    expect(stage?.freeSpace.length).toBeGreaterThan(0);
    expect(why.length).toBeGreaterThan(0);
  });
});
