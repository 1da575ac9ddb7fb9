import { drawn } from '../../imaging/canvas.ts';
import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import type { Random } from '../../imaging/random.ts';
import { createPlane, type Plane } from '../../imaging/raster.ts';
import { lathe } from '../renderer/lathe.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import { samplePlane } from '../renderer/soft-mask.ts';
import type { SolidMaterial } from '../renderer/solid.ts';
import { torus } from '../renderer/torus.ts';
import { beans } from './beans.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed } from './solid-materials.ts';
import { rounded, smoothed } from './vessel.ts';

/** A cup of hot coffee with a leaf drawn in the milk, on its saucer. */
export const coffee = defineProp({
  name: 'coffee',
  standsFor: {
    ko: '커피 원두커피 핸드드립 드립커피 핸드드립커피 필터커피 에스프레소 카푸치노 플랫화이트 카페라떼 카페모카 모카 디카페인커피 스페셜티커피 코코아 핫초코 원두 로스팅원두 차 홍차 유자차 생강차 대추차 쌍화차 전통차 티 ~커피',
    en: 'hot coffee, hot tea, coffee, tea, chai, herbal tea',
  },
  eyeLift: 0.24,
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, palette, side, random } = place;
  const [, c, h] = hexToOklch(palette.accent);
  const white = random() < 0.6;
  const glaze = glazed(white ? [0.94, 0.008, 85] : [0.62, Math.min(0.09, c), h]);
  const lift = 0.12;
  const outside: ProfilePoint[] = [
    { r: 0.5, y: lift },
    { r: 0.54, y: lift + 0.06 },
    { r: 0.72, y: lift + 0.2 },
    { r: 0.93, y: lift + 0.55 },
    { r: 1.03, y: lift + 0.95 },
    { r: 1.08, y: lift + 1.3 },
  ];
  const inside: ProfilePoint[] = [
    { r: 1.02, y: lift + 1.3 },
    { r: 0.97, y: lift + 0.95 },
    { r: 0.86, y: lift + 0.55 },
    { r: 0.6, y: lift + 0.22 },
    { r: 0, y: lift + 0.16 },
  ];
  const bowl: ProfilePoint[] = [
    { r: 0, y: lift },
    ...smoothed(outside, 4),
    ...rounded(1.05, lift + 1.3, 0.03, 15, 165, 6),
    ...smoothed(inside, 4),
  ];
  const level = lift + 1.14;
  const surface = 0.995;
  const handle = torus({
    at: [x + side * 1.1, y + lift + 0.78, z],
    axes: [
      [0, 1, 0],
      [0, 0, 1],
      [side, 0, 0],
    ],
    radius: [0.34, 0.36],
    tube: [0.075, 0.11],
    material: glaze,
  });
  const saucer: ProfilePoint[] = [
    { r: 0, y: 0 },
    { r: 0.8, y: 0 },
    { r: 1.5, y: 0.13 },
    ...rounded(1.72, 0.19, 0.025, -60, 120, 5),
    { r: 1.2, y: 0.14 },
    { r: 0.72, y: 0.085 },
    { r: 0.62, y: 0.11 },
    { r: 0, y: 0.11 },
  ];
  return {
    solids: [
      lathe({ x, y, z, outline: bowl, materials: [glaze], crease: 70 }),
      handle,
      lathe({ x, y, z, outline: saucer, materials: [glaze], crease: 60 }),
      {
        ...lathe({
          x,
          y,
          z,
          outline: [
            { r: surface, y: level - 0.02 },
            { r: surface, y: level },
            { r: 0, y: level },
          ],
          materials: [milkLeaf(surface, random)],
        }),
        selfShadows: false,
      },
      beans(x, y, z, 1.9, 2.7, 8, random),
    ],
    height: 1.5,
    halfWidth: 1.75,
  };
}

const SIDE = 384;
const CREMA: Oklch = [0.47, 0.085, 55];

/** The surface of a latte: a leaf of milk in the brown foam. */
function milkLeaf(radius: number, random: Random): SolidMaterial {
  const drawing = leafPlane(random);
  const crema = oklchToLinear(CREMA);
  const milk = oklchToLinear([0.93, 0.03, 82]);
  const rim = oklchToLinear([0.36, 0.075, 50]);
  return {
    surface: {
      gloss: 0,
      roughness: 0.2,
      sample(u, v, _footU, _footV, out) {
        const away = Math.sqrt(u * u + v * v) / radius;
        const share = samplePlane(drawing, 0.5 + u / (2 * radius), 0.5 - v / (2 * radius));
        const dark = Math.max(0, (away - 0.8) / 0.2) ** 2;
        for (let i = 0; i < 3; i++) {
          const brown = crema[i]! + (rim[i]! - crema[i]!) * dark;
          out[i] = brown + (milk[i]! - brown) * share;
        }
        out[3] = 0;
        out[4] = 1;
      },
    },
    reflectance: 0.03,
    roughness: 0.18,
    subsurface: 0.3,
  };
}

/** A rosetta: leaves of milk folded over each other, drawn through by the last pour. 0 = coffee, 1 = milk. */
function leafPlane(random: Random): Plane {
  const raster = drawn(SIDE, SIDE, (context) => {
    context.fillStyle = 'black';
    context.fillRect(0, 0, SIDE, SIDE);
    context.translate(SIDE / 2, SIDE / 2);
    context.rotate((random() - 0.5) * 0.5);
    context.strokeStyle = 'white';
    context.lineCap = 'round';
    const folds = 9;
    for (let i = 0; i < folds; i++) {
      const t = i / (folds - 1);
      const y = SIDE * (0.3 - 0.58 * t);
      const half = SIDE * 0.34 * Math.sin(Math.PI * (0.12 + 0.82 * (1 - t))) ** 0.8;
      context.lineWidth = SIDE * (0.03 - 0.008 * t);
      context.beginPath();
      context.moveTo(-half, y - half * 0.55);
      context.bezierCurveTo(-half * 0.9, y + half * 0.1, -half * 0.25, y + half * 0.25, 0, y + half * 0.28);
      context.bezierCurveTo(half * 0.25, y + half * 0.25, half * 0.9, y + half * 0.1, half, y - half * 0.55);
      context.stroke();
    }
    context.fillStyle = 'white';
    context.beginPath();
    context.ellipse(0, -SIDE * 0.3, SIDE * 0.055, SIDE * 0.05, 0, 0, 2 * Math.PI);
    context.fill();
    context.strokeStyle = 'black';
    context.lineWidth = SIDE * 0.012;
    context.beginPath();
    context.moveTo(0, -SIDE * 0.26);
    context.lineTo(0, SIDE * 0.36);
    context.stroke();
  });
  const plane = createPlane(SIDE, SIDE);
  for (let i = 0; i < plane.data.length; i++) plane.data[i] = raster.data[i * 4]! / 255;
  return plane;
}
