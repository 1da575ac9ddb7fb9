import { type AdCopy, COPY_SLOTS, type CopySlot, detailLines, isPill } from '../ad/copy.ts';
import type { Box, Size } from '../ad/geometry.ts';
import type { Frame } from './frame.ts';

/** About how wide a letter is, in em: Hangul, kana and Han are square, Latin and digits half as wide. */
const letterWidth = (letter: string): number =>
  /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)
    ? 0.85
    : letter === ' '
      ? 0.23
      : 0.54;

const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + letterWidth(letter), 0);

/** Em sizes as shares of the shorter side, distance of lines, and gap above, as the lettering will have them. */
const SLOTS: Readonly<Record<CopySlot, { size: number; pitch: number; gap: number }>> = {
  headline: { size: 0.108, pitch: 1.2, gap: 0 },
  sub: { size: 0.042, pitch: 1.4, gap: 0.04 },
  badge: { size: 0.044, pitch: 1.25, gap: 0.035 },
  price: { size: 0.1, pitch: 1.1, gap: 0.065 },
  cta: { size: 0.035, pitch: 2, gap: 0.04 },
  details: { size: 0.029, pitch: 1.5, gap: 0.06 },
};

/** How small words may be set before the product should rather give way. */
const SHRINKS = [1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.5, 0.4];

/**
 * How well the words will fit into boxes that a product leaves free: 1 = all at full size, less = by how much they
 * must shrink, 0 = not at all. Words may be parted: message in one box, the rest in another.
 *
 * @param boxes inside the margins
 */
export function roomForWords(copy: AdCopy, boxes: readonly Box[], frame: Frame): number {
  const slots = COPY_SLOTS.filter((slot) => copy[slot]?.trim());
  if (slots.length === 0) return 1;
  const message: readonly CopySlot[] = slots.filter(
    (slot) => slot === 'headline' || slot === 'sub' || slot === 'badge',
  );
  const rest = slots.filter((slot) => !message.includes(slot));
  for (const shrink of SHRINKS) {
    const fits = (wanted: readonly CopySlot[], box: Size): boolean =>
      heightOf(copy, wanted, box.width, frame, shrink) <= box.height;
    if (boxes.some((box) => fits(slots, box))) return shrink;
    if (message.length === 0) continue;
    const first = boxes.filter((box) => fits(message, box));
    const second = boxes.filter((box) => fits(rest, box));
    if (first.some((box) => second.some((other) => other !== box))) return shrink;
    // The details may stand apart from all else.
    const stack = slots.filter((slot) => slot !== 'details');
    const detailsOnly = slots.includes('details') ? (['details'] as const) : [];
    const holders = boxes.filter((box) => fits(stack, box));
    if (holders.some((box) => boxes.some((other) => other !== box && fits(detailsOnly, other))))
      return shrink;
  }
  return 0;
}

function heightOf(
  copy: AdCopy,
  slots: readonly CopySlot[],
  width: number,
  { side }: Frame,
  shrink: number,
): number {
  let height = 0;
  for (const [i, slot] of slots.entries()) {
    const { size, pitch, gap } = SLOTS[slot];
    const text = copy[slot] ?? '';
    const em = Math.max(0.023, size * shrink) * side;
    if (slot === 'details') {
      height += (i > 0 ? gap * side : 0) + em * detailsHeight(text, width / em);
      continue;
    }
    const longest = Math.max(...text.split(/\s+/).map(widthOf)) * em;
    if (longest > width) return Number.POSITIVE_INFINITY;
    const lines = text
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((1.08 * widthOf(line) * em) / width)), 0);
    height += (i > 0 ? gap * side : 0) + em * ((lines - 1) * pitch + (isPill(slot) ? 2 : 0.88));
  }
  return height;
}

/** What an icon moves a detail in by, the room between columns, and the narrowest column, in em. */
const INDENT = 1.5;
const GUTTER = 2.1;
const NARROWEST = 6;

/** Most columns of details. */
const MAX_COLUMNS = 4;

/** Distance of two details, and of two lines of one, in em. */
const PITCH = 1.5;
const CONTINUED = 1.2;

/** Height of details in as many columns as serve them best. @param width em */
function detailsHeight(text: string, width: number): number {
  const lines = detailLines(text).map(widthOf);
  let lowest = Number.POSITIVE_INFINITY;
  for (let columns = 1; columns <= Math.min(MAX_COLUMNS, lines.length); columns++) {
    const room = (width - GUTTER * (columns - 1)) / columns - INDENT;
    if (room + INDENT < NARROWEST) break;
    const heights = lines.map((line) => PITCH + CONTINUED * (Math.ceil((1.08 * line) / room) - 1));
    const total = heights.reduce((sum, height) => sum + height, 0);
    // Columns are never quite even.
    lowest = Math.min(lowest, columns === 1 ? total : total / columns + Math.max(...heights) / 2);
  }
  return lowest;
}
