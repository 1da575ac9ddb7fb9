import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { modelKindOf } from '../../../src/engines/onnx-cutout/model-kind.ts';
import { modelInput, modelMap } from '../../../src/engines/onnx-cutout/saliency.ts';
import { modelView } from '../../../src/imaging/cutout/model-view.ts';
import { resizeLanczos } from '../../../src/imaging/resize-lanczos.ts';
import { opaque, type Rgb } from '../../../src/imaging/rgb.ts';

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
    const { side } = kind;
    const photo = opaque(pattern(width, height));
    const view = modelView({ photo, box: { x: 0, y: 0, width, height }, side });
    const input = modelInput(view ?? new Uint8Array(), kind);
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
    // rembg enlarges what it read to the photo's size.
    const matte = resizeLanczos(modelMap(map, kind), 1, { width: side, height: side }, { width, height });
    expect([...matte.subarray(0, 12)]).toEqual(golden.mask);
    expect(sha256(matte)).toBe(golden.maskSha256);
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

  it('find nothing in a map without any difference, or with next to none', () => {
    const flat = new Float32Array(320 * 320).fill(0.5);
    const faint = Float32Array.from(flat, (_, i) => (i % 320) / 100_000);
    for (const map of [flat, faint]) {
      expect(new Set(modelMap(map, modelKindOf('u2net.onnx')))).toEqual(new Set([0]));
    }
  });

  it('take a black picture', () => {
    const input = modelInput(new Uint8Array(320 * 320 * 3), modelKindOf('u2net.onnx'));
    expect(input[0]).toBeCloseTo(-0.485 / 0.229, 5);
  });
});
