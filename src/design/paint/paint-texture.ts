import type { SKRSContext2D } from '@napi-rs/canvas';
import type { RaysLayer, TextureLayer } from '../../ad/design.ts';
import { bottom, right } from '../../ad/geometry.ts';
import { turnedAbout } from './paint-fill.ts';

export function paintRays(
  context: SKRSContext2D,
  { box, colour, centre, count, opacity = 1 }: RaysLayer,
): void {
  const reach = 2 * Math.hypot(box.width, box.height);
  const step = Math.PI / count;
  context.save();
  context.beginPath();
  context.rect(box.x, box.y, box.width, box.height);
  context.clip();
  context.globalAlpha = opacity;
  context.fillStyle = colour;
  context.beginPath();
  for (let i = 0; i < count; i++) {
    const angle = 2 * step * i + 0.3 * step;
    context.moveTo(centre.x, centre.y);
    context.lineTo(centre.x + reach * Math.cos(angle), centre.y + reach * Math.sin(angle));
    context.lineTo(centre.x + reach * Math.cos(angle + step), centre.y + reach * Math.sin(angle + step));
    context.closePath();
  }
  context.fill();
  context.restore();
}

/** Radius of a dot and width of a stripe, as shares of their pitch. */
const DOT = 0.16;
const STRIPE = 0.5;

export function paintTexture(context: SKRSContext2D, layer: TextureLayer): void {
  const { box, colour, pitch, angle, opacity = 1 } = layer;
  turnedAbout(context, box, angle, () => {
    context.beginPath();
    context.rect(box.x, box.y, box.width, box.height);
    context.clip();
    context.globalAlpha = opacity;
    context.fillStyle = colour;
    if (layer.kind === 'dots') dots(context, layer);
    else stripes(context, layer);
  });

  function stripes(on: SKRSContext2D, { box: { x, y, height } }: TextureLayer): void {
    const width = STRIPE * pitch;
    for (let left = x - height; left < right(box) + height; left += 2 * width) {
      on.beginPath();
      on.moveTo(left, y + height);
      on.lineTo(left + width, y + height);
      on.lineTo(left + width + height, y);
      on.lineTo(left + height, y);
      on.closePath();
      on.fill();
    }
  }

  function dots(on: SKRSContext2D, { box: { x, y } }: TextureLayer): void {
    on.beginPath();
    for (let row = 0, cy = y + pitch / 2; cy < bottom(box) + pitch; row++, cy += 0.87 * pitch) {
      for (let cx = x + (row % 2 === 0 ? pitch / 2 : 0); cx < right(box) + pitch; cx += pitch) {
        on.moveTo(cx + DOT * pitch, cy);
        on.arc(cx, cy, DOT * pitch, 0, 2 * Math.PI);
      }
    }
    on.fill();
  }
}
