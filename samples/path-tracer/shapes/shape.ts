import type { Mesh } from '../mesh.ts';
import { weave } from '../mesh.ts';
import { placed } from '../placement.ts';
import type { Shape, ShapeOf } from '../scene-file.ts';
import { cross, normalize, type Vec3 } from '../vector.ts';
import { block } from './block.ts';
import { bun } from './bun.ts';
import { drops } from './drops.ts';
import { lathe } from './lathe.ts';
import { leaf } from './leaf.ts';
import { strawberry } from './strawberry.ts';
import { tube } from './tube.ts';

/** The triangles of a shape, where the scene puts it. */
export const meshOf = (shape: Shape): Mesh => placed(made(shape), shape);

function made(shape: Shape): Mesh {
  switch (shape.kind) {
    case 'board':
      return board(shape);
    case 'lathe':
      return lathe(shape.corners, shape.segments);
    case 'block':
      return block(shape);
    case 'strawberry':
      return strawberry(shape);
    case 'leaf':
      return leaf(shape);
    case 'tube':
      return tube(shape);
    case 'bun':
      return bun(shape);
    case 'drops':
      return drops(shape);
  }
}

/** A flat rectangle from the origin, seen from where across × up points. */
function board({ across, up }: ShapeOf<'board'>): Mesh {
  const normal = normalize(cross(across, up));
  const corner = (u: number, v: number): Vec3 => [
    across[0] * u + up[0] * v,
    across[1] * u + up[1] * v,
    across[2] * u + up[2] * v,
  ];
  return weave({ columns: 2, rows: 2 }, (column, row) => ({ at: corner(column, row), normal }));
}
