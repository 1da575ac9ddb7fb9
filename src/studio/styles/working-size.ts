import { type Size, shortSide } from '../../ad/geometry.ts';

/** Looks are worked out on a copy with this shorter side, so that brush and pen are as wide in every size. */
const WORKING_SIDE = 540;

/** Size of the copy; a picture that is smaller stays as it is. */
export function workingSize(size: Size): Size {
  const scale = Math.min(1, WORKING_SIDE / shortSide(size));
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}
