import { ANY_MOTION, LOOP_KINDS, type LoopKind } from '../ad/motion.ts';
import { isNone } from '../ad/parse/parse-parts.ts';
import type { RequestOptions } from '../ad/parse/request-options.ts';

/** The option, which may stand without a value. */
const OPTION = '--motion';

/** What `--motion` says that is no name of a motion. */
const WORDS = new Set<string>([ANY_MOTION, ...LOOP_KINDS]);

/**
 * The arguments with a value for a `--motion` that has none: at the end, before another option, or before words that can
 * only be the request.
 */
export function withMotionValue(args: readonly string[]): string[] {
  return args.flatMap((arg, i) => {
    if (arg !== OPTION || (args.indexOf('--') >= 0 && args.indexOf('--') < i)) return [arg];
    const value = args[i + 1];
    return value === undefined || value.startsWith('-') || /\s/.test(value)
      ? [`${OPTION}=${ANY_MOTION}`]
      : [arg];
  });
}

/** A motion and the files that it is wanted as: 'calm', 'gif', 'lively,webp,mp4', or none. */
export function parseMotion(written: string | undefined): Pick<RequestOptions, 'motion' | 'motionFiles'> {
  if (written === undefined || isNone(written)) return {};
  const words = written
    .toLowerCase()
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
  const files = LOOP_KINDS.filter((kind) => words.includes(kind));
  const names = words.filter((word) => !WORDS.has(word));
  const motion = names.length === 0 ? ANY_MOTION : names.join(',');
  return files.length === 0 ? { motion } : { motion, motionFiles: files satisfies readonly LoopKind[] };
}
