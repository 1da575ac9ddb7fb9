import type { ConfigFile } from './config-file.ts';

/** The flow-matching schedule, from `scheduler/scheduler_config.json`. */
export interface SchedulerConfig {
  /** Static shift of the noise levels. */
  readonly shift: number;
  /** Where set, the shift follows the picture's size. */
  readonly dynamic?: {
    readonly baseShift: number;
    readonly maxShift: number;
    readonly baseLength: number;
    readonly maxLength: number;
  };
}

/** Settings of the scheduler that change the schedule and are not known here. All are off in Z-Image's. */
const FOREIGN_SCHEDULES = [
  'use_karras_sigmas',
  'use_exponential_sigmas',
  'use_beta_sigmas',
  'invert_sigmas',
  'stochastic_sampling',
] as const;

/** @throws UserError `model-config` for a schedule of another kind */
export function schedulerConfig(file: ConfigFile): SchedulerConfig {
  for (const key of FOREIGN_SCHEDULES) {
    if (file.has(key) && file.boolean(key)) throw file.refuse(`\`${key}\` is not supported`);
  }
  if (file.has('shift_terminal')) throw file.refuse('`shift_terminal` is not supported');
  const shift = file.number('shift', { value: 3, why: 'as in Z-Image-Turbo' });
  if (shift <= 0) throw file.refuse('`shift` must be above 0');
  if (!file.has('use_dynamic_shifting') || !file.boolean('use_dynamic_shifting')) return { shift };
  const standard = (value: number) => ({ value, why: "diffusers' own default" });
  const dynamic = {
    baseShift: file.number('base_shift', standard(0.5)),
    maxShift: file.number('max_shift', standard(1.15)),
    baseLength: file.number('base_image_seq_len', standard(256)),
    maxLength: file.number('max_image_seq_len', standard(4096)),
  };
  if (dynamic.maxLength <= dynamic.baseLength) {
    throw file.refuse('`max_image_seq_len` must be more than `base_image_seq_len`');
  }
  return { shift, dynamic };
}
