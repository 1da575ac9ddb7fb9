import { hexToOklch } from '../../imaging/colour.ts';
import { paintCoat } from '../materials/paint.ts';
import { block } from '../renderer/block.ts';
import type { Vector } from '../renderer/light.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { SolidMaterial } from '../renderer/solid.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { matt, STEEL } from './solid-materials.ts';

/** A smartphone leaning back, its screen a soft gradient of the accent. */
export const phone = defineProp({
  name: 'phone',
  standsFor: {
    ko: '휴대폰 핸드폰 스마트폰 신형폰 새폰 아이폰 갤럭시 폴더블폰 효도폰 키즈폰 번호이동 기기변경 폰케이스 휴대폰케이스 개통',
    en: 'phone, smartphone, phone plan, trade in',
  },
  make,
});

function make({ x, y, z, palette, side }: PropPlacement): Prop {
  const [l, c, h] = hexToOklch(palette.accent);
  const low = oklchToLinear([Math.min(0.62, Math.max(0.4, l - 0.1)), Math.min(0.17, c), h - 35]);
  const high = oklchToLinear([0.86, Math.min(0.1, c), h + 25]);
  const turn = -side * 0.32;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const tilt = 0.14;
  const up: Vector = [Math.sin(tilt) * sin, Math.cos(tilt), Math.sin(tilt) * cos];
  const across: Vector = [cos, 0, -sin];
  const back: Vector = [
    across[1] * up[2] - across[2] * up[1],
    across[2] * up[0] - across[0] * up[2],
    across[0] * up[1] - across[1] * up[0],
  ];
  const into: Vector = [-back[0], -back[1], -back[2]];
  const axes = [across, up, into[2] > 0 ? into : back] as const;
  const width = 1.22;
  const height = 2.5;
  const edge = 0.07;
  const black = oklchToLinear([0.16, 0.005, 270]);
  const screen: SolidMaterial = {
    surface: {
      gloss: 0,
      roughness: 0.03,
      sample(u, v, _footU, _footV, out) {
        const inside = Math.min(width / 2 - Math.abs(u), v, height - v) - edge;
        const t = v / height + 0.16 * Math.sin(u * 2.4 + v * 1.2) + 0.1 * Math.sin(v * 3.1 - u);
        const share = Math.min(1, Math.max(0, inside / 0.01));
        for (let i = 0; i < 3; i++) {
          const glow = low[i]! + (high[i]! - low[i]!) * Math.min(1, Math.max(0, t));
          out[i] = black[i]! + (glow - black[i]!) * share;
        }
        out[3] = 0;
        out[4] = 1;
      },
    },
    reflectance: 0.05,
    roughness: 0.02,
    emission: [0.03, 0.03, 0.03],
  };
  const metal: SolidMaterial = { ...STEEL, surface: paintCoat([0.34, 0.34, 0.37], 0), roughness: 0.2 };
  const rest = matt([0.9, 0.01, 85]);
  return {
    solids: [
      block({
        x,
        y: y + 0.05,
        z,
        width,
        height,
        depth: 0.13,
        axes,
        bevel: 0.03,
        material: screen,
        others: [metal, metal],
      }),
      block({ x, y, z: z + 0.12, width: 0.9, height: 0.16, depth: 0.6, turn, bevel: 0.03, material: rest }),
    ],
    height: 2.5,
    halfWidth: 0.9,
  };
}
