import { Path2D, PathOp, type SKRSContext2D } from '@napi-rs/canvas';
import type { FillLayer, FrameLayer, TicketLayer } from '../../ad/design.ts';
import { type Box, centre, shortSide } from '../../ad/geometry.ts';
import { seededRandom } from '../../imaging/random.ts';
import { traceStar } from '../../typography/trace-star.ts';

/** Draws with the context turned about the middle of a box. @param degrees clockwise */
export function turnedAbout(
  context: SKRSContext2D,
  box: Box,
  degrees: number | undefined,
  draw: () => void,
): void {
  context.save();
  if (degrees !== undefined) {
    const middle = centre(box);
    context.translate(middle.x, middle.y);
    context.rotate((degrees * Math.PI) / 180);
    context.translate(-middle.x, -middle.y);
  }
  draw();
  context.restore();
}

export function paintFill(context: SKRSContext2D, layer: FillLayer): void {
  const { box, colour, angle, opacity = 1, stroke, shadow } = layer;
  turnedAbout(context, box, angle, () => {
    const path = shapeOf(layer);
    context.globalAlpha = opacity;
    if (shadow) castSoftly(context, box);
    context.fillStyle = colour;
    context.fill(path);
    unshaded(context);
    if (stroke !== undefined) strokeInside(context, path, stroke);
  });
}

export function paintFrame(
  context: SKRSContext2D,
  { kind, box, angle, radius = 0, stroke }: FrameLayer,
): void {
  turnedAbout(context, box, angle, () => {
    const path = new Path2D();
    if (kind === 'ring') ellipse(path, box);
    else path.roundRect(box.x, box.y, box.width, box.height, radius);
    strokeInside(context, path, stroke);
  });
}

/** A line inside of a shape: the half of it that would be outside is clipped away. */
function strokeInside(context: SKRSContext2D, path: Path2D, stroke: FrameLayer['stroke']): void {
  context.save();
  context.clip(path);
  context.strokeStyle = stroke.colour;
  context.lineWidth = 2 * stroke.width;
  context.stroke(path);
  context.restore();
}

/** Blur and distance of a soft shadow, as shares of the shape's shorter side, and at most so many pixels. */
const SOFT = { blur: 0.09, down: 0.025, most: 46 };

export function castSoftly(context: SKRSContext2D, box: Box): void {
  const side = shortSide(box);
  const scale = pixelScale(context);
  context.shadowColor = 'rgba(20, 14, 10, 0.28)';
  context.shadowBlur = scale * Math.min(SOFT.most, SOFT.blur * side);
  context.shadowOffsetY = scale * Math.min(SOFT.most / 3, SOFT.down * side);
}

/**
 * Canvas pixels to a pixel of the design: shadows and filters are in the canvas's own, whatever its scale
 * (https://html.spec.whatwg.org/multipage/canvas.html#shadows).
 */
export function pixelScale(context: SKRSContext2D): number {
  const { a, b } = context.getTransform();
  const scale = Math.hypot(a, b);
  return Math.abs(scale - 1) < 1e-6 ? 1 : scale;
}

export function unshaded(context: SKRSContext2D): void {
  context.shadowColor = 'rgba(0, 0, 0, 0)';
  context.shadowBlur = 0;
  context.shadowOffsetY = 0;
}

function ellipse(path: Path2D, { x, y, width, height }: Box): void {
  path.ellipse(x + width / 2, y + height / 2, width / 2, height / 2, 0, 0, 2 * Math.PI);
}

function shapeOf({ kind, box, radius = 0, seed = 0 }: FillLayer): Path2D {
  const path = new Path2D();
  const { x, y, width, height } = box;
  switch (kind) {
    case 'box':
      path.roundRect(x, y, width, height, Math.min(radius, width / 2, height / 2));
      return path;
    case 'disc':
      ellipse(path, box);
      return path;
    case 'arch':
      archPath(path, box, radius);
      return path;
    case 'burst':
      traceStar(path, box, RAYS, NOTCH);
      return path;
    case 'blob':
      traceBlob(path, box, seed);
      return path;
  }
}

/** A window with a round top. */
export function archPath(path: Path2D, { x, y, width, height }: Box, radius = 0): void {
  const top = Math.min(width / 2, height);
  path.roundRect(x, y, width, height, [top, top, radius, radius]);
}

/** Rays of a burst, and where the notches between them are, as a share of its radius. */
const RAYS = 24;
export const NOTCH = 0.9;

/** Knots of a blot's outline, and how far it may come in. */
const KNOTS = 7;
const HOLLOW = 0.16;

/** A soft outline through knots at random distances from the middle: quadratic curves between their halves. */
function traceBlob(path: Path2D, { x, y, width, height }: Box, seed: number): void {
  const random = seededRandom(seed);
  const turn = random() * 2 * Math.PI;
  const knots = Array.from({ length: KNOTS }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / KNOTS;
    const reach = 1 - HOLLOW * random();
    return {
      x: x + (width / 2) * (1 + reach * 1.06 * Math.cos(angle)),
      y: y + (height / 2) * (1 + reach * 1.06 * Math.sin(angle)),
    };
  });
  const at = (i: number): { x: number; y: number } => knots[i % KNOTS] ?? { x, y };
  const half = (i: number) => ({ x: (at(i).x + at(i + 1).x) / 2, y: (at(i).y + at(i + 1).y) / 2 });
  path.moveTo(half(0).x, half(0).y);
  for (let i = 1; i <= KNOTS; i++) path.quadraticCurveTo(at(i).x, at(i).y, half(i).x, half(i).y);
  path.closePath();
}

/** Dashes of a perforation, as shares of the notch's radius: long, gap, thick. */
const DASH = { long: 0.42, gap: 0.36, thick: 0.11 };

export function paintTicket(context: SKRSContext2D, layer: TicketLayer): void {
  const { box, colour, angle, radius, notch, shadow } = layer;
  turnedAbout(context, box, angle, () => {
    const { x, y, width, height } = box;
    const path = new Path2D();
    path.roundRect(x, y, width, height, radius);
    const holes = new Path2D();
    const ends =
      notch.way === 'across'
        ? ([
            [x, y + notch.at],
            [x + width, y + notch.at],
          ] as const)
        : ([
            [x + notch.at, y],
            [x + notch.at, y + height],
          ] as const);
    for (const [cx, cy] of ends) {
      holes.moveTo(cx + notch.radius, cy);
      holes.arc(cx, cy, notch.radius, 0, 2 * Math.PI);
    }
    path.op(holes, PathOp.Difference);
    if (shadow) castSoftly(context, box);
    context.fillStyle = colour;
    context.fill(path);
    unshaded(context);
    const { long, gap, thick } = DASH;
    context.setLineDash([long * notch.radius, gap * notch.radius]);
    context.lineCap = 'butt';
    context.lineWidth = Math.max(2, thick * notch.radius);
    context.strokeStyle = notch.colour;
    const [[fromX, fromY], [toX, toY]] = ends;
    const clear = 1.5 * notch.radius;
    context.beginPath();
    if (notch.way === 'across') {
      context.moveTo(fromX + clear, fromY);
      context.lineTo(toX - clear, toY);
    } else {
      context.moveTo(fromX, fromY + clear);
      context.lineTo(toX, toY - clear);
    }
    context.stroke();
    context.setLineDash([]);
  });
}
