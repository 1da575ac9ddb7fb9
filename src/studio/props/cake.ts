import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { lathe } from '../renderer/lathe.ts';
import { oklchToLinear } from '../renderer/linear-colour.ts';
import { noiseTile } from '../renderer/noise-tile.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import { sampleLevel } from '../renderer/tile.ts';
import { defineProp } from './define-prop.ts';
import type { Prop, PropPlacement } from './prop.ts';
import { glazed, translucent } from './solid-materials.ts';
import { strawberry } from './strawberries.ts';
import { rounded } from './vessel.ts';

/** A round cream cake on a stand, glazed with drips, with rosettes and strawberries. */
export const cake = defineProp({
  name: 'cake',
  standsFor: {
    ko: '케이크 케익 생크림케이크 딸기케이크 딸기생크림케이크 초코케이크 초콜릿케이크 치즈케이크 레터링케이크 생일케이크 홀케이크 주문케이크 수제케이크 과일케이크 미니케이크 무스케이크 도시락케이크 당근케이크 레드벨벳케이크 아이스크림케이크 조각케이크 ~케이크 ~케익',
    en: 'cake, birthday cake, wedding cake, layer cake, gateau, cupcake',
  },
  eyeLift: 0.06,
  make,
});

function make(place: PropPlacement): Prop {
  const { x, y, z, palette, random } = place;
  const [, c, h] = hexToOklch(palette.accent);
  const cream: Oklch = [0.95, 0.022, 85];
  const warm = random() < 0.5;
  const glaze: Oklch = warm ? [0.36, 0.065, 45] : [0.72, Math.min(0.13, c), h];
  const stand: ProfilePoint[] = [
    { r: 0, y: 0 },
    { r: 0.72, y: 0 },
    ...rounded(0.7, 0.04, 0.04, -60, 90, 4),
    { r: 0.26, y: 0.14 },
    { r: 0.17, y: 0.3 },
    { r: 0.2, y: 0.42 },
    { r: 0.5, y: 0.5 },
    ...rounded(1.42, 0.53, 0.03, -90, 90, 6),
    { r: 0, y: 0.56 },
  ];
  const base = y + 0.56;
  const radius = 1.08;
  const tall = 0.92;
  const body: ProfilePoint[] = [
    { r: radius, y: 0 },
    { r: radius, y: tall - 0.09 },
    ...rounded(radius - 0.09, tall - 0.09, 0.09, 0, 80, 6),
    { r: radius - 0.1, y: tall, material: 1 },
    { r: 0, y: tall },
  ];
  const solids: Solid[] = [
    lathe({ x, y, z, outline: stand, materials: [glazed([0.93, 0.008, 85])], crease: 60 }),
    {
      ...lathe({
        x,
        y: base,
        z,
        outline: body,
        materials: [icing(cream, glaze, radius, tall), { ...glazed(glaze, 0.14), subsurface: 0.2 }],
        crease: 60,
      }),
      selfShadows: false,
    },
  ];
  const count = 8;
  const top = base + tall;
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * 6.28 + 0.2;
    const px = x + Math.cos(angle) * 0.78;
    const pz = z + Math.sin(angle) * 0.78;
    if (i % 2 === 0) solids.push(rosette(px, top, pz, 0.24, cream));
    else
      solids.push(
        strawberry(
          [px, top - 0.02, pz],
          [0.1 * (random() - 0.5), 1, 0.1 * (random() - 0.5)],
          0.52,
          false,
          random,
        ),
      );
  }
  solids.push(strawberry([x, top, z], [0.05, 1, -0.05], 0.66, false, random));
  for (let i = 0; i < 4; i++) {
    const angle = (i / 4) * 6.28 + 0.6;
    solids.push(
      strawberry(
        [x + Math.cos(angle) * 0.42, top + 0.02, z + Math.sin(angle) * 0.42],
        [Math.cos(angle) * 0.6, 0.8, Math.sin(angle) * 0.6],
        0.5,
        false,
        random,
      ),
    );
  }
  return { solids, height: 2.3, halfWidth: 1.45 };
}

/** A swirl of piped cream: a cone whose ribs wind upwards. */
function rosette(x: number, y: number, z: number, radius: number, cream: Oklch): Solid {
  const outline: ProfilePoint[] = [{ r: radius, y: 0 }];
  const rings = 5;
  for (let i = 0; i < rings; i++) {
    const at = i / rings;
    const wide = radius * (1 - at * 0.82);
    outline.push(
      { r: wide * 1.04, y: radius * (at * 1.25 + 0.08) },
      { r: wide * 0.8, y: radius * (at * 1.25 + 0.24) },
    );
  }
  outline.push({ r: 0, y: radius * 1.6 });
  const base = translucent(cream, 0.5, 0.5);
  const material: SolidMaterial = {
    ...base,
    surface: {
      gloss: 0,
      roughness: 0.5,
      sample(u, v, footU, footV, out) {
        base.surface.sample(u, v, footU, footV, out);
        // Six ribs that wind up to the tip.
        const rib = Math.sin((u / radius) * 6 + v * 18);
        out[3] = 0.5 * rib * Math.abs(rib);
      },
    },
  };
  return { ...lathe({ x, y, z, outline, materials: [material], crease: 80 }), selfShadows: false };
}

/** Cream smoothed with a spatula, and a glaze that has run over the edge. */
function icing(cream: Oklch, glaze: Oklch, radius: number, tall: number): SolidMaterial {
  const pale = oklchToLinear(cream);
  const dark = oklchToLinear(glaze);
  const noise = noiseTile();
  const level = noise.levels[0]!;
  return {
    surface: {
      gloss: 0,
      roughness: 0.3,
      sample(u, v, footU, _footV, out) {
        // Drips hang from the rim to different depths. On the flat top all is glaze.
        const around = (u / radius) * 3.6;
        const long = 0.2 + 0.24 * sampleLevel(level, around * 1.1, 3.5) + 0.16 * Math.sin(around * 4.6);
        const column = Math.abs(Math.sin(around * 2.3 + 0.6 * Math.sin(around)));
        const drop = tall - 0.14 - Math.max(0.05, long) * column ** 0.6;
        const soft = Math.max(0.012, footU);
        const share = Math.min(1, Math.max(0, (v - drop) / soft + 0.5));
        const rim = Math.max(0, 1 - Math.abs(v - drop - 0.03) / 0.05);
        const stroke = sampleLevel(level, u * 1.2, v * 6);
        for (let i = 0; i < 3; i++) out[i] = pale[i]! * (1 + 0.02 * stroke) + (dark[i]! - pale[i]!) * share;
        out[3] =
          share > 0.5 ? 0.18 * rim : stroke * 0.06 - 0.12 * Math.max(0, 1 - Math.abs(v - drop + 0.02) / 0.03);
        out[4] = 0.25 + 0.75 * share;
      },
    },
    reflectance: 0.045,
    roughness: 0.16,
    subsurface: 0.35,
  };
}
