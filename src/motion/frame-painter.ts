import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import { type Box, expand, intersection, overlaps, toWholePixels } from '../ad/geometry.ts';
import { toCanvas } from '../imaging/canvas.ts';
import { around, bandAt, type Pose, poseAt, posedBounds } from './gesture.ts';
import type { Loop, LoopItem, Wheel } from './loop.ts';

/** An item as canvases. */
interface Sprite extends Omit<LoopItem, 'image' | 'bare' | 'wheels'> {
  readonly image: Canvas;
  readonly bare?: Canvas;
  readonly wheels: readonly { readonly box: Box; readonly strip: Canvas }[];
}

/** Paints an ad at any second of its loop. */
export class FramePainter {
  readonly #loop: Loop;
  readonly #still: Canvas;
  readonly #sprites: readonly Sprite[];
  readonly #canvas: Canvas;
  /** Two frames that are written in turn, each with the boxes in which it is not the still. */
  readonly #frames: readonly Frame[];
  #turn = 0;

  constructor(loop: Loop) {
    this.#loop = loop;
    this.#still = toCanvas(loop.still);
    this.#sprites = loop.items.map(({ box, image, gestures, bare, wheels = [] }) => ({
      box,
      gestures,
      image: toCanvas(image),
      ...(bare === undefined ? {} : { bare: toCanvas(bare) }),
      wheels: wheels.map((wheel: Wheel) => ({ box: wheel.box, strip: toCanvas(wheel.strip) })),
    }));
    this.#canvas = createCanvas(loop.size.width, loop.size.height);
    this.#frames = [0, 1].map(() => ({ pixels: new Uint8ClampedArray(loop.still.data), moving: [] }));
  }

  /**
   * The pixels at a second of the loop, RGBA, and the boxes outside of which they are the still's. They hold until the next
   * call but one.
   */
  paint(seconds: number): Readonly<Frame> {
    const context = this.#canvas.getContext('2d');
    context.drawImage(this.#still, 0, 0);
    const poses = this.#sprites.map(({ gestures }) => poseAt(gestures, seconds));
    const moving = this.#sprites.flatMap((sprite, i) => {
      const pose = poses[i];
      return pose === undefined ? [] : reachOf(sprite, pose, this.#loop.size);
    });
    if (moving.length > 0) {
      context.save();
      context.beginPath();
      for (const box of moving) context.rect(box.x, box.y, box.width, box.height);
      context.clip();
      context.imageSmoothingQuality = 'high';
      for (const [i, sprite] of this.#sprites.entries()) {
        const pose = poses[i];
        const bounds = pose === undefined ? sprite.box : posedBounds(sprite.box, pose);
        if (moving.some((box) => overlaps(box, expand(bounds, 1)))) paintSprite(context, sprite, pose);
      }
      context.restore();
    }
    return this.#read(context, moving);
  }

  /** Takes over what is on the canvas where something moves, and the still where something did. */
  #read(context: SKRSContext2D, moving: readonly Box[]): Readonly<Frame> {
    const frame = this.#frames[this.#turn];
    if (frame === undefined) throw new RangeError('There are two frames');
    this.#turn = 1 - this.#turn;
    const { width } = this.#loop.size;
    for (const { x, y, width: across, height } of frame.moving) {
      for (let row = y; row < y + height; row++) {
        const at = (row * width + x) * 4;
        frame.pixels.set(this.#loop.still.data.subarray(at, at + across * 4), at);
      }
    }
    for (const { x, y, width: across, height } of moving) {
      const { data } = context.getImageData(x, y, across, height);
      for (let row = 0; row < height; row++) {
        frame.pixels.set(
          data.subarray(row * across * 4, (row + 1) * across * 4),
          ((y + row) * width + x) * 4,
        );
      }
    }
    frame.moving = moving;
    return frame;
  }
}

/** Pixels, and where they are not the still's. */
interface Frame {
  readonly pixels: Uint8ClampedArray;
  moving: readonly Box[];
}

/** What has to be painted anew where something moves: where it is and where it is at rest. */
function reachOf({ box, wheels }: Sprite, pose: Pose, size: Loop['size']): readonly Box[] {
  const stays = pose.rise === 0 && pose.scale === 1;
  const boxes = stays
    ? [
        ...(pose.count === undefined ? [] : wheels.map((wheel) => wheel.box)),
        ...(pose.light === undefined ? [] : [intersection(bandAt(box, pose.light.at).bounds, box)]),
      ]
    : [box, posedBounds(box, pose)];
  const reach = around(boxes);
  return reach === undefined
    ? []
    : [toWholePixels(reach, size)].filter(({ width, height }) => width > 0 && height > 0);
}

function paintSprite(context: SKRSContext2D, sprite: Sprite, pose: Pose | undefined): void {
  const { box, image, bare } = sprite;
  if (pose === undefined) {
    context.drawImage(image, box.x, box.y);
    return;
  }
  const { about, rise, scale, count, light } = pose;
  context.save();
  context.translate(about.x, about.y - rise);
  context.scale(scale, scale);
  context.translate(-about.x, -about.y);
  context.drawImage(count === undefined ? image : (bare ?? image), box.x, box.y);
  if (count !== undefined)
    for (const [i, wheel] of sprite.wheels.entries()) paintWheel(context, wheel, turned(count, i));
  if (light !== undefined) paintLight(context, sprite, light);
  context.restore();
}

/** Share of a count that passes before the next digit starts. */
const LAG = 0.06;

/** How many digits a wheel has turned by: the left one first, each slower and slower. */
function turned(count: number, index: number): number {
  const at = Math.min(1, Math.max(0, (count - LAG * index) / (1 - LAG * Math.max(index, 4))));
  return DIGITS * (1 - (1 - at) ** 2.6);
}

/** Digits that pass before a wheel rests. */
const DIGITS = 10;

/** While it turns it is seen as a camera sees it: for a part of a frame, in so many looks. */
const LOOKS = 5;
const SHUTTER = 0.7;

function paintWheel(context: SKRSContext2D, { box, strip }: Sprite['wheels'][number], at: number): void {
  const speed = Math.min(1.4, 0.16 * (DIGITS - at));
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  for (let look = 0; look < LOOKS; look++) {
    const shown = Math.max(0, Math.min(DIGITS, at - (SHUTTER * speed * look) / LOOKS));
    // Each look on top of those before, so that all weigh alike.
    context.globalAlpha = 1 / (look + 1);
    context.drawImage(strip, box.x, box.y - shown * box.height);
  }
  context.restore();
}

function paintLight(
  context: SKRSContext2D,
  { box, image }: Sprite,
  { at, strength }: NonNullable<Pose['light']>,
): void {
  const { x, width, lean, bounds } = bandAt(box, at);
  const part = toWholePixels(
    intersection({ ...bounds, x: bounds.x - box.x, y: 0 }, { ...box, x: 0, y: 0 }),
    box,
  );
  if (part.width <= 0 || part.height <= 0) return;
  const sheet = createCanvas(part.width, part.height);
  const on = sheet.getContext('2d');
  const middle = x - box.x - part.x;
  // Across the band, which leans.
  const length = Math.hypot(1, lean);
  const [dx, dy] = [width / 2 / length, ((width / 2) * lean) / length];
  const gradient = on.createLinearGradient(
    middle - dx,
    box.height / 2 - dy,
    middle + dx,
    box.height / 2 + dy,
  );
  for (const [stop, share] of PROFILE)
    gradient.addColorStop(stop, `rgba(255, 252, 244, ${share * strength})`);
  on.fillStyle = gradient;
  on.fillRect(0, 0, part.width, part.height);
  on.globalCompositeOperation = 'destination-in';
  on.drawImage(image, -part.x, -part.y);
  context.globalCompositeOperation = 'screen';
  context.drawImage(sheet, box.x + part.x, box.y + part.y);
}

/** How light is spread over the band. */
const PROFILE = [
  [0, 0],
  [0.25, 0.3],
  [0.5, 1],
  [0.75, 0.3],
  [1, 0],
] as const;
