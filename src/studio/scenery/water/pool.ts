import type { Random } from '../../../imaging/random.ts';
import { type Camera, PRODUCT_DEPTH } from '../../renderer/camera.ts';
import type { Lamp, Vector } from '../../renderer/light.ts';
import type { LinearRgb } from '../../renderer/linear-colour.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';
import { noiseTile } from '../../renderer/noise-tile.ts';
import { levelFor, sampleLevel } from '../../renderer/tile.ts';
import { causticTile } from './caustics.ts';

export interface PoolOptions {
  readonly camera: Camera;
  /** Row where the water meets the wall, and the wall's depth, decimetres. */
  readonly edge: number;
  readonly wall: number;
  /** Albedo of the bottom, and what is left of light after a hand's breadth of water. */
  readonly bottom: LinearRgb;
  readonly tint: LinearRgb;
  readonly key: Lamp;
  readonly towards: Vector;
  readonly fill: LinearRgb;
}

/** A ring that runs outwards from where something touched the water. */
interface Ring {
  readonly x: number;
  readonly z: number;
  /** Distance that its wave has run, decimetres, and its height as a slope. */
  readonly run: number;
  readonly slope: number;
}

/** Shallow clear water below the wall that is painted in the picture already: it mirrors it, and shows its bottom. */
export function drawPool(picture: LinearPicture, place: PoolOptions, random: Random): void {
  const { camera, edge, wall } = place;
  const { width, height } = camera;
  const rings = droppedRings(random);
  const noise = noiseTile();
  const net = causticTile();
  const offset = random() * 40;
  const [lx, ly, lz] = place.towards;
  const slope: [number, number] = [0, 0];
  const top = Math.max(0, Math.ceil(edge));
  const last = top - 1;
  for (let y = top; y < height; y++) {
    const z = (camera.focal * camera.eyeHeight) / (y + 0.5 - camera.eyeRow);
    const across = z / camera.focal;
    const deep = (z * z) / (camera.focal * camera.eyeHeight);
    const foot = Math.max(across, 0.5 * deep);
    const broad = levelFor(noise, foot * 0.8);
    const fine = levelFor(noise, foot * 2.3);
    const threads = levelFor(net, foot * 1.1);
    const wide = levelFor(net, foot * 0.65);
    // The nearer, the steeper the look into the water, and the more of its colour is seen.
    const look = Math.min(1, 0.25 + (1.1 * (y - top)) / Math.max(1, height - top));
    const tint = place.tint.map((share) => 1 + (share - 1) * look) as [number, number, number];
    // Ripples finer than a pixel are not seen as ripples.
    const calm = Math.min(1, 0.05 / Math.max(0.05, deep));
    for (let x = 0; x < width; x++) {
      const px = (x + 0.5 - camera.centre) * across;
      rippleAt(rings, px, z, slope);
      // The second reading of a noise, a step aside, gives its slope.
      const b = sampleLevel(broad, offset + px * 0.8, z * 0.5);
      const bx = sampleLevel(broad, offset + px * 0.8 + 0.1, z * 0.5) - b;
      const bz = sampleLevel(broad, offset + px * 0.8, z * 0.5 + 0.1) - b;
      const f = sampleLevel(fine, offset * 2 + px * 2.3, z * 1.5);
      const fx = sampleLevel(fine, offset * 2 + px * 2.3 + 0.1, z * 1.5) - f;
      const sx = slope[0] + calm * (0.16 * bx + 0.1 * fx);
      const sz = slope[1] + calm * 0.16 * bz;
      const size = 1 / Math.sqrt(1 + sx * sx + sz * sz);
      const nx = -sx * size;
      const ny = size;
      const nz = -sz * size;
      const far = Math.sqrt(px * px + camera.eyeHeight * camera.eyeHeight + z * z);
      const dx = px / far;
      const dy = -camera.eyeHeight / far;
      const dz = z / far;
      const facing = -(dx * nx + dy * ny + dz * nz);
      // Mirrored ray, to the wall.
      const rx = dx + 2 * facing * nx;
      const ry = Math.max(0.01, dy + 2 * facing * ny);
      const rz = Math.max(0.05, dz + 2 * facing * nz);
      const way = (wall - z) / rz;
      const hitX = px + rx * way;
      const hitY = ry * way;
      const seenX = camera.centre + (camera.focal * hitX) / wall;
      const seenY = camera.eyeRow + (camera.focal * (camera.eyeHeight - hitY)) / wall;
      const column = Math.max(0, Math.min(width - 1, seenX | 0));
      const row = Math.max(0, Math.min(last, seenY | 0));
      const from = row * width + column;
      const m = 1 - facing;
      const mirror = Math.min(0.92, 0.1 + 0.9 * m * m * m);
      // Bottom: seen through the tilted surface, under the net of light.
      const bottomX = px + sx * 0.6;
      const bottomZ = z + sz * 0.6;
      const caustic =
        sampleLevel(threads, offset + bottomX * 1.1, bottomZ * 0.8) *
        (0.45 + 1.1 * sampleLevel(wide, offset * 3 + bottomX * 0.65, bottomZ * 0.5));
      const lamp = 0.7 + 1.15 * caustic;
      // The lamp's own image in the ripples.
      const hx = lx - dx;
      const hy = ly - dy;
      const hz = lz - dz;
      const half = (nx * hx + ny * hy + nz * hz) / Math.sqrt(hx * hx + hy * hy + hz * hz);
      const glint = half > 0.9 ? 1.1 * half ** 420 + 0.12 * half ** 60 : 0;
      const i = y * width + x;
      for (let c = 0; c < 3; c++) {
        const plane = c === 0 ? picture.r : c === 1 ? picture.g : picture.b;
        const below =
          place.bottom[c]! * tint[c]! * (0.6 * place.key.colour[c]! * lamp + 0.9 * place.fill[c]!);
        plane.data[i] = below * (1 - mirror) + plane.data[from]! * mirror + place.key.colour[c]! * glint;
      }
    }
  }
}

/** Rings round the product's foot, and a few from drops aside. */
function droppedRings(random: Random): Ring[] {
  const rings: Ring[] = [{ x: 0, z: PRODUCT_DEPTH, run: 1.6 + 0.5 * random(), slope: 0.17 }];
  for (let k = 0; k < 3; k++) {
    const side = k === 0 ? -1 : 1;
    rings.push({
      x: side * (1.6 + 1.3 * random()),
      z: PRODUCT_DEPTH - 1 + 2.4 * random(),
      run: 0.35 + 0.5 * random(),
      slope: 0.13 + 0.07 * random(),
    });
  }
  return rings;
}

function rippleAt(rings: readonly Ring[], x: number, z: number, slope: [number, number]): void {
  slope[0] = 0;
  slope[1] = 0;
  for (let k = 0; k < rings.length; k++) {
    const ring = rings[k]!;
    const dx = x - ring.x;
    const dz = z - ring.z;
    const square = dx * dx + dz * dz;
    const reach = ring.run * 1.5;
    if (square > reach * reach || square < 1e-4) continue;
    const away = Math.sqrt(square);
    const spread = (away - ring.run * 0.7) / (ring.run * 0.38);
    const wave = Math.cos((away * 2 * Math.PI) / 0.34) * Math.exp(-spread * spread) * ring.slope;
    slope[0] += (wave * dx) / away;
    slope[1] += (wave * dz) / away;
  }
}
