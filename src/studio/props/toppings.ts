import type { Random } from '../../imaging/random.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { lathe } from '../renderer/lathe.ts';
import type { Vector } from '../renderer/light.ts';
import type { Solid } from '../renderer/solid.ts';
import { torus } from '../renderer/torus.ts';
import { translucent } from './solid-materials.ts';

/** A boiled egg, halved, its yolk up and leaning to a side. */
export function egg(x: number, y: number, z: number, side: number): Solid[] {
  const axis: Vector = [0.35 * side, 0.85, -0.42];
  const [a, b, d] = axesAlong(axis);
  const white = translucent([0.96, 0.012, 90], 0.2, 0.45);
  const yolk = translucent([0.76, 0.16, 68], 0.12, 0.4);
  const at = (up: number): Vector => [x + b[0] * up, y + b[1] * up, z + b[2] * up];
  const half = lathe({
    x,
    y,
    z,
    outline: [
      ...Array.from({ length: 9 }, (_, i) => {
        const angle = -Math.PI / 2 + (i / 8) * (Math.PI / 2);
        return { r: 0.4 * Math.cos(angle), y: 0.36 * Math.sin(angle) + 0.1 };
      }),
      { r: 0, y: 0.1 },
    ],
    materials: [white],
    axes: [a, b, d],
  });
  return [
    { ...half, selfShadows: false },
    ellipsoid({ at: at(0.085), radius: [0.23, 0.06, 0.23], axes: [a, b, d], material: yolk }),
  ];
}

/** Rings of spring onion, scattered over half a decimetre round a place. */
export function onions(x: number, y: number, z: number, random: Random): Solid[] {
  const greens = [
    translucent([0.62, 0.15, 132], 0.3, 0.4),
    translucent([0.76, 0.13, 125], 0.3, 0.4),
    translucent([0.5, 0.12, 140], 0.3, 0.4),
  ];
  return Array.from({ length: 22 }, (_, i) => {
    const turn = random() * 6.28;
    const away = 0.55 * Math.sqrt(random());
    const wide = 0.055 + 0.03 * random();
    return torus({
      at: [
        x + Math.cos(turn) * away,
        y + 0.03 * random() + 0.05 * (1 - away),
        z + Math.sin(turn) * away * 0.8,
      ],
      axes: axesAlong([0.9 * (random() - 0.5), 1, 0.9 * (random() - 0.5)]),
      radius: [wide, wide],
      tube: [0.018, 0.04],
      material: greens[i % 3]!,
    });
  });
}
