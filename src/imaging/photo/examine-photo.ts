import { UserError } from '../../errors/user-error.ts';
import { SVG_LIMITS } from '../svg/check-svg.ts';
import { decodeCost } from './decode-cost.ts';
import { PHOTO_LIMITS } from './limits.ts';
import { otherFormat } from './other/other-format.ts';
import { type PhotoFormat, photoFormat } from './photo-format.ts';
import type { PhotoHeader } from './photo-header.ts';
import { readPhotoHeader } from './read-header.ts';
import { tooCostly } from './refusals.ts';

/** A file that may be decoded, and what that takes. Plain data. */
export interface ExaminedPhoto {
  readonly bytes: Uint8Array;
  /** What the person calls it, for messages. */
  readonly name: string;
  readonly format: PhotoFormat;
  /** Absent for drawings, which have none. */
  readonly header?: PhotoHeader;
}

/** Bytes that painting a drawing may take. */
const PAINTING = 128 * 2 ** 20;

/**
 * Looks at a file's size and header; nothing is decoded, and that it breaks off is not seen yet.
 *
 * @param kept whether it was kept before: photos of more pixels once were
 * @throws UserError `photo-…`, `logo-too-complex`
 */
export function examinePhoto(bytes: Uint8Array, name: string, kept = false): ExaminedPhoto {
  if (bytes.length === 0) throw new UserError('photo-empty', { file: name });
  if (bytes.length > PHOTO_LIMITS.bytes) {
    throw new UserError('photo-too-heavy', { file: name, megabytes: PHOTO_LIMITS.bytes / 2 ** 20 });
  }
  const other = otherFormat(bytes);
  if (other !== undefined) throw new UserError(other.refusal, { file: name, format: other.name });
  const format = photoFormat(bytes);
  if (format === undefined) throw new UserError('photo-unreadable', { file: name });
  if (format === 'SVG') {
    if (bytes.length > SVG_LIMITS.bytes) throw tooCostly(name, format);
    return { bytes, name, format };
  }
  const header = readPhotoHeader(bytes, format);
  if (header === undefined) throw new UserError('photo-damaged', { file: name });
  checkSize(header, name, kept);
  return { bytes, name, format, header };
}

function checkSize({ width, height }: PhotoHeader, name: string, kept: boolean): void {
  if (Math.min(width, height) < PHOTO_LIMITS.side) {
    throw new UserError('photo-too-small', { file: name, width, height, min: PHOTO_LIMITS.side });
  }
  const { megapixels, longestSide: longest } = PHOTO_LIMITS;
  if (width * height > (kept ? PHOTO_LIMITS.keptPixels : PHOTO_LIMITS.pixels)) {
    throw new UserError('photo-too-large', { file: name, width, height, megapixels });
  }
  if (Math.max(width, height) > longest) {
    throw new UserError('photo-too-long', { file: name, width, height, max: longest });
  }
}

/**
 * Bytes that decoding a file will take at its peak.
 *
 * @param maxSide the longer side is reduced to so many pixels; absent = not
 */
export function costOf({ bytes, header }: ExaminedPhoto, maxSide?: number): number {
  return header === undefined ? PAINTING : decodeCost(header, bytes.length, maxSide);
}

/** Longer side against shorter from which on a picture is a panorama: phones' photos have 2.2 at most. */
export const PANORAMA = 2.6;

/** Pixels that a panorama keeps, against those of a square of the side that photos are reduced to. */
const PANORAMA_PIXELS = 2;

/** The longer side to which a picture is reduced: a panorama's is longer, since its subject has but a part of it. */
export function sideWithin({ header }: ExaminedPhoto, maxSide: number | undefined): number | undefined {
  if (header === undefined || maxSide === undefined) return maxSide;
  const ratio = Math.max(header.width, header.height) / Math.min(header.width, header.height);
  return ratio < PANORAMA ? maxSide : Math.round(maxSide * Math.sqrt(PANORAMA_PIXELS * ratio));
}
