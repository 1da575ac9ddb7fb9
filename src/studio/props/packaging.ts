import { hexToOklch, type Oklch } from '../../imaging/colour.ts';
import { lathe } from '../renderer/lathe.ts';
import type { ProfilePoint } from '../renderer/outline.ts';
import type { Solid, SolidMaterial } from '../renderer/solid.ts';
import type { PropPlacement } from './prop.ts';
import { rounded } from './vessel.ts';

/** Main, pale and deep shade of a set of packs, from the palette. */
export function shades({ palette }: PropPlacement): {
  readonly main: Oklch;
  readonly pale: Oklch;
  readonly deep: Oklch;
} {
  const [, c, h] = hexToOklch(palette.accent);
  return {
    main: [0.74, Math.min(0.1, c * 0.6), h],
    pale: [0.93, Math.min(0.03, c * 0.2), h],
    deep: [0.36, Math.min(0.07, c * 0.5), h],
  };
}

/** A cylinder with eased ends. */
export function drum(
  x: number,
  y: number,
  z: number,
  radius: number,
  height: number,
  ease: number,
  material: SolidMaterial,
): Solid {
  const outline: ProfilePoint[] = [
    { r: 0, y: 0 },
    ...rounded(radius - ease, ease, ease, -90, 0, 5),
    ...rounded(radius - ease, height - ease, ease, 0, 90, 5),
    { r: 0, y: height },
  ];
  return { ...lathe({ x, y, z, outline, materials: [material], crease: 50 }), selfShadows: false };
}
