import { ANY_MOTION } from '../ad/motion.ts';

/** The option, which may stand without a value. */
const OPTION = '--motion';

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
