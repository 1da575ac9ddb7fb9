import { firstGraphemes } from '../../text/graphemes.ts';

/** Letters of a request that its picture's name tells. */
const MAX_LETTERS = 24;

/** What files are called: '0012-딸기라떼-6-500원'. @param line of the request, from 1 */
export function pictureName(line: number, text: string): string {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const name = firstGraphemes(words.join('-'), MAX_LETTERS).replace(/-$/, '');
  return [String(line).padStart(4, '0'), name].filter(Boolean).join('-');
}
