import type { Planes } from './planes.ts';

/** How far a picture is driven away from a negative prompt. */
export interface Guidance {
  /** 0 = off, as Turbo models want it; counted as diffusers counts it here, one less than elsewhere. */
  readonly scale: number;
  /** Above 0: a guided prediction may be at most this many times as long as the unguided one. 0 = off. */
  readonly normalization: number;
  /** Steps at a later time than this are not guided, 0–1. 1 = all are guided. */
  readonly truncation: number;
}

/** Whether a step at this time is guided. */
export const isGuided = ({ scale, truncation }: Guidance, time: number): boolean =>
  scale > 0 && !(truncation <= 1 && time > truncation);

/** `positive + scale · (positive − negative)`, cut to length where that is asked for. */
export function applyGuidance(
  positive: Planes,
  negative: Planes,
  { scale, normalization }: Guidance,
): Planes {
  const data = new Float32Array(positive.data.length);
  let before = 0;
  let after = 0;
  for (let i = 0; i < data.length; i++) {
    const value = positive.data[i]!;
    data[i] = value + scale * (value - negative.data[i]!);
    before += value ** 2;
    after += data[i]! ** 2;
  }
  const max = normalization * Math.sqrt(before);
  if (normalization > 0 && Math.sqrt(after) > max) {
    const factor = max / Math.sqrt(after);
    for (let i = 0; i < data.length; i++) data[i]! *= factor;
  }
  return { ...positive, data };
}
