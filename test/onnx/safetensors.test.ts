import { chmod, mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { named } from '../../src/onnx/dim.ts';
import { Graph } from '../../src/onnx/graph.ts';
import { gemm } from '../../src/onnx/ops/matrix.ts';
import { readRows, readTensor } from '../../src/onnx/read-rows.ts';
import { readSafetensors } from '../../src/onnx/safetensors.ts';
import { floats, openSession } from '../../src/onnx/session.ts';
import { readWeightSet } from '../../src/onnx/weight-set.ts';
import { Weights } from '../../src/onnx/weights.ts';
import { scratch } from '../zimage/support/checkpoint.ts';
import { floatTensor, writeSafetensors } from '../zimage/support/safetensors.ts';

const ramp = (count: number): number[] => Array.from({ length: count }, (_, i) => i / 4);
const matrix = (name: string, type: 'f32' | 'f16' | 'bf16' = 'f32') =>
  floatTensor(name, [4, 3], () => ramp(12), type);

function file(header: unknown, data = new Uint8Array(48), length?: bigint): Buffer {
  const text = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const prefix = Buffer.alloc(8);
  prefix.writeBigUInt64LE(length ?? BigInt(text.length));
  return Buffer.concat([prefix, text, data]);
}

const entry = (begin: number, end: number, shape: unknown = [4, 3], dtype: unknown = 'F32') => ({
  dtype,
  shape,
  data_offsets: [begin, end],
});

describe('readSafetensors', () => {
  it('finds tensors where they lie', async () => {
    await using folder = await scratch();
    const path = join(folder.path, 'a.safetensors');
    await writeSafetensors(path, [matrix('a'), matrix('b', 'f16'), matrix('c', 'bf16')], { format: 'pt' });
    const { tensors, metadata } = await readSafetensors(path);
    expect([...tensors.keys()]).toEqual(['a', 'b', 'c']);
    expect(metadata.get('format')).toBe('pt');
    for (const tensor of tensors.values()) {
      expect([...(await readTensor({ tensor, start: 0, count: 4 }))]).toEqual(ramp(12));
      expect([...(await readRows({ tensor, start: 1, count: 3 }, [2, 0]))]).toEqual([
        2.25, 2.5, 2.75, 0.75, 1, 1.25,
      ]);
    }
  });

  it.each([
    ['an absurd header length', file({}, new Uint8Array(8), 2n ** 62n), 'model-file-malformed'],
    ['a header beyond the file', file({}, new Uint8Array(0), 1000n), 'model-file-truncated'],
    ['a file of a few bytes', Buffer.from('abc'), 'model-file-truncated'],
    ['a header that is no JSON', file('{"a": nonsense'), 'model-file-malformed'],
    ['a header that is a list', file([]), 'model-file-malformed'],
    ['a header that is no UTF-8', file('\u0000', new Uint8Array(0)), 'model-file-malformed'],
    ['an entry without offsets', file({ a: { dtype: 'F32', shape: [4, 3] } }), 'model-file-malformed'],
    ['offsets past the end', file({ a: entry(0, 48), b: entry(48, 96) }), 'model-file-truncated'],
    ['offsets that run backwards', file({ a: entry(48, 0) }), 'model-file-malformed'],
    ['negative offsets', file({ a: entry(-48, 0) }), 'model-file-malformed'],
    ['a shape that does not fill its bytes', file({ a: entry(0, 48, [4, 4]) }), 'model-file-malformed'],
    ['a shape of nonsense', file({ a: entry(0, 48, [4, -3]) }), 'model-file-malformed'],
    ['tensors that overlap', file({ a: entry(0, 48), b: entry(24, 72) }), 'model-file-malformed'],
    ['a gap between tensors', file({ a: entry(24, 72) }, new Uint8Array(72)), 'model-file-malformed'],
    ['bytes after the last tensor', file({ a: entry(0, 48) }, new Uint8Array(50)), 'model-file-malformed'],
    ['metadata that is no table', file({ __metadata__: 3 }, new Uint8Array(0)), 'model-file-malformed'],
  ])('refuses %s, naming the file', async (_, bytes, code) => {
    await using folder = await scratch();
    const path = join(folder.path, 'bad.safetensors');
    await writeFile(path, bytes);
    await expect(readSafetensors(path)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(path),
    });
  });

  it('refuses a file that breaks off', async () => {
    await using folder = await scratch();
    const path = join(folder.path, 'cut.safetensors');
    const size = await writeSafetensors(path, [matrix('a')]);
    await truncate(path, size - 1);
    await expect(readSafetensors(path)).rejects.toMatchObject({
      code: 'model-file-truncated',
      params: { file: path, bytes: size - 1, expected: size },
    });
  });

  it('tells a missing file from one that may not be read', async () => {
    await using folder = await scratch();
    await expect(readSafetensors(join(folder.path, 'none'))).rejects.toMatchObject({
      code: 'model-file-missing',
    });
    await mkdir(join(folder.path, 'folder.safetensors'));
    const unreadable = readSafetensors(join(folder.path, 'folder.safetensors'));
    await expect(unreadable).rejects.toMatchObject({ code: 'model-file-unreadable' });
  });

  // Root may read everything.
  it.skipIf(process.getuid?.() === 0)('says so when permission is lacking', async () => {
    await using folder = await scratch();
    const path = join(folder.path, 'a.safetensors');
    await writeSafetensors(path, [matrix('a')]);
    await chmod(path, 0);
    const refused = { code: 'model-file-unreadable', params: { reason: 'EACCES' } };
    await expect(readSafetensors(path)).rejects.toMatchObject(refused);
  });
});

describe('readWeightSet', () => {
  it('takes shards by their index, one file, and a file by name', async () => {
    await using folder = await scratch();
    const at = (name: string): string => join(folder.path, name);
    await writeSafetensors(at('m-00001-of-00002.safetensors'), [matrix('a')]);
    await writeSafetensors(at('m-00002-of-00002.safetensors'), [matrix('b')]);
    const map = { weight_map: { a: 'm-00001-of-00002.safetensors', b: 'm-00002-of-00002.safetensors' } };
    await writeFile(at('m.safetensors.index.json'), JSON.stringify(map));
    expect([...(await readWeightSet(folder.path)).tensors.keys()]).toEqual(['a', 'b']);
    expect([...(await readWeightSet(at('m-00002-of-00002.safetensors'))).tensors.keys()]).toEqual(['b']);
  });

  it.each([
    [
      'a shard is missing',
      { a: 'm-00001-of-00002.safetensors', b: 'm-00002-of-00002.safetensors' },
      'model-file-missing',
    ],
    [
      'a tensor is not in its shard',
      { a: 'm-00001-of-00002.safetensors', b: 'm-00001-of-00002.safetensors' },
      'model-tensor-missing',
    ],
    ['the index points elsewhere', { a: '../m.safetensors' }, 'model-file-malformed'],
    ['the index is empty', {}, 'model-file-malformed'],
  ])('says so when %s', async (_, weightMap, code) => {
    await using folder = await scratch();
    await writeSafetensors(join(folder.path, 'm-00001-of-00002.safetensors'), [matrix('a')]);
    await writeFile(join(folder.path, 'm.safetensors.index.json'), JSON.stringify({ weight_map: weightMap }));
    await expect(readWeightSet(folder.path)).rejects.toMatchObject({ code });
  });

  it('misses the index of shards, and any file at all', async () => {
    await using folder = await scratch();
    await expect(readWeightSet(folder.path)).rejects.toMatchObject({ code: 'model-file-missing' });
    await writeSafetensors(join(folder.path, 'm-00001-of-00002.safetensors'), [matrix('a')]);
    await expect(readWeightSet(folder.path)).rejects.toMatchObject({
      code: 'model-file-missing',
      params: { file: join(folder.path, 'm.safetensors.index.json') },
    });
  });
});

describe('weights in their files', () => {
  /** x · wᵀ over a stored weight. */
  async function product(path: string, part?: { start: number; count: number }): Promise<number[]> {
    const { tensors } = await readWeightSet(path);
    const graph = new Graph('product', 23);
    const rows = { tensor: tensors.get('w')!, start: 0, count: 4, ...part };
    const weights = new Weights(graph, { source: path, find: () => rows });
    const x = graph.input('x', 'f32', [named('rows'), 3]);
    graph.output('y', gemm(graph, x, weights.get('w', [rows.count, 3], 'f32')));
    const session = await openSession(graph, 'cpu');
    const outputs = await session.run({ x: floats(Float32Array.of(1, 10, 100), [1, 3]) });
    await session.release();
    return [...outputs.get('y')];
  }

  const expected = [52.5, 135.75, 219, 302.25];

  it.each(['f32', 'f16', 'bf16'] as const)('are read where they lie at any offset, as %s', async (type) => {
    await using folder = await scratch();
    for (const shift of [0, 1, 2, 3]) {
      const path = join(folder.path, `${shift}.safetensors`);
      const pad = { name: 'pad', shape: [shift], dtype: 'F8_E4M3', data: () => new Uint8Array(shift) };
      await writeSafetensors(path, [pad, matrix('w', type)]);
      expect(await product(path)).toEqual(expected);
    }
  });

  it('may be some rows of a tensor', async () => {
    await using folder = await scratch();
    const path = join(folder.path, 'a.safetensors');
    await writeSafetensors(path, [matrix('w', 'bf16')]);
    expect(await product(path, { start: 1, count: 2 })).toEqual(expected.slice(1, 3));
  });

  it("may be linked to from elsewhere, as in a hub's cache", async () => {
    await using folder = await scratch();
    await mkdir(join(folder.path, 'blobs'));
    await mkdir(join(folder.path, 'snapshot'));
    await writeSafetensors(join(folder.path, 'blobs', 'cafe'), [matrix('w')]);
    await symlink('../blobs/cafe', join(folder.path, 'snapshot', 'model.safetensors'));
    expect(await product(join(folder.path, 'snapshot'))).toEqual(expected);
  });

  it.each(['F8_E8M0', 'constructor', '__proto__'])(
    'are refused in %s, a type that is no float',
    async (dtype) => {
      await using folder = await scratch();
      const path = join(folder.path, 'a.safetensors');
      await writeSafetensors(path, [{ name: 'w', shape: [4, 3], dtype, data: () => new Uint8Array(12) }]);
      await expect(product(path)).rejects.toMatchObject({ code: 'model-dtype', params: { found: dtype } });
    },
  );

  it('are refused in another shape', async () => {
    await using folder = await scratch();
    const path = join(folder.path, 'a.safetensors');
    await writeSafetensors(path, [floatTensor('w', [3, 4], () => ramp(12))]);
    await expect(product(path)).rejects.toMatchObject({ code: 'model-shape', params: { expected: '4, 3' } });
  });
});
