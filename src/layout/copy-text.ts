import { type AdCopy, COPY_SLOTS, type CopySlot, detailLines } from '../ad/copy.ts';
import type { Face } from '../ad/face.ts';
import type { LocalizedText } from '../ad/locale.ts';
import { breakUnits, type Unit } from '../typography/break-lines.ts';
import { missingGlyphs, withoutMissing } from '../typography/glyph-coverage.ts';
import { markOldPrice } from '../typography/price.ts';
import { type Detail, detailOf } from './set-details.ts';

/** The words of an ad, ready to be set. */
export interface CopyText {
  readonly slots: readonly { readonly slot: CopySlot; readonly units: readonly Unit[] }[];
  /** One each; the slot's own units are these, one after another. */
  readonly details: readonly Detail[];
  /** Whether the badge has to be a pill: there is no place for a burst. */
  readonly onPill?: boolean;
  readonly warnings: readonly LocalizedText[];
}

/** Leaves out what no font has, with a warning that names it, marks old prices, and finds where lines may break. */
export function copyText(copy: AdCopy, faces: readonly Face[]): CopyText {
  const slots = COPY_SLOTS.flatMap((slot) => {
    const words = withoutMissing((copy[slot] ?? '').normalize('NFC'), faces);
    const units = breakUnits(slot === 'price' ? markOldPrice(words) : words);
    return units.length === 0 ? [] : [{ slot, units }];
  });
  const details = detailLines(withoutMissing((copy.details ?? '').normalize('NFC'), faces)).map(detailOf);
  return { slots, details, warnings: warningsFor(copy, faces) };
}

function warningsFor(copy: AdCopy, faces: readonly Face[]): LocalizedText[] {
  const all = COPY_SLOTS.map((slot) => copy[slot] ?? '').join('\n');
  const missing = missingGlyphs(all.normalize('NFC'), faces);
  if (missing.length === 0) return [];
  const names = missing.map((letter) => `${letter} (${codePointsOf(letter)})`).join(', ');
  return [
    {
      ko: `글꼴에 없는 글자라서 빼고 그렸어요: ${names}`,
      en: `No font has these letters, so they were left out: ${names}`,
    },
  ];
}

const codePointsOf = (letter: string): string =>
  Array.from(
    letter,
    (character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`,
  ).join(' ');
