import type { Raster } from '../raster.ts';
import { decodeExamined, isDecodedApart } from './decode-examined.ts';
import { costOf, type ExaminedPhoto, examinePhoto, sideWithin } from './examine-photo.ts';
import { keepExamined, keptSide, TRIAL_SIDE } from './keep-examined.ts';
import { type MemoryBudget, sharedBudget } from './memory-budget.ts';
import { tooCostly } from './refusals.ts';

/** A picture that is to be decoded somewhere. Plain data. */
export interface DecodeRequest {
  readonly photo: ExaminedPhoto;
  /** The longer side is reduced to so many pixels; absent = not. */
  readonly maxSide?: number;
}

/** Where pictures are decoded. What is no usable picture is thrown as UserError. */
export interface Decoders {
  decode(request: DecodeRequest): Promise<Raster>;
  keep(photo: ExaminedPhoto): Promise<Uint8Array | undefined>;
}

/** In this thread, or where it is called. */
export const decodeHere: Decoders = {
  decode: ({ photo, maxSide }) => decodeExamined(photo, maxSide),
  keep: keepExamined,
};

/** How one photo is read. */
export interface Reading {
  /** Ends the waiting for other photos. */
  readonly signal?: AbortSignal;
  /** Whether the photo was accepted before and comes from where photos are kept. */
  readonly kept?: boolean;
  /** Whether a panorama, of which only a part will be used, is reduced less than other photos: see sideWithin. */
  readonly panorama?: boolean;
}

/**
 * The one door through which files of people become pictures. What a file will take is told from its header, and
 * everything under way shares one budget. All reject with UserError `photo-…` or `logo-…` for what is no usable photo,
 * OutageError where too many wait, or the signal's reason.
 */
export interface PhotoReader {
  /**
   * The picture: upright, in sRGB, 8 bit, of an animation the frame that shows most.
   *
   * @param name what the person called it, for messages
   * @param maxSide the longer side is reduced to this many pixels; absent = the photo's own size
   */
  decode(bytes: Uint8Array, name: string, maxSide?: number, reading?: Reading): Promise<Raster>;
  /** Decodes a photo to its end, small, and keeps nothing of it. */
  try(bytes: Uint8Array, name: string, reading?: Reading): Promise<void>;
  /**
   * Checks a photo that somebody sent, before anything is stored, and takes out what it says beside the picture: where
   * it was taken, with what, when. Photos that say nothing are left as they are, byte for byte.
   */
  check(bytes: Uint8Array, name: string, reading?: Reading): Promise<Uint8Array>;
}

/** Bytes a pixel that writing a picture anew takes: the file's coefficients, and the raster without alpha. */
const WRITING = 9;

/**
 * @param decoders where decoding is done; by default in this thread
 * @param budget by default everybody's
 */
export function createPhotoReader(
  decoders: Decoders = decodeHere,
  budget: MemoryBudget = sharedBudget,
): PhotoReader {
  async function within<T>(
    photo: ExaminedPhoto,
    cost: number,
    { signal }: Reading,
    work: () => Promise<T>,
  ): Promise<T> {
    if (!budget.allows(cost)) throw tooCostly(photo.name, photo.format);
    const release = await budget.take(cost, signal);
    try {
      const value = await work();
      signal?.throwIfAborted();
      return value;
    } finally {
      release();
    }
  }

  async function decode(
    bytes: Uint8Array,
    name: string,
    maxSide?: number,
    reading: Reading = {},
  ): Promise<Raster> {
    const photo = examinePhoto(bytes, name, reading.kept);
    const side = reading.panorama === true ? sideWithin(photo, maxSide) : maxSide;
    const request = side === undefined ? { photo } : { photo, maxSide: side };
    return within(photo, costOf(photo, side), reading, () => decoders.decode(request));
  }

  return {
    decode,
    async try(bytes, name, reading) {
      await decode(bytes, name, TRIAL_SIDE, reading);
    },
    async check(bytes, name, reading = {}) {
      const photo = examinePhoto(bytes, name);
      const [decoding, writing] = [costOf(photo, keptSide(photo)), writingCost(photo)];
      // A process of its own is gone before the picture is written.
      const cost = isDecodedApart(photo.format) ? Math.max(decoding, writing) : decoding + writing;
      return (await within(photo, cost, reading, () => decoders.keep(photo))) ?? bytes;
    },
  };
}

function writingCost(photo: ExaminedPhoto): number {
  const { header } = photo;
  const side = keptSide(photo);
  if (header === undefined || side === TRIAL_SIDE) return 0;
  const shrink = Math.max(1, Math.max(header.width, header.height) / side);
  return (WRITING * header.width * header.height) / shrink ** 2;
}
