import sharp from 'sharp';
import { type Raster, rasterOf } from '../raster.ts';

/** What a moving picture is found to be. */
export interface LoopFacts {
  /** 'webp', 'gif', or what else it is. */
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  /** Milliseconds of each frame. */
  readonly delays: readonly number[];
  /** Times it is shown; 0 = for ever. */
  readonly plays: number;
  readonly xmp: string;
}

/** Opens a moving picture of ours. @throws Error for one that cannot be opened */
export async function loopFacts(bytes: Uint8Array): Promise<LoopFacts> {
  const {
    format,
    width,
    height,
    pageHeight,
    delay = [],
    loop = 1,
  } = await sharp(bytes, { animated: true }).metadata();
  return {
    kind: String(format),
    width,
    height: pageHeight ?? height,
    delays: delay,
    plays: loop,
    xmp: xmpIn(bytes),
  };
}

/** A frame as it is shown, over all before it. */
export async function loopFrame(bytes: Uint8Array, frame: number): Promise<Raster> {
  const { data, info } = await sharp(bytes, { page: frame, pages: 1 })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return rasterOf({ width: info.width, height: info.height, data });
}

/** The packet lies in the file as it is; libvips reads none of a GIF's. */
export function xmpIn(bytes: Uint8Array): string {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = file.indexOf('<?xpacket begin');
  const to = file.indexOf('<?xpacket end', from);
  return from < 0 || to < 0 ? '' : file.toString('utf8', from, to);
}

/** Mean difference of the colours of two pictures of one size. */
export function meanDifference(a: Raster, b: Raster): number {
  let sum = 0;
  let count = 0;
  for (let i = 0; i < a.data.length; i += 4 * SAMPLED) {
    for (let c = 0; c < 3; c++) sum += Math.abs(a.data[i + c]! - b.data[i + c]!);
    count += 3;
  }
  return sum / count;
}

/** Every so manieth pixel is compared. */
const SAMPLED = 7;
