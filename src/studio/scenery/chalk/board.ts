import type { SKRSContext2D } from '@napi-rs/canvas';
import { type Box, type Size, shortSide } from '../../../ad/geometry.ts';
import { drawn } from '../../../imaging/canvas.ts';
import { gaussianBlur, resizePlane } from '../../../imaging/filter.ts';
import { createNoise } from '../../../imaging/noise.ts';
import type { Random } from '../../../imaging/random.ts';
import { createPlane } from '../../../imaging/raster.ts';
import type { LinearRgb } from '../../renderer/linear-colour.ts';
import { createLinearPicture, type LinearPicture } from '../../renderer/linear-picture.ts';
import { noiseTile } from '../../renderer/noise-tile.ts';
import { levelFor, sampleLevel } from '../../renderer/tile.ts';

/**
 * Slate or painted board: how much light it throws back, dusty as after a day of lessons.
 *
 * @param until row from which on nothing of it is seen
 */
export function dustyBoard(size: Size, until: number, tone: LinearRgb, random: Random): LinearPicture {
  const picture = createLinearPicture(size);
  const { width, height } = size;
  const unit = shortSide(size);
  const dust = wiped(size, random);
  const tile = noiseTile();
  const scale = 1080 / unit;
  const tooth = levelFor(tile, 0.5 * scale);
  const [ox, oy] = [random() * 40, random() * 40];
  for (let y = 0; y < Math.min(height, until); y++) {
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const grit = sampleLevel(
        tooth,
        ox + (x * 0.82 - y * 0.57) * 0.5 * scale,
        oy + (x * 0.57 + y * 0.82) * 0.5 * scale,
      );
      const level = Math.max(0, dust.data[i]! * (1 + 0.5 * grit));
      picture.r.data[i] = tone[0] + (0.62 - tone[0]) * level;
      picture.g.data[i] = tone[1] + (0.64 - tone[1]) * level;
      picture.b.data[i] = tone[2] + (0.64 - tone[2]) * level;
    }
  }
  return picture;
}

/** Chalk that the sponge left, 0–1: wide arcs, streaks, clouds, and more towards the ledge. */
function wiped({ width, height }: Size, random: Random) {
  const small = { width: Math.ceil(width / 4), height: Math.ceil(height / 4) };
  const unit = shortSide(small);
  const { data } = drawn(small.width, small.height, (context) => {
    context.lineCap = 'round';
    for (let arc = 0; arc < (22 * width) / Math.min(width, height); arc++) {
      const x = small.width * random();
      const y = small.height * random();
      const reach = unit * (0.18 + 0.3 * random());
      context.globalAlpha = 0.03 + 0.05 * random();
      context.lineWidth = unit * (0.04 + 0.07 * random());
      context.strokeStyle = 'white';
      context.beginPath();
      context.moveTo(x - reach, y + reach * 0.25 * (random() - 0.5));
      context.bezierCurveTo(
        x - reach * 0.4,
        y - reach * (0.35 + 0.4 * random()),
        x + reach * 0.4,
        y - reach * (0.3 + 0.4 * random()),
        x + reach,
        y + reach * 0.3 * (random() - 0.5),
      );
      context.stroke();
    }
  });
  const noise = createNoise(Math.floor(random() * 2 ** 32));
  const plane = createPlane(small.width, small.height);
  for (let y = 0; y < small.height; y++) {
    const low = Math.max(0, y / small.height - 0.45) * 0.06;
    for (let x = 0; x < small.width; x++) {
      const i = y * small.width + x;
      const cloud = noise.fbm2((x / unit) * 2.3, (y / unit) * 3.1, 4);
      const streak = noise.value2((x / unit) * 7, (y / unit) * 60);
      plane.data[i] = 0.055 + low + 0.055 * cloud + (data[i * 4 + 3]! / 255) * (0.5 + 0.35 * streak);
    }
  }
  return resizePlane(gaussianBlur(plane, 0.004 * unit), width, height);
}

/**
 * Draws with a stick of chalk inside `box`, whose middle is the origin: it skips over the hollows of the board. In
 * place.
 */
export function chalk(
  board: LinearPicture,
  box: Box,
  draw: (context: SKRSContext2D) => void,
  colour: LinearRgb,
  random: Random,
): void {
  const left = Math.floor(box.x);
  const top = Math.floor(box.y);
  const width = Math.ceil(box.width);
  const height = Math.ceil(box.height);
  const { data } = drawn(width, height, (context) => {
    context.translate(box.x - left + box.width / 2, box.y - top + box.height / 2);
    context.lineCap = 'round';
    context.lineJoin = 'round';
    draw(context);
  });
  const tile = noiseTile();
  const scale = 1080 / shortSide(board);
  const fine = levelFor(tile, 0.62 * scale);
  const coarse = levelFor(tile, 0.2 * scale);
  const offset = random() * 50;
  for (let y = Math.max(0, -top); y < Math.min(height, board.height - top); y++) {
    for (let x = Math.max(0, -left); x < Math.min(width, board.width - left); x++) {
      const alpha = data[(y * width + x) * 4 + 3]!;
      if (alpha === 0) continue;
      const grit =
        sampleLevel(fine, offset + x * 0.62 * scale, y * 0.62 * scale) +
        0.7 * sampleLevel(coarse, y * 0.2 * scale, offset + x * 0.2 * scale);
      const share = (alpha / 255) * 0.85 * Math.min(1, Math.max(0, 0.78 + 1.15 * grit));
      const i = (y + top) * board.width + x + left;
      board.r.data[i]! += (colour[0] - board.r.data[i]!) * share;
      board.g.data[i]! += (colour[1] - board.g.data[i]!) * share;
      board.b.data[i]! += (colour[2] - board.b.data[i]!) * share;
    }
  }
}
