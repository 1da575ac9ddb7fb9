import { describe, expect, it } from 'vitest';
import { CPU } from '../../src/onnx/target.ts';
import { openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { type TextToImageRequest, ZImagePipeline } from '../../src/zimage/pipeline.ts';
import type { RgbPicture } from '../../src/zimage/planes.ts';
import { type ComponentOptions, SharedComponents } from '../../src/zimage/shared-components.ts';
import { PromptTokenizer } from '../../src/zimage/tokenizer.ts';
import { scratch, TINY, writeFormulaCheckpoint } from './support/checkpoint.ts';
import { NO_GUIDANCE } from './support/no-guidance.ts';
import { apart, CASES, casePath, readRgb } from './support/pictures.ts';

const OPTIONS: ComponentOptions = { target: CPU, residency: 'all', adaptable: false };

async function open(options: Partial<ComponentOptions> = {}, tile?: number) {
  const components = new SharedComponents(await openCheckpoint(TINY), { ...OPTIONS, ...options });
  const tokenizer = await PromptTokenizer.open(components.checkpoint.tokenizerFolder);
  return { components, tokenizer, pipeline: new ZImagePipeline(components, tokenizer, tile) };
}

const REQUEST: TextToImageRequest = {
  prompt: 'fresh bread on a wooden table, soft window light',
  width: 112,
  height: 80,
  seed: 42,
  steps: 8,
  guidance: NO_GUIDANCE,
  adapters: [],
};

describe('pictures', () => {
  it.each(['all', 'one-at-a-time'] as const)("are diffusers' own with %s loaded", async (residency) => {
    const { pipeline, components } = await open({ residency, adaptable: true });
    for (const made of CASES) {
      const adapters = made.lora ? [{ file: casePath(made.lora), scale: made.lora_scale! }] : [];
      const guidance = { ...NO_GUIDANCE, scale: made.guidance };
      const request = { ...made, guidance, adapters };
      const { picture } = made.image
        ? await pipeline.imageToImage({
            ...request,
            image: await readRgb(casePath(made.image)),
            strength: made.strength!,
          })
        : await pipeline.textToImage(request);
      expect(apart(picture, await readRgb(casePath(`${made.name}.png`))), made.name).toBeLessThanOrEqual(2);
    }
    await components.release();
  });

  it('change with an adapter and come back without it, over weights loaded once', async () => {
    const { pipeline, components } = await open({ adaptable: true });
    const plain = await pipeline.textToImage(REQUEST);
    const loads = components.loads;
    const file = casePath('style-lora.safetensors');
    const styled = await pipeline.textToImage({ ...REQUEST, adapters: [{ file, scale: 0.8 }] });
    const twice = await pipeline.textToImage({
      ...REQUEST,
      adapters: [
        { file, scale: 0.5 },
        { file, scale: 0.3 },
      ],
    });
    const again = await pipeline.textToImage(REQUEST);
    expect(components.loads).toBe(loads);
    expect(apart(styled.picture, plain.picture)).toBeGreaterThan(5);
    expect(apart(twice.picture, styled.picture)).toBeLessThanOrEqual(1);
    expect(again.picture.data).toEqual(plain.picture.data);
    const none = await pipeline.textToImage({ ...REQUEST, adapters: [{ file, scale: 0 }] });
    expect(none.picture.data).toEqual(plain.picture.data);
    await components.release();
  });
});

describe('components', () => {
  it('are loaded once for several pipelines and requests at the same time', async () => {
    const { components, tokenizer, pipeline } = await open();
    const second = new ZImagePipeline(components, tokenizer);
    const image = await readRgb(casePath('input.png'));
    const results = await Promise.all([
      pipeline.textToImage(REQUEST),
      second.textToImage(REQUEST),
      second.imageToImage({ ...REQUEST, image, strength: 0.6 }),
    ]);
    expect(results[0].picture.data).toEqual(results[1].picture.data);
    expect(components.loads).toBe(5);
    await components.release();
  });

  it('are given back after use where only one may be loaded', async () => {
    const { components, pipeline } = await open({ residency: 'one-at-a-time' });
    await pipeline.textToImage(REQUEST);
    await pipeline.textToImage({ ...REQUEST, seed: 1 });
    // Text encoder once: the prompt's features are kept. Caption, transformer and decoder twice.
    expect(components.loads).toBe(7);
    expect(components.busy).toBeGreaterThan(0);
  });

  it('are loaded again after a failure', async () => {
    await using folder = await scratch();
    await writeFormulaCheckpoint(folder.path);
    const components = new SharedComponents(await openCheckpoint(folder.path), {
      ...OPTIONS,
      target: { ...CPU, provider: 'cuda' },
    });
    const use = () => components.use('decoder', () => Promise.resolve());
    await expect(use()).rejects.toMatchObject({ reason: 'provider' });
    await expect(use()).rejects.toMatchObject({ reason: 'provider' });
    expect(components.loads).toBe(2);
  });
});

describe('a run', () => {
  it('tells of each step, with a preview of the right size where that is wanted', async () => {
    const { pipeline, components } = await open();
    const seen: (readonly [number, number, RgbPicture | undefined])[] = [];
    const onStep = (step: number, steps: number, preview?: RgbPicture): void =>
      void seen.push([step, steps, preview]);
    const quiet = await pipeline.textToImage(REQUEST, { onStep });
    expect(seen.map(([step, steps, preview]) => [step, steps, preview])).toEqual(
      Array.from({ length: 8 }, (_, i) => [i + 1, 8, undefined]),
    );
    seen.length = 0;
    const shown = await pipeline.textToImage(REQUEST, { onStep, previews: true });
    expect(seen.every(([, , preview]) => preview?.width === 14 && preview.height === 10)).toBe(true);
    expect(shown.picture.data).toEqual(quiet.picture.data);
    expect(quiet.timings.steps).toHaveLength(8);
    expect(quiet.timings.stepsBusy).toBeGreaterThan(0);
    await components.release();
  });

  it('stops between steps', async () => {
    const { pipeline, components } = await open();
    const abort = new AbortController();
    let steps = 0;
    const stopped = pipeline.textToImage(REQUEST, {
      signal: abort.signal,
      onStep: () => {
        if (++steps === 3) abort.abort();
      },
    });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(steps).toBe(3);
    await components.release();
  });

  it('says how much of a long prompt was not read', async () => {
    const { pipeline, components } = await open();
    const { warnings } = await pipeline.textToImage({
      ...REQUEST,
      steps: 1,
      prompt: 'bread and butter '.repeat(100),
    });
    expect(warnings).toEqual([expect.stringMatching(/its last \d+ tokens were not read/)]);
    await components.release();
  });

  it('works in smaller pieces where it is told to, with a slightly different picture', async () => {
    const whole = await open();
    const pieces = await open({}, 8);
    const [a, b] = [await whole.pipeline.textToImage(REQUEST), await pieces.pipeline.textToImage(REQUEST)];
    expect(b.picture.width).toBe(112);
    expect(apart(a.picture, b.picture)).toBeGreaterThan(0);
    await whole.components.release();
    await pieces.components.release();
  });
});

describe('bad requests', () => {
  it.each([
    [{ width: 100 }, 'size-not-allowed', '96×80'],
    [{ width: 104 }, 'size-not-allowed', '112×80'],
    [{ height: 0 }, 'size-not-allowed', '112×16'],
    [{ height: -16 }, 'size-not-allowed', '112×16'],
    [{ width: Number.NaN }, 'size-not-allowed', '16×80'],
    [{ width: 16 * 1000 }, 'size-not-allowed', '8192×80'],
    [{ steps: 0 }, 'bad-number', 'steps'],
    [{ steps: 1.5 }, 'bad-number', 'steps'],
  ])('%j is refused, saying what is possible', async (change, code, said) => {
    const { pipeline, components } = await open();
    const refused = pipeline.textToImage({ ...REQUEST, ...change });
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringContaining(said) });
    expect(components.loads).toBe(0);
  });

  it('strengths without a step are refused', async () => {
    const { pipeline } = await open();
    const image = await readRgb(casePath('input.png'));
    const refused = pipeline.imageToImage({ ...REQUEST, image, strength: 0 });
    await expect(refused).rejects.toMatchObject({ code: 'strength-too-low' });
  });
});
