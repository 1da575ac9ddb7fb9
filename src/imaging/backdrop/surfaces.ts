import type { MaterialName } from '../../ad/scene.ts';
import { hexToOklch } from '../colour.ts';
import { seedFor } from '../random.ts';
import type { Material } from '../set/material.ts';
import type { BackdropRequest } from './backdrop.ts';
import { keepAway } from './framing.ts';
import type { LightPlan } from './lighting.ts';
import { materialOf, NATURAL_LIGHTNESS } from './material/material-of.ts';
import { plaster } from './material/plaster.ts';

/** The material that a product stands on, turned to the light and kept away from the product's lightness. */
export function tableTop(request: BackdropRequest, name: MaterialName, plan: LightPlan): Material {
  const natural = NATURAL_LIGHTNESS[name];
  const own = natural ?? Math.min(0.9, Math.max(0.34, groundLightness(request) - 0.02));
  return materialOf(name, {
    seed: seedFor(request.seed, name),
    lightness: keepAway(own, request),
    tint: request.palette.background,
    tintShare: natural === undefined ? 1 : 0.08,
    lightAlong: [plan.direction[0], plan.direction[2]],
  });
}

/** A plastered wall in the palette's ground colour. */
export function plasteredWall(request: BackdropRequest, plan: LightPlan): Material {
  return plaster({
    seed: seedFor(request.seed, 'wall'),
    lightness: keepAway(groundLightness(request), request),
    tint: request.palette.background,
    tintShare: 1,
    lightAlong: [plan.direction[0], plan.direction[1]],
  });
}

/**
 * Lightness of walls, OKLab 0–1. A dark palette already is what the picture shall look like at night, so its walls
 * are painted lighter than it and the dark does the rest.
 */
export function groundLightness({ palette, darkness }: BackdropRequest): number {
  const [l] = hexToOklch(palette.background);
  if (l > 0.5) return l;
  return Math.max(0.34, l + 0.26 * darkness);
}
