import type { Box } from '../ad/geometry.ts';
import { intersection } from '../ad/geometry.ts';
import type { Floor, Stage } from '../ad/scene.ts';
import { defined } from '../collections/defined.ts';

/** What is known of a picture, after the picture was cropped to `box`. */
export function cropStage(stage: Stage, box: Box): Stage {
  const moved = (part: Box): Box => ({ ...part, x: part.x - box.x, y: part.y - box.y });
  const isSeen = (part: Box): boolean => part.width > 0 && part.height > 0;
  const subject = stage.subject && intersection(stage.subject, box);
  const row = (y: number): number => Math.max(0, Math.min(box.height, y - box.y));
  const column = (x: number): number => Math.max(0, Math.min(box.width, x - box.x));
  return {
    light: stage.light,
    horizon: row(stage.horizon),
    ...defined({
      floor: stage.floor === undefined ? undefined : cropFloor(stage.floor, row, column),
      subject: subject === undefined || !isSeen(subject) ? undefined : moved(subject),
      lettersAlone: stage.lettersAlone,
    }),
    freeSpace: stage.freeSpace
      .map((free) => intersection(free, box))
      .filter(isSeen)
      .map(moved),
  };
}

function cropFloor(floor: Floor, row: (y: number) => number, column: (x: number) => number): Floor {
  const { ground, across } = floor;
  return {
    ...floor,
    top: row(floor.top),
    bottom: row(floor.bottom),
    ...defined({
      ground: ground === undefined ? undefined : row(ground),
      across: across === undefined ? undefined : ([column(across[0]), column(across[1])] as const),
    }),
  };
}
