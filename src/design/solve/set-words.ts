import type { CopySlot } from '../../ad/copy.ts';
import { defined } from '../../collections/defined.ts';
import { DetailSetter } from '../../layout/set-details.ts';
import type { DesignStyle } from '../../presets/design.ts';
import { breakUnits, conditionsIn, joinUnits, type Unit } from '../../typography/break-lines.ts';
import { chooseBreaks, fewestLines } from '../../typography/choose-breaks.ts';
import { type Fit, fitText } from '../../typography/fit.ts';
import { columnLength, standsInColumns } from '../../typography/set-columns.ts';
import { setLine, setText } from '../../typography/typeset.ts';
import { setMenu } from './set-menu.ts';
import type { Room, SetPart, SetWords, WordsToSet } from './set-parts.ts';
import type { Words } from './words.ts';

/**
 * Sets a leaf's words as large as they may be.
 *
 * @param squeeze 0 = as large as the family wants, 1 = as small as it lets them be
 * @param mayPart whether words wider than the room may be parted
 * @returns undefined where they find no room even at the least size
 */
export function setWords(
  leaf: WordsToSet,
  room: Room,
  squeeze: number,
  mayPart: boolean,
): SetWords | undefined {
  const { style, words, type } = leaf;
  const largest = largestSize(leaf, squeeze);
  if (style.vertical) return setVertical(leaf, room, largest);
  if (words.rows !== undefined)
    return setMenu({ ...leaf, rows: words.rows }, room, { largest, smallest: leastSize(leaf) });
  if (type.style.slot === 'details' && style.list !== 'lines' && style.list !== 'strip')
    return setIcons(leaf, room, largest);
  if (style.scale === 'lines') return setUnlike(leaf, room, largest);
  return setPlain(leaf, unitsOf(words, style), room, largest, mayPart);
}

/** Details as one text: each on a line of its own, or one after another with a dot between. */
function unitsOf({ units, details }: Words, { list }: DesignStyle): readonly Unit[] {
  if (details.length === 0) return units;
  return breakUnits(details.map(({ text }) => text).join(list === 'strip' ? ' · ' : '\n'));
}

const largestSize = ({ type: { size }, unit }: WordsToSet, squeeze: number): number => {
  const [least, wanted] = size;
  return Math.max(1, Math.round(unit * (wanted + (Math.min(least, wanted) - wanted) * squeeze)));
};

const leastSize = ({ type: { size }, unit }: WordsToSet): number => Math.floor(unit * Math.min(...size));

/** What a line more costs a headline against a smaller size; small words are rather set on one line. */
const LINE_COSTS = [0, 0.03, 0.1, 0.24, 0.4];

/** What breaking one detail costs: each is read as one line. */
const BROKEN = 0.35;

function badness(fit: Fit, largest: number, slot: CopySlot, fewest: number): number {
  const lines = fit.lines.length;
  const broken = slot === 'details' ? BROKEN * (lines - fewest) : 0;
  const more = slot === 'headline' ? (LINE_COSTS[lines - 1] ?? 0.6) : 0.2 * (lines - 1) + broken;
  return 0.7 * fit.cost + more + 1.6 * (1 - fit.size / largest);
}

function setPlain(
  leaf: WordsToSet,
  units: readonly Unit[],
  { width, height }: Room,
  largest: number,
  mayPart: boolean,
): SetWords | undefined {
  const { type, faces } = leaf;
  const smallest = Math.min(largest, leastSize(leaf));
  const fewest = fewestLines(units);
  const maxLines = Math.max(type.lines, fewest);
  const request = { units, style: type.style, width, height, smallest, largest, maxLines, mayPart };
  const { slot } = type.style;
  const [best] = fitText(request, faces).toSorted(
    (a, b) => badness(a, largest, slot, fewest) - badness(b, largest, slot, fewest),
  );
  if (best === undefined) return undefined;
  const size = { width: Math.ceil(best.width), height: Math.ceil(best.height) };
  return { ...size, parts: [{ x: 0, ...size, lines: best.lines, size: best.size }] };
}

/** Smallest line against the largest where lines are of unlike size. */
const LEAST_SCALE = 0.42;

/** What is said in a lower voice against what it belongs to. */
const CONDITION_SCALE = 0.55;

/** Lines that say what an offer is bound to, and what a price is of: the offer and the amount are larger. */
function inLowerVoice(lines: readonly string[], slot: CopySlot): readonly boolean[] {
  const hasAmount = slot === 'price' && lines.some((line) => /\d/.test(line));
  return hasAmount ? lines.map((line) => !/\d/.test(line)) : conditionsIn(lines);
}

/** Each line as wide as the room, so that short words are large: the way with the most ink. */
function setUnlike(leaf: WordsToSet, { width, height }: Room, largest: number): SetWords | undefined {
  const { type, faces, words } = leaf;
  const widthOf = (text: string): number => setLine(text, type.style, faces).advance;
  const smallest = leastSize(leaf);
  const ways = Array.from(
    { length: type.lines },
    (_, i): (SetWords & { readonly worth: number }) | undefined => {
      const breaks = chooseBreaks(words.units, i + 1, widthOf);
      if (breaks === undefined) return undefined;
      const wanted = breaks.lines.map((line) => {
        const set = setLine(line, type.style, faces);
        return Math.min(largest, width / (set.right - set.left));
      });
      const lower = inLowerVoice(breaks.lines, type.style.slot);
      const told = wanted.filter((_, n) => !lower[n]);
      const quiet = Math.max(smallest, CONDITION_SCALE * Math.max(...told));
      const sizes = wanted.map((own, n) => (lower[n] ? Math.min(own, quiet) : own));
      const size = Math.floor(Math.max(...sizes));
      const scales = sizes.map((own) => Math.max(LEAST_SCALE, Math.min(1, own / size)));
      const set = setText(breaks.lines, type.style, faces, undefined, scales);
      const room = { width: Math.ceil(set.width * size), height: Math.ceil(set.height * size) };
      if (room.width > width + 1 || room.height > height || Math.min(...sizes) < smallest) return undefined;
      const even = scales.every((scale) => scale === 1);
      const part = { x: 0, ...room, lines: breaks.lines, size, ...(even ? {} : { scales }) };
      // The narrowest line decides how large the whole is seen; badly broken words cost.
      const worth = Math.min(...told) / largest + 0.25 * (room.width / width) - 0.3 * breaks.cost;
      return { ...room, parts: [part], worth };
    },
  );
  return ways.filter((way) => way !== undefined).toSorted((a, b) => b.worth - a.worth)[0];
}

/** Sizes of details that are tried, from the largest (0) to the smallest (1). */
const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** Details in columns, each line with a small icon. */
function setIcons(leaf: WordsToSet, { width, height }: Room, largest: number): SetWords | undefined {
  const { words, type, style, faces } = leaf;
  const smallest = Math.min(largest, leastSize(leaf));
  const sizes = [...new Set(SHARES.map((share) => Math.round(largest + (smallest - largest) * share)))];
  if (!Number.isFinite(width)) return undefined;
  const ways = new DetailSetter(words.details, type.style, faces).ways(width, sizes);
  const sets = ways
    .filter(({ columns }) => columns.length <= (style.columns ?? 2))
    .map(({ columns, gap }): SetWords => {
      let x = 0;
      const parts = columns.map(({ fit, icons }): SetPart => {
        const size = { width: Math.ceil(fit.width), height: Math.ceil(fit.height) };
        const part = { x, ...size, lines: fit.lines, size: fit.size, ...defined({ icons }) };
        x += size.width + gap;
        return part;
      });
      return { width: x - gap, height: Math.max(...parts.map((part) => part.height)), parts };
    });
  return sets.filter((set) => set.height <= height).toSorted((a, b) => a.height - b.height)[0];
}

/** As few columns as the room's height allows, each as long as the others. */
function setVertical(leaf: WordsToSet, { width, height }: Room, largest: number): SetWords | undefined {
  const { words, type, unit } = leaf;
  const text = joinUnits(words.units);
  if (!standsInColumns(text)) return undefined;
  const { tracking, lineHeight } = type.style;
  const lengthOf = (column: string): number => columnLength(column, tracking);
  const smallest = leastSize(leaf);
  const step = Math.max(1, Math.round(unit * 0.4));
  for (let size = largest; size >= smallest; size -= step) {
    for (let count = fewestLines(words.units); count <= type.lines; count++) {
      const breaks = chooseBreaks(words.units, count, lengthOf, height / size);
      if (breaks === undefined) continue;
      const across = Math.ceil((1 + (count - 1) * lineHeight) * size);
      if (across > width) break;
      const down = Math.ceil(Math.max(...breaks.lines.map(lengthOf)) * size);
      const room = { width: across, height: down };
      return { ...room, parts: [{ x: 0, ...room, lines: breaks.lines, size, vertical: true }] };
    }
  }
  return undefined;
}
