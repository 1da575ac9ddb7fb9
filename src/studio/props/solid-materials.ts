import type { Oklch } from '../../imaging/colour.ts';
import { paintCoat } from '../materials/paint.ts';
import { type LinearRgb, oklchToLinear } from '../renderer/linear-colour.ts';
import type { SolidMaterial } from '../renderer/solid.ts';

/** Glass of a drinking vessel. */
export const GLASS: SolidMaterial = {
  surface: paintCoat([1, 1, 1], 0),
  reflectance: 0.04,
  roughness: 0.01,
  transmission: { ior: 1.5, tint: [0.965, 0.98, 0.972], priority: 1 },
};

export const ICE: SolidMaterial = {
  surface: paintCoat([1, 1, 1], 0),
  reflectance: 0.02,
  roughness: 0.02,
  transmission: { ior: 1.31, tint: [0.9, 0.93, 0.95], priority: 3 },
};

/** A clear drink. @param tint share of light left after one decimetre */
export const clearLiquid = (tint: LinearRgb): SolidMaterial => ({
  surface: paintCoat([1, 1, 1], 0),
  reflectance: 0.02,
  roughness: 0.01,
  transmission: { ior: 1.335, tint, priority: 2 },
});

/** Glazed ceramic, lacquer, gloss plastic. */
export const glazed = (colour: Oklch, roughness = 0.05): SolidMaterial => ({
  surface: paintCoat(oklchToLinear(colour), 0),
  reflectance: 0.05,
  roughness,
});

/** Card, clay, matt plastic. */
export const matt = (colour: Oklch, tooth = 0.4): SolidMaterial => ({
  surface: paintCoat(oklchToLinear(colour), tooth),
  reflectance: 0.03,
  roughness: 0.5,
});

/** Cream, wax, petals, skin of fruit: light creeps into it. */
export const translucent = (colour: Oklch, roughness = 0.35, soft = 0.35): SolidMaterial => ({
  surface: paintCoat(oklchToLinear(colour), 0.2),
  reflectance: 0.035,
  roughness,
  subsurface: soft,
});

export const GOLD: SolidMaterial = {
  surface: paintCoat([0.96, 0.7, 0.36], 0),
  reflectance: 0.85,
  roughness: 0.12,
  metal: true,
};

export const STEEL: SolidMaterial = {
  surface: paintCoat([0.78, 0.78, 0.8], 0),
  reflectance: 0.8,
  roughness: 0.14,
  metal: true,
};

export const LEAF = translucent([0.52, 0.11, 135], 0.4, 0.3);

export const LIGHT_LEAF = translucent([0.62, 0.12, 130], 0.4, 0.3);

/** Air in a drink bends light the other way. */
export const BUBBLE = { ...GLASS, transmission: { ior: 1, tint: [1, 1, 1] as const, priority: 4 } };
