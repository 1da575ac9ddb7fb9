import { describe, expect, it } from 'vitest';
import { CPU } from '../../src/onnx/target.ts';
import { Autoencoder } from '../../src/zimage/autoencoder.ts';
import { openCheckpoint } from '../../src/zimage/checkpoint.ts';
import { type RgbPicture, toPlanes, toRgb } from '../../src/zimage/planes.ts';
import { Preview } from '../../src/zimage/preview.ts';
import { SharedComponents } from '../../src/zimage/shared-components.ts';
import { TINY } from './support/checkpoint.ts';

/** A picture of one colour in each quarter. */
function quarters(colours: readonly (readonly [number, number, number])[]): RgbPicture {
  const side = 128;
  const data = new Uint8Array(side * side * 3);
  for (let i = 0; i < side * side; i++) {
    const quarter = (Math.floor(i / side) < side / 2 ? 0 : 2) + (i % side < side / 2 ? 0 : 1);
    data.set(colours[quarter]!, i * 3);
  }
  return { width: side, height: side, data };
}

describe('Preview', () => {
  it('shows colours of latents that it has not been measured with', async () => {
    const components = new SharedComponents(await openCheckpoint(TINY), {
      target: CPU,
      residency: 'all',
      adaptable: false,
    });
    const autoencoder = new Autoencoder(components);
    const preview = await Preview.measure(autoencoder);
    const picture = quarters([
      [230, 40, 40],
      [30, 200, 60],
      [40, 60, 220],
      [240, 240, 230],
    ]);
    const shown = preview.show(await autoencoder.encodeMean(toPlanes(picture)));
    expect([shown.width, shown.height]).toEqual([16, 16]);
    const at = (x: number, y: number): number[] => [
      ...shown.data.subarray((y * 16 + x) * 3, (y * 16 + x) * 3 + 3),
    ];
    const strongest = (colour: readonly number[]): number => colour.indexOf(Math.max(...colour));
    // The tiny VAE's weights are random, so colours are right in kind, not in shade.
    expect(strongest(at(3, 3))).toBe(0);
    expect(strongest(at(12, 3))).toBe(1);
    expect(strongest(at(3, 12))).toBe(2);
    expect(Math.min(...at(12, 12))).toBeGreaterThan(100);
    await components.release();
  });
});

describe('pictures', () => {
  it('come back from the numbers that the VAE takes', () => {
    const picture = quarters([
      [0, 1, 2],
      [127, 128, 129],
      [253, 254, 255],
      [10, 100, 200],
    ]);
    expect(toRgb(toPlanes(picture))).toEqual(picture);
  });

  it('are clamped, and halves rounded to even', () => {
    const planes = { channels: 3, height: 1, width: 1, data: Float32Array.of(-3, 3, 2 * (0.5 / 255) - 1) };
    expect([...toRgb(planes).data]).toEqual([0, 255, 0]);
  });
});
