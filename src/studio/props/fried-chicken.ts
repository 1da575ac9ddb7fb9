import { drawn } from '../../imaging/canvas.ts';
import { LINEAR_OF_BYTE, oklchToHex } from '../../imaging/colour.ts';
import type { Random } from '../../imaging/random.ts';
import { axesAlong, ellipsoid } from '../renderer/ellipsoid.ts';
import { group } from '../renderer/group.ts';
import { lathe } from '../renderer/lathe.ts';
import type { Vector } from '../renderer/light.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { plateOutline } from './crockery.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed, translucent } from './solid-materials.ts';

/** Fried chicken heaped on a dark plate, with salad leaves. */
export const chicken = defineProp({
  name: 'chicken',
  standsFor: {
    ko: '치킨 후라이드 후라이드치킨 프라이드치킨 순살치킨 옛날통닭 통닭 닭강정 양념치킨 간장치킨 마늘치킨 반반치킨 구운치킨 닭날개 윙 닭다리 치맥 파닭 ~치킨',
    en: 'fried chicken, crispy chicken, chicken wing, wing',
  },
  eyeLift: 0.2,
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, random } = place;
  const pieces: Solid[] = [];
  const crisp = crust(random);
  const places: readonly (readonly [number, number, number, number])[] = [
    [-0.75, 0.42, 0.1, 0.52],
    [0.15, 0.44, -0.6, 0.5],
    [0.8, 0.42, 0.15, 0.54],
    [0, 0.44, 0.65, 0.5],
    [-0.3, 0.98, -0.05, 0.52],
    [0.42, 0.96, 0.1, 0.5],
    [0.05, 1.46, 0.1, 0.46],
  ];
  for (const [px, py, pz, size] of places) {
    const lean: Vector = [random() - 0.5, 0.5 * (random() - 0.5), random() - 0.5];
    pieces.push(...lump([x + px, y + py, z + pz], lean, size, crisp, random));
  }
  return {
    solids: [
      lathe({ x, y, z, outline: plateOutline(), materials: [glazed([0.24, 0.008, 60], 0.16)], crease: 60 }),
      group(pieces),
      ...garnish(x, y + 0.12, z, random),
    ],
    height: 1.95,
    halfWidth: 1.8,
  };
}

/** A piece in batter: knobs grown together. */
function lump(at: Vector, lean: Vector, size: number, material: SolidMaterial, random: Random): Solid[] {
  const axes = axesAlong(lean);
  const knobs = [ellipsoid({ at, radius: [size * 0.72, size * 1.12, size * 0.66], axes, material })];
  for (let i = 0; i < 15; i++) {
    const turn = random() * 6.28;
    const rise = 1 - 2 * random();
    const flat = Math.sqrt(1 - rise * rise);
    const out: Vector = [Math.cos(turn) * flat, rise, Math.sin(turn) * flat];
    const away = size * (0.62 + 0.16 * random());
    knobs.push(
      ellipsoid({
        at: [at[0] + out[0] * away, at[1] + out[1] * away * 0.85, at[2] + out[2] * away],
        radius: size * (0.15 + 0.24 * random()),
        material,
      }),
    );
  }
  return knobs;
}

const CRUST_SIDE = 256;

/** Fried batter: golden flakes with dark and pale edges. */
function crust(random: Random): SolidMaterial {
  const raster = drawn(CRUST_SIDE, CRUST_SIDE, (context) => {
    context.fillStyle = oklchToHex([0.56, 0.115, 58]);
    context.fillRect(0, 0, CRUST_SIDE, CRUST_SIDE);
    for (let i = 0; i < 900; i++) {
      const l = 0.4 + 0.36 * random();
      context.fillStyle = oklchToHex([l, 0.12, 50 + 24 * (l - 0.4)]);
      const size = 2 + 7 * random();
      context.beginPath();
      context.ellipse(
        random() * CRUST_SIDE,
        random() * CRUST_SIDE,
        size,
        size * (0.4 + 0.6 * random()),
        random() * 3,
        0,
        6.3,
      );
      context.fill();
    }
  });
  return {
    surface: {
      gloss: 0,
      roughness: 0.3,
      sample(u, v, _footU, _footV, out) {
        const column = Math.floor((u * 0.9 + 4) * CRUST_SIDE) & (CRUST_SIDE - 1);
        const row = Math.floor((v * 0.9 + 4) * CRUST_SIDE) & (CRUST_SIDE - 1);
        const i = (row * CRUST_SIDE + column) * 4;
        out[0] = LINEAR_OF_BYTE[raster.data[i]!]!;
        out[1] = LINEAR_OF_BYTE[raster.data[i + 1]!]!;
        out[2] = LINEAR_OF_BYTE[raster.data[i + 2]!]!;
        const beside =
          LINEAR_OF_BYTE[raster.data[(row * CRUST_SIDE + ((column + 2) & (CRUST_SIDE - 1))) * 4 + 1]!]!;
        out[3] = Math.max(-0.5, Math.min(0.5, (out[1]! - beside) * 3));
        out[4] = 1;
      },
    },
    reflectance: 0.045,
    roughness: 0.24,
    subsurface: 0.15,
  };
}

function garnish(x: number, y: number, z: number, random: Random): Solid[] {
  const leaf = translucent([0.58, 0.14, 135], 0.35, 0.35);
  return [
    group(
      Array.from({ length: 12 }, (_, i) => {
        const turn = 3.6 + (i / 12) * 2.2;
        const out: Vector = [Math.cos(turn), 0.35 + 0.5 * random(), Math.sin(turn)];
        return ellipsoid({
          at: [x + Math.cos(turn) * 1.25, y + 0.16, z + Math.sin(turn) * 1.25],
          radius: [0.17, 0.26, 0.02],
          axes: axesAlong(out, random() * 6),
          material: leaf,
        });
      }),
    ),
  ];
}
