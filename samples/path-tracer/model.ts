import { Bvh, type Hit } from './bvh.ts';
import { type BoxTree, buildBoxTree } from './bvh-build.ts';
import { CloudField } from './cloud.ts';
import { roomLight, WindowLight } from './light.ts';
import { cornerAt, join, type Mesh } from './mesh.ts';
import { bumping, type Colouring, colouring } from './pattern.ts';
import type { ClearMaterial, Material, Scene, SurfaceMaterial } from './scene-file.ts';
import { meshOf } from './shapes/shape.ts';
import { cross, multiply, normalize, subtract, type Vec3 } from './vector.ts';

/** A clear thing, as paths meet it. */
export interface Clear {
  readonly material: ClearMaterial;
  readonly cloud?: CloudField;
  readonly lean?: (at: Vec3, normal: Vec3) => Vec3;
}

/** An opaque thing, as paths meet it. */
export interface Solid {
  readonly material: SurfaceMaterial;
  readonly colouring?: Colouring;
  readonly lean?: (at: Vec3, normal: Vec3) => Vec3;
}

/** What a ray met: the flat triangle's normal, the smooth surface's normal (both outwards), and its colour. */
export interface Meeting {
  readonly material: number;
  readonly flat: Vec3;
  readonly smooth: Vec3;
  readonly colour: Vec3;
}

/** The scene, ready for light: all triangles in one tree. */
export interface Model {
  readonly bvh: Bvh;
  readonly windows: readonly WindowLight[];
  readonly room: (towards: Vec3) => Vec3;
  /** By material number: one of the two lists has an entry. */
  readonly clear: readonly (Clear | undefined)[];
  readonly solid: readonly (Solid | undefined)[];
  meeting(hit: Hit): Meeting;
}

/** The scene's triangles in one heap, and the tree to find them by: plain data that can be sent to threads. */
export interface Geometry {
  readonly mesh: Mesh;
  /** Material number of each triangle. */
  readonly materialOf: Uint16Array;
  readonly tree: BoxTree;
}

/**
 * Takes seconds for many shapes.
 *
 * @throws Error when a shape names a material that the scene lacks
 */
export function buildGeometry(scene: Scene): Geometry {
  const names = Object.keys(scene.materials);
  const meshes = scene.shapes.map(meshOf);
  const mesh = join(meshes);
  const materialOf = new Uint16Array(mesh.triangles.length / 3);
  let from = 0;
  for (const [i, shape] of scene.shapes.entries()) {
    const material = names.indexOf(shape.material);
    if (material < 0) throw new Error(`no material is called "${shape.material}"`);
    if (!meshes[i]!.positions.every(Number.isFinite)) throw new Error(`shape ${i} (${shape.kind}) is torn`);
    const count = meshes[i]!.triangles.length / 3;
    materialOf.fill(material, from, from + count);
    from += count;
  }
  return { mesh, materialOf, tree: buildBoxTree(mesh) };
}

export function openModel(scene: Scene, { mesh, materialOf, tree }: Geometry): Model {
  const { positions, normals, colours, triangles } = mesh;
  const materials = Object.values(scene.materials);
  return {
    bvh: new Bvh(mesh, tree),
    windows: scene.lights.map((light) => new WindowLight(light)),
    room: roomLight(scene.room),
    clear: materials.map(clearOf),
    solid: materials.map(solidOf),
    meeting({ triangle, u, v }) {
      const [a, b, c] = [
        triangles[triangle * 3]!,
        triangles[triangle * 3 + 1]!,
        triangles[triangle * 3 + 2]!,
      ];
      const origin = cornerAt(positions, a);
      return {
        material: materialOf[triangle]!,
        flat: normalize(
          cross(subtract(cornerAt(positions, b), origin), subtract(cornerAt(positions, c), origin)),
        ),
        smooth: normalize(blend(normals, a, b, c, u, v)),
        colour: blend(colours, a, b, c, u, v),
      };
    },
  };
}

function blend(values: Float32Array, a: number, b: number, c: number, u: number, v: number): Vec3 {
  const w = 1 - u - v;
  return [
    values[a * 3]! * w + values[b * 3]! * u + values[c * 3]! * v,
    values[a * 3 + 1]! * w + values[b * 3 + 1]! * u + values[c * 3 + 1]! * v,
    values[a * 3 + 2]! * w + values[b * 3 + 2]! * u + values[c * 3 + 2]! * v,
  ];
}

function clearOf(material: Material): Clear | undefined {
  if (material.kind !== 'clear') return undefined;
  return {
    material,
    ...(material.cloud && { cloud: new CloudField(material.cloud) }),
    ...(material.bump && { lean: bumping(material.bump) }),
  };
}

function solidOf(material: Material): Solid | undefined {
  if (material.kind === 'clear') return undefined;
  if (material.kind === 'metal') return { material };
  return {
    material,
    ...(material.pattern && { colouring: colouring(material.pattern) }),
    ...(material.bump && { lean: bumping(material.bump) }),
  };
}

/** The colour of a solid where it was met: its own, its corners', and its pattern's. */
export function colourAt(solid: Solid, at: Vec3, { smooth, colour }: Meeting): Vec3 {
  const plain = multiply(solid.material.colour, colour);
  return solid.colouring ? solid.colouring(at, smooth, plain) : plain;
}
