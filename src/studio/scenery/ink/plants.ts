import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Random } from '../../../imaging/random.ts';

/** Where blossoms open on a branch. */
export interface Bud {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** An old plum branch: crooked, with young twigs. Fills with the context's style; blossoms are told to `bud`. */
export function plumBranch(
  context: SKRSContext2D,
  x: number,
  y: number,
  angle: number,
  length: number,
  random: Random,
  bud: (bud: Bud) => void,
): void {
  limb(context, x, y, angle, length, length * 0.03, 0, random, bud);
}

function limb(
  context: SKRSContext2D,
  x: number,
  y: number,
  angle: number,
  length: number,
  width: number,
  order: number,
  random: Random,
  bud: (bud: Bud) => void,
): void {
  const joints = order === 0 ? 6 : 4;
  let [px, py, turn] = [x, y, angle];
  let thick = width;
  for (let joint = 0; joint < joints; joint++) {
    const step = (length / joints) * (0.8 + 0.4 * random());
    turn += (random() - 0.5) * (order === 0 ? 0.75 : 0.5);
    const qx = px + Math.cos(turn) * step;
    const qy = py + Math.sin(turn) * step;
    const thin = width * (1 - (joint + 1) / (joints + 0.6));
    taper(context, px, py, thick, qx, qy, thin, (random() - 0.5) * step * 0.25);
    [px, py] = [qx, qy];
    thick = thin;
    if (order < 2 && random() < 0.85) {
      const side = random() < 0.5 ? -1 : 1;
      limb(
        context,
        px,
        py,
        turn + side * (0.5 + 0.6 * random()),
        length * (0.3 + 0.25 * random()),
        Math.max(thin * 0.7, width * 0.16),
        order + 1,
        random,
        bud,
      );
    }
    if (order > 0 && random() < 0.75) {
      bud({
        x: px + (random() - 0.5) * width * 2,
        y: py + (random() - 0.5) * width * 2,
        size: 0.6 + 0.5 * random(),
      });
    }
  }
}

function taper(
  context: SKRSContext2D,
  x0: number,
  y0: number,
  w0: number,
  x1: number,
  y1: number,
  w1: number,
  bend: number,
): void {
  const dx = x1 - x0;
  const dy = y1 - y0;
  const size = Math.hypot(dx, dy) + 1e-6;
  const nx = -dy / size;
  const ny = dx / size;
  const mx = (x0 + x1) / 2 + nx * bend;
  const my = (y0 + y1) / 2 + ny * bend;
  context.beginPath();
  context.moveTo(x0 + nx * w0, y0 + ny * w0);
  context.quadraticCurveTo(mx + nx * (w0 + w1) * 0.5, my + ny * (w0 + w1) * 0.5, x1 + nx * w1, y1 + ny * w1);
  context.lineTo(x1 - nx * w1, y1 - ny * w1);
  context.quadraticCurveTo(mx - nx * (w0 + w1) * 0.5, my - ny * (w0 + w1) * 0.5, x0 - nx * w0, y0 - ny * w0);
  context.fill();
  // A knot over the joint, apart: one path would leave holes where both cross.
  context.beginPath();
  context.arc(x0, y0, w0, 0, 2 * Math.PI);
  context.fill();
}

/** Five round petals. */
export function blossom(context: SKRSContext2D, x: number, y: number, radius: number, turn: number): void {
  context.beginPath();
  for (let petal = 0; petal < 5; petal++) {
    const angle = turn + (petal * 2 * Math.PI) / 5;
    const px = x + Math.cos(angle) * radius * 0.55;
    const py = y + Math.sin(angle) * radius * 0.55;
    context.moveTo(px + radius * 0.5, py);
    context.arc(px, py, radius * 0.5, 0, 2 * Math.PI);
  }
  context.fill();
}

/** Stalks of bamboo with sprays of long leaves. */
export function bamboo(
  context: SKRSContext2D,
  x: number,
  foot: number,
  height: number,
  side: -1 | 1,
  random: Random,
): void {
  for (let stalk = 0; stalk < 2; stalk++) {
    const lean = side * (0.04 + 0.07 * random());
    const width = height * (0.013 - 0.004 * stalk);
    const sx = x + side * stalk * height * 0.12;
    const nodes = 5;
    for (let node = 0; node < nodes; node++) {
      const from = foot - (height * node) / nodes;
      const to = from - height / nodes + height * 0.012;
      const at = (y: number): number => sx + (foot - y) * lean;
      context.beginPath();
      context.moveTo(at(from) - width, from);
      context.lineTo(at(to) - width, to);
      context.lineTo(at(to) + width, to);
      context.lineTo(at(from) + width, from);
      context.fill();
      if (node < 1) continue;
      const sprays = 1 + Math.floor(random() * 2);
      for (let spray = 0; spray < sprays; spray++) {
        const way = random() < 0.65 ? side : -side;
        const ox = at(from) + way * height * (0.05 + 0.07 * random());
        const oy = from - height * 0.04;
        taper(context, at(from), from, width * 0.3, ox, oy, width * 0.16, 0);
        for (let leaf = 0; leaf < 5; leaf++) {
          bladeLeaf(
            context,
            ox,
            oy,
            Math.PI / 2 - way * (0.95 - 0.38 * leaf + 0.2 * random()),
            height * (0.12 + 0.07 * random()),
          );
        }
      }
    }
  }
}

function bladeLeaf(context: SKRSContext2D, x: number, y: number, angle: number, length: number): void {
  context.save();
  context.translate(x, y);
  context.rotate(angle);
  context.beginPath();
  context.moveTo(0, 0);
  context.bezierCurveTo(length * 0.25, -length * 0.1, length * 0.6, -length * 0.06, length, 0);
  context.bezierCurveTo(length * 0.6, length * 0.05, length * 0.25, length * 0.06, 0, 0);
  context.fill();
  context.restore();
}

/** A pine branch with fans of needles. */
export function pineBranch(
  context: SKRSContext2D,
  x: number,
  y: number,
  angle: number,
  length: number,
  random: Random,
): void {
  let [px, py, turn] = [x, y, angle];
  const joints = 6;
  for (let joint = 0; joint < joints; joint++) {
    const step = length / joints;
    turn += (random() - 0.5) * 0.6;
    const qx = px + Math.cos(turn) * step;
    const qy = py + Math.sin(turn) * step;
    taper(
      context,
      px,
      py,
      length * 0.024 * (1 - joint / joints),
      qx,
      qy,
      length * 0.024 * (1 - (joint + 1) / (joints + 0.5)),
      step * 0.1,
    );
    [px, py] = [qx, qy];
    const fans = joint === 0 ? 0 : 2;
    for (let fan = 0; fan < fans; fan++) {
      const side = fan === 0 ? -1 : 1;
      const fx = px + Math.cos(turn + side * 0.9) * length * (0.06 + 0.06 * random());
      const fy = py + Math.sin(turn + side * 0.9) * length * (0.06 + 0.06 * random());
      taper(context, px, py, length * 0.007, fx, fy, length * 0.004, 0);
      needles(context, fx, fy, length * (0.1 + 0.04 * random()), random);
    }
  }
}

function needles(context: SKRSContext2D, x: number, y: number, length: number, random: Random): void {
  context.lineCap = 'round';
  context.lineWidth = Math.max(0.5, length * 0.022);
  context.beginPath();
  for (let needle = 0; needle < 34; needle++) {
    const angle = -Math.PI / 2 + ((needle + random()) / 34 - 0.5) * 4.4;
    const reach = length * (0.75 + 0.35 * random());
    context.moveTo(x, y);
    context.lineTo(x + Math.cos(angle) * reach, y + Math.sin(angle) * reach * 0.72);
  }
  context.stroke();
}
