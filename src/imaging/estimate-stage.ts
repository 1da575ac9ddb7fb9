import type { Box } from '../ad/geometry.ts';
import type { Floor, Light, Stage } from '../ad/scene.ts';
import { oklabToRgb, rgbToOklab, toHex } from './colour.ts';
import { resizeRaster } from './filter.ts';
import { toOklabPlanes } from './oklab-planes.ts';
import type { Plane, Raster } from './raster.ts';

/** Longer side of the copy that is looked at, in pixels. */
const SIDE = 96;

/** The line between wall and floor is looked for between these shares of the height. */
const HORIZON = [0.4, 0.85] as const;

/** Mean lightness step across a line (L, 0–100) below which there is no line, and the ground is a smooth sweep. */
const FAINT_LINE = 2;

/** Mean lightness step between neighbours above which an area is too busy for words. */
const CALM = 2;

/**
 * What can be told of a picture that nobody described: where its light comes from (a plane through the lightness),
 * where its floor begins (the strongest level line in the lower half), and where it is calm.
 */
export function estimateStage(image: Raster): Stage {
  const ratio = SIDE / Math.max(image.width, image.height);
  const small = resizeRaster(
    image,
    Math.max(8, Math.round(image.width * ratio)),
    Math.max(8, Math.round(image.height * ratio)),
  );
  const { l } = toOklabPlanes(small);
  const unit = image.height / small.height;
  const horizon = findHorizon(l);
  return {
    light: findLight(l, horizon),
    horizon: Math.round(horizon * unit),
    floor: findFloor(small, horizon, unit),
    freeSpace: findCalm(l).map((box) => ({
      x: Math.round(box.x * unit),
      y: Math.round(box.y * unit),
      width: Math.min(image.width, Math.round(box.width * unit)),
      height: Math.min(image.height, Math.round(box.height * unit)),
    })),
  };
}

/** The row, in pixels of the plane, across which lightness changes most along the whole width. */
function findHorizon(l: Plane): number {
  let [best, step] = [Math.round(0.62 * l.height), FAINT_LINE];
  for (let y = Math.round(HORIZON[0] * l.height); y < HORIZON[1] * l.height; y++) {
    let change = 0;
    for (let x = 0; x < l.width; x++) {
      change += l.data[(y + 1) * l.width + x]! - l.data[(y - 1) * l.width + x]!;
    }
    // Signed, so that a busy object does not count: its edges go both ways.
    const mean = Math.abs(change) / l.width;
    if (mean > step) [best, step] = [y, mean];
  }
  return best;
}

/** Least-squares plane through the lightness above the horizon: light comes from where it rises. */
function findLight(l: Plane, horizon: number): Light {
  let [xs, ys, xx, yy, n, mean] = [0, 0, 0, 0, 0, 0];
  for (let y = 0; y < horizon; y++) {
    for (let x = 0; x < l.width; x++) {
      const value = l.data[y * l.width + x]!;
      const [across, up] = [x / l.width - 0.5, 0.5 - y / horizon];
      xs += value * across;
      ys += value * up;
      xx += across * across;
      yy += up * up;
      mean += value;
      n++;
    }
  }
  const [across, up] = [xs / xx, ys / yy];
  const strength = Math.hypot(across, up) / Math.max(5, mean / n);
  // Nearly always the light of a picture comes from above; the estimate only leans it to a side.
  return {
    azimuth: Math.atan2(Math.max(0.35 * Math.abs(across) + 2, up), across),
    elevation: 0.9,
    softness: Math.max(0.35, 0.8 - strength),
    tint: '#ffffff',
  };
}

function findFloor(small: Raster, horizon: number, unit: number): Floor {
  let [l, a, b, n] = [0, 0, 0, 0];
  for (let y = Math.round((horizon + small.height) / 2); y < small.height; y++) {
    for (let x = Math.round(small.width * 0.25); x < small.width * 0.75; x++) {
      const i = (y * small.width + x) * 4;
      const lab = rgbToOklab([small.data[i]!, small.data[i + 1]!, small.data[i + 2]!]);
      l += lab[0];
      a += lab[1];
      b += lab[2];
      n++;
    }
  }
  const depth = small.height - horizon;
  return {
    top: Math.round((horizon + 0.25 * depth) * unit),
    bottom: Math.round((horizon + 0.9 * depth) * unit),
    colour: toHex(oklabToRgb([l / n, a / n, b / n])),
    gloss: 0,
  };
}

/** Calm bands and halves, calmest first. */
function findCalm({ width, height, data }: Plane): Box[] {
  const half = Math.floor(width / 2);
  const third = Math.floor(height / 3);
  const candidates: Box[] = [
    { x: 0, y: 0, width, height: third },
    { x: 0, y: height - third, width, height: third },
    { x: 0, y: 0, width: half, height },
    { x: half, y: 0, width: half, height },
    { x: 0, y: 0, width: half, height: third },
    { x: half, y: 0, width: half, height: third },
  ];
  const busyness = (box: Box): number => {
    let sum = 0;
    for (let y = box.y + 1; y < box.y + box.height; y++) {
      for (let x = box.x + 1; x < box.x + box.width; x++) {
        const i = y * width + x;
        sum += Math.abs(data[i]! - data[i - 1]!) + Math.abs(data[i]! - data[i - width]!);
      }
    }
    return sum / (2 * box.width * box.height);
  };
  return candidates
    .map((box) => ({ box, busy: busyness(box) }))
    .filter(({ busy }) => busy < CALM)
    .sort((a, b) => a.busy - b.busy)
    .map(({ box }) => box);
}
