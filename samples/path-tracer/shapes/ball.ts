import { type Corner, type Mesh, weave } from '../mesh.ts';
import type { Vec3 } from '../vector.ts';

/**
 * A ball that `shape` may pull into any form: it is given unit directions. The form must keep the turn of its
 * triangles, that is, not be mirrored.
 */
export function ball(rows: number, columns: number, shape: (direction: Vec3) => Corner): Mesh {
  return weave({ columns, rows, closed: true, flipped: true }, (column, row) => {
    const polar = (Math.PI * row) / (rows - 1);
    const angle = (2 * Math.PI * column) / columns;
    const r = Math.sin(polar);
    return shape([r * Math.cos(angle), -Math.cos(polar), r * Math.sin(angle)]);
  });
}
