import type { SKRSContext2D } from '@napi-rs/canvas';
import { hexToOklch, oklchToHex } from '../../../imaging/colour.ts';
import type { Random } from '../../../imaging/random.ts';
import { drawFoliage } from '../../lighting/gobo/foliage.ts';
import type { BackdropRequest } from '../../scene.ts';
import type { PlantOptions } from './plants.ts';

/** A vase with a few dry sprays and a bowl or jar beside it, behind the table at one side. To be blurred. */
export function drawPots(
  context: SKRSContext2D,
  place: PlantOptions,
  request: BackdropRequest,
  random: Random,
): void {
  const { width, height, horizon, side } = place;
  const unit = Math.min(width, height);
  const [l, c, h] = hexToOklch(request.palette.background);
  const edge = side < 0 ? 0 : width;
  const x = edge - side * unit * (0.1 + 0.05 * random());
  const tall = unit * (0.2 + 0.07 * random());
  const wide = tall * (0.5 + 0.2 * random());
  const tone = (step: number): string =>
    oklchToHex([Math.max(0.2, Math.min(0.95, l + step)), Math.min(0.06, c * 1.2 + 0.01), h]);
  const foot = horizon + unit * 0.015;
  context.fillStyle = oklchToHex([0.6, 0.06, 80]);
  for (let i = 0; i < 4; i++) {
    drawFoliage(
      context,
      i % 2 === 0 ? 'fern' : 'branch',
      x,
      foot - tall * 0.9,
      -Math.PI / 2 - side * 0.5 * (random() - 0.3),
      unit * (0.24 + 0.1 * random()),
      random,
    );
  }
  vessel(context, x, foot, wide, tall, tone(-0.08), tone(-0.24), side);
  const small = unit * (0.08 + 0.05 * random());
  vessel(
    context,
    x - side * (wide * 0.75 + small * 0.5),
    foot,
    small * 1.2,
    small,
    tone(-0.02),
    tone(-0.2),
    side,
  );
}

/** A round-bellied pot, lighter on the side away from the picture's edge. */
function vessel(
  context: SKRSContext2D,
  x: number,
  foot: number,
  width: number,
  height: number,
  light: string,
  dark: string,
  side: number,
): void {
  const half = width / 2;
  const shade = context.createLinearGradient(x - side * half, 0, x + side * half, 0);
  shade.addColorStop(0, light);
  shade.addColorStop(0.55, light);
  shade.addColorStop(1, dark);
  context.fillStyle = shade;
  context.beginPath();
  context.moveTo(x - half * 0.55, foot);
  context.bezierCurveTo(
    x - half * 1.25,
    foot - height * 0.35,
    x - half,
    foot - height * 0.75,
    x - half * 0.4,
    foot - height * 0.86,
  );
  context.lineTo(x - half * 0.46, foot - height);
  context.lineTo(x + half * 0.46, foot - height);
  context.lineTo(x + half * 0.4, foot - height * 0.86);
  context.bezierCurveTo(
    x + half,
    foot - height * 0.75,
    x + half * 1.25,
    foot - height * 0.35,
    x + half * 0.55,
    foot,
  );
  context.closePath();
  context.fill();
}
