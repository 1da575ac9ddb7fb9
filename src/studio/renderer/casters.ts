import type { Solid } from './solid.ts';

/** Solids with the spheres round them, for telling quickly which can be in the way. */
export interface Casters {
  readonly solids: readonly Solid[];
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly z: Float64Array;
  readonly radius: Float64Array;
}

export function createCasters(solids: readonly Solid[]): Casters {
  const middle = (axis: 0 | 1 | 2): Float64Array =>
    Float64Array.from(solids, ({ bounds }) => (bounds[axis] + bounds[(axis + 3) as 3 | 4 | 5]) / 2);
  return {
    solids,
    x: middle(0),
    y: middle(1),
    z: middle(2),
    radius: Float64Array.from(
      solids,
      ({ bounds: b }) => 0.5 * Math.hypot(b[3] - b[0], b[4] - b[1], b[5] - b[2]),
    ),
  };
}
