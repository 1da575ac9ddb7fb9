import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { paintCoat } from '../materials/paint.ts';
import { block } from '../renderer/block.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import type { Vector } from '../renderer/light.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { torus } from '../renderer/torus.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed } from './solid-materials.ts';
import { turnedAbout } from './turned-about.ts';

/** A gift box with a satin ribbon and a bow, a smaller one beside it. */
export const gift = defineProp({
  name: 'gift',
  standsFor: {
    ko: '선물 선물세트 선물상자 기프트 답례품 돌답례품 결혼답례품 럭키박스 랜덤박스 명절선물세트 과자선물세트 홍삼선물세트 과일선물세트 한우선물세트 와인세트 ~선물세트 ~답례품',
    en: 'gift, present, gift set, gift box',
  },
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, palette, side, random } = place;
  const [l, c, h] = hexToOklch(palette.accent);
  const [bl, bc, bh] = hexToOklch(palette.background);
  const strong: Oklch = [Math.min(0.66, Math.max(0.45, l)), Math.min(0.17, c), h];
  const pale: Oklch = bl > 0.5 ? [0.93, Math.min(0.03, bc), bh] : [0.9, 0.02, 85];
  const boxIsStrong = random() < 0.5;
  const paper = boxIsStrong ? strong : pale;
  const satin = boxIsStrong ? pale : strong;
  const turn = 0.42 * -side;
  const big = box(x, y, z, 1.75, 1.35, turn, paper, satin);
  const small = box(x + side * 1.55, y, z - 0.7, 0.95, 0.68, turn + 0.9, satin, paper);
  return { solids: [...big, ...small], height: 2, halfWidth: 2.1 };
}

function box(
  x: number,
  y: number,
  z: number,
  width: number,
  height: number,
  turn: number,
  paper: Oklch,
  satin: Oklch,
): Solid[] {
  const band = width * 0.16;
  const lid = height * 0.24;
  const wrap = (colour: Oklch): SolidMaterial => ribboned(colour, satin, band);
  const darker: Oklch = [paper[0] - 0.02, paper[1], paper[2]];
  const bow = glazed(satin, 0.24);
  const top = y + height;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const place = turnedAbout({ x, y, z }, turn);
  const loops: Solid[] = [];
  for (const [lean, size] of [
    [-1, 1],
    [1, 1],
  ] as const) {
    const out: Vector = [cos * lean, 0.75, -sin * lean];
    const reach = width * 0.2 * size;
    const middle = place(lean * reach * 0.95, height + reach * 0.85, 0);
    const [, b] = axesAlong(out);
    const flat: Vector = [sin, 0, cos];
    const across: Vector = [
      flat[1] * b[2] - flat[2] * b[1],
      flat[2] * b[0] - flat[0] * b[2],
      flat[0] * b[1] - flat[1] * b[0],
    ];
    loops.push(
      torus({
        at: middle,
        axes: [b, flat, across],
        radius: [reach, reach * 0.55],
        tube: [width * 0.042, band * 0.42],
        material: bow,
      }),
    );
  }
  return [
    block({
      x,
      y,
      z,
      width,
      height: height - lid,
      depth: width,
      turn,
      bevel: 0.02,
      material: wrap(darker),
      others: [wrap(darker), crossed(paper, satin, band)],
    }),
    block({
      x,
      y: top - lid,
      z,
      width: width * 1.05,
      height: lid,
      depth: width * 1.05,
      turn,
      bevel: 0.03,
      material: wrap(paper),
      others: [wrap(paper), crossed(paper, satin, band)],
    }),
    ...loops,
    ellipsoid({
      at: place(0, height + width * 0.05, 0),
      radius: [band * 0.42, width * 0.07, band * 0.6],
      axes: [
        [cos, 0, -sin],
        [0, 1, 0],
        [sin, 0, cos],
      ],
      material: bow,
    }),
  ];
}

/** Paper with an upright ribbon down its middle. */
function ribboned(paper: Oklch, satin: Oklch, band: number): SolidMaterial {
  return striped(paper, satin, (u) => Math.abs(u) - band / 2);
}

/** Paper with ribbons crossing in its middle. */
function crossed(paper: Oklch, satin: Oklch, band: number): SolidMaterial {
  return striped(paper, satin, (u, v) => Math.min(Math.abs(u), Math.abs(v)) - band / 2);
}

/** @param outside distance from the ribbon, below 0 on it */
function striped(paper: Oklch, satin: Oklch, outside: (u: number, v: number) => number): SolidMaterial {
  const coat = paintCoat(oklchToLinear(paper), 0.4);
  const colour = oklchToLinear(satin);
  return {
    surface: {
      gloss: 0,
      roughness: 0.3,
      sample(u, v, footU, footV, out) {
        coat.sample(u, v, footU, footV, out);
        const away = outside(u, v);
        const share = Math.min(1, Math.max(0, 0.5 - away / Math.max(0.006, footU)));
        for (let i = 0; i < 3; i++) out[i]! += (colour[i]! - out[i]!) * share;
        out[3] = out[3]! * (1 - share) - 0.25 * Math.max(0, 1 - Math.abs(away - 0.008) / 0.014);
        out[4] = 0.35 + share;
      },
    },
    reflectance: 0.04,
    roughness: 0.28,
  };
}
