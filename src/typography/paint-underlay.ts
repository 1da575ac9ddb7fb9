import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { type Box, expand, intersection } from '../ad/geometry.ts';
import type { ScrimEdge, Underlay } from '../ad/layout.ts';
import type { HexColour } from '../ad/scene.ts';
import { parseHex } from '../imaging/colour.ts';

/** Of the blur under words, as shares of the picture's shorter side. */
const SOFT = 0.012;
const FROST = 0.02;

/** Stops of a scrim's curve; between them it is straight. */
const STOPS = 20;

/** Share of a scrim's length over which it keeps its strength. */
const EVEN = 0.2;

/** Lays an underlay on the picture that is on the canvas. */
export function paintUnderlay(context: SKRSContext2D, underlay: Underlay): void {
  switch (underlay.kind) {
    case 'blur':
      paintBlur(context, underlay);
      break;
    case 'scrim':
      paintScrim(context, underlay.box, underlay.edge, underlay.colour, underlay.opacity);
      break;
    case 'panel':
      paintPanel(context, underlay);
      break;
  }
}

function paintBlur(context: SKRSContext2D, underlay: Extract<Underlay, { kind: 'blur' }>): void {
  const { box, colour, opacity, feather } = underlay;
  const { soft, area } = blurred(context, box, SOFT);
  const on = soft.getContext('2d');
  on.fillStyle = withAlpha(colour, opacity);
  on.fillRect(0, 0, soft.width, soft.height);
  // The rim fades on a curve about its middle, and has gone where the box ends.
  const mask = createCanvas(soft.width, soft.height);
  const shape = mask.getContext('2d');
  shape.filter = `blur(${feather / 5 / COARSE}px)`;
  const inner = expand({ ...box, x: box.x - area.x, y: box.y - area.y }, -feather / 2);
  shape.beginPath();
  shape.roundRect(
    inner.x / COARSE,
    inner.y / COARSE,
    inner.width / COARSE,
    inner.height / COARSE,
    feather / COARSE,
  );
  shape.fill();
  on.globalCompositeOperation = 'destination-in';
  on.drawImage(mask, 0, 0);
  context.drawImage(soft, area.x, area.y, area.width, area.height);
}

function paintScrim(
  context: SKRSContext2D,
  box: Box,
  edge: ScrimEdge,
  colour: HexColour,
  opacity: number,
): void {
  const { x, y, width, height } = box;
  const far = { top: [x, y + height], bottom: [x, y], left: [x + width, y], right: [x, y] } as const;
  const near = { top: [x, y], bottom: [x, y + height], left: [x, y], right: [x + width, y] } as const;
  const gradient = context.createLinearGradient(...near[edge], ...far[edge]);
  for (let stop = 0; stop <= STOPS; stop++) {
    const at = stop / STOPS;
    // Even near the edge, then a smoothstep, which has no corner at either end: nobody sees where the scrim stops.
    const way = Math.max(0, (at - EVEN) / (1 - EVEN));
    const share = 1 - way * way * (3 - 2 * way);
    gradient.addColorStop(at, withAlpha(colour, opacity * share));
  }
  context.fillStyle = gradient;
  context.fillRect(x, y, width, height);
}

function paintPanel(context: SKRSContext2D, panel: Extract<Underlay, { kind: 'panel' }>): void {
  const { box, colour, opacity, radius } = panel;
  const { soft, area } = blurred(context, box, FROST);
  context.save();
  context.beginPath();
  context.roundRect(box.x, box.y, box.width, box.height, radius);
  context.clip();
  context.drawImage(soft, area.x, area.y, area.width, area.height);
  context.fillStyle = withAlpha(colour, opacity);
  context.fillRect(box.x, box.y, box.width, box.height);
  context.restore();
}

/** Blurs are made on copies so many times smaller: there is nothing sharp in them to lose. */
const COARSE = 4;

/** The part of the picture in and around `box`, blurred and COARSE times smaller, and where it belongs. */
function blurred(context: SKRSContext2D, box: Box, share: number): { soft: Canvas; area: Box } {
  const picture = context.canvas;
  const sigma = share * Math.min(picture.width, picture.height);
  const frame = { x: 0, y: 0, width: picture.width, height: picture.height };
  // Only what is in the picture: beyond its edges there is nothing to mix with.
  const wanted = intersection(expand(box, Math.ceil(2.5 * sigma)), frame);
  const small = coarse(context, wanted);
  const { width, height } = small;
  const soft = createCanvas(width, height);
  const on = soft.getContext('2d');
  // The sharp copy lies beneath, or the blur would fade at the edges of the picture.
  on.drawImage(small, 0, 0);
  on.filter = `blur(${sigma / COARSE}px)`;
  on.drawImage(small, 0, 0);
  on.filter = 'none';
  return { soft, area: { x: wanted.x, y: wanted.y, width: width * COARSE, height: height * COARSE } };
}

/**
 * A part of the picture, COARSE times smaller, each pixel the mean of those that it stands for. The pixels are read
 * and not drawn: a canvas that is drawn from is copied whole before it is next drawn on.
 *
 * @param area whole pixels inside the picture
 */
function coarse(context: SKRSContext2D, area: Box): Canvas {
  const width = Math.max(1, Math.ceil(area.width / COARSE));
  const height = Math.max(1, Math.ceil(area.height / COARSE));
  const small = createCanvas(width, height);
  if (area.width < 1 || area.height < 1) return small;
  const into = small.getContext('2d');
  const { data } = context.getImageData(area.x, area.y, area.width, area.height);
  const means = into.createImageData(width, height);
  const sums = new Float64Array(width * 4);
  for (let y = 0; y < height; y++) {
    sums.fill(0);
    const last = Math.min(area.height, (y + 1) * COARSE);
    for (let row = y * COARSE; row < last; row++) {
      for (let x = 0, from = row * area.width * 4; x < area.width; x++, from += 4) {
        const to = ((x / COARSE) | 0) * 4;
        sums[to]! += data[from]!;
        sums[to + 1]! += data[from + 1]!;
        sums[to + 2]! += data[from + 2]!;
        sums[to + 3]! += data[from + 3]!;
      }
    }
    for (let x = 0; x < width; x++) {
      const count = (last - y * COARSE) * (Math.min(area.width, (x + 1) * COARSE) - x * COARSE);
      for (let c = 0; c < 4; c++) means.data[(y * width + x) * 4 + c] = Math.round(sums[x * 4 + c]! / count);
    }
  }
  into.putImageData(means, 0, 0);
  return small;
}

function withAlpha(colour: HexColour, alpha: number): string {
  const [r, g, b] = parseHex(colour);
  return `rgba(${r}, ${g}, ${b}, ${alpha})`;
}
