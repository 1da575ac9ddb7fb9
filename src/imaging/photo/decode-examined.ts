import { defined } from '../../collections/defined.ts';
import { OutageError } from '../../errors/outage-error.ts';
import { UserError } from '../../errors/user-error.ts';
import { type Raster, rasterOf } from '../raster.ts';
import { cleanPhoto } from './clean-photo.ts';
import { decodePixels, type Pixels } from './decode-pixels.ts';
import { costOf, type ExaminedPhoto } from './examine-photo.ts';
import { fullestApngFrame } from './fullest-apng.ts';
import { fullestFrame } from './fullest-frame.ts';
import { DrawingTrouble, decodeIsolated, OverBudget } from './isolated/decode-isolated.ts';
import { PHOTO_LIMITS } from './limits.ts';
import { missingRows } from './missing-rows.ts';
import type { PhotoFormat } from './photo-format.ts';
import type { PhotoHeader } from './photo-header.ts';
import { saysTruncated, tooCostly, undecodable } from './refusals.ts';

/** Longer side at which a drawing is painted where nobody says less. */
const DRAWING_SIDE = 2048;

/** What a picture may take above its estimate before its process is ended. Bytes. */
const LEEWAY = { heic: 48 * 2 ** 20, picture: 24 * 2 ** 20 } as const;

/** Seconds of processor time for a drawing, of which the largest logos take half a one, and for a picture: 50 MP take 4. */
const SECONDS = { drawing: 2, picture: 15 } as const;

/** Share of a photo's rows that may be missing at its end. */
const MISSED = 0.03;

/** Longer side at which missing rows are looked for. */
const PROBE_SIDE = 256;

/** Passes over a whole picture, in megapixels: a progressive JPEG of ten scans of 50 MP is within. */
const MAX_PASSES = 800;

/**
 * Decodes a file that was examined, off this thread: upright, in sRGB, 8 bit; of an animation the frame that shows most. What it says beside
 * the picture is not read, so that damage in there does no harm. Formats whose cost nobody can tell from the header
 * are decoded in a process of their own.
 *
 * @param maxSide the longer side is reduced to so many pixels; absent = not
 * @throws UserError `photo-…`, `logo-…`; OutageError where no process can be started
 */
export async function decodeExamined(photo: ExaminedPhoto, maxSide?: number): Promise<Raster> {
  const raster = rasterOf(await pixelsOf(photo, maxSide));
  if (isTransparent(raster)) throw new UserError('photo-transparent', { file: photo.name });
  return raster;
}

async function pixelsOf(photo: ExaminedPhoto, maxSide: number | undefined): Promise<Pixels> {
  const { header } = photo;
  try {
    if (header === undefined) return await paintDrawing(photo, maxSide);
    if (isDecodedApart(photo.format)) return await decodeApart(photo, maxSide);
    return await decodeHere(photo, header, maxSide);
  } catch (error) {
    if (error instanceof OutageError) throw error;
    if (error instanceof DrawingTrouble) throw refusedDrawing(photo.name, error);
    if (error instanceof OverBudget) throw tooCostly(photo.name, photo.format, error);
    throw undecodable(error, photo.name, photo.format);
  }
}

/** Whether a format's decoder gets a process of its own. */
export const isDecodedApart = (format: PhotoFormat): boolean =>
  format === 'SVG' || format === 'AVIF' || format === 'HEIC' || format === 'TIFF';

async function paintDrawing(photo: ExaminedPhoto, maxSide = DRAWING_SIDE): Promise<Pixels> {
  const pixels = await decodeIsolated(photo.bytes, {
    what: 'drawing',
    maxSide: Math.min(maxSide, DRAWING_SIDE),
    memory: costOf(photo),
    seconds: SECONDS.drawing,
  });
  const { width, height } = pixels;
  // Drawings of one stroke are long; of a picture, what is too small is seen in the header.
  if (Math.max(width, height) < PHOTO_LIMITS.side) {
    throw new UserError('photo-too-small', { file: photo.name, width, height, min: PHOTO_LIMITS.side });
  }
  return pixels;
}

function refusedDrawing(name: string, { trouble }: DrawingTrouble): UserError {
  if (trouble === 'too-complex') return tooCostly(name, 'SVG');
  return new UserError(trouble === 'elsewhere' ? 'logo-elsewhere' : 'logo-unreadable', { file: name });
}

function decodeApart(photo: ExaminedPhoto, maxSide: number | undefined): Promise<Pixels> {
  const what = photo.format === 'HEIC' ? 'heic' : 'picture';
  return decodeIsolated(photo.bytes, {
    what,
    memory: costOf(photo, maxSide) + LEEWAY[what],
    seconds: SECONDS.picture,
    ...defined({ maxSide }),
  });
}

async function decodeHere(
  { bytes, name, format }: ExaminedPhoto,
  header: PhotoHeader,
  maxSide: number | undefined,
): Promise<Pixels> {
  const options = { format, header, ...defined({ maxSide }) };
  if (mayMove(format, header)) {
    const moving = cleanPhoto(bytes, format, { profile: true, frames: true }).bytes;
    const page = await fullestFrame(moving, header);
    // The first is decoded as a still picture is: alone, and with more patience for what is damaged.
    if (page > 0) return decodePixels(moving, { ...options, page });
  }
  if (format === 'PNG' && header.animated) {
    const still = await fullestApngFrame(bytes, header);
    if (still !== undefined) return decodePixels(still, options);
  }
  const clean = cleanPhoto(bytes, format, { profile: true, frames: false });
  if ((clean.scans * header.width * header.height) / 1e6 > MAX_PASSES && clean.scans > 1) {
    throw tooCostly(name, format);
  }
  try {
    // What a JPEG lacks is at times no more than a warning to the decoder.
    const failOn = format === 'JPEG' && header.held === 0 ? 'warning' : 'truncated';
    return await decodePixels(clean.bytes, { ...options, failOn });
  } catch (error) {
    if (saysTruncated(error)) {
      // Only a JPEG of one scan shows by what it lacks how much that is.
      if (format !== 'JPEG' || header.held > 0) throw error;
      const probe = { ...options, failOn: 'none', maxSide: PROBE_SIDE } as const;
      const small = await decodePixels(clean.bytes, { ...probe, header: { ...header, orientation: 1 } });
      if (missingRows(small) > MISSED) throw error;
      return await decodePixels(clean.bytes, { ...options, failOn: 'none' });
    }
    const forgiving = { ...options, failOn: 'truncated' } as const;
    // A profile that is whole may still make no sense.
    const bare = cleanPhoto(bytes, format, { profile: false, frames: false });
    if (bare.bytes.length === clean.bytes.length && format !== 'JPEG') throw error;
    return await decodePixels(clean.bytes, forgiving).catch(() => decodePixels(bare.bytes, forgiving));
  }
}

/** Whether frames may follow the first: a GIF says so only where it is to be played again and again. */
export const mayMove = (format: PhotoFormat, header: PhotoHeader | undefined): header is PhotoHeader =>
  header !== undefined && (format === 'GIF' || (format === 'WebP' && header.animated));

function isTransparent(raster: Raster): boolean {
  for (let i = 3; i < raster.data.length; i += 4) if (raster.data[i]! > 8) return false;
  return true;
}
