import type { Ray, Skin, Solid } from './solid.ts';

/**
 * Several solids as one, so that a ray that passes by at a distance asks once.
 *
 * @param solids with at most 64 skins in all
 */
export function group(solids: readonly Solid[]): Solid {
  const low = (axis: 0 | 1 | 2): number => Math.min(...solids.map(({ bounds }) => bounds[axis]));
  const high = (axis: 3 | 4 | 5): number => Math.max(...solids.map(({ bounds }) => bounds[axis]));
  const bounds = [low(0), low(1), low(2), high(3), high(4), high(5)] as const;
  const skins: Skin[] = [];
  const first = solids.map((solid) => {
    const numbers = solid.skins.map((skin) => {
      const known = skins.indexOf(skin);
      return known >= 0 ? known : skins.push(skin) - 1;
    });
    return Uint8Array.from(numbers);
  });
  if (skins.length > 64) throw new RangeError(`a group of solids has at most 64 skins, not ${skins.length}`);
  return {
    bounds,
    skins,
    hollow: true,
    hit(ray) {
      if (!meets(bounds, ray, ray.t)) return false;
      let found = -1;
      for (let i = 0; i < solids.length; i++) if (solids[i]!.hit(ray)) found = i;
      if (found < 0) return false;
      ray.part = first[found]![ray.part]!;
      return true;
    },
    blocks(ray, limit) {
      if (!meets(bounds, ray, limit)) return false;
      for (let i = 0; i < solids.length; i++) if (solids[i]!.blocks(ray, limit)) return true;
      return false;
    },
  };
}

/** Whether the ray goes through the box before `limit`. */
function meets(b: Solid['bounds'], ray: Ray, limit: number): boolean {
  let near = 0;
  let far = limit;
  const ix = 1 / ray.dx;
  const x0 = (b[0] - ray.ox) * ix;
  const x1 = (b[3] - ray.ox) * ix;
  near = Math.max(near, Math.min(x0, x1));
  far = Math.min(far, Math.max(x0, x1));
  const iy = 1 / ray.dy;
  const y0 = (b[1] - ray.oy) * iy;
  const y1 = (b[4] - ray.oy) * iy;
  near = Math.max(near, Math.min(y0, y1));
  far = Math.min(far, Math.max(y0, y1));
  const iz = 1 / ray.dz;
  const z0 = (b[2] - ray.oz) * iz;
  const z1 = (b[5] - ray.oz) * iz;
  near = Math.max(near, Math.min(z0, z1));
  far = Math.min(far, Math.max(z0, z1));
  return near <= far;
}
