import { type Size, shortSide } from '../../../ad/geometry.ts';
import { createNoise, type Noise } from '../../../imaging/noise.ts';
import { type Random, seededRandom } from '../../../imaging/random.ts';
import { smoothstep } from '../../../imaging/smoothstep.ts';
import { blend, type LinearRgb } from '../../renderer/linear-colour.ts';
import { createLinearPicture, type LinearPicture, resized } from '../../renderer/linear-picture.ts';

export interface Sky {
  /** Light from straight above, from half way, and from the horizon. */
  readonly zenith: LinearRgb;
  readonly middle: LinearRgb;
  readonly low: LinearRgb;
  /** Where the sun is, as shares of the width and of the height above the horizon; it may be outside the picture. */
  readonly sun: readonly [x: number, y: number];
  /** Light around the sun. */
  readonly glow: LinearRgb;
  /** 0 = clear, 1 = heaped with clouds. */
  readonly clouds: number;
  readonly cloudLit: LinearRgb;
  readonly cloudShade: LinearRgb;
  readonly stars: boolean;
}

/** Sky and clouds are soft: they are worked out at half the size. */
const SCALE = 2;

/** A picture with the sky down to a little below the horizon's row, and nothing under that. */
export function paintSky(size: Size, horizon: number, sky: Sky, seed: number): LinearPicture {
  const rows = Math.min(size.height, Math.ceil((horizon + 0.05 * shortSide(size)) / SCALE) * SCALE);
  const small = { width: Math.ceil(size.width / SCALE), height: Math.ceil(rows / SCALE) };
  const picture = createLinearPicture(small);
  const { width, height } = small;
  const foot = horizon / SCALE;
  const unit = shortSide(size) / SCALE;
  const random = seededRandom(seed);
  const noise = createNoise(Math.floor(random() * 2 ** 32));
  const banks = createBanks(sky.clouds, width / unit, foot / unit, random);
  const sunX = (sky.sun[0] - 0.5) * (width / unit);
  const sunY = sky.sun[1] * (foot / unit);
  for (let y = 0; y < height; y++) {
    const rise = Math.max(0, (foot - y - 0.5) / foot);
    const up = Math.max(0, (foot - y - 0.5) / unit);
    const base =
      rise < 0.4
        ? blend(sky.low, sky.middle, smoothstep(rise / 0.4))
        : blend(sky.middle, sky.zenith, smoothstep((rise - 0.4) / 0.6));
    for (let x = 0; x < width; x++) {
      const across = (x + 0.5 - width / 2) / unit;
      const dx = across - sunX;
      const dy = up - sunY;
      // A glow that is wider along the horizon than up it, and a smaller one round the sun.
      const near = Math.exp(-(dx * dx + dy * dy) * 9);
      const wide = Math.exp(-Math.sqrt(dx * dx * 0.7 + dy * dy * 2.2) * 2.1);
      const shine = 0.75 * near + 0.55 * wide;
      const density = y < foot && sky.clouds > 0 ? cloudAt(noise, banks, across, up) : 0;
      let lit = 0;
      if (density > 0.004) {
        const away = Math.hypot(dx, dy) + 1e-3;
        const toX = (-dx / away) * 0.022;
        const toY = (-dy / away) * 0.022 + 0.012;
        const before =
          0.6 * cloudAt(noise, banks, across + toX, up + toY) +
          0.4 * cloudAt(noise, banks, across + 2.6 * toX, up + 2.6 * toY);
        lit = Math.exp(-1.7 * before) * 0.85 + 0.15 + 0.5 * near;
      }
      const i = y * width + x;
      for (let c = 0; c < 3; c++) {
        const plane = c === 0 ? picture.r : c === 1 ? picture.g : picture.b;
        const open = base[c]! + sky.glow[c]! * shine;
        const cloud =
          sky.cloudShade[c]! + (sky.cloudLit[c]! - sky.cloudShade[c]!) * lit + sky.glow[c]! * 0.35 * wide;
        // Near the horizon clouds melt into the haze.
        const share = density * Math.min(1, 0.35 + up * 5);
        plane.data[i] = open + (cloud - open) * share;
      }
    }
  }
  if (sky.stars) scatterStars(picture, foot, random);
  const whole = createLinearPicture(size);
  const upper = resized(picture, { width: size.width, height: rows });
  whole.r.data.set(upper.r.data);
  whole.g.data.set(upper.g.data);
  whole.b.data.set(upper.b.data);
  return whole;
}

/** A heap of cloud: where, how wide, how tall. Its foot is flatter than its top. */
interface Bank {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  readonly weight: number;
}

function createBanks(cover: number, wide: number, high: number, random: Random): Bank[] {
  const banks: Bank[] = [];
  const count = Math.round((3 + 4 * cover) * Math.max(1, wide * 0.8));
  for (let k = 0; k < count; k++) {
    const side = k % 2 === 0 ? -1 : 1;
    // Low down and at the sides they are heaped; high up, where words are, they are few and thin.
    const y = high * (0.06 + 0.62 * random() ** 1.5);
    const thin = y > high * 0.5 ? 0.72 : 1;
    banks.push({
      x: side * wide * (0.12 + 0.42 * random()),
      y,
      rx: 0.14 + 0.2 * random(),
      ry: (0.05 + 0.07 * random()) * thin,
      weight: (0.75 + 0.45 * random()) * thin * (0.6 + 0.5 * cover),
    });
  }
  return banks;
}

function cloudAt(noise: Noise, banks: readonly Bank[], x: number, y: number): number {
  let cover = 0;
  for (const bank of banks) {
    const dx = (x - bank.x) / bank.rx;
    const dy = (y - bank.y) / (y < bank.y ? bank.ry * 0.4 : bank.ry);
    const square = dx * dx + dy * dy;
    if (square < 6) cover += bank.weight * Math.exp(-square);
  }
  if (cover < 0.06) return 0;
  // Clouds far off, near the horizon, are smaller and flatter.
  const near = 1 / (0.4 + Math.min(1, y * 2));
  const shape = noise.fbm2(x * 4 * near + 3, y * 8.5 * near, 5);
  const billow = 1 - Math.abs(noise.value2(x * 9 * near, y * 15 * near + 7));
  return smoothstep((Math.min(1.2, cover) + 0.85 * shape + 0.16 * billow - 0.52) / 0.5);
}

function scatterStars(picture: LinearPicture, foot: number, random: Random): void {
  const { width } = picture;
  for (let star = 0; star < 110; star++) {
    const x = Math.floor(random() * width);
    const y = Math.floor(random() ** 1.4 * foot * 0.8);
    const level = 0.12 + 0.55 * random() ** 4;
    const i = y * width + x;
    picture.r.data[i]! += level;
    picture.g.data[i]! += level;
    picture.b.data[i]! += level * 1.1;
  }
}
