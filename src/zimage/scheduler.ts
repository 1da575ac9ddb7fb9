import { UserError } from '../errors/user-error.ts';
import type { SchedulerConfig } from './config/scheduler.ts';

/** One evaluation of the transformer and the step that follows it. */
export interface Step {
  /** What the transformer is told: 0 = noise, 1 = picture. */
  readonly time: number;
  /** Share of noise before the step, 0–1, and after it. */
  readonly sigma: number;
  readonly next: number;
}

const f = Math.fround;

/** 1 … 1/n in n equal steps, bit for bit as torch.linspace computes them in 32 bits. */
function evenly(steps: number): number[] {
  if (steps === 1) return [1];
  const last = f(1 / steps);
  const step = f(f(last - 1) / (steps - 1));
  return Array.from({ length: steps }, (_, i) =>
    i < Math.floor(steps / 2) ? f(1 + step * i) : f(last - step * (steps - 1 - i)),
  );
}

/** The shift for pictures of this many tokens, where the checkpoint has one that follows the size. */
function sizeShift(
  { baseShift, maxShift, baseLength, maxLength }: NonNullable<SchedulerConfig['dynamic']>,
  tokens: number,
): number {
  const slope = (maxShift - baseShift) / (maxLength - baseLength);
  return Math.exp(tokens * slope + baseShift - slope * baseLength);
}

/**
 * The schedule of a whole picture, as diffusers 0.39 and later have it: as many evaluations as steps, the last one
 * ending at no noise. With 32-bit rounding after each operation, equal to diffusers bit for bit.
 *
 * @param steps 1 or more
 * @param tokens of the picture, without padding
 */
export function schedule(config: SchedulerConfig, steps: number, tokens: number): Step[] {
  const sigmas = evenly(steps).map((even) => {
    if (config.dynamic === undefined) {
      return f(f(config.shift * even) / f(1 + f((config.shift - 1) * even)));
    }
    const shift = sizeShift(config.dynamic, tokens);
    return f(shift / f(shift + f(f(1 / even) - 1)));
  });
  return sigmas.map((sigma, i) => ({
    time: f(f(1000 - f(1000 * sigma)) / 1000),
    sigma,
    next: sigmas[i + 1] ?? 0,
  }));
}

/**
 * The end of a schedule that a reference picture goes through: the stronger, the earlier it begins.
 *
 * @param strength above 0 up to 1
 * @throws UserError `bad-number` for another strength, `strength-too-low` where no step is left
 */
export function stepsFor(all: readonly Step[], strength: number): readonly Step[] {
  if (!(strength >= 0 && strength <= 1)) {
    throw new UserError('bad-number', { option: 'strength', value: String(strength), expected: '0 – 1' });
  }
  const kept = Math.min(all.length * strength, all.length);
  const left = all.slice(Math.trunc(Math.max(all.length - kept, 0)));
  if (left.length === 0) throw new UserError('strength-too-low', { strength, steps: all.length });
  return left;
}

/** One Euler step, in place: `latents += (sigma − next) · velocity`, in 32 bits. */
export function eulerStep(latents: Float32Array, velocity: Float32Array, { sigma, next }: Step): void {
  const length = f(next - sigma);
  for (let i = 0; i < latents.length; i++) latents[i] = f(latents[i]! + f(length * -velocity[i]!));
}
