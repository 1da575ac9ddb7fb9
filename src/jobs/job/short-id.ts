import { randomInt } from 'node:crypto';

/** Crockford's base 32 in lower case: no i, l, o, u, so that nothing is mistaken when typed from a screen. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

const LENGTH = 6;

/** Six random characters of 32: a thousand million names. */
export function newShortId(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** What someone may mean by a picture's short name. */
export type PictureName =
  | { readonly job: string /** From 0. */; readonly variant: number }
  | { /** The 16 hex digits of a stored picture. */ readonly picture: string };

/**
 * Reads `7k3f9q` (the first picture of a job), `7k3f9q.2` (its second) or a stored picture's 16 hex digits.
 * Capitals and the letters that look like digits are taken for what they look like.
 */
export function parsePictureName(text: string): PictureName | undefined {
  const name = text.trim().toLowerCase().replace(/^#/, '');
  if (/^[0-9a-f]{16}$/.test(name)) return { picture: name };
  const [id = '', variant] = name.split(/[.-]/, 2);
  const job = id.replaceAll('o', '0').replaceAll(/[il]/g, '1');
  if (job.length !== LENGTH || [...job].some((letter) => !ALPHABET.includes(letter))) return undefined;
  if (variant === undefined) return { job, variant: 0 };
  return /^[1-9]\d?$/.test(variant) ? { job, variant: Number(variant) - 1 } : undefined;
}
