import { cornerAt, type Mesh } from './mesh.ts';
import { normalize, type Vec3 } from './vector.ts';

/** Turned about x, then y, then z (degrees), made larger, then moved (centimetres). */
export interface Placement {
  readonly at: Vec3;
  readonly turn: Vec3;
  readonly size: number;
}

/** The same shape somewhere else. */
export function placed(mesh: Mesh, { at, turn, size }: Placement): Mesh {
  const rotate = rotation(turn);
  const positions = new Float32Array(mesh.positions.length);
  const normals = new Float32Array(mesh.normals.length);
  for (let i = 0; i * 3 < positions.length; i++) {
    const [x, y, z] = rotate(cornerAt(mesh.positions, i));
    positions.set([x * size + at[0], y * size + at[1], z * size + at[2]], i * 3);
    normals.set(normalize(rotate(cornerAt(mesh.normals, i))), i * 3);
  }
  return { ...mesh, positions, normals };
}

function rotation(turn: Vec3): (v: Vec3) => Vec3 {
  const [a, b, c] = turn.map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  const [ca, sa, cb, sb, cc, sc] = [
    Math.cos(a),
    Math.sin(a),
    Math.cos(b),
    Math.sin(b),
    Math.cos(c),
    Math.sin(c),
  ];
  return ([x, y, z]) => {
    const [y1, z1] = [y * ca - z * sa, y * sa + z * ca];
    const [x2, z2] = [x * cb + z1 * sb, z1 * cb - x * sb];
    return [x2 * cc - y1 * sc, x2 * sc + y1 * cc, z2];
  };
}
