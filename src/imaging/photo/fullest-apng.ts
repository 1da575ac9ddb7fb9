import sharp from 'sharp';
import { type ApngFrame, apngFrames } from './apng.ts';
import { detailOf, MAX_FRAMES, MAX_PIXELS, MORE, PATIENCE } from './fullest-frame.ts';
import type { PhotoHeader } from './photo-header.ts';

/**
 * The frame of an animated PNG that shows most, as it stands on the canvas; the decoder itself knows of the first
 * picture alone.
 *
 * @returns a still PNG; undefined where the first picture shows as much, or the frames cannot be decoded
 */
export async function fullestApngFrame(
  bytes: Uint8Array,
  { width, height }: PhotoHeader,
): Promise<Uint8Array | undefined> {
  const max = Math.min(MAX_FRAMES, Math.floor(MAX_PIXELS / (width * height)));
  if (max < 2) return undefined;
  const until = performance.now() + 1000 * PATIENCE;
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const raw = { width, height, channels: 4 } as const;
  try {
    let canvas = Buffer.alloc(4 * width * height);
    const best = { canvas: await pixelsOf(bytes), shown: 0, first: true };
    best.shown = detailOf(best.canvas, width);
    for (const frame of apngFrames(file, max)) {
      const { x, y } = frame.box;
      if (x + frame.box.width > width || y + frame.box.height > height) return undefined;
      const before = canvas;
      canvas = Buffer.from(canvas);
      lay(canvas, width, frame, await pixelsOf(frame.still));
      const shown = detailOf(canvas, width);
      if (shown > MORE * best.shown)
        Object.assign(best, { canvas: Buffer.from(canvas), shown, first: false });
      if (frame.dispose === 'previous') canvas = before;
      else if (frame.dispose === 'background') empty(canvas, width, frame);
      if (performance.now() > until) break;
    }
    return best.first ? undefined : await sharp(best.canvas, { raw }).png().toBuffer();
  } catch {
    // Whether the first picture can be decoded is seen next.
    return undefined;
  }
}

const pixelsOf = (still: Uint8Array): Promise<Buffer> =>
  sharp(still, { limitInputPixels: MAX_PIXELS })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .timeout({ seconds: PATIENCE })
    .toBuffer();

function lay(canvas: Buffer, across: number, { box, over }: ApngFrame, pixels: Buffer): void {
  for (let y = 0; y < box.height; y++) {
    for (let x = 0; x < box.width; x++) {
      const from = 4 * (y * box.width + x);
      const to = 4 * ((box.y + y) * across + box.x + x);
      const alpha = pixels[from + 3]!;
      if (!over || alpha === 255) {
        pixels.copy(canvas, to, from, from + 4);
        continue;
      }
      const rest = (canvas[to + 3]! * (255 - alpha)) / 255;
      const sum = alpha + rest;
      if (sum === 0) continue;
      for (let c = 0; c < 3; c++)
        canvas[to + c] = Math.round((pixels[from + c]! * alpha + canvas[to + c]! * rest) / sum);
      canvas[to + 3] = Math.round(sum);
    }
  }
}

function empty(canvas: Buffer, across: number, { box }: ApngFrame): void {
  for (let y = box.y; y < box.y + box.height; y++) {
    canvas.fill(0, 4 * (y * across + box.x), 4 * (y * across + box.x + box.width));
  }
}
