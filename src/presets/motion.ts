import * as z from 'zod';
import { aliases, key, localizedText } from './fields.ts';

const seconds = z.number().min(0.2).max(3);
const share = z.number().min(0).max(1);

/** Longest that digits of a price may turn, in seconds, and as a share of the loop: a price that is not true is never read. */
const COUNT = { seconds: 0.6, share: 0.2 };

/** How ads move: see src/ad/motion.ts. */
const motion = z
  .strictObject({
    key,
    names: localizedText,
    aliases,
    why: localizedText,
    seconds: z.number().min(3).max(6),
    fps: z.number().int().min(8).max(25),
    rest: z.number().min(0.2).max(1),
    stagger: z.number().min(0.1).max(1),
    float: z.strictObject({ rise: z.number().min(0).max(4) }),
    light: z.strictObject({ seconds, strength: share }),
    pop: z.strictObject({
      seconds,
      grow: z.number().min(0).max(0.2),
      swings: z.number().int().min(0).max(3),
    }),
    count: z.strictObject({ seconds: z.number().min(0.2).max(COUNT.seconds) }),
  })
  .refine(({ count, seconds: loop }) => count.seconds <= COUNT.share * loop, {
    path: ['count'],
    message: 'digits must not turn for more than a fifth of the loop',
  })
  // Nothing may flash more than three times in a second (WCAG 2.3.1), and no sign swings as fast.
  .refine(({ pop }) => (pop.swings + 1) / pop.seconds / 2 < MAX_SWINGS, {
    path: ['pop'],
    message: 'swings too fast',
  });

/** Whole swings in a second. */
const MAX_SWINGS = 3;

export type Motion = Readonly<z.output<typeof motion>>;

export const motions = z.array(motion).min(1);
