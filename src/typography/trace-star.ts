import type { Path2D } from '@napi-rs/canvas';
import type { Box } from '../ad/geometry.ts';
import type { Pen } from './pen.ts';

/**
 * Adds a star of many rays that fills its box to a path; its first ray points up.
 *
 * @param rays at least 3
 * @param notch where the notches between rays are, as a share of the way from the middle to a ray's point, 0–1
 */
export function traceStar(
  path: Path2D | Pen,
  { x, y, width, height }: Box,
  rays: number,
  notch: number,
): void {
  for (let i = 0; i < 2 * rays; i++) {
    const reach = i % 2 === 0 ? 1 : notch;
    const angle = (Math.PI * i) / rays;
    const point = [
      x + (width / 2) * (1 + reach * Math.sin(angle)),
      y + (height / 2) * (1 - reach * Math.cos(angle)),
    ] as const;
    if (i === 0) path.moveTo(...point);
    else path.lineTo(...point);
  }
  path.closePath();
}
