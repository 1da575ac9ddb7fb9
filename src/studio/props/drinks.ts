import type { Oklch } from '../../imaging/colour.ts';
import { axesFacing, ellipsoid } from '../renderer/ellipsoid.ts';
import { lathe } from '../renderer/lathe.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import type { Solid } from '../renderer/solid.ts';
import { torus } from '../renderer/torus.ts';
import { beans } from './beans.ts';
import { citrusSlice } from './citrus.ts';
import { iceCubes, icedGlass, straw } from './iced-glass.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { clearLiquid, GLASS, translucent } from './solid-materials.ts';
import { lyingStrawberry, strawberry } from './strawberries.ts';
import { filling, innerRadius, rounded, tumbler } from './vessel.ts';

const MILK: Oklch = [0.95, 0.018, 88];

/** Iced latte: milk below, espresso sinking into it, beans about the glass. */
export function latte(place: PropPlacement): Prop {
  const glass = icedGlass(place, {
    stops: [MILK, [0.93, 0.03, 82], [0.8, 0.07, 70], [0.6, 0.09, 58], [0.42, 0.08, 50], [0.36, 0.07, 48]],
    border: 0.55 + 0.08 * place.random(),
    spread: 0.42,
    threads: 0.35,
    top: [0.42, 0.075, 52],
    foam: [0.74, 0.07, 68],
  });
  const strewn = beans(place.x, place.y, place.z, 1, 2.2, 11, place.random);
  return { ...glass, solids: [...glass.solids, strewn] };
}

/** Strawberry latte: crushed berries below, milk above, a berry on the rim and some on the table. */
export function strawberryLatte(place: PropPlacement): Prop {
  const { x, y, z, side, random } = place;
  const glass = icedGlass(place, {
    stops: [[0.5, 0.19, 22], [0.58, 0.19, 18], [0.74, 0.13, 12], [0.88, 0.06, 15], MILK, MILK],
    border: 0.4 + 0.06 * random(),
    spread: 0.34,
    threads: -0.26,
    top: [0.95, 0.02, 40],
    foam: [0.97, 0.012, 60],
  });
  const garnish = [
    strawberry([x - side * 0.5, y + 2.56, z - 0.3], [side * 0.35, -0.75, 0.25], 0.5, true, random),
    lyingStrawberry(x - side * 1.35, y, z - 0.5, 0.58, random),
    lyingStrawberry(x - side * 1.75, y, z + 0.2, 0.52, random),
    lyingStrawberry(x + side * 1.3, y, z - 0.75, 0.54, random),
  ];
  return { ...glass, solids: [...glass.solids, ...garnish] };
}

/** Matcha latte: milk below, green tea above. */
export function matchaLatte(place: PropPlacement): Prop {
  return icedGlass(place, {
    stops: [
      MILK,
      [0.94, 0.025, 95],
      [0.85, 0.07, 115],
      [0.68, 0.11, 122],
      [0.56, 0.11, 126],
      [0.52, 0.105, 127],
    ],
    border: 0.52 + 0.08 * place.random(),
    spread: 0.38,
    threads: 0.32,
    top: [0.58, 0.11, 125],
    foam: [0.78, 0.09, 118],
  });
}

/** Iced black coffee: clear brown, much ice. */
export function americano(place: PropPlacement): Prop {
  const { x, y, z, random } = place;
  const vessel = { x, y, z, foot: 0.56, rim: 0.74, height: 2.35, wall: 0.045, base: 0.16 };
  const level = 2;
  const coffee = clearLiquid([0.2, 0.06, 0.012]);
  const solids: Solid[] = [
    tumbler(vessel),
    { ...filling(vessel, level, coffee, coffee), shadowTransmittance: 0.3 },
    ...iceCubes(place, innerRadius(vessel, level), level, 4, 0.06),
    ...iceCubes(place, innerRadius(vessel, 1.4), level - 0.52, 3, 0.3),
    straw(place, vessel.rim - vessel.wall, vessel.height),
    beans(x, y, z, 1, 2.2, 10, random),
  ];
  return { solids, height: 2.8, halfWidth: 0.74 };
}

/** A fizzy lemonade with slices, ice and mint. */
export function ade(place: PropPlacement): Prop {
  const { x, y, z, side, random } = place;
  const vessel = { x, y, z, foot: 0.56, rim: 0.74, height: 2.35, wall: 0.045, base: 0.16 };
  const level = 1.98;
  const lemon = clearLiquid([0.96, 0.86, 0.5]);
  const flesh: Oklch = [0.88, 0.13, 100];
  const rind: Oklch = [0.86, 0.16, 98];
  const bubbles: Solid[] = Array.from({ length: 26 }, () => {
    const angle = random() * 6.28;
    const height = 0.4 + random() * 1.5;
    const away = innerRadius(vessel, height) * (0.7 + 0.26 * random());
    return ellipsoid({
      at: [x + Math.cos(angle) * away, y + height, z + Math.sin(angle) * away],
      radius: 0.018 + 0.02 * random(),
      material: BUBBLE,
    });
  });
  const solids: Solid[] = [
    tumbler(vessel),
    { ...filling(vessel, level, lemon, lemon), shadowTransmittance: 0.8 },
    citrusSlice([x - 0.12, y + 0.75, z - 0.44], [-0.12, 0.1, -1], 0.4, 0.09, flesh, rind),
    citrusSlice([x + 0.14, y + 1.45, z - 0.5], [0.16, 0.12, -1], 0.42, 0.09, flesh, rind),
    citrusSlice([x - side * 0.62, y + 2.3, z - 0.12], [side * 0.25, 0.1, -1], 0.42, 0.08, flesh, rind),
    ...iceCubes(place, innerRadius(vessel, level), level, 3, 0.06),
    ...mint(x + side * 0.1, y + 2.12, z, random),
    ...bubbles.map((bubble) => ({ ...bubble, shadowTransmittance: 0.97 })),
    straw(place, vessel.rim - vessel.wall, vessel.height),
  ];
  return { solids, height: 2.8, halfWidth: 0.9 };
}

/** Air in a drink bends light the other way. */
const BUBBLE = { ...GLASS, transmission: { ior: 1, tint: [1, 1, 1] as const, priority: 4 } };

/** A tuft of mint leaves. */
function mint(x: number, y: number, z: number, random: () => number): Solid[] {
  const materials = [translucent([0.55, 0.13, 140], 0.4, 0.35), translucent([0.64, 0.14, 136], 0.4, 0.35)];
  return Array.from({ length: 7 }, (_, i) => {
    const turn = (i / 7) * 6.28 + random();
    const rise = 0.35 + 0.5 * random();
    const out = [Math.cos(turn), rise, Math.sin(turn)] as const;
    const size = 0.2 + 0.06 * random();
    return ellipsoid({
      at: [x + out[0] * size * 0.8, y + out[1] * size * 0.7, z + out[2] * size * 0.8],
      radius: [size * 0.5, size, size * 0.1],
      axes: axesFacing(out, [0, 1, -0.3]),
      material: materials[i % 2]!,
    });
  });
}

/** A mug of lager with a head of foam. */
export function beer(place: PropPlacement): Prop {
  const { x, y, z, side, random } = place;
  const vessel = { x, y, z, foot: 0.7, rim: 0.78, height: 2.3, wall: 0.09, base: 0.24 };
  const level = 1.86;
  const lager = clearLiquid([0.97, 0.72, 0.16]);
  const foam = translucent([0.96, 0.025, 85], 0.5, 0.5);
  const inner = innerRadius(vessel, level);
  const head: ProfilePoint[] = [
    { r: 0, y: level },
    { r: inner + 0.004, y: level },
    { r: innerRadius(vessel, 2.26) + 0.004, y: 2.26 },
    ...rounded(0.6, 2.34, 0.14, -10, 70, 6),
    { r: 0.3, y: 2.56 },
    { r: 0, y: 2.58 },
  ];
  const bubbles = Array.from({ length: 30 }, () => {
    const angle = random() * 6.28;
    const height = 0.5 + random() * 1.3;
    const away = innerRadius(vessel, height) * (0.75 + 0.22 * random());
    return {
      ...ellipsoid({
        at: [x + Math.cos(angle) * away, y + height, z + Math.sin(angle) * away],
        radius: 0.014 + 0.014 * random(),
        material: BUBBLE,
      }),
      shadowTransmittance: 0.97,
    };
  });
  const handle = torus({
    at: [x + side * 0.86, y + 1.2, z],
    axes: [
      [0, 1, 0],
      [0, 0, 1],
      [side, 0, 0],
    ],
    radius: [0.62, 0.46],
    tube: [0.1, 0.12],
    material: GLASS,
  });
  return {
    solids: [
      tumbler(vessel),
      { ...handle, shadowTransmittance: 0.75 },
      { ...filling(vessel, level, lager, lager), shadowTransmittance: 0.7 },
      lathe({ x, y, z, outline: head, materials: [foam], crease: 70 }),
      ...bubbles,
    ],
    height: 2.6,
    halfWidth: 1.4,
  };
}

/** A glass of red wine. */
export function wine({ x, y, z }: PropPlacement): Prop {
  const bowl = (r: number): ProfilePoint[] => [
    { r: 0.1 * r, y: 1.12 },
    { r: 0.34 * r, y: 1.17 },
    { r: 0.58 * r, y: 1.33 },
    { r: 0.7 * r, y: 1.6 },
    { r: 0.71 * r, y: 1.85 },
    { r: 0.64 * r, y: 2.2 },
    { r: 0.53 * r, y: 2.62 },
  ];
  const outside: ProfilePoint[] = [
    { r: 0, y: 0 },
    { r: 0.62, y: 0 },
    { r: 0.63, y: 0.02 },
    { r: 0.5, y: 0.045 },
    { r: 0.2, y: 0.08 },
    { r: 0.075, y: 0.16 },
    { r: 0.055, y: 0.4 },
    { r: 0.055, y: 0.9 },
    { r: 0.075, y: 1.04 },
    ...bowl(1).slice(1),
  ];
  const inside = bowl(0.955)
    .toReversed()
    .map((turn, i, all) => (i === all.length - 1 ? { r: 0, y: 1.15 } : turn));
  const glass = {
    ...lathe({ x, y, z, outline: [...outside, ...inside], materials: [GLASS], crease: 80 }),
    shadowTransmittance: 0.82,
  };
  const red = clearLiquid([0.55, 0.02, 0.05]);
  const level = 1.78;
  const fill: ProfilePoint[] = [
    { r: 0, y: 1.145 },
    ...bowl(0.962).slice(1, 4),
    { r: 0.712 * 0.962, y: level },
    { r: 0, y: level },
  ];
  return {
    solids: [
      glass,
      { ...lathe({ x, y, z, outline: fill, materials: [red], crease: 60 }), shadowTransmittance: 0.3 },
    ],
    height: 2.65,
    halfWidth: 0.75,
  };
}
