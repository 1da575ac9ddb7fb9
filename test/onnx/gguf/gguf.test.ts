import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeFloats, fromF16, toF16 } from '../../../src/onnx/float-bits.ts';
import { BLOCK_TYPES, type BlockTypeName } from '../../../src/onnx/gguf/block-types.ts';
import { decodeBlocks } from '../../../src/onnx/gguf/decode-blocks.ts';
import { readGguf } from '../../../src/onnx/gguf/gguf-file.ts';
import { Graph } from '../../../src/onnx/graph.ts';
import { readRows, readTensor } from '../../../src/onnx/read-rows.ts';
import { openSession } from '../../../src/onnx/session.ts';
import { readWeightSet } from '../../../src/onnx/weight-set.ts';
import { Weights } from '../../../src/onnx/weights.ts';
import { scratch } from '../../zimage/support/checkpoint.ts';
import { uniform } from '../../zimage/support/formula.ts';
import { packQ4K, packQ5K, packQ6K, TYPE_NUMBERS, writeGguf } from '../support/gguf.ts';

/** Whole numbers from `from` to `to`, as good as random. */
const wholes = (name: string, count: number, from: number, to: number): number[] =>
  [...uniform(name, count)].map((u) => from + Math.floor(((u + 1) / 2) * (to - from + 1)));

const [D, MIN] = [fromF16(toF16(0.0123)), fromF16(toF16(0.0071))];

const withMinimums = (most: number) => {
  const parts = {
    d: D,
    min: MIN,
    scales: wholes('scales', 8, 0, 63),
    minimums: wholes('minimums', 8, 0, 63),
    q: wholes('q', 256, 0, most),
  };
  const values = parts.q.map((q, i) => {
    const part = Math.floor(i / 32);
    return Math.fround(D * parts.scales[part]! * q - MIN * parts.minimums[part]!);
  });
  return { parts, values };
};

describe('blocks', () => {
  it('of Q8_0 are a scale and 32 signed bytes', () => {
    const q = wholes('q', 32, -128, 127);
    const bytes = Uint8Array.from([...encodeFloats([D], 'f16'), ...q.map((value) => value & 255)]);
    expect([...decodeBlocks(bytes, 'Q8_0')]).toEqual(q.map((value) => Math.fround(D * value) + 0));
  });

  it.each([
    ['Q4_0', [D], (q: number) => D * (q - 8)],
    ['Q4_1', [D, MIN], (q: number) => D * q + MIN],
  ] as const)('of %s hold the first sixteen numbers in the lower halves of bytes', (type, scales, value) => {
    const q = wholes('q', 32, 0, 15);
    const quants = q.slice(0, 16).map((low, j) => low | (q[j + 16]! << 4));
    const bytes = Uint8Array.from([...encodeFloats(scales, 'f16'), ...quants]);
    expect([...decodeBlocks(bytes, type)]).toEqual(q.map((one) => Math.fround(value(one)) + 0));
  });

  it('of Q4_K and Q5_K have a scale and a minimum of six bits for each 32 numbers', () => {
    const four = withMinimums(15);
    expect([...decodeBlocks(packQ4K(four.parts), 'Q4_K')]).toEqual(four.values);
    const five = withMinimums(31);
    expect([...decodeBlocks(packQ5K(five.parts), 'Q5_K')]).toEqual(five.values);
  });

  it('of Q6_K have a signed scale for each 16 numbers', () => {
    const [scales, q] = [wholes('scales', 16, -128, 127), wholes('q', 256, -32, 31)];
    const values = q.map((value, i) => Math.fround(D * scales[i >> 4]! * value) + 0);
    expect([...decodeBlocks(packQ6K(D, scales, q), 'Q6_K')].map((value) => value + 0)).toEqual(values);
  });
});

/** Blocks of any bytes, but for half floats that are numbers. */
function anyBlocks(type: BlockTypeName, count: number): Uint8Array {
  const { bytes } = BLOCK_TYPES[type];
  const all = Uint8Array.from(wholes(type, bytes * count, 0, 255));
  const halves = { Q4_0: [0], Q4_1: [0, 2], Q8_0: [0], Q4_K: [0, 2], Q5_K: [0, 2], Q6_K: [208] }[type];
  for (let block = 0; block < count; block++) {
    for (const at of halves) all.set(encodeFloats([0.01 * (block + 1)], 'f16'), block * bytes + at);
  }
  return all;
}

describe('weights in a GGUF file', () => {
  it.each(Object.keys(BLOCK_TYPES) as BlockTypeName[])(
    'of %s come out of a graph, and row by row, as they are defined',
    async (type) => {
      await using folder = await scratch();
      const file = join(folder.path, 'a.gguf');
      const { numbers } = BLOCK_TYPES[type];
      const [width, height] = [2 * numbers, 3];
      const data = anyBlocks(type, (width / numbers) * height);
      const before = { name: 'before', dims: [3], type: TYPE_NUMBERS.F32, data: new Uint8Array(12) };
      await writeGguf(file, [before, { name: 'w', dims: [width, height], type: TYPE_NUMBERS[type], data }]);
      const { tensors, source } = await readWeightSet(file);
      const tensor = tensors.get('w')!;
      expect(tensor).toMatchObject({ dtype: type, shape: [height, width] });
      const expected = decodeBlocks(data, type);
      const graph = new Graph('unpack', 23);
      // The last two rows, as a third of a fused matrix is taken.
      const find = () => ({ tensor, start: 1, count: 2 });
      graph.output('w', new Weights(graph, { source, find }).get('w', [2, width], 'f32'));
      const session = await openSession(graph, 'cpu');
      const outputs = await session.run({});
      expect(outputs.get('w')).toEqual(expected.slice(width));
      await session.release();
      const rows = await readRows({ tensor, start: 0, count: height }, [2, 0]);
      expect(rows).toEqual(Float32Array.from([...expected.slice(2 * width), ...expected.slice(0, width)]));
    },
  );

  it.each(['F32', 'F16', 'BF16'] as const)(
    'of %s are read where they lie, whatever the alignment',
    async (type) => {
      await using folder = await scratch();
      const file = join(folder.path, 'a.gguf');
      const values = [1, -2, 0.5, 4, 8, -0.25];
      const data = encodeFloats(values, type.toLowerCase() as 'f32');
      await writeGguf(file, [{ name: 'w', dims: [3, 2], type: TYPE_NUMBERS[type], data }], {
        alignment: 64,
        version: 2,
      });
      const tensor = (await readGguf(file)).tensors.get('w')!;
      expect(tensor.shape).toEqual([2, 3]);
      expect(tensor.offset % 64).toBe(0);
      expect([...(await readTensor({ tensor, start: 0, count: 2 }))]).toEqual(values);
    },
  );
});

describe('GGUF files that cannot be used', () => {
  const W = { name: 'blk.0.w', dims: [64, 2], type: TYPE_NUMBERS.Q8_0, data: new Uint8Array(4 * 34) };

  it.each<readonly [string, (file: string) => Promise<void>, string, string]>([
    [
      'are of a type that is not read',
      (file) => writeGguf(file, [{ ...W, type: 10 }]),
      'model-dtype',
      'blk.0.w as Q2_K',
    ],
    [
      'are of a type that is not known',
      (file) => writeGguf(file, [{ ...W, type: 99 }]),
      'model-dtype',
      'ggml type 99',
    ],
    [
      'end within a tensor',
      async (file) => {
        await writeGguf(file, [W]);
        await truncate(file, 400);
      },
      'model-tensor-truncated',
      'blk.0.w',
    ],
    [
      'end within the header',
      async (file) => {
        await writeGguf(file, [W]);
        await truncate(file, 100);
      },
      'model-file-truncated',
      '100',
    ],
    [
      'are of another version',
      (file) => writeGguf(file, [W], { version: 1 }),
      'model-file-malformed',
      'version 1',
    ],
    [
      'are something else',
      (file) => writeFile(file, 'not a model, but long enough to be looked at'),
      'model-file-malformed',
      'GGUF',
    ],
    [
      'have rows of part of a block',
      (file) => writeGguf(file, [{ ...W, dims: [40, 2] }]),
      'model-file-malformed',
      'blk.0.w',
    ],
  ])('%s are refused, naming file and tensor', async (_, write, code, named) => {
    await using folder = await scratch();
    const file = join(folder.path, 'a.gguf');
    await write(file);
    const refused = readGguf(file);
    await expect(refused).rejects.toMatchObject({ code, message: expect.stringContaining(named) });
    await expect(refused).rejects.toMatchObject({ message: expect.stringContaining(file) });
  });
});
