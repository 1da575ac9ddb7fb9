import type { SKRSContext2D } from '@napi-rs/canvas';
import { type Oklch, oklchToHex } from '../../imaging/colour.ts';
import type { Random } from '../../imaging/random.ts';

export interface Tones {
  readonly wall: Oklch;
  readonly floor: Oklch;
  /** On the wall, the quietest first: it may stand behind the product. */
  readonly fields: readonly [Oklch, Oklch, Oklch];
  readonly blocks: readonly [Oklch, Oklch, Oklch];
}

interface WallOptions {
  readonly width: number;
  /** Shorter side of the picture. */
  readonly unit: number;
  /** Row of the floor line. */
  readonly line: number;
  /** Where the light comes from: shapes keep to the other side, where its words' side is not. */
  readonly side: -1 | 1;
}

type PaintWall = (context: SKRSContext2D, place: WallOptions, tones: Tones, random: Random) => void;

export const WALLS: readonly PaintWall[] = [
  /** A large round behind the product. */
  (context, { width, unit, line, side }, { fields }, random) => {
    const radius = unit * (0.36 + 0.06 * random());
    const x = width / 2 - side * unit * (0.02 + 0.1 * random());
    context.fillStyle = oklchToHex(fields[0]);
    disc(context, x, line - radius * (0.55 + 0.35 * random()), radius);
  },
  /** Quarter rounds, stacked at the far side. */
  (context, { width, unit, line, side }, { fields }, random) => {
    const cell = unit * (0.19 + 0.03 * random());
    const columns = 2;
    const rows = 3;
    const start = side < 0 ? width - columns * cell : 0;
    const turn = Math.floor(random() * 4);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const left = start + column * cell;
        const top = line - (row + 1) * cell;
        const kind = (row * 3 + column * 2 + turn) % 5;
        context.fillStyle = oklchToHex(fields[(row + column + turn) % 3]!);
        if (kind === 4) continue;
        if (kind === 3) disc(context, left + cell / 2, top + cell / 2, cell / 2);
        else quarter(context, left, top, cell, (kind + turn + row) % 4);
      }
    }
  },
  /** An upright half in another tone, with a round that crosses its edge. */
  (context, { width, unit, line, side }, { fields }, random) => {
    const edge = width / 2 + side * unit * (0.02 + 0.14 * random());
    context.fillStyle = oklchToHex(fields[0]);
    if (side < 0) context.fillRect(edge, 0, width - edge, line + 2);
    else context.fillRect(0, 0, edge, line + 2);
    const radius = unit * 0.24;
    const y = line - unit * (0.3 + 0.12 * random());
    context.fillStyle = oklchToHex(fields[1]);
    context.beginPath();
    context.arc(edge, y, radius, -Math.PI / 2, Math.PI / 2, side > 0);
    context.fill();
  },
  /** An arch with a second one inside. */
  (context, { width, unit, line, side }, { fields }, random) => {
    const x = width / 2 - side * unit * (0.03 + 0.1 * random());
    const radius = unit * (0.3 + 0.03 * random());
    const top = line - unit * (0.5 + 0.06 * random());
    context.fillStyle = oklchToHex(fields[1]);
    arch(context, x, top, radius, line);
    context.fillStyle = oklchToHex(fields[0]);
    arch(context, x, top + radius * 0.24, radius * 0.76, line);
  },
  /** A slope from the far side down to the floor line. */
  (context, { width, unit, line, side }, { fields }, random) => {
    const from = side < 0 ? width : 0;
    const to = width / 2 + side * unit * (0.22 + 0.16 * random());
    context.fillStyle = oklchToHex(fields[0]);
    context.beginPath();
    context.moveTo(from, line - unit * (0.52 + 0.1 * random()));
    context.lineTo(to, line + 2);
    context.lineTo(from, line + 2);
    context.fill();
    context.fillStyle = oklchToHex(fields[1]);
    disc(context, from - -side * unit * 0.2, line - unit * 0.6, unit * 0.1);
  },
];

function disc(context: SKRSContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

/** @param corner in which the round has its middle: 0 = top left, then clockwise */
function quarter(context: SKRSContext2D, left: number, top: number, cell: number, corner: number): void {
  const x = left + (corner === 1 || corner === 2 ? cell : 0);
  const y = top + (corner >= 2 ? cell : 0);
  const from = (corner * Math.PI) / 2;
  context.beginPath();
  context.moveTo(x, y);
  context.arc(x, y, cell, from, from + Math.PI / 2);
  context.fill();
}

function arch(context: SKRSContext2D, x: number, top: number, radius: number, foot: number): void {
  context.beginPath();
  context.moveTo(x - radius, foot + 2);
  context.lineTo(x - radius, top + radius);
  context.arc(x, top + radius, radius, Math.PI, 2 * Math.PI);
  context.lineTo(x + radius, foot + 2);
  context.fill();
}
