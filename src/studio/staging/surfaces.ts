import { hexToOklch } from '../../imaging/colour.ts';
import { seedFor } from '../../imaging/random.ts';
import type { LightPlan } from '../lighting/plan-lights.ts';
import type { MaterialDescriptor } from '../materials/define-material.ts';
import { plaster } from '../materials/plaster.ts';
import type { Material } from '../renderer/material.ts';
import type { BackdropRequest } from '../scene.ts';
import { contrastingLightness, deepenedHex } from './contrasting-lightness.ts';

/** The material that a product stands on, turned to the light and kept away from the product's lightness. */
export function tableTop(request: BackdropRequest, material: MaterialDescriptor, plan: LightPlan): Material {
  const { natural, range } = material.lightness;
  const wanted = natural ?? Math.min(0.9, Math.max(0.34, groundLightness(request) - 0.02));
  const lightness = contrastingLightness(wanted, request, range);
  return material.make({
    seed: seedFor(request.seed, material.name),
    lightness,
    tint:
      natural === undefined ? deepenedHex(request.palette.background, lightness) : request.palette.background,
    tintShare: natural === undefined ? 1 : 0.08,
    lightAlong: [plan.direction[0], plan.direction[2]],
  });
}

/** A plastered wall in the palette's ground colour. */
export function plasteredWall(request: BackdropRequest, plan: LightPlan): Material {
  const lightness = contrastingLightness(groundLightness(request), request);
  return plaster.make({
    seed: seedFor(request.seed, 'wall'),
    lightness,
    tint: deepenedHex(request.palette.background, lightness),
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
