import type { Guidance } from '../../../src/zimage/guidance.ts';

export const NO_GUIDANCE: Guidance = { scale: 0, normalization: 0, truncation: 1 };
