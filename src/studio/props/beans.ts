import type { Random } from '../../imaging/random.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { group } from '../renderer/group.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { Material } from '../renderer/material.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';

const HUSK = oklchToLinear([0.3, 0.05, 46]);
const CREASE = oklchToLinear([0.13, 0.02, 45]);

/** Roasted coffee: brown, a little oily, with the crease on its flat side. */
function roasted(): SolidMaterial {
  const material: Material = {
    gloss: 0,
    roughness: 0.2,
    sample(u, v, _footU, _footV, out) {
      const wave = Math.sin(v * 22) * 0.012;
      const line = Math.max(0, 1 - Math.abs(u - wave) / 0.02);
      for (let i = 0; i < 3; i++) out[i] = HUSK[i]! + (CREASE[i]! - HUSK[i]!) * Math.min(1, line * 1.6);
      out[3] = -0.4 * line;
      out[4] = 1 - line;
    },
  };
  return { surface: material, reflectance: 0.045, roughness: 0.2 };
}

/** Coffee beans strewn about a place, `count` of them, between two distances from it. */
export function beans(
  x: number,
  y: number,
  z: number,
  near: number,
  far: number,
  count: number,
  random: Random,
): Solid {
  const material = roasted();
  return group(
    Array.from({ length: count }, () => {
      const angle = random() * 6.28;
      const away = near + (far - near) * random() ** 1.4;
      const tilt = (random() - 0.5) * 0.5;
      const turn = random() * 6.28;
      return ellipsoid({
        at: [x + Math.cos(angle) * away, y + 0.05, z + Math.sin(angle) * away * 0.8],
        radius: [0.075, 0.108, 0.055],
        axes: lying(turn, tilt, random() < 0.65 ? 1 : -1),
        material,
      });
    }),
  );
}

/** Axes of a bean: long axis level, its creased side up, or down for those that lie on it. */
function lying(turn: number, tilt: number, crease: 1 | -1): ReturnType<typeof axesAlong> {
  const [a, b, c] = axesAlong([Math.cos(turn), tilt * 0.3, Math.sin(turn)]);
  const [flat, across] = Math.abs(a[1]) > Math.abs(c[1]) ? [a, c] : [c, a];
  // The crease runs along the side that the third axis points away from.
  const sign = (flat[1] > 0 ? -1 : 1) * crease;
  return [across, b, [flat[0] * sign, flat[1] * sign, flat[2] * sign]];
}
