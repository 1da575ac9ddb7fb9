import type { LocalizedText } from './locale.ts';

/** Kinds of files that a moving ad can be, in the order in which one is chosen where several will do. */
export const LOOP_KINDS = ['webp', 'gif', 'mp4'] as const;

export type LoopKind = (typeof LOOP_KINDS)[number];

/** Whichever motion suits an ad. */
export const ANY_MOTION = 'auto';

/** How a motion moves what an ad has. Lengths are hundredths of the ad's shorter side, times are seconds. */
export interface MotionScore {
  /** Length of the loop, 3–6. */
  readonly seconds: number;
  /** Frames a second. */
  readonly fps: number;
  /** Nothing moves for so long at the beginning and at the end. */
  readonly rest: number;
  /** From one part's start to the next one's, in reading order. */
  readonly stagger: number;
  /** A product rises and sinks once. */
  readonly float: { readonly rise: number };
  /** A light passes over what is shown. `strength` 0–1. */
  readonly light: { readonly seconds: number; readonly strength: number };
  /** A badge or a button grows by a share of itself and is as before; `swings` = how often it goes on to swing. */
  readonly pop: { readonly seconds: number; readonly grow: number; readonly swings: number };
  /** The digits of a price turn once around. */
  readonly count: { readonly seconds: number };
}

/** A row of presets/motions.yaml. */
export interface NamedMotion extends MotionScore {
  readonly key: string;
  readonly why: LocalizedText;
}

/** What a place asks of moving ads. */
export interface LoopRule {
  /** Best first. */
  readonly files: readonly LoopKind[];
  /** Most frames a second. */
  readonly fps?: number;
  /** Most seconds, with all repetitions. */
  readonly seconds?: number;
  /** Least share of the place's sides that is taken as well; absent = none but its own size. */
  readonly scale?: number;
  /** Most bytes, where they are others than a still's. */
  readonly bytes?: number;
}
