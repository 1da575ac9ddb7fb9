import type { Face } from '../ad/face.ts';
import type { TextLayout } from '../ad/layout.ts';
import type { MotionScore } from '../ad/motion.ts';
import type { Insets } from '../ad/place.ts';
import { defined } from '../collections/defined.ts';
import type { Raster } from '../imaging/raster.ts';
import { designItems, shownLayers } from './design-items.ts';
import type { Loop } from './loop.ts';
import type { DesignedPicture, ScenePicture } from './picture.ts';
import { turningPrice } from './price-wheels.ts';
import { sceneItems } from './scene-items.ts';
import { boundsOf, type MovingSign, signsOf } from './signs.ts';
import { Timeline } from './timeline.ts';
import { inkBox, overlayItem, wordItems } from './word-items.ts';

/** What a finished ad was made of. */
export interface LoopRequest {
  /** The finished ad. */
  readonly still: Raster;
  /** As it was with its words and before anything else was set on it. */
  readonly lettered: Raster;
  /** Absent = it has no words. */
  readonly words?: TextLayout;
  readonly score: MotionScore;
  readonly faces: readonly Face[];
  readonly safe?: Insets;
  readonly picture: DesignedPicture | ScenePicture;
}

/**
 * Takes a finished ad apart into what moves and what does not, and says when each moves. Words can be read in every
 * frame; the first and the last are the ad itself.
 */
export function composeLoop({ still, lettered, words, score, faces, safe, picture }: LoopRequest): Loop {
  const { width, height } = still;
  const size = { width, height };
  const blocks = words?.blocks ?? [];
  const timeline = new Timeline(score, { size, words: blocks.map(boundsOf), ...defined({ safe }) });
  const shown = picture.kind === 'design' ? shownLayers(picture.design, timeline) : undefined;
  const scene = picture.kind === 'scene' ? sceneItems(picture, words?.underlays ?? [], timeline) : undefined;
  const isStill = shown === undefined ? scene?.length === 1 : shown.size === 0;
  const signs = signsOf(blocks, picture.kind === 'design' ? picture.design : undefined, isStill).map(
    (sign): MovingSign => {
      const turning = new Map(
        sign.blocks.flatMap((block) => {
          const turned = turningPrice(block, inkBox(block, size), faces);
          return turned === undefined ? [] : [[block, turned] as const];
        }),
      );
      return { ...sign, turning, gestures: timeline.sign(sign.bounds, turning.size > 0) };
    },
  );
  const ground = picture.kind === 'design' ? designItems(picture, shown ?? new Map(), signs) : (scene ?? []);
  const overlay = overlayItem(still, lettered);
  const items = [
    ...ground,
    ...wordItems(blocks, signs, size, faces),
    ...(overlay === undefined ? [] : [overlay]),
  ];
  return { size, seconds: score.seconds, fps: score.fps, still, items };
}
