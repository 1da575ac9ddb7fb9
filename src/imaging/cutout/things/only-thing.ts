import type { Matte } from '../../raster.ts';
import type { Thing } from '../cutout.ts';
import { matteBox } from '../matte-box.ts';

/** All that a matte shows, as one thing; none where it shows nothing. */
export function onlyThing(matte: Matte): readonly Thing[] {
  const box = matteBox(matte);
  if (box === undefined) return [];
  const { width, height, data } = matte;
  const share = data.reduce((sum, value) => sum + value, 0) / 255 / data.length;
  const whole = box.x > 0 && box.y > 0 && box.x + box.width < width && box.y + box.height < height;
  return [{ box, share, whole }];
}
