import { type Box, bottom, right, shortSide } from '../../../ad/geometry.ts';
import type { Oklch } from '../../../imaging/colour.ts';
import type { Random } from '../../../imaging/random.ts';
import { blend, type LinearRgb, oklchToLinear, scaled } from '../../renderer/linear-colour.ts';
import type { LinearPicture } from '../../renderer/linear-picture.ts';
import { noiseTile } from '../../renderer/noise-tile.ts';
import { levelFor, sampleLevel } from '../../renderer/tile.ts';

export interface FrameOptions {
  /** What of the board is seen inside the frame, pixels. */
  readonly inside: Box;
  /** Breadth of the bars. */
  readonly bar: number;
  /** Row from which on nothing of the wall is seen. */
  readonly until: number;
  /** Colour of the wall outside. */
  readonly wall: LinearRgb;
  /** Side that the light comes from. */
  readonly side: -1 | 1;
}

const WOOD: readonly [Oklch, Oklch] = [
  [0.5, 0.075, 58],
  [0.7, 0.08, 70],
];

/** Puts the board into a mitred wooden frame on the wall, with a ledge for the chalk below it. In place. */
export function drawFrame(picture: LinearPicture, place: FrameOptions, random: Random): void {
  const { inside, bar, wall, side } = place;
  const { width } = picture;
  const height = Math.min(picture.height, place.until);
  const unit = shortSide(picture);
  const dark = oklchToLinear(WOOD[0]);
  const light = oklchToLinear(WOOD[1]);
  const noise = noiseTile();
  const scale = 1080 / unit;
  const grain = levelFor(noise, 0.35 * scale);
  const [o1, o2] = [random() * 60, random() * 60];
  const left = inside.x;
  const top = inside.y;
  const end = right(inside);
  const foot = bottom(inside);
  const ledge = bar * 1.25;
  const deep = bar * 0.5;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // Distances outwards from the inner edges.
      const dl = left - x - 0.5;
      const dr = x + 0.5 - end;
      const dt = top - y - 0.5;
      const db = y + 0.5 - foot;
      const across = Math.max(dl, dr);
      const out = Math.max(across, dt, db);
      const i = y * width + x;
      if (out <= 0) {
        // The frame's shadow falls on the board, from the lamp's side and from above.
        const near = side < 0 ? x + 0.5 - left : end - x - 0.5;
        const shade = 0.42 * Math.exp(-near / deep) + 0.5 * Math.exp(-(y + 0.5 - top) / deep);
        dim(picture, i, 1 - Math.min(0.6, shade));
        continue;
      }
      const breadth = db > 0 && db >= across && across <= bar ? ledge : bar;
      if (out > breadth) {
        const beyond = out - breadth;
        const below = out === db;
        const shade = (below ? 0.62 : 0.3) * Math.exp(-beyond / (deep * (below ? 1.6 : 0.8)));
        put(picture, i, scaled(wall, 1 - shade));
        continue;
      }
      const lying = out === dt || out === db;
      const u = lying ? x : y;
      const v = lying ? y : x;
      const streak =
        0.5 +
        0.42 * sampleLevel(grain, o1 + u * 0.018 * scale, o2 + v * 0.35 * scale) +
        0.22 * sampleLevel(grain, o2 + u * 0.006 * scale, o1 + v * 0.09 * scale);
      // A rounded bar: its lamp side is light, the other dark, its inner edge in shade.
      const t = out / breadth;
      const outward = out === dt ? 1 : out === db ? -0.6 : dl > 0 ? -side : side;
      const round = (t - 0.5) * 2;
      const lit =
        1 +
        0.16 * outward * round -
        0.3 * Math.exp(-out / (bar * 0.1)) -
        0.25 * Math.exp(-(breadth - out) / (bar * 0.06));
      const lip = out === db && t < 0.32 ? 1.22 - 0.1 * t : 1;
      const edge = Math.min(1, breadth - out, out);
      const wood = scaled(blend(dark, light, Math.min(1, Math.max(0, streak))), lit * lip);
      mix(picture, i, wood, edge);
    }
  }
}

/** Sticks of chalk on the ledge. In place. */
export function drawChalks(
  picture: LinearPicture,
  { inside, bar }: FrameOptions,
  x: number,
  tones: readonly Oklch[],
  random: Random,
): void {
  const unit = shortSide(picture);
  const radius = unit * 0.0065;
  let from = x;
  for (const tone of tones) {
    const colour = oklchToLinear(tone);
    const long = unit * (0.03 + 0.022 * random());
    const middle = bottom(inside) + bar * 0.3 - radius;
    const slope = (random() - 0.5) * 0.06;
    for (let py = Math.floor(middle - radius * 3); py <= middle + radius * 3; py++) {
      for (let px = Math.floor(from) - 2; px <= from + long + 2; px++) {
        if (px < 0 || py < 0 || px >= picture.width || py >= picture.height) continue;
        const i = py * picture.width + px;
        const cy = py + 0.5 - middle - slope * (px - from - long / 2);
        const ends = Math.min(px + 0.5 - from, from + long - px - 0.5);
        const shade =
          Math.exp(-(((cy - radius * 1.1) / (radius * 0.9)) ** 2)) * Math.min(1, Math.max(0, ends / 3 + 1));
        dim(picture, i, 1 - 0.5 * shade);
        const cover =
          Math.min(1, Math.max(0, radius - Math.abs(cy) + 0.5)) * Math.min(1, Math.max(0, ends + 0.5));
        if (cover === 0) continue;
        const turn = cy / radius;
        mix(picture, i, scaled(colour, 0.95 - 0.3 * turn - 0.25 * turn * turn), cover);
      }
    }
    from += long + unit * (0.012 + 0.02 * random());
  }
}

function dim({ r, g, b }: LinearPicture, i: number, share: number): void {
  r.data[i]! *= share;
  g.data[i]! *= share;
  b.data[i]! *= share;
}

function put({ r, g, b }: LinearPicture, i: number, colour: LinearRgb): void {
  r.data[i] = colour[0];
  g.data[i] = colour[1];
  b.data[i] = colour[2];
}

function mix({ r, g, b }: LinearPicture, i: number, colour: LinearRgb, share: number): void {
  r.data[i]! += (colour[0] - r.data[i]!) * share;
  g.data[i]! += (colour[1] - g.data[i]!) * share;
  b.data[i]! += (colour[2] - b.data[i]!) * share;
}
