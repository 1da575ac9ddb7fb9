import { cp, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { SceneBrief } from '../../../src/ad/scene.ts';
import type { EngineRun, ImageEngine, PictureRequest } from '../../../src/engines/ports.ts';
import { engineChooser } from '../../../src/engines/zimage/choose-engine.ts';
import { openZImage } from '../../../src/engines/zimage/open-zimage.ts';
import type { StyleAdapter } from '../../../src/engines/zimage/zimage-engine.ts';
import { createRaster, type Raster } from '../../../src/imaging/raster.ts';
import { EngineFailure } from '../../../src/onnx/failure.ts';
import { EngineProcess } from '../../../src/onnx/process/engine-process.ts';
import { scratch, TINY } from '../../zimage/support/checkpoint.ts';
import { casePath } from '../../zimage/support/pictures.ts';
import { copyTiny } from '../../zimage/support/rewrite.ts';

const process_ = new EngineProcess({ abortTimeout: 2_000 });
afterAll(() => process_.dispose());

const SCENE: SceneBrief = {
  backdrops: ['table'],
  materials: [],
  lighting: 'window',
  palette: { background: '#ffffff', ink: '#000000', accent: '#ff0000' },
  darkness: 0,
  props: [],
};

const REQUEST: PictureRequest = {
  prompt: { positive: 'fresh bread on a wooden table, soft window light', negative: 'text' },
  scene: SCENE,
  style: 'realistic',
  size: { width: 112, height: 80 },
  seed: 42,
  room: { product: false, words: false },
};

const run = (more: Partial<EngineRun> = {}): EngineRun => ({ signal: new AbortController().signal, ...more });

async function open(
  folder: string,
  { lora, ENGINE = 'auto' }: { lora?: StyleAdapter; ENGINE?: 'auto' | 'zimage' } = {},
) {
  const told: string[] = [];
  const opened = await openZImage(
    { ENGINE, EXECUTION_PROVIDER: 'cpu', ZIMAGE_MODEL_DIR: folder, DATA_DIR: folder },
    {
      process: process_,
      styles: ['realistic', 'anime'],
      adapterOf: (style) => (style === 'anime' ? lora : undefined),
      onWarning: (text) => told.push(text),
    },
  );
  return { opened, told, engine: 'engine' in opened ? opened.engine : undefined };
}

const apart = (a: Raster, b: Raster): number =>
  a.data.reduce((most, value, i) => Math.max(most, Math.abs(value - (b.data[i] ?? 0))), 0);

describe('the Z-Image engine', () => {
  it('makes pictures of the size asked for, tells of steps with previews, and says what made them', async () => {
    const { engine } = await open(TINY);
    const previews: (Raster | undefined)[] = [];
    const onStep = (_step: number, _steps: number, preview?: Raster): void => void previews.push(preview);
    const { image, why } = await engine!.textToImage(REQUEST, run({ onStep }));
    expect([image.width, image.height, image.data.length]).toEqual([112, 80, 112 * 80 * 4]);
    expect(image.data.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
    expect(previews).toHaveLength(8);
    expect(previews.every((preview) => preview?.width === 14 && preview.height === 10)).toBe(true);
    expect(why[0]).toEqual({
      ko: '그림은 Z-Image-Turbo가 8단계로 그렸어요 (시드 42).',
      en: 'The picture was painted by Z-Image-Turbo in 8 steps (seed 42).',
    });
    expect(engine!.model).toMatch(/^turbo-[0-9a-f]{12}$/);
    const again = await engine!.textToImage(REQUEST, run());
    expect(again.image.data).toEqual(image.data);
  });

  it('restyles a reference, less at a lower strength', async () => {
    const { engine } = await open(TINY);
    const reference = createRaster(112, 80);
    reference.data.fill(255);
    const at = async (strength: number) =>
      (await engine!.imageToImage({ ...REQUEST, reference, strength }, run())).image;
    const [weak, strong] = [await at(0.3), await at(0.9)];
    expect(weak.width).toBe(112);
    expect(apart(weak, strong)).toBeGreaterThan(5);
  });

  it("uses a style's LoRA, and goes on without one that is missing or of another model", async () => {
    await using folder = await scratch();
    await copyTiny(folder.path);
    const missing = await open(folder.path, { lora: { file: 'anime.safetensors', scale: 0.8 } });
    expect(missing.told.join()).toContain('anime.safetensors, the LoRA of the style anime, is missing');
    await mkdir(join(folder.path, 'loras'));
    await cp(casePath('style-lora.safetensors'), join(folder.path, 'loras', 'anime.safetensors'));
    const { engine, told } = await open(folder.path, { lora: { file: 'anime.safetensors', scale: 0.8 } });
    const plain = await engine!.textToImage(REQUEST, run());
    const styled = await engine!.textToImage({ ...REQUEST, style: 'anime' }, run());
    expect(apart(plain.image, styled.image)).toBeGreaterThan(5);

    await rm(join(folder.path, 'loras', 'anime.safetensors'));
    await cp(
      join(TINY, 'vae', 'diffusion_pytorch_model.safetensors'),
      join(folder.path, 'loras', 'other.safetensors'),
    );
    const other = await open(folder.path, { lora: { file: 'other.safetensors', scale: 1 } });
    const without = await other.engine!.textToImage({ ...REQUEST, style: 'anime' }, run());
    expect(without.image.data).toEqual(plain.image.data);
    expect(other.told.join()).toContain('The picture is made without it.');
    expect(told).not.toContainEqual(expect.stringContaining('without'));
  });

  it('stops when it is told to', async () => {
    const { engine } = await open(TINY);
    const stop = new AbortController();
    const stopped = engine!.textToImage(
      { ...REQUEST, size: { width: 256, height: 256 } },
      run({ signal: stop.signal, onStep: () => stop.abort(new Error('no longer wanted')) }),
    );
    await expect(stopped).rejects.toThrow('no longer wanted');
  });

  it('goes on with another process after its own was killed', async () => {
    const { engine } = await open(TINY);
    await engine!.textToImage(REQUEST, run());
    let killed = false;
    const onStep = (): void => {
      if (!killed && process_.pid !== undefined) process.kill(process_.pid, 'SIGTERM');
      killed = true;
    };
    // SIGTERM is not heeded by the process; SIGKILL is what memory pressure sends.
    await engine!.textToImage(REQUEST, run({ onStep }));
    process.kill(process_.pid!, 'SIGKILL');
    const { image } = await engine!.textToImage(REQUEST, run());
    expect(image.width).toBe(112);
  });
});

describe('the choice of an engine', () => {
  const studio: ImageEngine = {
    name: 'studio',
    model: '1',
    lane: 'cpu',
    textToImage: async ({ size }) => ({ image: createRaster(size.width, size.height), why: [] }),
    imageToImage: async ({ size }) => ({ image: createRaster(size.width, size.height), why: [] }),
  };
  const onWarning = (): void => {};

  it('is Z-Image where a checkpoint is found, else the studio', async () => {
    const { opened } = await open(TINY);
    const choose = engineChooser('auto', { studio, zimage: opened, onWarning });
    expect(choose('auto').name).toBe('zimage');
    expect(choose('zimage').name).toBe('zimage');
    expect(choose('studio').name).toBe('studio');
    await using empty = await scratch();
    const { opened: nothing, told } = await open(join(empty.path, 'nowhere'));
    expect(told.join()).toContain('There is no model folder at');
    const without = engineChooser('auto', { studio, zimage: nothing, onWarning });
    expect(without('auto').name).toBe('studio');
    expect(() => without('zimage')).toThrow(expect.objectContaining({ code: 'engine-unavailable' }));
    expect(engineChooser('studio', { studio, zimage: undefined, onWarning })('auto').name).toBe('studio');
  });

  it('falls back to the studio within a picture, and says so', async () => {
    const broken: ImageEngine = {
      ...studio,
      name: 'zimage',
      textToImage: () => Promise.reject(new EngineFailure('memory', 'running it: bad_alloc')),
      imageToImage: () => Promise.reject(new TypeError('a mistake of ours')),
    };
    const told: string[] = [];
    const choose = engineChooser('zimage', {
      studio,
      zimage: { countTokens: (text) => text.length, tokenizerFolder: '', engine: broken },
      onWarning: (text) => told.push(text),
    });
    const { why } = await choose('auto').textToImage(REQUEST, run());
    expect(why[0]?.en).toContain('the built-in studio made the picture');
    expect(told).toEqual([expect.stringContaining('bad_alloc')]);
    const restyle = { ...REQUEST, reference: createRaster(112, 80), strength: 0.5 };
    await expect(choose('auto').imageToImage(restyle, run())).rejects.toThrow('a mistake of ours');
  });
});
