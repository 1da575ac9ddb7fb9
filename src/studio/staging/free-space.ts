import { area, type Box, intersection, type Size } from '../../ad/geometry.ts';
import type { Raster } from '../../imaging/raster.ts';

/**
 * Mean change of lightness between neighbouring pixels of a quarter-size copy, in 255ths, up to which an area
 * counts as calm: slow light and soft shadows pass, lines and grain do not.
 */
const CALM = 2.2;

const SCALE = 4;
/** At most so many areas are named. */
const MAX_BOXES = 4;

/**
 * Areas of a picture that words may take, best first: large, calm, and clear of where the product will stand.
 * There is always one, the calmest, even in a busy picture.
 *
 * @param avoid where no words shall go
 */
export function findFreeSpace(image: Raster, avoid?: Box): Box[] {
  const busy = busyness(image);
  const all = places(image);
  const clear = all.filter((box) => avoid === undefined || area(intersection(box, avoid)) < 0.02 * area(box));
  // A subject that fills the picture leaves nothing clear: then what is covered least.
  const left = clear.length > 0 || avoid === undefined ? clear : minCovered(all, avoid);
  const candidates = left.map((box) => ({ box, busy: busy(box) }));
  const calm = candidates
    .filter((candidate) => candidate.busy <= CALM)
    .sort((a, b) => worth(b.box, b.busy, image) - worth(a.box, a.busy, image));
  const chosen: Box[] = [];
  for (const { box } of calm) {
    if (chosen.length === MAX_BOXES) break;
    // One that lies nearly within another adds nothing.
    if (chosen.every((other) => area(intersection(box, other)) < 0.6 * Math.min(area(box), area(other)))) {
      chosen.push(box);
    }
  }
  if (chosen.length > 0) return chosen;
  const calmest = candidates.toSorted((a, b) => a.busy - b.busy)[0];
  return calmest === undefined ? [] : [calmest.box];
}

function minCovered(boxes: readonly Box[], avoid: Box): Box[] {
  const covered = (box: Box): number => area(intersection(box, avoid)) / area(box);
  const min = Math.min(...boxes.map(covered));
  return boxes.filter((box) => covered(box) <= min + 0.02);
}

/** Larger is better, and so is the upper part, where the eye begins. */
function worth(box: Box, busy: number, size: Size): number {
  const middle = (box.y + box.height / 2) / size.height;
  return Math.sqrt(area(box) / area(size)) * (1.15 - 0.3 * middle) * (1 - (0.25 * busy) / CALM);
}

/** Boxes on a grid of twelfths with margins of 5 % of the shorter side. */
function places({ width, height }: Size): Box[] {
  const margin = Math.round(0.05 * Math.min(width, height));
  const innerWidth = width - 2 * margin;
  const innerHeight = height - 2 * margin;
  const boxes: Box[] = [];
  for (const [columns, rows] of SHAPES) {
    for (let left = 0; left + columns <= 12; left++) {
      for (let top = 0; top + rows <= 12; top++) {
        boxes.push({
          x: margin + Math.round((innerWidth * left) / 12),
          y: margin + Math.round((innerHeight * top) / 12),
          width: Math.floor((innerWidth * columns) / 12),
          height: Math.floor((innerHeight * rows) / 12),
        });
      }
    }
  }
  return boxes;
}

/** Columns and rows of twelve that groups of words take. */
const SHAPES: readonly (readonly [number, number])[] = [
  [12, 5],
  [12, 4],
  [12, 3],
  [12, 2],
  [8, 4],
  [8, 3],
  [6, 6],
  [6, 5],
  [6, 4],
  [6, 3],
  [5, 8],
  [4, 10],
  [4, 6],
  [3, 9],
];

/** Mean gradient of lightness in a box, by an integral image over a quarter-size copy. */
function busyness(image: Raster): (box: Box) => number {
  const width = Math.max(2, Math.floor(image.width / SCALE));
  const height = Math.max(2, Math.floor(image.height / SCALE));
  const grey = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let dy = 0; dy < SCALE; dy++) {
        let i = ((y * SCALE + dy) * image.width + x * SCALE) * 4;
        for (let dx = 0; dx < SCALE; dx++, i += 4) {
          sum += 0.299 * image.data[i]! + 0.587 * image.data[i + 1]! + 0.114 * image.data[i + 2]!;
        }
      }
      grey[y * width + x] = sum / (SCALE * SCALE);
    }
  }
  const total = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const right = x + 1 < width ? grey[i + 1]! - grey[i]! : 0;
      const down = y + 1 < height ? grey[i + width]! - grey[i]! : 0;
      row += Math.sqrt(right * right + down * down);
      total[(y + 1) * (width + 1) + x + 1] = total[y * (width + 1) + x + 1]! + row;
    }
  }
  return (box) => {
    const x0 = Math.floor(box.x / SCALE);
    const y0 = Math.floor(box.y / SCALE);
    const x1 = Math.min(width, Math.max(x0 + 1, Math.floor((box.x + box.width) / SCALE)));
    const y1 = Math.min(height, Math.max(y0 + 1, Math.floor((box.y + box.height) / SCALE)));
    const w = width + 1;
    const sum = total[y1 * w + x1]! - total[y0 * w + x1]! - total[y1 * w + x0]! + total[y0 * w + x0]!;
    return sum / ((x1 - x0) * (y1 - y0));
  };
}
