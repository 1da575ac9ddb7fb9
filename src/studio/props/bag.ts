import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { block } from '../renderer/block.ts';
import type { Solid } from '../renderer/solid.ts';
import { torus } from '../renderer/torus.ts';
import { defineProp } from './define-prop.ts';
import { labelled } from './label.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { matt } from './solid-materials.ts';

/** A paper shopping bag with cord handles and tissue looking out. */
export const bag = defineProp({
  name: 'bag',
  standsFor: { ko: '가방 핸드백 숄더백 크로스백 토트백 에코백 가죽가방 ~가방', en: 'bag, handbag, tote' },
  make,
});

function make({ x, y, z, palette, side, random }: PropPlacement): Prop {
  const [l, c, h] = hexToOklch(palette.accent);
  const kraft = random() < 0.35;
  const colour: Oklch = kraft ? [0.72, 0.06, 72] : [Math.min(0.7, Math.max(0.4, l)), Math.min(0.15, c), h];
  const paper = matt(colour, 0.5);
  const turn = -side * 0.38;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const height = 2.05;
  const width = 1.7;
  const depth = 0.85;
  const cord = matt(kraft ? [0.35, 0.03, 60] : [0.93, 0.015, 85]);
  const handle = (front: number): Solid =>
    torus({
      at: [x + sin * front, y + height - 0.02, z + cos * front],
      axes: [
        [cos, 0, -sin],
        [sin, 0, cos],
        [0, 1, 0],
      ],
      radius: [0.36, 0.52],
      tube: [0.032, 0.032],
      material: cord,
    });
  const label = block({
    x: x - sin * (depth / 2),
    y: y + 0.78,
    z: z - cos * (depth / 2),
    width: 0.62,
    height: 0.62,
    depth: 0.012,
    turn,
    bevel: 0.004,
    material: labelled([0.95, 0.014, 85], [0.35, 0.04, kraft ? 60 : h], 0.02, 0.6, 0.27),
  });
  return {
    solids: [
      block({ x, y, z, width, height, depth, turn, bevel: 0.012, material: paper }),
      label,
      handle(-depth * 0.32),
      handle(depth * 0.32),
    ],
    height: 2.6,
    halfWidth: 1,
  };
}
