import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { CutoutModel } from '../../../src/engines/onnx-cutout/cutout-model.ts';
import { createCutoutProcess } from '../../../src/engines/onnx-cutout/cutout-process.ts';
import { EMBEDDED_SHA256, embeddedModel } from '../../../src/engines/onnx-cutout/embedded-model.ts';
import { createModelRemover } from '../../../src/engines/onnx-cutout/model-remover.ts';
import { openRemover } from '../../../src/engines/onnx-cutout/open-remover.ts';
import type { BackgroundRemover } from '../../../src/engines/ports.ts';
import { createMatte, createRaster, type Raster } from '../../../src/imaging/raster.ts';
import { EngineProcess } from '../../../src/onnx/process/engine-process.ts';
import { createRenderPool } from '../../../src/workers/render-pool.ts';
import { scratch } from '../../zimage/support/checkpoint.ts';
import { redFinder } from './red-finder.ts';

const engine = createCutoutProcess(process.env);
const render = createRenderPool(1);
afterAll(async () => {
  await engine.dispose();
  await render.close();
});

const run = { signal: new AbortController().signal };

const rules: BackgroundRemover = {
  name: 'local',
  lane: 'cpu',
  remove: async (photo) => ({
    image: photo,
    matte: createMatte(photo.width, photo.height),
    confidence: 0.4,
    things: [],
    picked: [],
    why: [{ ko: '', en: 'by rules' }],
  }),
};

/** A red disc on grey. */
function disc(): Raster {
  const raster = createRaster(200, 150);
  for (let i = 0; i < 200 * 150; i++) {
    const inside = Math.hypot((i % 200) - 100, Math.floor(i / 200) - 75) < 40;
    raster.data.set(inside ? [220, 30, 30, 255] : [128, 128, 128, 255], i * 4);
  }
  return raster;
}

/** What a model gives that has found the disc and is in a little doubt of it. */
function greyDisc(): Uint8Array {
  const grey = new Uint8Array(320 * 320);
  for (let i = 0; i < grey.length; i++) {
    const across = (i % 320) - 159.5;
    const down = Math.floor(i / 320) - 159.5;
    if (Math.hypot(across / 64, down / 85.3) < 1) grey[i] = 246;
  }
  return grey;
}

async function sample(): Promise<Raster> {
  const file = new URL('../../../samples/strawberry-latte.jpg', import.meta.url);
  const { data, info } = await sharp(await readFile(file))
    .resize(400)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const raster = createRaster(info.width, info.height);
  raster.data.set(data);
  return raster;
}

/** A model's file in a folder, with what is told of it when it cannot be used. */
async function removerFor(bytes: Uint8Array | undefined, folder: string, more: Partial<CutoutModel> = {}) {
  const file = join(folder, 'u2netp.onnx');
  if (bytes !== undefined) await writeFile(file, bytes);
  const told: string[] = [];
  const onWarning = (text: string): void => void told.push(text);
  const model = { file, kind: 'u2netp', ...more };
  const parts = { process: engine, render, onWarning };
  return { told, remover: createModelRemover({ ...parts, model, fallback: rules }) };
}

describe('the model that comes with the product', () => {
  it('finds a real product, and nothing else is asked', async () => {
    const model = embeddedModel();
    expect(model).toMatchObject({ kind: 'u2netp', sha256: EMBEDDED_SHA256 });
    const told: string[] = [];
    const remover = openRemover(model === undefined ? [] : [model], {
      rules,
      process: engine,
      render,
      onWarning: (text) => told.push(text),
    });
    const photo = await sample();
    const { image, matte, confidence } = await remover.remove(photo, run);
    expect(told).toEqual([]);
    expect(remover.name).toBe('u2netp');
    expect([image.width, image.height]).toEqual([photo.width, photo.height]);
    const at = (x: number, y: number) =>
      matte.data[Math.round(y * photo.height) * photo.width + Math.round(x * photo.width)];
    expect(at(0.5, 0.5)).toBeGreaterThan(250);
    for (const [x, y] of [
      [0.02, 0.02],
      [0.98, 0.02],
      [0.02, 0.5],
      [0.97, 0.5],
    ] as const) {
      expect(at(x, y)).toBeLessThan(5);
    }
    expect(confidence).toBeGreaterThan(0.5);
  }, 20_000);

  it('takes over from a better one that cannot be used, and says so', async () => {
    await using folder = await scratch();
    const file = join(folder.path, 'isnet-general-use.onnx');
    await writeFile(file, 'half a download');
    const [embedded] = [embeddedModel()].filter((model) => model !== undefined);
    if (embedded === undefined) throw new Error('npm ci installs the model');
    const told: string[] = [];
    const doNotCache = vi.fn();
    const remover = openRemover([{ file, kind: file }, embedded], {
      rules,
      process: engine,
      render,
      onWarning: (text) => told.push(text),
    });
    expect(remover.name).toBe('isnet-general-use');
    const { why, by } = await remover.remove(disc(), { ...run, doNotCache });
    expect(by).toBe('u2netp');
    expect(why[0]?.en).toMatch(/isnet-general-use cannot be used right now.*by the model u2netp/);
    expect(why.map(({ en }) => en)).not.toContain('by rules');
    expect(told.join()).toContain('u2netp cuts out instead');
    expect(doNotCache).toHaveBeenCalledOnce();
  }, 20_000);

  it('is told as missing where it is not installed, but of photos that came cut out', async () => {
    const cut = { ...(await rules.remove(disc(), run)), whole: true };
    const parts = { process: engine, render };
    const remover = openRemover([], { ...parts, rules });
    expect(remover.name).toBe('local');
    expect((await remover.remove(disc(), run)).why.map(({ en }) => en)).toEqual([
      expect.stringContaining('is not installed'),
      'by rules',
    ]);
    const readied = openRemover([], { ...parts, rules: { ...rules, remove: async () => cut } });
    expect((await readied.remove(disc(), run)).why).toEqual(cut.why);
  });
});

describe('a cut-out model', () => {
  it('cuts out at the size of the photo, with the colours of the product', async () => {
    await using folder = await scratch();
    const { remover, told } = await removerFor(redFinder(), folder.path);
    const { image, matte } = await remover.remove(disc(), run);
    expect([image.width, image.height]).toEqual([200, 150]);
    const at = (x: number, y: number): number[] => [
      ...image.data.subarray((y * 200 + x) * 4, (y * 200 + x) * 4 + 4),
    ];
    expect(at(100, 75)).toEqual([220, 30, 30, 255]);
    expect(at(10, 10)[3]).toBe(0);
    expect(matte.data[75 * 200 + 100]).toBe(255);
    expect(told).toEqual([]);
  });

  it('that saw half of a product is asked again in other ways, and what most of its answers say is cut out', async () => {
    await using folder = await scratch();
    const { remover } = await removerFor(redFinder(), folder.path);
    const half = new Uint8Array(320 * 320);
    for (let y = 80; y < 240; y++) half.fill(255, y * 320 + 96, y * 320 + 160);
    const calls = vi.spyOn(engine, 'call').mockResolvedValueOnce(half);
    try {
      const { matte, confidence } = await remover.remove(disc(), run);
      expect([80, 120].map((x) => matte.data[75 * 200 + x])).toEqual([255, 255]);
      expect(confidence).toBeGreaterThan(0.5);
      // The first look and the crop that it asked for, then the four other ways.
      expect(calls).toHaveBeenCalledTimes(6);
    } finally {
      calls.mockRestore();
    }
  });

  it('that says the same from further away makes a cut-out surer, and no second one is made', async () => {
    await using folder = await scratch();
    const { remover } = await removerFor(redFinder(), folder.path);
    const calls = vi.spyOn(engine, 'call').mockResolvedValueOnce(greyDisc());
    const tasks = vi.spyOn(render, 'run');
    try {
      const { matte, signals } = await remover.remove(disc(), run);
      expect(matte.data[75 * 200 + 100]).toBe(255);
      expect(signals?.model?.steady).toBeGreaterThan(0.93);
      // The first look, the crop that its doubts ask for, and the one from further away.
      expect(calls).toHaveBeenCalledTimes(3);
      expect(tasks.mock.calls.filter(([task]) => task === 'cut-out')).toHaveLength(1);
    } finally {
      calls.mockRestore();
      tasks.mockRestore();
    }
  });

  it('that says something else from further away alone is believed: the frame cuts off another thing there', async () => {
    await using folder = await scratch();
    const { remover } = await removerFor(redFinder(), folder.path);
    const calls = vi
      .spyOn(engine, 'call')
      .mockResolvedValueOnce(greyDisc())
      .mockResolvedValueOnce(greyDisc())
      .mockResolvedValueOnce(new Uint8Array(320 * 320).fill(255, 0, 320 * 160));
    try {
      const { signals, confidence } = await remover.remove(disc(), run);
      expect(calls.mock.calls.length).toBeGreaterThan(5);
      expect(signals?.model?.steady).toBeGreaterThan(0.9);
      expect(confidence).toBeGreaterThan(0.5);
    } finally {
      calls.mockRestore();
    }
  });

  it.each<[string, Uint8Array | undefined, Partial<CutoutModel>, string]>([
    ['that is missing', undefined, {}, 'is missing'],
    ['that is no model', new TextEncoder().encode('hello'), {}, 'no ONNX model'],
    ['that is another than the published one', redFinder(), { sha256: EMBEDDED_SHA256 }, 'SHA-256'],
  ])('%s is replaced by the rules, with the reason', async (_, bytes, more, reason) => {
    await using folder = await scratch();
    const { remover, told } = await removerFor(bytes, folder.path, more);
    const { why, by } = await remover.remove(disc(), run);
    expect(by).toBe('local');
    expect(why.map(({ en }) => en)).toEqual([
      expect.stringMatching(/u2netp cannot be used right now.*without a model/),
      'by rules',
    ]);
    expect(told.join()).toContain(reason);
    expect(told.join()).toContain('local cuts out instead');
  });

  it('is looked for again with the next photo', async () => {
    await using folder = await scratch();
    const { remover, told } = await removerFor(new Uint8Array(8), folder.path);
    await remover.remove(disc(), run);
    await writeFile(join(folder.path, 'u2netp.onnx'), redFinder());
    expect((await remover.remove(disc(), run)).matte.data[75 * 200 + 100]).toBe(255);
    expect(told).toHaveLength(1);
  });

  it('whose process is killed over a photo costs no photo', async () => {
    await using folder = await scratch();
    const trouble: string[] = [];
    const told: string[] = [];
    const mortal = new EngineProcess({ onTrouble: (text) => trouble.push(text) });
    const file = join(folder.path, 'u2netp.onnx');
    await writeFile(file, redFinder());
    const model = { file, kind: 'u2netp' };
    const parts = { model, process: mortal, render, onWarning: (text: string) => told.push(text) };
    const remover = createModelRemover({ ...parts, fallback: rules });
    try {
      await remover.remove(disc(), run);
      expect(told).toEqual([]);
      vi.spyOn(mortal, 'call').mockImplementationOnce((...args) => {
        const answer = mortal.call(...args);
        process.kill(mortal.pid ?? 0, 'SIGKILL');
        return answer;
      });
      const { why } = await remover.remove(disc(), run);
      expect(why[0]?.ko).toContain('u2netp을(를) 지금 쓸 수 없어 모델 없이');
      expect(why[1]?.en).toBe('by rules');
      expect(trouble.join()).toContain('SIGKILL');
      expect((await remover.remove(disc(), run)).why).toHaveLength(1);
    } finally {
      await mortal.dispose();
    }
  });

  it('throws what is wrong where nothing stands behind it', async () => {
    await using folder = await scratch();
    const model = { file: join(folder.path, 'u2netp.onnx'), kind: 'u2netp' };
    const remover = createModelRemover({ model, process: engine, render });
    await expect(remover.remove(disc(), run)).rejects.toMatchObject({ code: 'model-file-missing' });
  });

  it('is not asked for photos that are cut out already', async () => {
    await using folder = await scratch();
    const { remover, told } = await removerFor(undefined, folder.path);
    const cut = disc();
    for (let i = 0; i < 200 * 20; i++) cut.data[i * 4 + 3] = 0;
    expect((await remover.remove(cut, run)).whole).toBe(true);
    expect(told).toEqual([]);
  });

  it('has a kind that its name tells, or another name beside it', async () => {
    const parts = { process: engine, render };
    const kind = (model: CutoutModel) => () => createModelRemover({ ...parts, model });
    expect(kind({ file: 'a/weights.onnx', kind: 'a/weights.onnx' })).toThrow(/weights\.onnx/);
    expect(kind({ file: 'a/weights.onnx', kind: 'u2net' })).not.toThrow();
  });

  it('is read anew when its file has another name, one at a time', async () => {
    await using folder = await scratch();
    const { remover } = await removerFor(redFinder(), folder.path);
    await copyFile(join(folder.path, 'u2netp.onnx'), join(folder.path, 'u2net.onnx'));
    const model = { file: join(folder.path, 'u2net.onnx'), kind: 'u2net' };
    const other = createModelRemover({ process: engine, render, model });
    const mattes = await Promise.all([remover, other, remover].map((each) => each.remove(disc(), run)));
    for (const { matte } of mattes) expect(matte.data[75 * 200 + 100]).toBe(255);
  });
});
