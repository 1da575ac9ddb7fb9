import { type OklabPlanes, toOklabPlanes } from '../../oklab-planes.ts';
import { createPlane, type Plane, type Raster } from '../../raster.ts';
import { componentsOf, copyOf, createMask, dilated, eroded, type Mask, maskOf } from '../mask.ts';
import { edgesOf } from '../segmentation/edges.ts';
import { type Shading, shadingOf } from '../segmentation/shading.ts';
import { withoutCastShadow } from './cast-shadow.ts';
import { fillPlanes } from './fill-planes.ts';
import { fillPrints } from './fill-prints.ts';
import { openHoles } from './open-holes.ts';

/** Edge strength (OKLab × 100 a pixel) below which neighbours belong to one plain region. */
const PLAIN = 1.6;

/** Smallest region in pixels of the mask's size. */
const MIN_AREA = 16;

/** A map is below this where it is surely ground, and so far (pixels) from what was taken for product. */
const GROUND = 0.1;
const AWAY = 3;

/** Distance (OKLab × 100) up to which a region shows the ground's own colour; more on one that is nearly black. */
const SAME = 2.5;
const SAME_IN_THE_DARK = 5;
const DARK = 22;

/** What the map may say at most of a torn region in the ground's colour, and of one that is not torn. */
const SURE = 0.9;
const SURE_OF_WHOLE = 0.8;

/** Ground in light shadow: how much light is left, how far its hue may be off, and what the map may say at most. */
const LIGHT = [0.75, 1.04] as const;
const DYED = 1.6;
const SURE_OF_SHADED = 0.7;

/** A region is torn where this share of it, or more, is on the other side of the outline. */
const TORN = 0.04;

/**
 * Decides plain regions as a whole, since an outline that runs through an area without an edge in the photo is wrong
 * on one of its sides. What shows the colour that the ground has round about the product, and is not surely product
 * for the model, is ground: the inside of a ring, the gap between two poles. Another torn region is product where most
 * of it is.
 *
 * @param small the photo at the mask's size
 * @param map what a model found, 0–1, at the mask's size
 */
export function withWholeRegions(mask: Mask, small: Raster, map: Plane): Mask {
  const { width, height } = mask;
  const lab = toOklabPlanes(small);
  const known = knownGround(mask, map);
  if (!known.data.includes(1)) return mask;
  const ground = groundAround(lab, known);
  const look: Look = { lab, map, ground, shading: shadingOf(lab, ground) };
  const { strength } = edgesOf(lab);
  // Eroded: a small gap in an edge joins no regions.
  const plain = eroded(
    maskOf(width, height, (i) => strength.data[i]! < PLAIN),
    1,
  );
  const out = copyOf(mask);
  const scraps = createMask(width, height);
  for (const { pixels, touchesEdge } of componentsOf(plain)) {
    if (pixels.length < MIN_AREA) break;
    const inside = pixels.filter((i) => mask.data[i] === 1);
    const share = inside.length / pixels.length;
    if (share < 0.5) {
      for (const i of inside) scraps.data[i] = 1;
    } else {
      const torn = share < 1 - TORN;
      const sure = mean(map, pixels);
      const isGround = showsGround(inside, look) && sure < (torn ? SURE : SURE_OF_WHOLE);
      if (isGround) for (const i of inside) out.data[i] = 0;
      else if (torn && !touchesEdge && sure > 0.5) for (const i of pixels) out.data[i] = 1;
    }
  }
  for (const { pixels } of componentsOf(scraps)) {
    const sure = mean(map, pixels);
    if (showsGround(pixels, look) ? sure < SURE : sure < SURE_OF_SHADED && isShaded(pixels, look))
      for (const i of pixels) out.data[i] = 0;
  }
  const open = openHoles(withoutCastShadow(out, { ...look, strength }), lab, map);
  return fillPrints(open, lab, ground.l, known);
}

interface Look {
  readonly lab: OklabPlanes;
  readonly map: Plane;
  readonly ground: OklabPlanes;
  readonly shading: Shading;
}

/** 1 where surely ground is. */
function knownGround(mask: Mask, map: Plane): Plane {
  const near = dilated(mask, AWAY);
  const known = createPlane(mask.width, mask.height);
  for (let i = 0; i < known.data.length; i++) {
    known.data[i] = near.data[i] === 0 && map.data[i]! < GROUND ? 1 : 0;
  }
  return known;
}

/** The ground's colours round about the product, spread over it. */
function groundAround({ l, a, b }: OklabPlanes, known: Plane): OklabPlanes {
  const spread = fillPlanes([l, a, b], known);
  return { l: spread[0]!, a: spread[1]!, b: spread[2]! };
}

function showsGround(pixels: Int32Array, { lab, ground }: Look): boolean {
  const off = middle(pixels, (i) =>
    Math.hypot(
      lab.l.data[i]! - ground.l.data[i]!,
      lab.a.data[i]! - ground.a.data[i]!,
      lab.b.data[i]! - ground.b.data[i]!,
    ),
  );
  const dark = middle(pixels, (i) => ground.l.data[i]!) < DARK;
  return off < (dark ? SAME_IN_THE_DARK : SAME);
}

function isShaded(pixels: Int32Array, { shading }: Look): boolean {
  const light = middle(pixels, (i) => shading.light.data[i]!);
  return (
    light > LIGHT[0] && light < LIGHT[1] && middle(pixels, (i) => shading.colourDistance.data[i]!) < DYED
  );
}

function mean({ data }: Plane, pixels: Int32Array): number {
  let sum = 0;
  for (const i of pixels) sum += data[i]!;
  return sum / pixels.length;
}

function middle(pixels: Int32Array, valueAt: (i: number) => number): number {
  return Float32Array.from(pixels, valueAt).sort()[pixels.length >> 1] ?? 0;
}
