import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resizeLanczos } from '../../src/imaging/resize-lanczos.ts';

interface Case {
  readonly width: number;
  readonly height: number;
  readonly toWidth: number;
  readonly toHeight: number;
  readonly channels: number;
  readonly sha256: string;
  readonly first: readonly number[];
}

const { cases } = JSON.parse(
  readFileSync(new URL('../fixtures/pillow/lanczos.json', import.meta.url), 'utf8'),
) as { cases: readonly Case[] };

/** The picture that the golden values were made from. */
function pattern({ width, height, channels }: Case): Uint8Array {
  const bytes = new Uint8Array(width * height * channels);
  for (let i = 0; i < bytes.length; i++) {
    const k = i % channels;
    const x = Math.floor(i / channels) % width;
    const y = Math.floor(i / channels / width);
    bytes[i] = ((x * 7 + y * 13 + k * 29) * (k + 3) + Math.floor((x * y) / (k + 2))) % 256;
  }
  return bytes;
}

describe('resizeLanczos', () => {
  it.each(cases)('is Pillow to the byte: $width×$height → $toWidth×$toHeight, $channels channels', (one) => {
    const to = { width: one.toWidth, height: one.toHeight };
    const out = resizeLanczos(pattern(one), one.channels, one, to);
    expect([...out.subarray(0, 12)]).toEqual(one.first);
    expect(createHash('sha256').update(out).digest('hex')).toBe(one.sha256);
  });

  it('changes nothing at the same size', () => {
    const bytes = Uint8Array.from({ length: 48 }, (_, i) => i * 5);
    expect([...resizeLanczos(bytes, 3, { width: 4, height: 4 }, { width: 4, height: 4 })]).toEqual([
      ...bytes,
    ]);
  });
});
