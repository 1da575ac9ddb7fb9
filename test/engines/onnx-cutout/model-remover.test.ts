import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createModelRemover, cutoutModelFile } from '../../../src/engines/onnx-cutout/model-remover.ts';
import type { BackgroundRemover } from '../../../src/engines/ports.ts';
import { cutOut } from '../../../src/imaging/cutout/cut-out.ts';
import { createMatte, createRaster, type Raster } from '../../../src/imaging/raster.ts';
import { EngineProcess } from '../../../src/onnx/process/engine-process.ts';
import type { RenderPool } from '../../../src/workers/render-pool.ts';
import { scratch } from '../../zimage/support/checkpoint.ts';
import { redFinder } from './red-finder.ts';

const engine = new EngineProcess();
/** The pool's task on this thread. */
const render = {
  run: async (_task: string, input: Parameters<typeof cutOut>[0]) => cutOut(input),
} as Pick<RenderPool, 'run'>;
afterAll(() => engine.dispose());

const run = { signal: new AbortController().signal };

const fallback: BackgroundRemover = {
  name: 'the local way',
  lane: 'cpu',
  remove: async (photo) => ({
    image: photo,
    matte: createMatte(photo.width, photo.height),
    confidence: 0.4,
    things: [],
    picked: [],
    why: [{ ko: '', en: 'fallback' }],
  }),
};

/** A red disc on grey. */
function photo(): Raster {
  const raster = createRaster(200, 150);
  for (let i = 0; i < 200 * 150; i++) {
    const inside = Math.hypot((i % 200) - 100, Math.floor(i / 200) - 75) < 40;
    raster.data.set(inside ? [220, 30, 30, 255] : [128, 128, 128, 255], i * 4);
  }
  return raster;
}

async function removerFor(bytes: Uint8Array | undefined, folder: string) {
  const file = join(folder, 'u2netp.onnx');
  if (bytes !== undefined) await writeFile(file, bytes);
  const told: string[] = [];
  const tell = (text: string): void => void told.push(text);
  return { told, remover: createModelRemover({ file, process: engine, render, fallback, onWarning: tell }) };
}

describe('a cut-out model', () => {
  it('cuts out at the size of the photo, with the colours of the product', async () => {
    await using folder = await scratch();
    const { remover, told } = await removerFor(redFinder(), folder.path);
    const { image, matte, confidence, why } = await remover.remove(photo(), run);
    expect([image.width, image.height]).toEqual([200, 150]);
    const at = (x: number, y: number): number[] => [
      ...image.data.subarray((y * 200 + x) * 4, (y * 200 + x) * 4 + 4),
    ];
    expect(at(100, 75)).toEqual([220, 30, 30, 255]);
    expect(at(10, 10)[3]).toBe(0);
    expect(matte.data[75 * 200 + 100]).toBe(255);
    // Round the rim, too, the colour is the product's.
    expect(at(100, 35)[0]).toBeGreaterThan(190);
    expect(confidence).toBeGreaterThan(0.8);
    expect(why[0]?.en).toContain('u2netp');
    expect(told).toEqual([]);
  });

  it('is unsure of a picture in which it finds nothing', async () => {
    await using folder = await scratch();
    const { remover } = await removerFor(redFinder(), folder.path);
    const grey = createRaster(64, 64);
    grey.data.fill(255);
    expect((await remover.remove(grey, run)).confidence).toBeLessThan(0.5);
  });

  it.each([
    ['that is missing', undefined, 'is missing'],
    ['that is no model', new TextEncoder().encode('hello'), 'no ONNX model'],
  ])('%s is replaced by the local way, with the reason', async (_, bytes, reason) => {
    await using folder = await scratch();
    const { remover, told } = await removerFor(bytes, folder.path);
    expect((await remover.remove(photo(), run)).why[0]?.en).toBe('fallback');
    expect(told.join()).toContain(reason);
    expect(told.join()).toContain('the local way cuts out instead');
  });

  it('takes its kind from a name of its own, when the file has none', async () => {
    await using folder = await scratch();
    const file = join(folder.path, 'weights.onnx');
    await writeFile(file, redFinder());
    const parts = { file, process: engine, render, fallback };
    expect(() => createModelRemover(parts)).toThrow(/weights\.onnx/);
    const remover = createModelRemover({ ...parts, kind: 'u2net' });
    expect((await remover.remove(photo(), run)).matte.data[75 * 200 + 100]).toBe(255);
  });

  it('throws what is wrong where nobody is told of a fallback', async () => {
    await using folder = await scratch();
    const file = join(folder.path, 'u2netp.onnx');
    const remover = createModelRemover({ file, process: engine, render, fallback });
    await expect(remover.remove(photo(), run)).rejects.toThrow(/is missing/);
  });

  it('leaves photos that are cut out already to the local way', async () => {
    await using folder = await scratch();
    const { remover, told } = await removerFor(redFinder(), folder.path);
    const cut = photo();
    cut.data[3] = 0;
    expect((await remover.remove(cut, run)).why[0]?.en).toBe('fallback');
    expect(told).toEqual([]);
  });

  it('is found by its name or its path', () => {
    expect(cutoutModelFile('u2netp', 'data')).toBe(join('data', 'models', 'u2netp.onnx'));
    expect(cutoutModelFile('/m/birefnet.onnx', 'data')).toBe('/m/birefnet.onnx');
    expect(cutoutModelFile('mine.onnx', 'data')).toBe('mine.onnx');
  });
});
