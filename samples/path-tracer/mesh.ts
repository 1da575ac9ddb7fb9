import { cross, normalize, subtract, type Vec3 } from './vector.ts';

/**
 * Triangles that turn counter-clockwise seen from outside. Each corner has a place in centimetres, a unit normal that
 * points outwards, and a colour in linear light, 0–1, which multiplies its material's.
 */
export interface Mesh {
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  readonly colours: Float32Array;
  readonly triangles: Uint32Array;
}

export interface Corner {
  readonly at: Vec3;
  /** Absent: made from the surface around. */
  readonly normal?: Vec3;
  readonly colour?: Vec3;
}

export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** The last column is joined to the first. */
  readonly closed?: boolean;
  /** The other side is the outside. */
  readonly flipped?: boolean;
}

const WHITE: Vec3 = [1, 1, 1];

/**
 * A sheet woven of `columns` × `rows` corners. With u along columns and v along rows, the outside is where
 * dP/du × dP/dv points.
 */
export function weave(grid: Grid, corner: (column: number, row: number) => Corner): Mesh {
  const { columns, rows, closed = false, flipped = false } = grid;
  const positions = new Float32Array(columns * rows * 3);
  const colours = new Float32Array(columns * rows * 3);
  const normals = new Float32Array(columns * rows * 3);
  let given = true;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const made = corner(column, row);
      const to = (row * columns + column) * 3;
      positions.set(made.at, to);
      colours.set(made.colour ?? WHITE, to);
      if (made.normal === undefined) given = false;
      else normals.set(made.normal, to);
    }
  }
  const triangles: number[] = [];
  const across = closed ? columns : columns - 1;
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column < across; column++) {
      const a = row * columns + column;
      const b = row * columns + ((column + 1) % columns);
      const [c, d] = [a + columns, b + columns];
      triangles.push(...(flipped ? [a, c, b, b, c, d] : [a, b, c, b, d, c]));
    }
  }
  const mesh = { positions, normals, colours, triangles: Uint32Array.from(triangles) };
  if (!given) smooth(mesh);
  return mesh;
}

/** Gives every corner the mean normal of the triangles around it, the larger counting more. Corners in one place count as one. */
export function smooth({ positions, normals, triangles }: Mesh): void {
  const first = new Map<string, number>();
  const same = new Uint32Array(positions.length / 3);
  for (let i = 0; i < same.length; i++) {
    const key = positions
      .subarray(i * 3, i * 3 + 3)
      .map((x) => Math.round(x * 2e4))
      .join();
    same[i] = first.get(key) ?? i;
    first.set(key, same[i]!);
  }
  normals.fill(0);
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [triangles[i]!, triangles[i + 1]!, triangles[i + 2]!];
    const origin = cornerAt(positions, a);
    const face = cross(subtract(cornerAt(positions, b), origin), subtract(cornerAt(positions, c), origin));
    for (const corner of new Set([same[a]!, same[b]!, same[c]!])) {
      for (let axis = 0; axis < 3; axis++) normals[corner * 3 + axis]! += face[axis]!;
    }
  }
  for (let i = 0; i < same.length; i++) normals.set(normalize(cornerAt(normals, same[i]!)), i * 3);
}

/** The three numbers of corner `index`. */
export const cornerAt = (values: Float32Array, index: number): Vec3 => [
  values[index * 3]!,
  values[index * 3 + 1]!,
  values[index * 3 + 2]!,
];

export function join(meshes: readonly Mesh[]): Mesh {
  const gather = (part: 'positions' | 'normals' | 'colours'): Float32Array => {
    const joined = new Float32Array(meshes.reduce((sum, mesh) => sum + mesh[part].length, 0));
    let to = 0;
    for (const mesh of meshes) {
      joined.set(mesh[part], to);
      to += mesh[part].length;
    }
    return joined;
  };
  const triangles = new Uint32Array(meshes.reduce((sum, mesh) => sum + mesh.triangles.length, 0));
  let to = 0;
  let corners = 0;
  for (const mesh of meshes) {
    for (const corner of mesh.triangles) triangles[to++] = corner + corners;
    corners += mesh.positions.length / 3;
  }
  return {
    positions: gather('positions'),
    normals: gather('normals'),
    colours: gather('colours'),
    triangles,
  };
}
