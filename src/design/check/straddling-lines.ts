import type { Face } from '../../ad/face.ts';
import type { TextBlock } from '../../ad/layout.ts';
import { type Oklab, type Rgb, rgbToOklab } from '../../imaging/colour.ts';
import { componentsOf } from '../../imaging/cutout/mask.ts';
import type { Raster } from '../../imaging/raster.ts';
import { type LineBox, lineBoxes } from './line-boxes.ts';

/** Cells that a line is high (or a column wide) when the ground under it is looked at. */
const CELLS = 24;

/**
 * Distance in OKLab, times 100, over two cells from which on the eye sees an edge under letters and not a texture: a
 * shade of one surface is 3–5, the next colour of a design 10 and more.
 */
const EDGE = 8;

/** An edge so long, against the line's height, parts the words' ground in two. */
const LONG = 0.6;

/** A line of words that has no one ground. */
export interface Straddling {
  readonly text: string;
  readonly block: TextBlock;
  /** Longest edge under it, in heights of the line. */
  readonly edge: number;
}

/** Lines whose words lie across an edge of what is behind them. @param under the ad without its words */
export function straddlingLines(
  under: Raster,
  blocks: readonly TextBlock[],
  faces: readonly Face[],
): readonly Straddling[] {
  return blocks.flatMap((block) =>
    lineBoxes(block, faces).flatMap((line) => {
      const edge = longestEdge(under, line);
      return edge >= LONG ? [{ text: line.text, block, edge }] : [];
    }),
  );
}

function longestEdge(under: Raster, { box, toAd }: LineBox): number {
  const cell = Math.max(1, Math.min(box.width, box.height) / CELLS);
  const columns = Math.max(3, Math.floor(box.width / cell));
  const rows = Math.max(3, Math.floor(box.height / cell));
  const colours = Array.from({ length: columns * rows }, (_, i) => {
    const x = box.x + ((i % columns) + 0.5) * (box.width / columns);
    const y = box.y + (Math.floor(i / columns) + 0.5) * (box.height / rows);
    return meanAround(under, toAd, x, y, cell);
  });
  if (isEven(colours)) return 0;
  const ground = colours.map(rgbToOklab);
  const isEdge = new Uint8Array(columns * rows);
  const apart = (a: Oklab | undefined, b: Oklab | undefined): number =>
    a && b ? 100 * Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) : 0;
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const i = y * columns + x;
      const across = x > 0 && x < columns - 1 ? apart(ground[i - 1], ground[i + 1]) : 0;
      const down = y > 0 && y < rows - 1 ? apart(ground[i - columns], ground[i + columns]) : 0;
      if (Math.max(across, down) >= EDGE) isEdge[i] = 1;
    }
  }
  return longestRun(isEdge, columns, rows) / Math.min(columns, rows);
}

/** Mean colour of a cell, of three by three places in it. */
function meanAround(under: Raster, toAd: LineBox['toAd'], x: number, y: number, cell: number): Rgb {
  const sum = [0, 0, 0];
  let count = 0;
  for (const dy of [-1, 0, 1]) {
    for (const dx of [-1, 0, 1]) {
      const at = toAd({ x: x + (dx * cell) / 3, y: y + (dy * cell) / 3 });
      const column = Math.max(0, Math.min(under.width - 1, Math.floor(at.x)));
      const row = Math.max(0, Math.min(under.height - 1, Math.floor(at.y)));
      const i = (row * under.width + column) * 4;
      for (const channel of [0, 1, 2]) sum[channel] = (sum[channel] ?? 0) + (under.data[i + channel] ?? 0);
      count++;
    }
  }
  return [(sum[0] ?? 0) / count, (sum[1] ?? 0) / count, (sum[2] ?? 0) / count];
}

/** Range of a channel, 0–255, within which no two colours are an edge apart. */
const EVEN = 4;

function isEven(colours: readonly Rgb[]): boolean {
  return ([0, 1, 2] as const).every((channel) => {
    let [least, most] = [255, 0];
    for (const colour of colours) {
      least = Math.min(least, colour[channel]);
      most = Math.max(most, colour[channel]);
    }
    return most - least <= EVEN;
  });
}

/** Longer side of the largest connected edge, in cells. An edge is two cells thick, so that a slanting one hangs together too. */
const longestRun = (isEdge: Uint8Array, width: number, height: number): number =>
  componentsOf({ width, height, data: isEdge }).reduce(
    (longest, { left, right, top, bottom }) => Math.max(longest, right - left + 1, bottom - top + 1),
    0,
  );
