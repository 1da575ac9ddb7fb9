import type { Box } from '../../ad/geometry.ts';
import { shortSide } from '../../ad/geometry.ts';
import type { Floor, HexColour, Light, Stage } from '../../ad/scene.ts';
import { defined } from '../../collections/defined.ts';
import { toHex } from '../../imaging/colour.ts';
import { gaussianBlur } from '../../imaging/filter.ts';
import { createPlane, type Plane, type Raster } from '../../imaging/raster.ts';
import { type Finish, finish } from '../renderer/finish.ts';
import type { LinearPicture } from '../renderer/linear-picture.ts';
import { type Backdrop, type BackdropRequest, showsSomething } from '../scene.ts';
import { applyStyle } from '../styles/apply-style.ts';
import { exposureFor } from './exposure.ts';
import { findFreeSpace } from './free-space.ts';

/** What a recipe hands over when its light is done. */
export interface UnfinishedBackdrop {
  readonly picture: LinearPicture;
  readonly light: Light;
  /** Row of the line between wall and floor. */
  readonly horizon: number;
  /** Rows where feet may stand, and how glossy it is there; absent = nothing can stand. */
  readonly floor?: {
    readonly top: number;
    readonly bottom: number;
    readonly ground: number;
    readonly gloss: number;
    /** Columns between which feet may stand; absent = the whole width. */
    readonly across?: readonly [left: number, right: number];
  };
  /** The subject that stands in the picture already; words keep off it. */
  readonly subject?: Box;
  /** Share of the light above white that glows over its surroundings; 0.06 unless said otherwise. */
  readonly glow?: number;
  readonly vignette?: number;
  readonly grain?: number;
}

/** Makes the picture of the light, and measures on it what the layout is told. */
export function finishBackdrop(request: BackdropRequest, exposed: UnfinishedBackdrop): Backdrop {
  const { picture, floor } = exposed;
  glow(picture, exposed.glow ?? 0.06);
  const placement = floor === undefined ? undefined : productBox(request, floor.ground);
  const { productColour } = request;
  const settings: Finish = {
    seed: request.seed,
    // A subject is lit and seen with its set: there is nothing to part it from.
    ...(productColour === undefined || placement === undefined || showsSomething(request)
      ? {}
      : exposureFor(productColour, picture, placement, request.darkness)),
    ...defined({ vignette: exposed.vignette, grain: exposed.grain }),
  };
  const image = applyStyle(finish(picture, settings), request.style, request.seed);
  const freeSpace = findFreeSpace(image, exposed.subject ?? (request.room.product ? placement : undefined));
  const { light, horizon, subject } = exposed;
  const alone = !request.room.product && !showsSomething(request);
  const base: Stage = {
    light,
    horizon,
    freeSpace,
    ...defined({ subject, lettersAlone: alone ? (true as const) : undefined }),
  };
  return {
    image,
    stage: floor === undefined ? base : { ...base, floor: floorOf(image, floor, subject) },
  };
}

/** Where a product of usual size will stand, foot on `ground`. */
export function productBox({ size }: Pick<BackdropRequest, 'size'>, ground: number): Box {
  const side = shortSide(size);
  const width = Math.round(0.4 * side);
  const height = Math.round(Math.min(0.5 * side, ground * 0.8));
  return { x: Math.round((size.width - width) / 2), y: Math.round(ground - height), width, height };
}

function floorOf(
  image: Raster,
  floor: NonNullable<UnfinishedBackdrop['floor']>,
  subject: Box | undefined,
): Floor {
  const top = Math.max(0, Math.round(floor.top));
  const bottom = Math.min(image.height, Math.round(floor.bottom));
  const from = Math.max(top, Math.round(floor.ground - 0.03 * image.height));
  const to = Math.min(bottom, Math.round(floor.ground + 0.05 * image.height));
  const { gloss, ground, across } = floor;
  const known = {
    top,
    bottom,
    gloss,
    ground,
    colour: meanColour(image, from, Math.max(from + 1, to), subject),
  };
  return across === undefined ? known : { ...known, across };
}

/** Mean between two rows in the middle half, or beside the subject that stands there. */
function meanColour(image: Raster, from: number, to: number, subject: Box | undefined): HexColour {
  const left = subject === undefined ? Math.round(image.width * 0.25) : 0;
  const right = subject === undefined ? Math.round(image.width * 0.75) : image.width;
  let [r, g, b, n] = [0, 0, 0, 0];
  for (let y = from; y < Math.min(image.height, to); y++) {
    for (let x = left; x < right; x++) {
      if (subject !== undefined && x >= subject.x && x < subject.x + subject.width) continue;
      const i = (y * image.width + x) * 4;
      r += image.data[i]!;
      g += image.data[i + 1]!;
      b += image.data[i + 2]!;
      n++;
    }
  }
  return toHex([r / Math.max(1, n), g / Math.max(1, n), b / Math.max(1, n)]);
}

const GLOW_SCALE = 8;

/** Light above white spreads, as in a lens: soft windows and lamps. In place. */
function glow(picture: LinearPicture, share: number): void {
  if (share <= 0) return;
  const { width, height } = picture;
  const sigma = Math.min(width, height) / GLOW_SCALE / 22;
  for (const plane of [picture.r, picture.g, picture.b]) {
    const wide = gaussianBlur(excess(plane), sigma);
    const columns = new Float32Array(wide.width);
    for (let y = 0; y < height; y++) {
      const at = Math.max(0, Math.min(wide.height - 1.001, (y + 0.5) / GLOW_SCALE - 0.5));
      const top = Math.floor(at);
      const fy = at - top;
      for (let x = 0; x < wide.width; x++) {
        const i = top * wide.width + x;
        columns[x] = share * (wide.data[i]! + (wide.data[i + wide.width]! - wide.data[i]!) * fy);
      }
      for (let x = 0; x < width; x++) {
        const across = Math.max(0, Math.min(wide.width - 1.001, (x + 0.5) / GLOW_SCALE - 0.5));
        const left = across | 0;
        plane.data[y * width + x]! +=
          columns[left]! + (columns[left + 1]! - columns[left]!) * (across - left);
      }
    }
  }
}

/** Light above 0.8, at an eighth of the size, from every other row and column. */
function excess({ data, width, height }: Plane): Plane {
  const small = createPlane(
    Math.max(2, Math.ceil(width / GLOW_SCALE)),
    Math.max(2, Math.ceil(height / GLOW_SCALE)),
  );
  for (let y = 0; y < small.height; y++) {
    for (let x = 0; x < small.width; x++) {
      let sum = 0;
      let count = 0;
      for (let dy = 1; dy < GLOW_SCALE && y * GLOW_SCALE + dy < height; dy += 2) {
        for (let dx = 1; dx < GLOW_SCALE && x * GLOW_SCALE + dx < width; dx += 2) {
          sum += Math.max(0, data[(y * GLOW_SCALE + dy) * width + x * GLOW_SCALE + dx]! - 0.8);
          count++;
        }
      }
      small.data[y * small.width + x] = sum / Math.max(1, count);
    }
  }
  return small;
}
