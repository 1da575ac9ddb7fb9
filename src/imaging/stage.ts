import type { Box } from '../ad/geometry.ts';
import { intersection } from '../ad/geometry.ts';
import type { Stage } from '../ad/scene.ts';

/** What is known of a picture, after the picture was cropped to `box`. */
export function cropStage(stage: Stage, box: Box): Stage {
  const row = (y: number): number => Math.max(0, Math.min(box.height, y - box.y));
  return {
    light: stage.light,
    horizon: row(stage.horizon),
    ...(stage.floor === undefined
      ? {}
      : { floor: { ...stage.floor, top: row(stage.floor.top), bottom: row(stage.floor.bottom) } }),
    freeSpace: stage.freeSpace
      .map((free) => intersection(free, box))
      .filter((free) => free.width > 0 && free.height > 0)
      .map((free) => ({ ...free, x: free.x - box.x, y: free.y - box.y })),
  };
}
