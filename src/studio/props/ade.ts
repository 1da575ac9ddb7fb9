import type { Oklch } from '../../imaging/colour.ts';
import { axesFacing, ellipsoid } from '../renderer/ellipsoid.ts';
import type { Solid } from '../renderer/solid.ts';
import { citrusSlice } from './citrus.ts';
import { defineProp } from './define-prop.ts';
import { iceCubes, straw } from './iced-glass.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { BUBBLE, clearLiquid, translucent } from './solid-materials.ts';
import { filling, innerRadius, tumbler } from './vessel.ts';

/** A fizzy lemonade with slices, ice and mint. */
export const ade = defineProp({
  name: 'ade',
  standsFor: {
    ko: '에이드 레몬에이드 자몽에이드 청포도에이드 오렌지에이드 블루레몬에이드 체리에이드 복숭아에이드 한라봉에이드 매실에이드 유자에이드 모히토 라임모히토 탄산수 소다 사이다 주스 쥬스 생과일주스 오렌지주스 스무디 하이볼 위스키하이볼 얼그레이하이볼 레몬하이볼 칵테일 논알콜칵테일 무알콜칵테일 진토닉 음료 음료수 ~에이드 ~주스 ~쥬스 ~스무디 ~하이볼 ~칵테일',
    en: 'juice, smoothie, lemonade, soda, beverage, shake, gin tonic, happy hour drink',
  },
  make,
});

function make(place: PropPlacement): Prop {
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
