import { setImmediate } from 'node:timers/promises';
import { type Box, bottom, right, type Size, union } from '../ad/geometry.ts';
import { bitsFor } from '../imaging/animation/gif.ts';
import { packLzw } from '../imaging/animation/lzw.ts';
import { type PaletteColour, paletteOf } from '../imaging/animation/palette.ts';
import { PaletteMap } from '../imaging/animation/palette-map.ts';
import { encodeWebpPart } from '../imaging/animation/webp.ts';
import { collectGarbage } from '../imaging/collect-garbage.ts';
import { createRaster, type Raster, rasterOf } from '../imaging/raster.ts';
import { FramePainter } from './frame-painter.ts';
import type { Loop } from './loop.ts';

/** Some frames of a loop, to be painted in one go. */
export interface FrameRange {
  readonly loop: Loop;
  /** Frames a second. */
  readonly fps: number;
  /** From the first frame to the one before `to`. */
  readonly from: number;
  readonly to: number;
}

/** How the parts of frames are written that differ from those before. */
export type PartEncoding =
  | { readonly kind: 'webp' /** 1–100. */; readonly quality: number }
  | { readonly kind: 'gif'; readonly palette: readonly PaletteColour[] /** 0–1. */; readonly dither: number };

export interface FramePartsRequest extends FrameRange {
  readonly encoding: PartEncoding;
}

/** What of a frame is shown anew. Frames that show what is there already have none. */
export interface FramePart {
  readonly frame: number;
  readonly box: Box;
  readonly bytes: Uint8Array;
}

/** Frames after which memory is given back. */
const HELD = 3;

/** The still is seen for longer than all else, and alone where nothing moves. */
const STILL_QUALITY = 6;

/** Encodes what changes from frame to frame. */
export async function frameParts({ encoding, ...range }: FramePartsRequest): Promise<readonly FramePart[]> {
  const { size } = range.loop;
  const parts: FramePart[] = [];
  const map = encoding.kind === 'gif' ? new PaletteMap(encoding.palette, encoding.dither) : undefined;
  for (const { frame, pixels, before, box } of changesIn(range)) {
    // What canvases took, and a frame's pixels on their way, is more than the thread's heap knows of.
    if (parts.length % HELD === 0) await giveBack();
    if (encoding.kind === 'webp') {
      const even = onEvenPixels(box, size);
      const part = partOf(pixels, size, even);
      const quality = Math.min(100, encoding.quality + (frame === 0 ? STILL_QUALITY : 0));
      parts.push({ frame, box: even, bytes: await encodeWebpPart(part, quality) });
    } else if (map !== undefined) {
      const indices = map.map(pixels, size.width, box, before, encoding.palette.length);
      parts.push({ frame, box, bytes: packLzw(indices, bitsFor(encoding.palette)) });
    }
  }
  await giveBack();
  return parts;
}

/** What was found to be nobody's is freed when the thread's event loop turns. */
async function giveBack(): Promise<void> {
  collectGarbage();
  await setImmediate();
}

function partOf(pixels: Uint8ClampedArray, { width }: Size, box: Box): Raster {
  const out = createRaster(box.width, box.height);
  for (let y = 0; y < box.height; y++) {
    const from = ((box.y + y) * width + box.x) * 4;
    out.data.set(pixels.subarray(from, from + box.width * 4), y * box.width * 4);
  }
  return out;
}

/** Whole frames, RGBA without padding, opaque. They are read once: memory that is not shared goes back by itself. */
export function wholeFrames({ loop, fps, from, to }: FrameRange): readonly Uint8Array[] {
  const painter = painterAt(loop, fps);
  const frames = Array.from({ length: to - from }, (_, i) =>
    Uint8Array.from(painter.paint((from + i) / fps).pixels),
  );
  collectGarbage();
  return frames;
}

/** The palette in which all frames of a loop are shown. @param colours 2–255 */
export function loopPalette(loop: Loop, colours: number): Promise<readonly PaletteColour[]> {
  const painter = new FramePainter(loop);
  const middle = rasterOf({ ...loop.size, data: painter.paint(loop.seconds * LIT).pixels });
  return paletteOf([loop.still, middle], colours);
}

/** When most is lit, as a share of the loop. */
const LIT = 0.36;

/** Frames a second below which digits do not turn: each frame would be seen for long enough to be read as the price. */
const TURNING_FPS = 12;

function painterAt(loop: Loop, fps: number): FramePainter {
  if (fps >= TURNING_FPS) return new FramePainter(loop);
  const items = loop.items.map((item) => ({
    ...item,
    gestures: item.gestures.filter(({ kind }) => kind !== 'count'),
  }));
  return new FramePainter({ ...loop, items });
}

interface Change {
  readonly frame: number;
  readonly pixels: Uint8ClampedArray;
  /** Absent for the first frame. */
  readonly before?: Uint8ClampedArray;
  readonly box: Box;
}

function* changesIn({ loop, fps, from, to }: FrameRange): Generator<Change> {
  const painter = painterAt(loop, fps);
  let before = from === 0 ? undefined : { ...painter.paint((from - 1) / fps) };
  for (let frame = from; frame < to; frame++) {
    const now = painter.paint(frame / fps);
    if (before === undefined) {
      yield { frame, pixels: now.pixels, box: { x: 0, y: 0, ...loop.size } };
    } else {
      const box = changedBox(now.pixels, before.pixels, loop.size, union([...now.moving, ...before.moving]));
      if (box !== undefined) yield { frame, pixels: now.pixels, before: before.pixels, box };
    }
    before = { ...now };
  }
}

/** The box around all pixels that differ. @param within outside of it none do */
function changedBox(
  now: Uint8ClampedArray,
  before: Uint8ClampedArray,
  { width }: Size,
  within: Box | undefined,
): Box | undefined {
  if (within === undefined) return undefined;
  const [a, b] = [asPixels(now), asPixels(before)];
  let [x0, y0, x1, y1] = [Number.POSITIVE_INFINITY, -1, -1, -1];
  for (let y = within.y; y < bottom(within); y++) {
    for (let x = within.x; x < right(within); x++) {
      if (a[y * width + x] === b[y * width + x]) continue;
      if (y0 < 0) y0 = y;
      y1 = y;
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
    }
  }
  return y0 < 0 ? undefined : { x: x0, y: y0, width: x1 - x0 + 1, height: y1 - y0 + 1 };
}

const asPixels = (data: Uint8ClampedArray): Uint32Array =>
  new Uint32Array(data.buffer, data.byteOffset, data.length / 4);

/** The box a little larger, so that its corner lies on even pixels. */
function onEvenPixels(box: Box, { width, height }: Size): Box {
  const x = box.x - (box.x % 2);
  const y = box.y - (box.y % 2);
  return { x, y, width: Math.min(width, right(box)) - x, height: Math.min(height, bottom(box)) - y };
}
