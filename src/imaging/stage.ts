import type { Box } from '../ad/geometry.ts';
import { intersection } from '../ad/geometry.ts';
import type { Floor, Stage } from '../ad/scene.ts';

/** What is known of a picture, after the picture was cropped to `box`. */
export function cropStage(stage: Stage, box: Box): Stage {
  const row = (y: number): number => Math.max(0, Math.min(box.height, y - box.y));
  const column = (x: number): number => Math.max(0, Math.min(box.width, x - box.x));
  return {
    light: stage.light,
    horizon: row(stage.horizon),
    ...(stage.floor === undefined ? {} : { floor: cropFloor(stage.floor, row, column) }),
    freeSpace: stage.freeSpace
      .map((free) => intersection(free, box))
      .filter((free) => free.width > 0 && free.height > 0)
      .map((free) => ({ ...free, x: free.x - box.x, y: free.y - box.y })),
  };
}

function cropFloor(floor: Floor, row: (y: number) => number, column: (x: number) => number): Floor {
  const { ground, across } = floor;
  return {
    ...floor,
    top: row(floor.top),
    bottom: row(floor.bottom),
    ...(ground === undefined ? {} : { ground: row(ground) }),
    ...(across === undefined ? {} : { across: [column(across[0]), column(across[1])] as const }),
  };
}
