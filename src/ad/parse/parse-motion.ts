import { ANY_MOTION, LOOP_KINDS, type LoopKind } from '../motion.ts';
import { isNone } from './parse-parts.ts';
import type { RequestInput } from './parse-request.ts';

/** What people call the kinds of files. */
const CALLED: Readonly<Record<string, LoopKind>> = { 움짤: 'gif', 영상: 'mp4', 동영상: 'mp4', video: 'mp4' };

/** What leaves it open how an ad moves. */
const ANY = new Set([ANY_MOTION, '자동', '알아서', 'yes', 'on', '네', '예']);

const fileCalled = (word: string): LoopKind | undefined =>
  LOOP_KINDS.find((kind) => kind === word) ?? (Object.hasOwn(CALLED, word) ? CALLED[word] : undefined);

/**
 * How an ad is to move and the files that it is wanted as: '잔잔하게', 'gif', 'lively, webp, mp4'. None means none, whatever
 * the request's own words ask for.
 */
export function parseMotion(written: string | undefined): Pick<RequestInput, 'motion' | 'motionFiles'> {
  if (written === undefined) return {};
  if (isNone(written)) return { motion: false };
  const words = written
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,]+/u)
    .filter(Boolean);
  const asked = new Set(words.flatMap((word) => fileCalled(word) ?? []));
  const files = LOOP_KINDS.filter((kind) => asked.has(kind));
  const names = words.filter((word) => fileCalled(word) === undefined && !ANY.has(word));
  const motion = names.length === 0 ? ANY_MOTION : names.join(' ');
  return files.length === 0 ? { motion } : { motion, motionFiles: files };
}
