import { hexToOklch, type Oklch } from '../../colour.ts';
import { oklchToLinear } from '../../linear-colour.ts';
import { block } from '../../set/block.ts';
import { axesAlong, ellipsoid } from '../../set/ellipsoid.ts';
import type { Vector } from '../../set/light.ts';
import { ring } from '../../set/ring.ts';
import { rod } from '../../set/rod.ts';
import type { Skin, Solid } from '../../set/solid.ts';
import { paintCoat } from '../material/paint.ts';
import { labelled } from './label.ts';
import type { Prop, PropPlace } from './prop.ts';
import { glazed, matt } from './skins.ts';

/** A gift box with a satin ribbon and a bow, a smaller one beside it. */
export function gift(place: PropPlace): Prop {
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
  return { solids: [...big, ...small], height: 2, reach: 2.1 };
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
  const wrap = (colour: Oklch): Skin => ribboned(colour, satin, band);
  const darker: Oklch = [paper[0] - 0.02, paper[1], paper[2]];
  const bow = glazed(satin, 0.24);
  const top = y + height;
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  const place = (px: number, py: number, pz: number): Vector => [
    x + px * cos + pz * sin,
    y + py,
    z - px * sin + pz * cos,
  ];
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
      ring({
        at: middle,
        axes: [b, flat, across],
        radius: [reach, reach * 0.55],
        tube: [width * 0.042, band * 0.42],
        skin: bow,
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
      skin: wrap(darker),
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
      skin: wrap(paper),
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
      skin: bow,
    }),
  ];
}

/** Paper with an upright ribbon down its middle. */
function ribboned(paper: Oklch, satin: Oklch, band: number): Skin {
  return striped(paper, satin, (u) => Math.abs(u) - band / 2);
}

/** Paper with ribbons crossing in its middle. */
function crossed(paper: Oklch, satin: Oklch, band: number): Skin {
  return striped(paper, satin, (u, v) => Math.min(Math.abs(u), Math.abs(v)) - band / 2);
}

/** @param outside distance from the ribbon, below 0 on it */
function striped(paper: Oklch, satin: Oklch, outside: (u: number, v: number) => number): Skin {
  const coat = paintCoat(oklchToLinear(paper), 0.4);
  const colour = oklchToLinear(satin);
  return {
    material: {
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
    mirror: 0.04,
    roughness: 0.28,
  };
}

/** A paper shopping bag with cord handles and tissue looking out. */
export function bag({ x, y, z, palette, side, random }: PropPlace): Prop {
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
    ring({
      at: [x + sin * front, y + height - 0.02, z + cos * front],
      axes: [
        [cos, 0, -sin],
        [sin, 0, cos],
        [0, 1, 0],
      ],
      radius: [0.36, 0.52],
      tube: [0.032, 0.032],
      skin: cord,
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
    skin: labelled([0.95, 0.014, 85], [0.35, 0.04, kraft ? 60 : h], 0.02, 0.6, 0.27),
  });
  return {
    solids: [
      block({ x, y, z, width, height, depth, turn, bevel: 0.012, skin: paper }),
      label,
      handle(-depth * 0.32),
      handle(depth * 0.32),
    ],
    height: 2.6,
    reach: 1,
  };
}

/** A stack of hardcover books with a pencil on it. */
export function books({ x, y, z, palette, side, random }: PropPlace): Prop {
  const [l, c, h] = hexToOklch(palette.accent);
  const covers: readonly Oklch[] = [
    [0.38, 0.05, 250],
    [Math.min(0.6, Math.max(0.4, l)), Math.min(0.14, c), h],
    [0.86, 0.03, 85],
    [0.45, 0.06, 150],
  ];
  const solids: Solid[] = [];
  let top = y;
  for (let i = 0; i < 4; i++) {
    const thick = 0.3 + 0.14 * random();
    const turn = -side * 0.45 + (random() - 0.5) * 0.3;
    const width = 2.2 - i * 0.12;
    const depth = 1.55 - i * 0.08;
    const cloth = matt(covers[(i + Math.floor(random() * 2)) % covers.length]!, 0.9);
    const pages = paged();
    solids.push(block({ x, y: top, z, width, height: 0.035, depth, turn, bevel: 0.012, skin: cloth }));
    solids.push(
      block({
        x: x + 0.03,
        y: top + 0.035,
        z,
        width: width - 0.1,
        height: thick - 0.07,
        depth: depth - 0.1,
        turn,
        bevel: 0.004,
        skin: pages,
      }),
    );
    solids.push(
      block({ x, y: top + thick - 0.035, z, width, height: 0.035, depth, turn, bevel: 0.012, skin: cloth }),
    );
    top += thick;
  }
  solids.push(
    rod(
      [x - 0.5 * side, top + 0.05, z - 0.3],
      [x + 0.62 * side, top + 0.05, z - 0.02],
      0.05,
      glazed([0.8, 0.14, 85], 0.2),
    ),
  );
  return { solids, height: top - y + 0.1, reach: 1.4 };
}

/** The edge of many leaves of paper. */
function paged(): Skin {
  const coat = paintCoat(oklchToLinear([0.92, 0.025, 88]), 0.2);
  return {
    material: {
      gloss: 0,
      roughness: 0.6,
      sample(u, v, footU, footV, out) {
        coat.sample(u, v, footU, footV, out);
        const fade = Math.max(0, 1 - footV * 60);
        out[3] = 0.16 * fade * Math.sin(v * 260) * Math.sin(v * 97 + u);
      },
    },
    mirror: 0.02,
    roughness: 0.6,
  };
}
