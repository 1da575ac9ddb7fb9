import { type Mesh, weave } from '../mesh.ts';
import { outline, type ProfileCorner } from '../profile.ts';

/**
 * An outline turned about the y axis. The outside lies to the right of the outline as it runs: a solid's outline
 * goes from the axis at the bottom outwards, up, and back to the axis.
 *
 * @param segments how many flat sides stand for the round
 */
export function lathe(corners: readonly ProfileCorner[], segments: number): Mesh {
  const points = outline(corners);
  return weave({ columns: segments, rows: points.length, closed: true, flipped: true }, (column, row) => {
    const angle = (2 * Math.PI * column) / segments;
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const { r, y, dr, dy } = points[row]!;
    return { at: [r * c, y, r * s], normal: [dy * c, -dr, dy * s] };
  });
}
