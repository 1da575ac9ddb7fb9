import type { Face } from '../ad/face.ts';

const WEIGHTS: Readonly<Record<string, number>> = {
  thin: 100,
  light: 300,
  regular: 400,
  medium: 500,
  semibold: 600,
  bold: 700,
  extrabold: 800,
  black: 900,
};

/** Most UTF-16 units of a face's name; the time to part one grows with the square of its length. */
const LONGEST = 255;

export interface FoundFace {
  readonly face: Face;
  /** The weight that the name asks for: 300 in 'Pretendard Light'. */
  readonly weight?: number;
}

/**
 * The face that a preset or a brand names, its weight in the name or not; the first of `faces` when there is none of
 * that name, so that a lost font never costs an ad.
 *
 * @param faces at least one
 */
export function findFace(name: string, faces: readonly Face[]): FoundFace {
  const same = (wanted: string): Face | undefined =>
    faces.find((face) => face.name.toLowerCase() === wanted.toLowerCase());
  const whole = same(name);
  if (whole !== undefined) return { face: whole };
  const [, family = '', word = ''] = /^(.+?)[\s-]+(\S+)$/.exec(name.slice(0, LONGEST).trim()) ?? [];
  const style = word.toLowerCase();
  const weight = Object.hasOwn(WEIGHTS, style) ? WEIGHTS[style] : undefined;
  const face = same(family) ?? faces[0];
  if (face === undefined) throw new RangeError('Lettering needs at least one face');
  return weight === undefined ? { face } : { face, weight };
}
