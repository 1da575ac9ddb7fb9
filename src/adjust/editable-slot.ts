import type { AdCopy, CopySlot } from '../ad/copy.ts';

/** The slot whose words are shown; what stands there besides, such as the shop's name, is not the slot's. */
export function editableSlot(slot: CopySlot, shown: string, copy: AdCopy): CopySlot | undefined {
  const plain = (words: string): string => words.replaceAll(/[\s~]/g, '');
  const own = plain(copy[slot] ?? '');
  return own !== '' && (own.includes(plain(shown)) || plain(shown).includes(own)) ? slot : undefined;
}
