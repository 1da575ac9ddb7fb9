import { LOOP_KINDS, type LoopKind } from '../ad/motion.ts';
import type { Place } from '../ad/place.ts';

/** One way of writing a moving ad. */
export interface LoopEncoding {
  /** Frames a second. */
  readonly fps: number;
  /** Of a WebP 1–100, of a GIF its colours, of an MP4 its CRF. */
  readonly level: number;
  /** Of the ad's sides. */
  readonly scale: number;
  /** Its bytes against those of the first way, as they usually are. */
  readonly share: number;
}

/** Levels from the best, and what share of the first one's bytes each takes. */
const LEVELS: { readonly [kind in LoopKind]: readonly (readonly [number, number])[] } = {
  webp: [
    [82, 1],
    [72, 0.75],
    [58, 0.58],
    [42, 0.45],
    [26, 0.33],
    [12, 0.22],
  ],
  gif: [
    [255, 1],
    [127, 0.8],
    [63, 0.6],
    [31, 0.42],
    [15, 0.28],
  ],
  mp4: [
    [19, 1],
    [24, 0.55],
    [29, 0.3],
    [34, 0.16],
    [39, 0.09],
  ],
};

/** Frames a second against those that it is made for. */
const SLOWER = [1, 2 / 3, 0.4];

/** Frames are told apart by so much of their number: what stands still costs nothing, so that fewer save less. */
const SAVED = 0.8;

/** Shares of the sides, as far as whoever gets it takes them. */
const SMALLER = [1, 0.75, 0.5];

/** The ways of writing a moving ad, from the best; each is smaller than the one before. @param least share of its sides */
export function loopEncodings(kind: LoopKind, fps: number, least = 1): readonly LoopEncoding[] {
  const all = SMALLER.filter((scale) => scale >= least).flatMap((scale) =>
    SLOWER.flatMap((slower) =>
      LEVELS[kind].map(([level, share]) => ({
        fps: Math.max(4, Math.round(fps * slower)),
        level,
        scale,
        share: share * (1 - SAVED * (1 - slower)) * scale ** EDGES,
      })),
    ),
  );
  // Colour and sharpness go first as far as one hardly sees it, then frames.
  return all.sort((a, b) => b.share - a.share);
}

/** Bytes go with so much of a power of the sides: edges lie along them, and areas within. */
const EDGES = 1.6;

/** The first way after one that should fit; undefined where none is left. @param ratio the limit against the bytes of that one */
export function nextEncoding(
  encodings: readonly LoopEncoding[],
  tried: LoopEncoding,
  ratio: number,
): LoopEncoding | undefined {
  const later = encodings.slice(encodings.indexOf(tried) + 1);
  return bestWithin(later, tried.share * ratio) ?? later.at(-1);
}

/** The best way that should take no more than a share of the first one's bytes. */
export function bestWithin(encodings: readonly LoopEncoding[], share: number): LoopEncoding | undefined {
  return encodings.find((encoding) => encoding.share <= share * CAREFUL);
}

/** Estimates are taken for so much too good. */
const CAREFUL = 0.95;

/**
 * Most bytes of a moving ad anywhere: what can be sent in every chat (Discord takes 10 MB, https://support.discord.com/hc/articles/25444343291031)
 * and is there soon on a telephone.
 */
const MAX_LOOP = 6_000_000;

/** The least share of its sides that a moving ad has in chats, which show it small. */
const LEAST_SCALE = 0.5;

/** Down to which share of its sides a moving ad may shrink; a place says so itself, and nowhere in particular is a chat. */
export function leastScale(place: Pick<Place, 'motion'> | undefined): number {
  return place === undefined ? LEAST_SCALE : (place.motion?.is.scale ?? 1);
}

/** Most bytes of a moving ad at a place. */
export function loopBytes(place: Pick<Place, 'bytes' | 'motion'> | undefined): number {
  return Math.min(MAX_LOOP, place?.motion?.is.bytes ?? place?.bytes?.is ?? MAX_LOOP);
}

/**
 * What a moving ad is where nobody names files: what is preferred, or what its place takes instead, best first; a video
 * where it takes nothing else.
 */
export function loopKindFor(place: Pick<Place, 'motion'> | undefined, preferred: LoopKind): LoopKind {
  const taken = place?.motion?.is.files ?? [];
  const kinds = [preferred, ...LOOP_KINDS];
  return kinds.find((kind) => taken.length === 0 || taken.includes(kind)) ?? preferred;
}

/** How often a loop is shown at a place; 0 = for ever. */
export function playsAt(place: Pick<Place, 'motion'> | undefined, seconds: number): number {
  const most = place?.motion?.is.seconds;
  return most === undefined ? 0 : Math.max(1, Math.floor(most / seconds));
}
