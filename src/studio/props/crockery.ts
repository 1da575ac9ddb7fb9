import type { ProfilePoint } from '../renderer/outline.ts';
import { rounded } from './vessel.ts';

/** Outline of a bowl with a foot ring; its inside ends at `r` 0. Sizes in decimetres. */
export const bowlOutline = (rim: number, height: number): ProfilePoint[] => [
  { r: 0, y: 0.06 },
  { r: rim * 0.4, y: 0.06 },
  { r: rim * 0.42, y: 0 },
  { r: rim * 0.47, y: 0 },
  { r: rim * 0.48, y: 0.1 },
  { r: rim * 0.7, y: height * 0.3 },
  { r: rim * 0.9, y: height * 0.62 },
  { r: rim * 0.99, y: height * 0.94 },
  ...rounded(rim - 0.025, height - 0.02, 0.025, 0, 180, 6),
  { r: rim * 0.93, y: height * 0.9 },
  { r: rim * 0.84, y: height * 0.6 },
  { r: rim * 0.6, y: height * 0.3 },
  { r: 0, y: height * 0.2 },
];

/** Outline of a coupe plate on a low foot, 1.75 decimetres in radius. */
export const plateOutline = (): ProfilePoint[] => [
  { r: 0, y: 0 },
  { r: 0.95, y: 0 },
  { r: 1.05, y: 0.06 },
  ...rounded(1.72, 0.19, 0.03, -70, 110, 5),
  { r: 1.1, y: 0.11 },
  { r: 0, y: 0.08 },
];
