import type { CopySlot } from '../ad/copy.ts';
import type { Face } from '../ad/face.ts';
import { findFace } from '../typography/find-face.ts';
import type { TextStyle } from '../typography/style.ts';
import type { Frame } from './frame.ts';

/** How one slot's words are set in a picture. */
interface SlotScale {
  readonly style: TextStyle;
  /** Em sizes in pixels. */
  readonly largest: number;
  readonly smallest: number;
  readonly maxLines: number;
}

export type TextScale = { readonly [slot in CopySlot]: SlotScale };

/** Shares of the shorter side between which each slot's em size lies, and the least when a text is very long. */
const SIZES: Readonly<
  Record<CopySlot, { largest: number; smallest: number; min: number; maxLines: number }>
> = {
  headline: { largest: 0.12, smallest: 0.078, min: 0.044, maxLines: 4 },
  sub: { largest: 0.043, smallest: 0.036, min: 0.026, maxLines: 4 },
  badge: { largest: 0.046, smallest: 0.036, min: 0.026, maxLines: 3 },
  // Words and the old price beside the digits are less than half as large as they, and must be read too.
  price: { largest: 0.1, smallest: 0.07, min: 0.0545, maxLines: 3 },
  cta: { largest: 0.035, smallest: 0.031, min: 0.024, maxLines: 2 },
  details: { largest: 0.029, smallest: 0.026, min: 0.023, maxLines: 14 },
};

/** A picture taller than wide has room for a larger headline. */
const TALL_HEADLINE = 0.135;

/** Letters of old books, whose strokes are thin. */
const SERIF = /myeongjo|batang|serif/i;

/**
 * Sizes, weights and spacing of all slots.
 *
 * @param squeeze 1 = as a poster should be; towards 0 = as small as can still be read
 */
export function textScale(frame: Frame, face: string, faces: readonly Face[], squeeze: number): TextScale {
  const shown = findFace(face, faces);
  const support = supportOf(shown.face, faces);
  const serif = SERIF.test(shown.face.name);
  const display = shown.face.files.length === 1;
  const head = shown.weight ?? 800;
  const tracking = serif ? -0.03 : display ? -0.01 : -0.03;
  const styles: Readonly<Record<CopySlot, TextStyle>> = {
    headline: {
      slot: 'headline',
      face: shown.face.name,
      weight: head,
      lineHeight: serif ? 1.28 : display ? 1.16 : 1.2,
      tracking,
    },
    sub: {
      slot: 'sub',
      face: support.name,
      weight: Math.min(600, Math.max(400, head)),
      lineHeight: 1.4,
      tracking: -0.015,
    },
    badge: { slot: 'badge', face: support.name, weight: 800, lineHeight: 1.25, tracking: -0.02 },
    price: { slot: 'price', face: shown.face.name, weight: Math.max(700, head), lineHeight: 1.18, tracking },
    cta: { slot: 'cta', face: support.name, weight: 700, lineHeight: 1.3, tracking: -0.01 },
    details: { slot: 'details', face: support.name, weight: 500, lineHeight: 1.5, tracking: -0.005 },
  };
  const scale = (slot: CopySlot): SlotScale => {
    const { largest, smallest, min, maxLines } = SIZES[slot];
    const top = slot === 'headline' && frame.size.height > frame.size.width ? TALL_HEADLINE : largest;
    return {
      style: styles[slot],
      largest: Math.round(Math.max(frame.letters, frame.side * Math.max(min, top * squeeze))),
      smallest: Math.floor(Math.max(frame.letters, frame.side * Math.max(min, smallest * squeeze))),
      maxLines: squeeze < 0.8 ? maxLines + 2 : maxLines,
    };
  };
  return {
    headline: scale('headline'),
    sub: scale('sub'),
    badge: scale('badge'),
    price: scale('price'),
    cta: scale('cta'),
    details: scale('details'),
  };
}

/** The face for small words: the shown one where it has weights to choose from and no thin strokes, else the first that has. */
function supportOf(shown: Face, faces: readonly Face[]): Face {
  const serves = (face: Face): boolean => face.files.length >= 3 && !SERIF.test(face.name);
  return serves(shown) ? shown : (faces.find(serves) ?? shown);
}
