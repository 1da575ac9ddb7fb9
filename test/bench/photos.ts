import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { decodePixels } from '../../src/imaging/photo/decode-pixels.ts';
import { costOf, examinePhoto } from '../../src/imaging/photo/examine-photo.ts';

/** 12 megapixels, as most phones take them. */
const [WIDTH, HEIGHT] = [4000, 3000];

/** Longer sides that photos are decoded to: to be tried, and to be worked on. */
const SIDES = [64, 2048];

/** A photo in every way of coding it that costs differently. */
const KINDS: Readonly<Record<string, (photo: () => Sharp) => Sharp>> = {
  'JPEG 4:2:0': (photo) => photo().jpeg({ quality: 85 }),
  'JPEG 4:4:4': (photo) => photo().jpeg({ quality: 85, chromaSubsampling: '4:4:4' }),
  'JPEG turned': (photo) => photo().jpeg({ quality: 85 }).withMetadata({ orientation: 6 }),
  'JPEG CMYK': (photo) => photo().toColourspace('cmyk').jpeg({ quality: 85 }),
  'JPEG progressive 4:2:0': (photo) => photo().jpeg({ quality: 85, progressive: true }),
  'JPEG progressive 4:4:4': (photo) =>
    photo().jpeg({ quality: 85, progressive: true, chromaSubsampling: '4:4:4' }),
  PNG: (photo) => photo().png({ compressionLevel: 1 }),
  'PNG alpha': (photo) => photo().ensureAlpha(0.5).png({ compressionLevel: 1 }),
  'PNG interlaced': (photo) => photo().png({ compressionLevel: 1, progressive: true }),
  'PNG 16 bit': (photo) => photo().toColourspace('rgb16').png({ compressionLevel: 1 }),
  'PNG 16 bit, alpha, interlaced': (photo) =>
    photo().ensureAlpha(0.5).toColourspace('rgb16').png({ compressionLevel: 1, progressive: true }),
  'PNG turned': (photo) => photo().png({ compressionLevel: 1 }).withMetadata({ orientation: 6 }),
  WebP: (photo) => photo().webp({ quality: 80, effort: 0 }),
  'WebP alpha': (photo) => photo().ensureAlpha(0.5).webp({ quality: 80, effort: 0 }),
  'WebP lossless': (photo) => photo().webp({ lossless: true, effort: 0 }),
  GIF: (photo) => photo().gif({ effort: 1 }),
  TIFF: (photo) => photo().tiff({ compression: 'lzw' }),
  'TIFF tiled': (photo) => photo().tiff({ compression: 'deflate', tile: true }),
  'TIFF 16 bit': (photo) => photo().toColourspace('rgb16').tiff({ compression: 'deflate' }),
  AVIF: (photo) => photo().avif({ quality: 40, effort: 0 }),
  'AVIF 12 bit': (photo) => photo().avif({ quality: 40, effort: 0, bitdepth: 12 }),
};

/** What decoding takes, each in a process of its own, beside what it is estimated to take from the header. */
export async function benchPhotos(log: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'photos-'));
  const sample = fileURLToPath(new URL('../../samples/strawberry-latte.jpg', import.meta.url));
  const pixels = await sharp(sample).resize(WIDTH, HEIGHT, { fit: 'fill' }).removeAlpha().raw().toBuffer();
  const photo = (): Sharp => sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 3 } });
  try {
    for (const [kind, coded] of Object.entries(KINDS)) {
      const file = join(folder, 'photo');
      writeFileSync(file, await coded(photo).toBuffer());
      const measured = SIDES.map((side) => {
        const { taken, estimate, ms } = measure(file, side);
        const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
        return `${side} px: ${megabytes(taken)} of ${megabytes(estimate)} MB, ${ms.toFixed(0)} ms`;
      });
      log(`${kind.padEnd(30)} ${measured.join(' · ')}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Measured {
  readonly taken: number;
  readonly estimate: number;
  /** Processor time. */
  readonly ms: number;
}

function measure(file: string, side: number): Measured {
  const args = ['--import', 'tsx', fileURLToPath(import.meta.url), file, String(side)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured;
}

/** In the process of its own: decodes one file, and tells by how much memory has grown at most. */
async function measureHere(file: string, maxSide: number): Promise<Measured> {
  const examined = examinePhoto(readFileSync(file), file);
  const { bytes, format, header } = examined;
  if (header === undefined) throw new Error('a drawing has no header');
  await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
    .resize(32)
    .png()
    .toBuffer();
  const rest = process.memoryUsage.rss();
  const before = process.cpuUsage();
  const { width, height } = await decodePixels(bytes, { format, header, maxSide });
  const { user, system } = process.cpuUsage(before);
  // The raster comes on top of what the library has answered.
  const taken = highestMemory() - rest + width * height * 4;
  return { taken, estimate: costOf(examined, maxSide), ms: (user + system) / 1000 };
}

/** In bytes. What the system counts for a process may begin with its parent's; Linux tells this program's own besides. */
function highestMemory(): number {
  try {
    return Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]) * 1024;
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

const [, script, file, side] = process.argv;
if (script === fileURLToPath(import.meta.url)) {
  console.log(JSON.stringify(await measureHere(file ?? '', Number(side))));
}
