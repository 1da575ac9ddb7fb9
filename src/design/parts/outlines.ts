import type { SKRSContext2D } from '@napi-rs/canvas';
import type { Box } from '../../ad/geometry.ts';
import { traceStar } from '../../typography/trace-star.ts';

/** Points of a star, and where the notches between them are, as a share of its radius. */
const POINTS = 24;
const NOTCH = 0.88;

/** Arcs of a rosette. */
const ARCS = 20;

/** Round shapes about the context's origin, radius in pixels; none reaches beyond it. */
export function traceDisc(context: SKRSContext2D, radius: number): void {
  context.arc(0, 0, radius, 0, 2 * Math.PI);
}

export function traceBurst(context: SKRSContext2D, radius: number): void {
  traceStar(context, { x: -radius, y: -radius, width: 2 * radius, height: 2 * radius }, POINTS, NOTCH);
}

export function traceScallop(context: SKRSContext2D, radius: number): void {
  const half = Math.PI / ARCS;
  // Arcs whose middles lie on a circle, their outermost points on the radius.
  const bulge = (radius * Math.sin(half)) / (1 + Math.sin(half));
  const middle = radius - bulge;
  for (let i = 0; i < ARCS; i++) {
    const angle = 2 * half * i;
    context.arc(
      middle * Math.cos(angle),
      middle * Math.sin(angle),
      bulge,
      angle - Math.PI / 2 - half,
      angle + Math.PI / 2 + half,
    );
  }
  context.closePath();
}

export function tracePill(context: SKRSContext2D, { x, y, width, height }: Box): void {
  context.roundRect(x, y, width, height, Math.min(width, height) / 2);
}
