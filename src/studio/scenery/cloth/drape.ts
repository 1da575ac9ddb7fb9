import { createNoise } from '../../../imaging/noise.ts';
import type { Random } from '../../../imaging/random.ts';
import { smoothstep } from '../../../imaging/smoothstep.ts';

/** How a cloth falls. */
export interface Weave {
  /** From fold to fold on the hanging part, decimetres. */
  readonly spacing: number;
  /** Height of the folds, decimetres. */
  readonly depth: number;
  /** Sharpness of the ridges, 0 (sine) – 0.5. */
  readonly crisp: number;
  /** Small wrinkles, share of the depth. */
  readonly wrinkles: number;
}

/**
 * Height of the cloth over the board that it lies on, decimetres, at `u` across and `v` along the board from the
 * front. It hangs in folds, runs out over the table, and lies in wide curves round the calm place where the product
 * stands.
 */
export type Drape = (u: number, v: number) => number;

export interface DrapeOptions {
  /** Along the board: where the product stands, and where the table ends. */
  readonly productDepth: number;
  readonly edge: number;
}

export function createDrape(
  weave: Weave,
  { productDepth, edge }: DrapeOptions,
  seed: number,
  random: Random,
): Drape {
  const noise = createNoise(seed);
  const wave = (2 * Math.PI) / weave.spacing;
  const start = random() * 20;
  // One turn round the product is one fold further, so that the spiral has no seam.
  const curl = random() < 0.5 ? -1 : 1;
  const swirl = (2 * Math.PI) / (weave.spacing * (1.15 + 0.3 * random()));
  return (u, v) => {
    const broad = noise.value2(start + u * 0.16, v * 0.09);
    const drift = noise.value2(start * 2 + u * 0.33, v * 0.17 + 4);
    const fine = noise.value2(start * 3 + u * 0.9, v * 0.34);
    // Hanging folds: nearly straight, each of its own width; they lose themselves on the table.
    const hang = smoothstep((v - edge + 0.5 + 0.55 * Math.abs(u + 0.6 * drift)) / 3.2);
    const phase = wave * (u + 1.25 * broad + 0.4 * drift) + 0.5 * fine;
    // Between the large folds small ones come and go.
    const small = Math.sin(2.63 * wave * (u + 1.1 * broad) + 1.7 * drift) * (0.5 + 0.5 * fine);
    const fold = ridge(phase, weave.crisp) * (0.66 + 0.34 * drift) + 0.26 * small;
    // Curves round the product: nothing within a hand's breadth.
    const du = u * 0.82;
    const dv = (v - productDepth) * 0.72;
    const away = Math.sqrt(du * du + dv * dv);
    const turn = Math.atan2(dv, du);
    const lie = (1 - hang) * smoothstep((away - 0.95) / 1.1);
    const round = swirl * (away + 0.85 * broad + 0.5 * drift) + curl * turn + 0.8 * fine;
    const curve = ridge(round, weave.crisp) * (0.7 + 0.3 * fine);
    const wrinkle = weave.wrinkles === 0 ? 0 : weave.wrinkles * noise.fbm2(u * 1.5 + 9, v * 0.7, 2);
    return weave.depth * (hang * fold + 0.66 * lie * curve + wrinkle * (0.35 + 0.65 * (hang + lie)));
  };
}

/** A sine whose crests are rounder and whose valleys are narrower. */
function ridge(phase: number, crisp: number): number {
  return Math.sin(phase) + crisp * 0.5 * Math.sin(2 * phase + 1.2) - crisp * 0.2;
}
