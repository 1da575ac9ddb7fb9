import type { Oklch } from '../../../imaging/colour.ts';
import { gaussianBlur } from '../../../imaging/filter.ts';
import { type Random, seedFor } from '../../../imaging/random.ts';
import { createPlane, type Plane } from '../../../imaging/raster.ts';
import type { LightPlan } from '../../lighting/plan-lights.ts';
import { paintCoat } from '../../materials/paint.ts';
import { PRODUCT_DEPTH } from '../../renderer/camera.ts';
import { lampAt } from '../../renderer/light.ts';
import { blend, lumaOf, oklchToLinear, scaled } from '../../renderer/linear-colour.ts';
import { createLinearPicture, type LinearPicture } from '../../renderer/linear-picture.ts';
import { type RowHit, viewRows } from '../../renderer/profile.ts';
import type { BackdropRequest } from '../../scene.ts';
import { contrastingLightness, deepened } from '../../staging/contrasting-lightness.ts';
import type { View } from '../../staging/framing.ts';
import { groundLightness } from '../../staging/surfaces.ts';
import { createDrape, type Weave } from './drape.ts';

/** How a cloth falls and shines. */
export interface Cloth extends Weave {
  /** Strength of the broad sheen and of the tight highlight. */
  readonly sheen: number;
  readonly gleam: number;
  /** Light that goes through and round a fold, 0–1. */
  readonly wrap: number;
}

/**
 * Cloth that hangs from the wall and runs out under the product in wide folds.
 *
 * @param wall depth of the wall, decimetres
 */
export function renderCloth(
  request: BackdropRequest,
  view: View,
  wall: number,
  plan: LightPlan,
  cloth: Cloth,
  random: Random,
): LinearPicture {
  const { camera } = view;
  const { width, height } = camera;
  const radius = 2.2;
  const material = paintCoat([0, 0, 0]);
  const rows = viewRows(camera, [
    { kind: 'level', y: 0, near: 0, far: wall - radius, material },
    { kind: 'cove', y: 0, z: wall, radius, material },
    { kind: 'upright', z: wall, bottom: radius, top: 1e3, material },
  ]).map((row) => row.first);
  const along = rows.map((hit) => alongOf(hit, wall, radius));
  const drape = createDrape(
    cloth,
    { productDepth: PRODUCT_DEPTH, edge: wall - radius },
    seedFor(request.seed, 'drape'),
    random,
  );
  const relief = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    const across = rows[y]!.z / camera.focal;
    for (let x = 0; x < width; x++) {
      relief.data[y * width + x] = drape((x + 0.5 - camera.centre) * across, along[y]!);
    }
  }
  const hollow = hollowsOf(relief, rows, camera.focal);
  const tone = toneOf(request);
  const albedo = oklchToLinear(tone);
  const shine = blend(albedo, [1, 1, 1], 0.35);
  // In a valley light has been thrown from fold to fold, and has more of the cloth's colour.
  const deep = scaled(albedo, 1 / Math.max(0.05, lumaOf(albedo)));
  const picture = createLinearPicture(view.camera);
  const { key, second, fill, fillFrom, fillSides } = plan.lights;
  const [lx, ly, lz] = plan.direction;
  for (let y = 0; y < height; y++) {
    const hit = rows[y]!;
    const across = hit.z / camera.focal;
    const up = Math.max(0, y - 1);
    const down = Math.min(height - 1, y + 1);
    const stretch = along[up]! - along[down]!;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const left = Math.max(0, x - 1);
      const right = Math.min(width - 1, x + 1);
      const hu =
        (relief.data[y * width + right]! - relief.data[y * width + left]!) / ((right - left) * across);
      const hv = (relief.data[up * width + x]! - relief.data[down * width + x]!) / Math.max(1e-6, stretch);
      // Across, along the board, and off it.
      let nx = -hu;
      let ny = hit.ny + hv * hit.nz;
      let nz = hit.nz - hv * hit.ny;
      const size = Math.sqrt(nx * nx + ny * ny + nz * nz);
      nx /= size;
      ny /= size;
      nz /= size;
      const px = (x + 0.5 - camera.centre) * across;
      const far = Math.sqrt(px * px + (camera.eyeHeight - hit.y) ** 2 + hit.z * hit.z);
      const ex = -px / far;
      const ey = (camera.eyeHeight - hit.y) / far;
      const ez = -hit.z / far;
      const open = hollow.data[i]!;
      const facing = nx * lx + ny * ly + nz * lz;
      // What reaches the board, turned to the fold's own normal with some light round the edge of it.
      const reached = lampAt(key, px, hit.y, hit.z, lx, ly, lz, hit.blur);
      const direct = reached * Math.max(0, (facing + cloth.wrap) / (1 + cloth.wrap)) * (0.35 + 0.65 * open);
      const around =
        (1 -
          fillSides +
          2 * fillSides * (0.5 + 0.5 * (nx * fillFrom[0] + ny * fillFrom[1] + nz * fillFrom[2]))) *
        open *
        open;
      const hx = lx + ex;
      const hy = ly + ey;
      const hz = lz + ez;
      const half = (nx * hx + ny * hy + nz * hz) / Math.sqrt(hx * hx + hy * hy + hz * hz);
      const toward = Math.max(0, nx * ex + ny * ey + nz * ez);
      const square = half > 0 ? half * half : 0;
      const tight = 0.6 * square ** 12 + 0.55 * square ** 44;
      const broad = square * square * square;
      const rim = (1 - toward) ** 3;
      const sheen = cloth.sheen * (broad * 0.8 + rim * 0.5) * reached * open;
      const gleam = cloth.gleam * tight * reached * open;
      const other = second === undefined ? 0 : lampAt(second, px, hit.y, hit.z, nx, ny, nz, hit.blur) * open;
      const thrown = Math.max(0, 1 - open);
      for (let c = 0; c < 3; c++) {
        const plane = c === 0 ? picture.r : c === 1 ? picture.g : picture.b;
        plane.data[i] =
          albedo[c]! *
            (key.colour[c]! * direct +
              fill[c]! * around * (1 + thrown * (deep[c]! - 1)) +
              (second === undefined ? 0 : second.colour[c]! * other)) +
          key.colour[c]! * (shine[c]! * sheen + (0.5 * shine[c]! + 0.5) * gleam) +
          fill[c]! * shine[c]! * cloth.sheen * 0.3 * rim * open;
      }
    }
  }
  return picture;
}

/** Length along the board from the camera's foot. */
function alongOf(hit: RowHit, wall: number, radius: number): number {
  if (hit.strip.kind !== 'upright') return hit.along;
  return wall - radius + (radius * Math.PI) / 2 + (hit.y - radius);
}

/** How open each place is to the light, 0–1: folds shade the valleys between them. */
function hollowsOf(relief: Plane, rows: readonly RowHit[], focal: number): Plane {
  const { width, height } = relief;
  const pixel = (10 / focal) * 1;
  const near = gaussianBlur(relief, 0.16 / pixel);
  const wide = gaussianBlur(relief, 0.55 / pixel);
  const open = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    const grow = Math.min(1.3, 12 / rows[y]!.z);
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const below = (near.data[i]! - relief.data[i]!) * 1.6 + (wide.data[i]! - relief.data[i]!) * 2;
      open.data[i] = Math.max(0.3, Math.min(1.12, 1 - grow * below * 1.1));
    }
  }
  return open;
}

function toneOf(request: BackdropRequest): Oklch {
  // A white cloth is a light grey with white on its ridges.
  const own = Math.min(groundLightness(request), 0.86);
  const [l, c, h] = deepened(request.palette.background, contrastingLightness(own, request));
  return [l, Math.max(0.014, c * 1.25), h];
}
