import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { embeddedModel } from '../../../src/engines/onnx-cutout/embedded-model.ts';
import { cutoutModels, namedModel } from '../../../src/engines/onnx-cutout/find-models.ts';
import { scratch } from '../../zimage/support/checkpoint.ts';

async function withModels(folder: string, names: readonly string[]): Promise<void> {
  await mkdir(join(folder, 'models'), { recursive: true });
  for (const name of names) await writeFile(join(folder, 'models', name), '');
}

describe('cutoutModels', () => {
  it('are the one that comes with the product where nothing is pulled or set', async () => {
    await using folder = await scratch();
    expect(await cutoutModels(undefined, folder.path)).toEqual([embeddedModel()]);
  });

  it.each([
    [
      ['silueta.onnx', 'u2net.onnx', 'isnet-general-use.onnx', 'birefnet-general-lite.onnx'],
      'birefnet-general-lite',
    ],
    [['birefnet-general-lite.onnx', 'birefnet-general.onnx', 'birefnet-dis.onnx'], 'birefnet-general'],
    [['u2net.onnx', 'isnet-general-use.onnx'], 'isnet-general-use'],
    [['silueta.onnx', 'u2net.onnx', 'u2netp.onnx'], 'u2net'],
    [['u2netp.onnx', 'silueta.onnx'], 'silueta'],
    [['u2netp.onnx'], 'u2netp'],
    // Made for one kind of thing, half there, or nothing that we know.
    [
      ['birefnet-portrait.onnx', 'isnet-anime.onnx', 'u2net_cloth_seg.onnx', 'u2net.onnx.part', 'best.onnx'],
      undefined,
    ],
  ])('put the best of %j first, and the embedded one behind it', async (names, best) => {
    await using folder = await scratch();
    await withModels(folder.path, names);
    const file = best === undefined ? [] : [join(folder.path, 'models', `${best}.onnx`)];
    const models = await cutoutModels(undefined, folder.path);
    expect(models.map((model) => model.file)).toEqual([...file, embeddedModel()?.file]);
  });

  it('begin with the one that is set, whatever else lies there', async () => {
    await using folder = await scratch();
    await withModels(folder.path, ['isnet-general-use.onnx']);
    expect((await cutoutModels('u2net', folder.path))[0]?.file).toBe(
      join(folder.path, 'models', 'u2net.onnx'),
    );
    expect(await cutoutModels('u2netp', folder.path)).toEqual([embeddedModel()]);
  });
});

describe('namedModel', () => {
  it('is found by its name or its path', () => {
    expect(namedModel('u2net', 'data').file).toBe(join('data', 'models', 'u2net.onnx'));
    expect(namedModel('/m/birefnet.onnx', 'data')).toEqual({
      file: '/m/birefnet.onnx',
      kind: 'birefnet.onnx',
    });
    expect(namedModel('mine.onnx', 'data').file).toBe('mine.onnx');
  });

  it('is the pulled file before the embedded one', async () => {
    await using folder = await scratch();
    expect(namedModel('u2netp', folder.path)).toEqual(embeddedModel());
    await withModels(folder.path, ['u2netp.onnx']);
    expect(namedModel('u2netp', folder.path).file).toBe(join(folder.path, 'models', 'u2netp.onnx'));
  });
});
