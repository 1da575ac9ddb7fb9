import { LOOP_KINDS, type LoopKind } from '../ad/motion.ts';
import type { Place } from '../ad/place.ts';

/** One way of writing a moving ad. */
export interface LoopEncoding {
  /** Frames a second. */
  readonly fps: number;
  /** Of a WebP 1–100, of a GIF its colours, of an MP4 its CRF. */
  readonly level: number;
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

/** The ways of writing a moving ad, from the best; each is smaller than the one before. */
export function loopEncodings(kind: LoopKind, fps: number): readonly LoopEncoding[] {
  const all = SLOWER.flatMap((slower) =>
    LEVELS[kind].map(([level, share]) => ({
      fps: Math.max(4, Math.round(fps * slower)),
      level,
      share: share * (1 - SAVED * (1 - slower)),
    })),
  );
  // Colour and sharpness go first as far as one hardly sees it, then frames.
  return all.sort((a, b) => b.share - a.share);
}

/** The first way after one that should fit; undefined where none is left. @param ratio the limit against the bytes of that one */
export function nextEncoding(
  encodings: readonly LoopEncoding[],
  tried: LoopEncoding,
  ratio: number,
): LoopEncoding | undefined {
  const later = encodings.slice(encodings.indexOf(tried) + 1);
  return later.find(({ share }) => share <= tried.share * ratio * CAREFUL) ?? later.at(-1);
}

/** Estimates are taken for so much too good. */
const CAREFUL = 0.95;

/** Most bytes of a moving ad anywhere: what can be sent in every chat (Discord takes 10 MB, https://support.discord.com/hc/articles/25444343291031). */
const MAX_LOOP = 10_000_000;

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
