import sharp from 'sharp';
import { encodePng } from './encode-png.ts';
import { type Raster, rasterOf } from './raster.ts';
import { XMP_KEYWORD } from './xmp.ts';

/** How a picture is written to a file. */
export type Encoding =
  | { readonly kind: 'png' /** Absent = without loss. */; readonly colours?: number }
  | { readonly kind: 'jpeg' | 'webp' /** 1–100. */; readonly quality: number };

/** What goes into the file besides. */
export interface FileTexts {
  /** An XMP packet. */
  readonly xmp: string;
  /** Text chunks of a PNG, by keyword; other kinds have none. */
  readonly chunks?: Readonly<Record<string, string>>;
}

/** The raster as a file in sRGB without alpha, encoded off the main thread. */
export async function encodePicture(
  raster: Raster,
  encoding: Encoding,
  { xmp, chunks = {} }: FileTexts,
): Promise<Buffer> {
  const { width, height, data } = raster;
  if (encoding.kind === 'png' && encoding.colours === undefined)
    return encodePng(raster, { [XMP_KEYWORD]: xmp, ...chunks });
  const picture = sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: '#ffffff' })
    .withXmp(xmp);
  switch (encoding.kind) {
    case 'png':
      return picture.png({ palette: true, colours: encoding.colours, dither: 0.8 }).toBuffer();
    case 'jpeg':
      return picture.jpeg({ quality: encoding.quality, chromaSubsampling: '4:4:4' }).toBuffer();
    case 'webp':
      return picture.webp({ quality: encoding.quality, smartSubsample: true }).toBuffer();
  }
}

/** What a file is found to be. */
export interface FileFacts {
  /** 'png', 'jpeg', 'webp' or what else it is. */
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  /** 'srgb', 'cmyk', 'b-w' … */
  readonly space: string;
  readonly channels: number;
  /** Share of the outermost pixels, a fiftieth of the shorter side deep, that are white, 0–1. */
  readonly whiteEdge: number;
  /** The XMP packet, as it lies in the file; '' for none. */
  readonly xmp: string;
}

/** Opens a file of ours and decodes it to its end. @throws Error for one that cannot be decoded */
export async function fileFacts(bytes: Uint8Array): Promise<FileFacts> {
  const picture = sharp(bytes, { failOn: 'warning' });
  const { format, width, height, space, channels, xmp } = await picture.metadata();
  const { data, info } = await picture.raw().toBuffer({ resolveWithObject: true });
  return {
    kind: String(format),
    width,
    height,
    space: String(space),
    channels: Number(channels),
    whiteEdge: whiteEdge(data, info),
    xmp: xmp?.toString() ?? '',
  };
}

/** The picture in a file of ours. @throws Error for one that cannot be decoded */
export async function pictureInFile(bytes: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return rasterOf({ width: info.width, height: info.height, data });
}

/** Levels from which on every channel is white; JPEG's rounding stays above it. */
const WHITE = 250;

function whiteEdge(
  data: Buffer,
  { width, height, channels }: { readonly width: number; readonly height: number; readonly channels: number },
): number {
  const depth = Math.max(1, Math.round(Math.min(width, height) / 50));
  let [white, all] = [0, 0];
  for (let y = 0; y < height; y++) {
    const isRow = y < depth || y >= height - depth;
    for (let x = 0; x < width; x += x === depth - 1 && !isRow ? Math.max(1, width - 2 * depth + 1) : 1) {
      const at = (y * width + x) * channels;
      let least = 255;
      for (let c = 0; c < Math.min(3, channels); c++) least = Math.min(least, data[at + c] ?? 0);
      all++;
      if (least >= WHITE) white++;
    }
  }
  return white / all;
}
