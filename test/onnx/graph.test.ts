import { describe, expect, it } from 'vitest';
import { named } from '../../src/onnx/dim.ts';
import { EngineFailure } from '../../src/onnx/failure.ts';
import { Graph, showShape } from '../../src/onnx/graph.ts';
import { add, cast, multiply } from '../../src/onnx/ops/elementwise.ts';
import { conv2d, upsample } from '../../src/onnx/ops/image.ts';
import { gemm } from '../../src/onnx/ops/matrix.ts';
import { concat, reshape, split, transpose } from '../../src/onnx/ops/shape.ts';
import { floats, openSession } from '../../src/onnx/session.ts';

const graph = (): Graph => new Graph('test', 21);

describe('Graph', () => {
  it('refuses values of another graph', () => {
    const mine = graph();
    const stranger = graph().input('x', 'f32', [2]);
    expect(() => add(mine, mine.input('x', 'f32', [2]), stranger)).toThrow('no value of the graph');
    expect(() => mine.output('y', { ...stranger })).toThrow('no value of the graph');
  });

  it('refuses a name twice, and a constant whose bytes do not fit its shape', () => {
    const one = graph();
    one.input('x', 'f32', [2]);
    expect(() => one.input('x', 'f32', [2])).toThrow('already has');
    expect(() => one.constant('f32', [2], new Uint8Array(4))).toThrow('takes 8 bytes, not 4');
  });

  it('refuses shapes and types that do not go together', () => {
    const one = graph();
    const x = one.input('x', 'f32', [named('rows'), 4]);
    expect(() => add(one, x, one.input('a', 'f32', [3]))).toThrow('do not go together');
    expect(() => multiply(one, x, one.input('b', 'f16', [4]))).toThrow('f16');
    expect(() => gemm(one, x, one.input('w', 'f32', [8, 5]))).toThrow('Gemm of f32 [rows, 4] and f32 [8, 5]');
    expect(() => reshape(one, x, [-1, 3])).toThrow('does not divide');
    expect(() => reshape(one, x, [5, 4])).toThrow('does not reshape');
    expect(() => concat(one, [x, one.input('c', 'f32', [2, 5])], 0)).toThrow('Concat');
    expect(() => split(one, x, 3)).toThrow('does not divide');
    const picture = one.input('p', 'f32', [1, 3, 8, 8]);
    const options = { bias: one.input('bias', 'f32', [4]), pads: [1, 1] } as const;
    expect(() => conv2d(one, picture, one.input('k', 'f32', [4, 2, 3, 3]), options)).toThrow('Conv');
  });

  it('follows lengths that are known only when it runs', () => {
    const one = graph();
    const picture = one.input('p', 'f32', [1, 4, named('h'), named('w')]);
    const larger = upsample(one, picture, 2);
    expect(showShape(larger.shape)).toBe('[1, 4, 2*h, 2*w]');
    const kernel = one.input('k', 'f32', [8, 4, 3, 3]);
    const half = conv2d(one, larger, kernel, { bias: one.input('b', 'f32', [8]), stride: 2, pads: [0, 1] });
    expect(showShape(half.shape)).toBe('[1, 8, h, w]');
    expect(showShape(reshape(one, half, [8, -1]).shape)).toBe('[8, h*w]');
    expect(showShape(reshape(one, half, [1, 2, -1, 0]).shape)).toBe('[1, 2, 4*h, w]');
    expect(showShape(transpose(one, half, [0, 2, 3, 1]).shape)).toBe('[1, h, w, 8]');
    expect(showShape(concat(one, [half, half], 3).shape)).toBe('[1, 8, h, 2*w]');
  });

  it('computes what it says', async () => {
    const one = graph();
    const x = one.input('x', 'f32', [named('rows'), 2]);
    const weight = one.constant('f32', [3, 2], new Uint8Array(Float32Array.of(1, 2, 3, 4, 5, 6).buffer));
    const bias = one.constant('f32', [3], new Uint8Array(Float32Array.of(10, 20, 30).buffer));
    one.output('y', gemm(one, x, weight, { bias, alpha: 2, beta: 0.5 }));
    one.output('same', cast(one, x, 'f32'));
    const session = await openSession(one, 'cpu');
    const outputs = await session.run({ x: floats(Float32Array.of(1, 1, 0, 1), [2, 2]) });
    expect([...outputs.get('y')]).toEqual([11, 24, 37, 9, 18, 27]);
    expect([...outputs.get('same')]).toEqual([1, 1, 0, 1]);
    expect(() => outputs.get('z')).toThrow('`z`');
    expect(session.busy).toBeGreaterThan(0);
    await session.release();
  });
});

describe('openSession', () => {
  it('says which provider cannot start, and takes no other in its place', async () => {
    const one = graph();
    one.output('y', one.input('x', 'f32', [1]));
    const refused = openSession(one, 'cuda');
    await expect(refused).rejects.toBeInstanceOf(EngineFailure);
    await expect(refused).rejects.toMatchObject({
      reason: 'provider',
      message: expect.stringContaining('loading test'),
    });
  });

  it('says what a run lacks', async () => {
    const one = graph();
    one.output('y', one.input('x', 'f32', [1]));
    const session = await openSession(one, 'cpu');
    await expect(session.run({})).rejects.toMatchObject({
      reason: 'other',
      message: expect.stringContaining("'x'"),
    });
    await session.release();
  });

  it('runs out of memory with that for a reason, and goes on', async () => {
    const one = graph();
    const x = one.input('x', 'f32', [1]);
    const size = one.input('size', 'i64', [1]);
    one.output('y', one.node('Expand', [x, size], [{ type: 'f32', shape: [named('size')] }])[0]!);
    const session = await openSession(one, 'cpu');
    const run = (length: bigint) =>
      session.run({
        x: floats(Float32Array.of(7), [1]),
        size: { type: 'i64', shape: [1], data: BigInt64Array.of(length) },
      });
    // 256 TB: more than an address can tell.
    await expect(run(2n ** 46n)).rejects.toMatchObject({
      name: 'EngineFailure',
      reason: 'memory',
      message: expect.stringContaining('running test'),
    });
    expect([...(await run(2n)).get('y')]).toEqual([7, 7]);
    await session.release();
  });
});
