import type { LightingName, SeasonName } from '../../ad/scene.ts';
import type { LinearRgb } from '../renderer/linear-colour.ts';

/** One kind of lighting, for a wall and a table about 1 metre away. */
export interface LightSetup {
  /** Angle of the light above the floor and away from straight ahead, degrees. */
  readonly elevation: number;
  readonly azimuth: number;
  /** Distance of the lamp and its radius, decimetres. */
  readonly distance: number;
  readonly radius: number;
  /** Light from the lamp and from everywhere: together about 1 where lit. */
  readonly direct: number;
  readonly fill: number;
  readonly warmth: LinearRgb;
  readonly shade: LinearRgb;
  /** Softness told to the compositor. */
  readonly softness: number;
  readonly gobo?: 'window' | 'blinds' | 'leaves' | 'spot' | 'edge';
}

export const LIGHT_SETUPS: Readonly<Record<LightingName, LightSetup>> = {
  window: {
    elevation: 38,
    azimuth: 52,
    distance: 34,
    radius: 0.95,
    direct: 0.66,
    fill: 0.5,
    warmth: [1.07, 1, 0.88],
    shade: [0.97, 1, 1.04],
    softness: 0.4,
    gobo: 'window',
  },
  blinds: {
    elevation: 31,
    azimuth: 50,
    distance: 34,
    radius: 0.9,
    direct: 0.7,
    fill: 0.46,
    warmth: [1.1, 1, 0.83],
    shade: [0.98, 1, 1.03],
    softness: 0.3,
    gobo: 'blinds',
  },
  leaves: {
    elevation: 46,
    azimuth: 46,
    distance: 36,
    radius: 0.8,
    direct: 0.64,
    fill: 0.46,
    warmth: [1.06, 1, 0.88],
    shade: [0.96, 1.01, 1.03],
    softness: 0.35,
    gobo: 'leaves',
  },
  softbox: {
    elevation: 52,
    azimuth: 38,
    distance: 20,
    radius: 6,
    direct: 0.58,
    fill: 0.5,
    warmth: [1.01, 1, 0.98],
    shade: [0.99, 1, 1.02],
    softness: 0.75,
  },
  sun: {
    elevation: 36,
    azimuth: 55,
    distance: 46,
    radius: 0.45,
    direct: 0.78,
    fill: 0.4,
    warmth: [1.1, 1, 0.82],
    shade: [0.93, 1, 1.1],
    softness: 0.15,
    gobo: 'edge',
  },
  spot: {
    elevation: 58,
    azimuth: 26,
    distance: 24,
    radius: 1.6,
    direct: 0.95,
    fill: 0.2,
    warmth: [1.05, 1, 0.9],
    shade: [0.96, 1, 1.06],
    softness: 0.45,
    gobo: 'spot',
  },
  neon: {
    elevation: 34,
    azimuth: 62,
    distance: 16,
    radius: 3,
    direct: 0.62,
    fill: 0.13,
    warmth: [1, 1, 1],
    shade: [0.9, 0.95, 1.25],
    softness: 0.55,
  },
  dawn: {
    elevation: 24,
    azimuth: 56,
    distance: 40,
    radius: 1.2,
    direct: 0.64,
    fill: 0.46,
    warmth: [1.16, 0.97, 0.86],
    shade: [1, 0.98, 1.1],
    softness: 0.5,
    gobo: 'window',
  },
  sunset: {
    elevation: 19,
    azimuth: 60,
    distance: 44,
    radius: 0.8,
    direct: 0.72,
    fill: 0.36,
    warmth: [1.3, 0.95, 0.6],
    shade: [1.06, 0.96, 1.08],
    softness: 0.35,
    gobo: 'window',
  },
  candle: {
    elevation: 33,
    azimuth: 58,
    distance: 11,
    radius: 1,
    direct: 0.72,
    fill: 0.15,
    warmth: [1.36, 0.93, 0.52],
    shade: [1.12, 0.96, 0.86],
    softness: 0.5,
  },
  overcast: {
    elevation: 66,
    azimuth: 30,
    distance: 30,
    radius: 14,
    direct: 0.26,
    fill: 0.78,
    warmth: [0.98, 1, 1.03],
    shade: [0.98, 1, 1.03],
    softness: 0.95,
  },
};

export const SEASON_LIGHTS: Readonly<
  Record<SeasonName, { readonly key: LinearRgb; readonly fill: LinearRgb }>
> = {
  spring: { key: [1.03, 0.99, 0.98], fill: [1.02, 0.99, 1.01] },
  summer: { key: [1, 1.01, 1], fill: [0.96, 1.01, 1.05] },
  autumn: { key: [1.07, 0.98, 0.88], fill: [1.04, 0.99, 0.95] },
  winter: { key: [0.98, 1, 1.03], fill: [0.95, 1, 1.08] },
};

/** Colour of a lighting's lamp: 1, 1, 1 = white. */
export const warmthOf = (lighting: LightingName): LinearRgb => LIGHT_SETUPS[lighting].warmth;
