import { createHash } from 'node:crypto';

/** A message's key as Discord wants what must not be posted twice: at most 25 characters. */
export function nonceOf(key: string): string {
  return createHash('sha256').update(key).digest('base64url').slice(0, 24);
}
