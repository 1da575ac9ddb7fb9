import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modelKindOf } from '../../../src/engines/onnx-cutout/model-kind.ts';
import { modelInput, modelMatte } from '../../../src/engines/onnx-cutout/saliency.ts';
import type { Rgb } from '../../../src/imaging/rgb.ts';

interface Case {
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly inputSha256: string;
  readonly input: readonly number[];
  readonly maskSha256: string;
  readonly mask: readonly number[];
}

const { cases } = JSON.parse(
  readFileSync(new URL('../../fixtures/pillow/rembg.json', import.meta.url), 'utf8'),
) as { cases: readonly Case[] };

const sha256 = (bytes: ArrayBufferView): string =>
  createHash('sha256')
    .update(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    .digest('hex');

/** The picture that the golden values were made from. */
function pattern(width: number, height: number): Rgb {
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < data.length; i++) {
    const k = i % 3;
    const x = Math.floor(i / 3) % width;
    const y = Math.floor(i / 3 / width);
    data[i] = ((x * 7 + y * 13 + k * 29) * (k + 3) + Math.floor((x * y) / (k + 2))) % 200;
  }
  return { width, height, data };
}

describe.each(cases)('$file at $width×$height', ({ file, width, height, ...golden }) => {
  const kind = modelKindOf(file);

  it('is fed what rembg feeds it, to the bit', () => {
    const input = modelInput(pattern(width, height), kind);
    const { side } = kind;
    const places = [0, 1, 777, side * side + 5, 2 * side * side + 9];
    expect(places.map((i) => input[i])).toEqual(golden.input);
    expect(sha256(input)).toBe(golden.inputSha256);
  });

  it('is read as rembg reads it, to the byte', () => {
    const { side } = kind;
    const map = Float32Array.from({ length: side * side }, (_, i) => {
      const [x, y] = [i % side, Math.floor(i / side)];
      return (((x * 3 + y * 5) % 97) - 40) / 16;
    });
    const matte = modelMatte(map, kind, { width, height });
    expect([...matte.data.subarray(0, 12)]).toEqual(golden.mask);
    expect(sha256(matte.data)).toBe(golden.maskSha256);
  });
});

describe('model kinds', () => {
  it('are told by the names that rembg and the makers give', () => {
    for (const name of ['u2net.onnx', 'u2netp.onnx', 'u2net_human_seg.onnx', 'silueta.onnx']) {
      expect(modelKindOf(`/models/${name}`).side).toBe(320);
    }
    expect(modelKindOf('isnet-general-use.onnx')).toMatchObject({
      side: 1024,
      mean: [0.5, 0.5, 0.5],
      logits: false,
    });
    for (const name of ['birefnet-general-lite.onnx', 'BiRefNet-general-epoch_244.onnx']) {
      expect(modelKindOf(name)).toMatchObject({ side: 1024, logits: true });
    }
    expect(() => modelKindOf('/models/best.onnx')).toThrow(
      expect.objectContaining({ code: 'cutout-model-unknown' }),
    );
  });

  it('find nothing in a map without any difference', () => {
    const matte = modelMatte(new Float32Array(320 * 320).fill(0.5), modelKindOf('u2net.onnx'), {
      width: 8,
      height: 8,
    });
    expect([...matte.data]).toEqual(Array(64).fill(0));
  });

  it('take a black picture', () => {
    const black = { width: 4, height: 4, data: new Uint8Array(48) };
    const input = modelInput(black, modelKindOf('u2net.onnx'));
    expect(input[0]).toBeCloseTo(-0.485 / 0.229, 5);
  });
});
